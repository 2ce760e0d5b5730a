/// What the parser of arguments, which speaks English alone, says is wrong, in Chinese.
enum ArgumentMistake {
  /// A line to stand before the parser's own; a word it has no Chinese for is left to that.
  static func chinese(_ message: String) -> String {
    // What was given stands between apostrophes: every second piece.
    let pieces = message.split(separator: "'", omittingEmptySubsequences: false)
    let fixed = pieces.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
    let given = pieces.enumerated().filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
    guard let wording = wording(fixed, given) else { return "参数有误，详情如下；用法见 liantu help" }
    return "参数有误：\(wording)；用法见 liantu help"
  }

  /// - Parameters:
  ///   - fixed: what the parser says around what was given, so that an apostrophe in that makes it another message.
  private static func wording(_ fixed: [Substring], _ given: [Substring]) -> String? {
    let list = given.dropFirst(2).joined(separator: "、")
    return switch fixed {
    case ["Unknown option ", ""]: "没有选项 \(given[0])"
    case ["Unknown option ", ". Did you mean ", "?"]: "没有选项 \(given[0])（是不是 \(given[1])？）"
    case ["Missing value for ", ""]: "\(given[0]) 后面缺少值"
    case ["Missing expected argument ", ""]: "缺少 \(given[0])"
    case ["Unexpected argument ", ""]: "多出了“\(given[0])”"
    case ["The value ", " is invalid for ", ""]: "\(given[1]) 的值不能是“\(given[0])”"
    case ["The option ", " does not take any value, but ", " was specified."]:
      "选项 \(given[0]) 不带值，却写了“\(given[1])”"
    default:
      fixed.starts(with: ["The value ", " is invalid for ", ". Please provide one of "])
        ? "\(given[1]) 的值不能是“\(given[0])”，可以是 \(list)" : nil
    }
  }
}
