import ArgumentParser
import Liantu

/// How an answer about a chain is written.
@dynamicMemberLookup
struct AnswerOptions: ParsableArguments {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv, markdown
  }

  @Option(help: "输出格式，默认 text\nOutput format, text by default")
  var format: Format?

  @Flag(help: "等同 --format json  Short for --format json")
  var json = false

  @OptionGroup var page: PageOptions

  func validate() throws {
    if json, let format, format != .json {
      throw ValidationError(
        Bilingual(
          "--json 与 --format \(format.rawValue) 矛盾：请只写一个",
          "--json contradicts --format \(format.rawValue): give one of them")[Spoken.language])
    }
  }

  var chosenFormat: Format { json ? .json : format ?? .text }
  var style: Style { page.style }
  var width: Int { page.width }

  /// Writes the answer to its file, whole or not at all, or to standard output.
  ///
  /// A CSV file starts with a byte order mark, without which Excel misreads Chinese.
  func deliver(_ text: String) throws(Failure) {
    let goesToFile = page.output.map { $0 != "-" } ?? false
    let mark = chosenFormat == .csv && goesToFile ? "\u{FEFF}" : ""
    try page.deliver(Array((mark + text).utf8))
  }

  subscript<Value>(dynamicMember option: KeyPath<OutputOptions, Value>) -> Value {
    page[dynamicMember: option]
  }
}
