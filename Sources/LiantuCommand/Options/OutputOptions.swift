import ArgumentParser
import Liantu

/// Where an answer goes, and in which language.
struct OutputOptions: ParsableArguments {
  @Option(help: "输出语言，默认随系统\nLanguage, by default the locale's")
  var lang: Language?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("写入文件，要么写全要么不写\nWrite to a file, all of it or nothing", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "允许覆盖已有文件  Replace a file that is there")
  var force = false

  @Flag(name: .shortAndLong, help: "只输出结果  Results only, no messages")
  var quiet = false

  var language: Language { lang ?? Spoken.language }
  var progressLine: ProgressLine { ProgressLine(isQuiet: quiet, language: language) }

  /// Writes the answer to its file, whole or not at all, or to standard output.
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

/// Where an answer goes that can be a page of a terminal.
@dynamicMemberLookup
struct PageOptions: ParsableArguments {
  @OptionGroup var target: OutputOptions

  @Flag(help: "不用颜色  No colour")
  var noColor = false

  /// Colour only for a terminal that wants it.
  var style: Style {
    let isWanted =
      target.output == nil && !noColor && Output.isTerminal(1) && environment("NO_COLOR") == nil
      && environment("TERM") != "dumb"
    return Style(isColoured: isWanted)
  }

  /// Columns for text: the terminal's, or 80 in a file.
  var width: Int { target.output == nil ? Output.width : 80 }

  func deliver(_ bytes: [UInt8]) throws(Failure) { try target.deliver(bytes) }

  subscript<Value>(dynamicMember option: KeyPath<OutputOptions, Value>) -> Value {
    target[keyPath: option]
  }
}
