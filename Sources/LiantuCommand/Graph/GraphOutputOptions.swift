import ArgumentParser
import Liantu

/// Where the answer goes.
struct GraphOutputOptions: ParsableArguments {
  @Option(help: "输出语言，默认随系统\nLanguage, by default the locale's")
  var lang: Language?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("写入文件，要么写全要么不写\nWrite to a file, all of it or nothing", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "允许覆盖已有文件  Replace a file that is there")
  var force = false

  @Flag(help: "不用颜色  No colour")
  var noColor = false

  @Flag(name: .shortAndLong, help: "只输出结果  Results only, no messages")
  var quiet = false

  var language: Language { lang ?? Spoken.language }

  /// Colour only for a terminal that wants it.
  var style: Style {
    let isWanted =
      output == nil && !noColor && Output.isTerminal(1) && environment("NO_COLOR") == nil
      && environment("TERM") != "dumb"
    return Style(isColoured: isWanted)
  }

  /// Columns for text: the terminal's, or 80 in a file.
  var width: Int { output == nil ? Output.width : 80 }

  func deliver(_ bytes: [UInt8]) throws(Failure) {
    guard let output, output != "-" else { return try Output.data(bytes) }
    do {
      try AtomicFile.write(bytes, to: output, force: force)
    } catch {
      throw Failure(FileProblems([error]))
    }
    if !quiet { Output.error(Bilingual("已写入 \(output)", "wrote \(output)")[language]) }
  }
}
