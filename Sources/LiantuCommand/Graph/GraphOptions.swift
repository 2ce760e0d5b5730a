public import ArgumentParser
public import Liantu

extension Network.Direction: ExpressibleByArgument {}

/// A graph of any file and how it is read.
struct GraphInputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "GraphML、CSV 边表、快照，或 -（标准输入）\nGraphML, a CSV edge list, a snapshot, or -",
      valueName: "file"),
    completion: .file())
  var path: String

  @Option(
    name: .customLong("graph"),
    help: ArgumentHelp(
      "GraphML 中的第几个图，从 1 数起\nWhich graph of a GraphML file, from 1", valueName: "n"))
  var number = 1

  @Option(
    name: .customLong("source-column"),
    help: ArgumentHelp(
      "边表中起点的列，默认按列名或第一列\nColumn of an edge list where edges start", valueName: "name"))
  var sourceColumn: String?

  @Option(
    name: .customLong("target-column"),
    help: ArgumentHelp(
      "边表中终点的列，默认按列名或第二列\nColumn of an edge list where edges end", valueName: "name"))
  var targetColumn: String?

  @Option(help: ArgumentHelp("指定文字编码，默认自动识别\nEncoding of the text, recognised by default"))
  var encoding: String?

  @OptionGroup var direction: DirectionOptions
  @OptionGroup var parallel: ThreadOptions

  func validate() throws {
    if number < 1 {
      throw ValidationError(
        Bilingual("--graph 从 1 数起", "--graph counts from 1")[Spoken.language])
    }
  }

  /// Reads the file and says on standard error what should be known about it.
  func reading(
    columns: GraphFile.Columns = .all, isQuiet: Bool
  ) throws(Failure) -> GraphFile.Reading {
    var options = GraphFile.Options()
    options.graph = number - 1
    options.encoding = encoding
    options.defaultIsDirected = !direction.undirectedByDefault
    options.sourceColumn = sourceColumn
    options.targetColumn = targetColumn
    options.columns = columns
    options.threads = parallel.threadCount
    let reading: GraphFile.Reading
    do {
      reading = try GraphFile.read(path: path, options: options)
    } catch let error as GraphFileError where error.code == .notUTF8 && path != "-" {
      reading = try readingOtherText(options, isQuiet: isQuiet)
    } catch let error as GraphFileError {
      throw Failure(error)
    } catch let error as GraphMLError {
      throw Failure(error)
    } catch {
      throw Failure(.internal, Bilingual("\(error)", "\(error)"))
    }
    if !isQuiet { say(reading) }
    return withLabels(reading)
  }

  /// A drawing of yEd has its labels as an attribute too, which snapshots and written files then keep.
  private func withLabels(_ reading: GraphFile.Reading) -> GraphFile.Reading {
    guard reading.format == .graphML, GraphAnswer.labels(of: reading.graph, named: nil) == nil,
      let column = YEdLabels.column(for: reading.graph, path: path)
    else { return reading }
    var labelled = reading
    labelled.graph = reading.graph.adding(nodeColumn: column)
    return labelled
  }

  /// An edge list as Chinese Excel saves it, in GB18030, or in UTF-16.
  private func readingOtherText(
    _ options: GraphFile.Options, isQuiet: Bool
  ) throws(Failure) -> GraphFile.Reading {
    do {
      let text = try DecodedText.decode(
        Paths.bytes(of: path) ?? [], path: path,
        forced: encoding.flatMap { TextEncoding(name: $0) })
      if !isQuiet, let notice = text.notice(path: path) {
        Output.error("\(notice.location): \(notice.text[Spoken.language])")
      }
      return try GraphFile.read(bytes: text.bytes, name: path, options: options)
    } catch let problem as FileProblem {
      throw Failure(FileProblems([problem]))
    } catch let error as GraphFileError {
      throw Failure(error)
    } catch {
      throw Failure(.internal, Bilingual("\(error)", "\(error)"))
    }
  }

  private func say(_ reading: GraphFile.Reading) {
    let language = Spoken.language
    for warning in reading.warnings.prefix(20) {
      Output.error(language == .chinese ? warning.chineseDescription : warning.description)
    }
    let rest = reading.warningCount - min(reading.warnings.count, 20)
    if rest > 0 {
      Output.error(Bilingual("另有 \(rest) 条提醒", "\(rest) more remarks")[language])
    }
  }
}
