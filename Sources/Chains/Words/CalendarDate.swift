/// A date as offices write it: a year, a month of a year, or a day.
///
/// A date that is less exact sorts before the more exact ones within it: 2022 < 2022-03 < 2022-03-15.
public struct CalendarDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// 1...9999
  public let year: Int
  /// 1...12
  public let month: Int?
  /// 1...31, valid for its month; present only with a month
  public let day: Int?

  /// Returns `nil` for what is not in the calendar, such as 2023-02-29.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day, !(1...Self.days(inMonth: month, of: year)).contains(day) { return nil }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// ISO 8601, as exact as the date is: `2022`, `2022-03`, `2022-03-15`.
  public var description: String {
    let parts = [(year, 4), (month ?? 0, 2), (day ?? 0, 2)]
    return parts.filter { $0.0 > 0 }
      .map { value, width in
        let digits = String(value)
        return String(repeating: "0", count: width - digits.count) + digits
      }
      .joined(separator: "-")
  }

  /// Whether this date lies at or before the end of `other`: 2022-03-15 is not after 2022.
  public func isNotAfter(_ other: Self) -> Bool {
    let end = (other.year, other.month ?? 12, other.day ?? 31)
    return (year, month ?? 1, day ?? 1) <= end
  }

  public static func < (a: Self, b: Self) -> Bool {
    (a.year, a.month ?? 0, a.day ?? 0) < (b.year, b.month ?? 0, b.day ?? 0)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
