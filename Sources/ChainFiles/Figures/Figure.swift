/// A number as it is written, with what stands behind it: `1,200.5 万台` is 1200.5 and `万台`.
struct Figure: Equatable {
  /// A decimal number without separators, such as `-1200.5`.
  let digits: String
  /// The power of ten of an `e` behind the digits.
  let exponent: Int
  /// Half width, without blanks at its ends.
  let suffix: String

  enum Reading: Equatable {
    case figure(Figure)
    /// Digits and commas that are no thousands: 1,20 or 12,34.
    case oddCommas
    case none
  }

  /// - Parameter text: half width, trimmed.
  static func read(_ text: String) -> Reading {
    let bytes = Array(text.utf8)
    var at = 0
    var digits: [UInt8] = []
    if at < bytes.count, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") {
      if bytes[at] == UInt8(ascii: "-") { digits.append(bytes[at]) }
      at += 1
    }
    let whole = at
    while at < bytes.count, isDigit(bytes[at]) || bytes[at] == UInt8(ascii: ",") { at += 1 }
    guard let plain = withoutThousands(bytes[whole..<at]) else { return .oddCommas }
    digits += plain
    var count = plain.count
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      digits.append(bytes[at])
      at += 1
      while at < bytes.count, isDigit(bytes[at]) {
        digits.append(bytes[at])
        at += 1
        count += 1
      }
    }
    guard count > 0 else { return .none }
    let exponent = readExponent(bytes, &at)
    let suffix = trimmed(String(decoding: bytes[at...], as: UTF8.self))
    // “1.2.3” and “1 200” are no figures with a unit.
    if let next = suffix.utf8.first, isDigit(next) || next == 0x2E || next == 0x2C { return .none }
    return .figure(
      Figure(digits: String(decoding: digits, as: UTF8.self), exponent: exponent, suffix: suffix))
  }

  /// The figure times ten to the power of `shift`.
  ///
  /// The point is moved in the decimal text and the result rounded once, so 200.33 亿元 is exactly 2003300 万元, as
  /// near as a `Double` can be to it.
  func value(shiftedBy shift: Int = 0) -> Double? {
    guard abs(exponent) < 10_000 else { return nil }
    guard let value = Double("\(digits)e\(exponent + shift)"), value.isFinite else { return nil }
    return value
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// `nil` when the commas do not stand before groups of three digits.
  private static func withoutThousands(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    let comma = UInt8(ascii: ",")
    guard bytes.contains(comma) else { return Array(bytes) }
    let groups = bytes.split(separator: comma, omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return groups.flatMap { $0 }
  }

  /// An `e` counts only before digits, so that units may start with it.
  private static func readExponent(_ bytes: [UInt8], _ at: inout Int) -> Int {
    guard at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") else { return 0 }
    var end = at + 1
    var sign = 1
    if end < bytes.count, bytes[end] == UInt8(ascii: "-") || bytes[end] == UInt8(ascii: "+") {
      sign = bytes[end] == UInt8(ascii: "-") ? -1 : 1
      end += 1
    }
    let start = end
    var exponent = 0
    while end < bytes.count, isDigit(bytes[end]) {
      exponent = min(exponent * 10 + Int(bytes[end] - 0x30), 100_000)
      end += 1
    }
    guard end > start else { return 0 }
    at = end
    return sign * exponent
  }
}
