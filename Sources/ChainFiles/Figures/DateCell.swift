public import Chains

extension CalendarDate {
  /// The date that people write as 2022, 2022-03, 2022/3/15, 2022.3.15, 2022年3月15日 or 20220315; `nil` for anything else.
  public init?(written text: String) {
    if let date = Self(isoBytes: text.utf8) {
      self = date
      return
    }
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

  /// The usual case, 2022-03-15 or 2022-03 or 2022, without any allocation.
  private init?(isoBytes bytes: String.UTF8View) {
    guard [4, 7, 10].contains(bytes.count) else { return nil }
    var parts = (year: 0, month: 0, day: 0)
    for (index, byte) in bytes.enumerated() {
      switch (index, byte) {
      case (4, 0x2D), (7, 0x2D): break
      case (0..<4, 0x30...0x39): parts.year = parts.year * 10 + Int(byte - 0x30)
      case (5..<7, 0x30...0x39): parts.month = parts.month * 10 + Int(byte - 0x30)
      case (8..<10, 0x30...0x39): parts.day = parts.day * 10 + Int(byte - 0x30)
      default: return nil
      }
    }
    guard parts.year > 999 else { return nil }
    self.init(
      year: parts.year, month: bytes.count > 4 ? parts.month : nil,
      day: bytes.count > 7 ? parts.day : nil)
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
      "“\(text.shownShort)”不是日期：请写 2022、2022-03 或 2022-03-15 这样的日期",
      "“\(text.shownShort)” is not a date: write it like 2022, 2022-03 or 2022-03-15")
  }
}
