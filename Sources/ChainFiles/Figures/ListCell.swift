/// Several texts in one cell: 长城汽车；北汽, with quotes round a text that holds a separator.
enum ListCell {
  private static let separators: Set<Character> = [";", "；", "、", "，", "|", "\n", "\r\n", "\r"]

  /// - Parameter commas: whether an ASCII comma separates too; it does not in names such as “Foo Co., Ltd.”.
  static func read(_ text: String, commas: Bool) -> [String] {
    let separators = commas ? separators.union([","]) : separators
    var texts: [String] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      rest = rest.drop { $0.isWhitespace || separators.contains($0) }
      if let (quoted, after) = quoted(rest, separators) {
        texts.append(quoted)
        rest = after
      } else {
        let end = rest.firstIndex(where: separators.contains) ?? rest.endIndex
        texts.append(trimmed(String(rest[..<end])))
        rest = rest[end...]
      }
    }
    return texts.filter { !$0.isEmpty }
  }

  static func written(_ texts: [String]) -> String {
    texts.map { text in
      let needsQuotes =
        text.contains { separators.contains($0) || $0 == "," } || text.first == "\""
      return needsQuotes
        ? "\""
          + text.split(separator: "\"", omittingEmptySubsequences: false)
          .joined(separator: "\"\"") + "\"" : text
    }.joined(separator: "; ")
  }

  /// The text in the quotes that `rest` starts with, unless something other than a separator follows them.
  private static func quoted(
    _ rest: Substring, _ separators: Set<Character>
  ) -> (String, Substring)? {
    guard rest.first == "\"" else { return nil }
    var text = ""
    var at = rest.index(after: rest.startIndex)
    while at < rest.endIndex {
      let next = rest.index(after: at)
      if rest[at] != "\"" {
        text.append(rest[at])
        at = next
      } else if next < rest.endIndex, rest[next] == "\"" {
        text.append("\"")
        at = rest.index(after: next)
      } else {
        let after = rest[next...].drop { $0.isWhitespace && !separators.contains($0) }
        guard after.isEmpty || after.first.map(separators.contains) == true else { return nil }
        return (text, after)
      }
    }
    return nil
  }
}
