import Liantu

/// Guesses what was meant by a word that is none.
enum Suggestion {
  private static let commands = [
    "check", "analyze", "explain", "what-if", "export", "convert", "graph", "snapshot", "run",
    "help",
  ]

  /// A message for an unknown subcommand; `nil` when the word is one, or an option.
  static func forCommand(_ word: String) -> String? {
    guard !word.hasPrefix("-"), !commands.contains(word) else { return nil }
    let near = commands.filter { distance($0, word) <= 2 || $0.hasPrefix(word) }
    let names = near.prefix(2).map { "liantu \($0)" }
    let hint =
      names.isEmpty
      ? nil
      : Bilingual(
        "是不是 \(names.joined(separator: " 或 "))？",
        "did you mean \(names.joined(separator: " or "))? ")
    return Bilingual(
      "没有子命令“\(word)”：\(hint?.chinese ?? "")liantu --help 列出全部",
      "no command “\(word)”: \(hint?.english ?? "")liantu --help lists them all")[Spoken.language]
  }

  private static func distance(_ a: String, _ b: String) -> Int {
    let b = Array(b)
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(min(above, row[j]) + 1, diagonal + (x == y ? 0 : 1))
        diagonal = above
      }
    }
    return row[b.count]
  }
}
