import ArgumentParser
import Liantu

struct SnapshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot",
    abstract: "把大图存成快照，下次立即打开\nKeep a large graph as a snapshot that opens at once",
    discussion: """
      快照含全部点、边和属性，liantu graph 可直接读取；格式见 docs/graphs.md。
      A snapshot holds all nodes, edges and attributes; liantu graph reads it like
      any other file. docs/graphs.md describes the format.

      Examples 示例:
        liantu snapshot network.graphml network.graph
        liantu graph network.graph
      """)

  @OptionGroup var input: GraphInputOptions

  @Argument(help: "写到哪里  Where to write", completion: .file())
  var out: String

  @Option(help: "消息语言，默认随系统\nLanguage of messages, by default the locale's")
  var lang: Language?

  @Flag(help: "允许覆盖已有文件  Replace a file that is there")
  var force = false

  @Flag(name: .shortAndLong, help: "不输出消息  No messages")
  var quiet = false

  func run() throws {
    let progress = ProgressLine(isQuiet: quiet, language: lang ?? Spoken.language)
    // Whatever goes wrong is said on a line of its own.
    defer { progress.end() }
    let reading = try input.reading(isQuiet: quiet, progress)
    let bytes: [UInt8]
    do {
      bytes = try reading.graph.snapshot()
    } catch {
      throw Failure(error)
    }
    if out == "-" { return try Output.data(bytes) }
    progress.show(Bilingual("正在写入 \(out)", "writing \(out)"))
    do {
      try AtomicFile.write(bytes, to: out, force: force)
    } catch {
      throw Failure(FileProblems([error]))
    }
    progress.end()
    if !quiet {
      Output.error(Bilingual("已写入 \(out)", "wrote \(out)")[lang ?? Spoken.language])
    }
  }
}
