import ArgumentParser
import Liantu

struct ConvertCommand: ParsableCommand {
  enum HeaderLanguage: String, CaseIterable, ExpressibleByArgument {
    case zh, en
  }

  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "在 YAML、CSV 文件夹与 GraphML 之间转换  Convert between containers",
    discussion: """
      The extension of OUT decides: .yaml, .graphml, or none for a folder of CSV.
      由 OUT 的扩展名决定：.yaml、.graphml，无扩展名则写成 CSV 文件夹。

      Examples 示例:
        liantu convert chains/battery.yaml battery --headers zh
        liantu convert chains/auto-parts auto-parts.yaml
      """)

  @OptionGroup var input: InputOptions

  @Argument(help: "写到哪里  Where to write", completion: .file())
  var out: String

  @Option(help: "表头语言，默认随系统  Language of the headers")
  var headers: HeaderLanguage?

  @Option(help: "消息语言，默认随系统  Language of messages")
  var lang: Language?

  @Flag(help: "允许覆盖  Overwrite")
  var force = false

  @Flag(name: .shortAndLong, help: "不输出消息  No messages")
  var quiet = false

  func run() throws {
    let document = try input.document(isQuiet: quiet)
    let spoken = lang ?? Spoken.language
    let isChinese = headers.map { $0 == .zh } ?? (spoken == .chinese)
    do {
      try document.chain.write(
        to: out, headers: isChinese ? .chinese : .english, force: force)
    } catch {
      throw Failure(error)
    }
    if !quiet { Output.error(Bilingual("已写入 \(out)", "wrote \(out)")[spoken]) }
  }
}
