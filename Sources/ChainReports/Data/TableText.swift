/// Rows as CSV: RFC 4180, CR LF.
package enum CSVRow {
  package static func text(_ cells: [String]) -> String {
    cells.map(quoted).joined(separator: ",") + "\r\n"
  }

  private static func quoted(_ text: String) -> String {
    let isPlain = !text.unicodeScalars.contains { [",", "\"", "\n", "\r"].contains($0) }
    guard !isPlain else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}

/// Rows as a pipe table of Markdown; the first is the header.
enum MarkdownTable {
  static func text(_ rows: [[String]]) -> String {
    guard let header = rows.first else { return "" }
    let lines = rows.map { "| " + $0.map(escaped).joined(separator: " | ") + " |" }
    let rule = "|" + String(repeating: " --- |", count: header.count)
    return ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n") + "\n"
  }

  private static func escaped(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
      .split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
