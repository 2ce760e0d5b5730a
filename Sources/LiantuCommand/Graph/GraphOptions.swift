public import ArgumentParser
import Glibc
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
      "边表中起点、终点所在的列，默认按列名识别\nColumns of an edge list with the ends of edges; by default\nthose with usual names, or the first two",
      valueName: "name"))
  var sourceColumn: String?

  @Option(name: .customLong("target-column"), help: .hidden)
  var targetColumn: String?

  @Option(help: ArgumentHelp("指定 GraphML 的编码\nEncoding of GraphML, by default what it says"))
  var encoding: String?

  @Option(
    help: ArgumentHelp(
      "线程数，默认为处理器数；结果不变\nThreads, by default one a processor; the result is the same",
      valueName: "n"))
  var threads: Int?

  var threadCount: Int { threads ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError(
        Bilingual("--threads 取 1 到 1024", "--threads takes 1 to 1024")[Spoken.language])
    }
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
    options.sourceColumn = sourceColumn
    options.targetColumn = targetColumn
    options.columns = columns
    options.threads = threadCount
    let reading: GraphFile.Reading
    do {
      reading = try GraphFile.read(path: path, options: options)
    } catch let error as GraphFileError {
      throw Failure(error)
    } catch let error as GraphMLError {
      throw Failure(error)
    } catch {
      throw Failure(.internal, Bilingual("\(error)", "\(error)"))
    }
    if !isQuiet { say(reading) }
    return reading
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
