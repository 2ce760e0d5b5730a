import Chains

/// Looks for what would make the YAML parser work without end before it is asked to parse.
///
/// The parser keeps aliases as shared values, so they cannot fill the memory; but it hashes the keys of a mapping to find
/// doubles, and hashing a key that is an alias of nested lists takes time exponential in their depth. No chain document
/// has keys that are aliases or collections.
enum YAMLGuard {
  /// The place of a key that is an alias or a collection, in a text that also has an anchor.
  static func aliasAsKey(in text: [UInt8]) -> Mark? {
    let text = text.span
    var hasAnchor = false
    var suspect: Int?
    var before: UInt8 = 0x0A
    for at in text.indices {
      let byte = text[at]
      let startsToken =
        before <= 0x20 || before == UInt8(ascii: "[") || before == UInt8(ascii: "{")
        || before == UInt8(ascii: ",")
      if startsToken, byte == UInt8(ascii: "&") { hasAnchor = true }
      if suspect == nil, startsToken || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}"),
        isKey(text, at)
      {
        suspect = at
      }
      before = byte
    }
    guard hasAnchor, let suspect else { return nil }
    var mark = Mark(line: 1, column: 1)
    for at in 0..<suspect {
      if text[at] == 0x0A {
        mark = Mark(line: mark.line + 1, column: 1)
      } else if text[at] & 0xC0 != 0x80 {
        mark.column += 1
      }
    }
    return mark
  }

  /// Whether a key that is no plain word may start (`*name`, `?`) or end (`]`, `}`) here.
  private static func isKey(_ text: borrowing Span<UInt8>, _ start: Int) -> Bool {
    var at = start + 1
    switch text[start] {
    case UInt8(ascii: "?"): return at == text.count || text[at] <= 0x20
    case UInt8(ascii: "*"):
      // The name of an alias ends at a blank or a flow indicator.
      while at < text.count, text[at] > 0x20, text[at] != UInt8(ascii: ","),
        text[at] != UInt8(ascii: "]"),
        text[at] != UInt8(ascii: "}")
      {
        at += 1
      }
      if text[at - 1] == UInt8(ascii: ":") { return true }
    case UInt8(ascii: "]"), UInt8(ascii: "}"): break
    default: return false
    }
    while at < text.count, text[at] == 0x20 || text[at] == 0x09 { at += 1 }
    return at < text.count && text[at] == UInt8(ascii: ":")
  }

  static func problem(at mark: Mark, path: String) -> FileProblem {
    FileProblem(
      at: Location(path: path, line: mark.line, column: mark.column),
      Bilingual(
        "字段名不能是别名（*）或列表：请直接写字段名",
        "a key must not be an alias (*) or a list: write the name of the field"))
  }
}
