public import Chains

extension CalendarDate {
  /// The date that people write as 2022, 2022-03, 2022/3/15, 2022.3.15, 2022年3月15日 or 20220315; `nil` for anything else.
  public init?(written text: String) {
    let plain = halfWidth(text)
    var parts: [Int] = []
    var separators = ""
    var digits = ""
    for character in plain + " " {
      if let digit = character.wholeNumberValue, character.isASCII {
        guard digits.count < 8 else { return nil }
        digits += "\(digit)"
      } else {
        if let part = Int(digits) {
          parts.append(part)
        } else if !digits.isEmpty || character != " " {
          return nil
        }
        digits = ""
        separators.append(character)
      }
    }
    separators.removeLast()
    if separators.isEmpty, plain.count == 8, let whole = parts.first {
      parts = [whole / 10_000, whole / 100 % 100, whole % 100]
    } else {
      guard Self.isDate(separators, parts: parts.count) else { return nil }
    }
    guard let year = parts.first, year > 999 else { return nil }
    self.init(
      year: year, month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil)
  }

  private static func isDate(_ separators: String, parts: Int) -> Bool {
    switch parts {
    case 1: ["", "年"].contains(separators)
    case 2: ["-", "/", ".", "年", "年月"].contains(separators)
    case 3: ["--", "//", "..", "年月", "年月日"].contains(separators)
    default: false
    }
  }

  static func read(_ text: String) throws(CellError) -> CalendarDate? {
    if Words.isUnknown(halfWidth(text)) { return nil }
    if let date = CalendarDate(written: text) { return date }
    throw CellError(
      "“\(text)”不是日期：请写 2022、2022-03 或 2022-03-15 这样的日期",
      "“\(text)” is not a date: write it like 2022, 2022-03 or 2022-03-15")
  }
}
