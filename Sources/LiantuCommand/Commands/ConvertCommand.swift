import ArgumentParser
import Liantu

struct ConvertCommand: ParsableCommand {
  enum HeaderLanguage: String, CaseIterable, ExpressibleByArgument {
    case zh, en
  }

  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "转换文件格式（YAML、CSV 文件夹、GraphML）\nConvert between YAML, a folder of CSV and GraphML",
    discussion: """
      由 <out> 的扩展名决定：.yaml、.graphml，无扩展名则写成 CSV 文件夹。
      The extension of <out> decides: .yaml, .graphml, or none for a folder of CSV.

      Examples 示例:
        liantu convert chains/battery.yaml battery --headers zh
        liantu convert chains/auto-parts auto-parts.yaml
      """)

  @OptionGroup var input: InputOptions

  @Argument(help: "写到哪里  Where to write", completion: .file())
  var out: String

  @Option(help: "表头语言，默认随系统\nLanguage of the headers, by default the locale's")
  var headers: HeaderLanguage?

  @Option(help: "消息语言，默认随系统\nLanguage of messages, by default the locale's")
  var lang: Language?

  @Flag(help: "允许覆盖已有文件  Replace what is there")
  var force = false

  @Flag(name: .shortAndLong, help: "不输出消息  No messages")
  var quiet = false

  func run() throws {
    guard out != "-", Container(path: out) != nil else {
      throw Failure(
        .usage,
        Bilingual(
          "不能写成“\(out)”：请给文件名，扩展名用 .yaml 或 .graphml，不带扩展名则写成 CSV 文件夹",
          "“\(out)” cannot be written: name a file ending in .yaml or .graphml, "
            + "or one without ending for a folder of CSV"))
    }
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
