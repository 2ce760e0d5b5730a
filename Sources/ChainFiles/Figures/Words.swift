import Chains

/// The words that cells hold besides figures and names.
enum Words {
  /// Whether somebody says that he does not know; only where a figure, a date or a word is wanted.
  static func isUnknown(_ plain: String) -> Bool {
    // Figures and dates start with a digit and need no comparison.
    if let first = plain.utf8.first, first >= 0x30, first <= 0x39 { return false }
    return [
      "", "待核", "待查", "未知", "不详", "-", "--", "—", "——", "–", "/", "?", "unknown", "n/a", "na",
      "null",
    ].contains(plain.lowercased())
  }

  /// Without any limit.
  static func isUnlimited(_ plain: String) -> Bool {
    ["不限", "无限", "无限制", "unlimited", "∞"].contains(plain.lowercased())
  }

  /// Nothing at all, which is 0.
  static func isNone(_ plain: String) -> Bool {
    ["无", "没有", "none"].contains(plain.lowercased())
  }

  static func flag(_ text: String) throws(CellError) -> Bool {
    switch halfWidth(text).lowercased() {
    case "yes", "y", "true", "1", "是", "√", "✓", "✔": return true
    case "no", "n", "false", "0", "否", "×", "✗": return false
    default:
      throw CellError(
        "“\(text.shownShort)”既不是“是”也不是“否”：请写是或否",
        "“\(text.shownShort)” is neither yes nor no: write one of them")
    }
  }

  /// The English spelling of the word that is meant.
  static func word(_ text: String, among words: [Bilingual]) throws(CellError) -> String {
    for word in words where word.english == text || word.chinese == text { return word.english }
    let wanted = headerKey(text)
    for word in words where headerKey(word.english) == wanted || word.chinese == wanted {
      return word.english
    }
    let chinese = words.map(\.chinese).joined(separator: "、")
    let english = words.map(\.english).joined(separator: ", ")
    throw CellError(
      "“\(text.shownShort)”不在可用的词之中：请写\(chinese)之一（或 \(english)）",
      "“\(text.shownShort)” is none of the words for this column: write one of \(english) (or \(chinese))"
    )
  }
}
