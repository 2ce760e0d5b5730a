import Chains

extension CellValue {
  /// The cell as text in a language of headers; lists as one cell, empty where nothing is known.
  func written(_ headers: Headers, _ content: Column.Content) -> String {
    switch self {
    case .blank: ""
    case .text(let text): text
    case .list(let texts): ListCell.written(texts)
    case .flag(let flag):
      headers == .chinese ? (flag ? "是" : "否") : (flag ? "yes" : "no")
    case .word(let word): Self.word(word, headers, content)
    case .date(let date): date.description
    case .number(let number): Self.number(number)
    case .limit(.limited(let amount)): Self.number(amount)
    case .limit(.unlimited): headers == .chinese ? "不限" : "unlimited"
    case .limit(.unknown): ""
    }
  }

  /// The shortest digits that read back as the same number, without “.0”.
  static func number(_ number: Double) -> String {
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func word(
    _ word: String, _ headers: Headers, _ content: Column.Content
  ) -> String {
    guard headers == .chinese, case .word(let words, _) = content else { return word }
    return words.first { $0.english == word }?.chinese ?? word
  }
}

extension Column {
  func header(_ headers: Headers) -> String {
    headers == .chinese ? header.chinese : header.english
  }
}

extension Table {
  func name(_ headers: Headers) -> String { headers == .chinese ? chinese : rawValue }
}
