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

  /// Reads the file and says on standard error what should be known about it, when the progress is off the line.
  func reading(
    columns: GraphFile.Columns = .all, isQuiet: Bool, _ progress: ProgressLine
  ) throws(Failure) -> GraphFile.Reading {
    var options = GraphFile.Options()
    options.graph = number - 1
    options.encoding = encoding
    options.defaultIsDirected = !direction.undirectedByDefault
    options.sourceColumn = sourceColumn
    options.targetColumn = targetColumn
    options.columns = columns
    options.threads = parallel.threadCount
    progress.show(Bilingual("正在读取 \(path)", "reading \(path)"))
    var notice: Notice?
    let reading: GraphFile.Reading
    do {
      reading = try self.reading(options, &notice)
    } catch let error as GraphFileError {
      throw Failure(error)
    } catch let error as GraphMLError {
      throw Failure(error)
    } catch let problem as FileProblem {
      throw Failure(FileProblems([problem]))
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.internal, Bilingual("\(error)", "\(error)"))
    }
    progress.end()
    if !isQuiet { say(reading, notice) }
    return withLabels(reading)
  }

  private func reading(
    _ options: GraphFile.Options, _ notice: inout Notice?
  ) throws -> GraphFile.Reading {
    // What comes through a pipe comes once, and in another encoding than UTF-8 it is needed twice.
    let piped = path == "-" ? Output.standardInput : nil
    do {
      if encoding != nil, let bytes = piped ?? Paths.bytes(of: path), isText(bytes) {
        return try reading(decoding: bytes, options, &notice)
      }
      return try piped.map { try GraphFile.read(bytes: $0, options: options) }
        ?? GraphFile.read(path: path, options: options)
    } catch let error as GraphFileError where error.code == .notUTF8 && encoding == nil {
      return try reading(decoding: piped ?? Paths.bytes(of: path) ?? [], options, &notice)
    }
  }

  /// Whether it is no XML, compressed or not, whose encoding its own reader sees to, and no snapshot, which has none.
  private func isText(_ bytes: [UInt8]) -> Bool {
    !FileStart.isXML(bytes) && !bytes.starts(with: [0x89, 0x4C, 0x54, 0x47])
  }

  /// An edge list as Chinese Excel saves it, in GB18030, or in UTF-16.
  private func reading(
    decoding bytes: [UInt8], _ options: GraphFile.Options, _ notice: inout Notice?
  ) throws -> GraphFile.Reading {
    let forced = encoding.flatMap { TextEncoding(name: $0) }
    if let encoding, forced == nil {
      let names = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure(
        .usage,
        Bilingual(
          "--encoding：边表没有“\(encoding)”这种编码；有：\(names)",
          "--encoding: an edge list is not read as “\(encoding)”; there are: \(names)"))
    }
    let text = try DecodedText.decode(bytes, path: path, forced: forced)
    if forced == nil { notice = text.notice(path: path) }
    return try GraphFile.read(bytes: text.bytes, name: path, options: options)
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

  private func say(_ reading: GraphFile.Reading, _ notice: Notice?) {
    let language = Spoken.language
    if let notice { Output.error("\(notice.location): \(notice.text[language])") }
    for warning in reading.warnings.prefix(20) {
      Output.error(language == .chinese ? warning.chineseDescription : warning.description)
    }
    let rest = reading.warningCount - min(reading.warnings.count, 20)
    if rest > 0 {
      Output.error(Bilingual("另有 \(rest) 条提醒", "\(rest) more remarks")[language])
    }
  }
}
