/// Numbers in the spelling that nearly all files use, read from bytes without a `String`. What these do not read may still
/// be a number: blanks around it, infinities, many digits.
package enum PlainNumber {
  /// The 64-bit integer of a text of digits with or without a sign.
  package static func integer(_ text: Span<UInt8>) -> Int64? {
    var place = 0
    let isNegative = text.count > 0 && text[0] == UInt8(ascii: "-")
    if isNegative || (text.count > 0 && text[0] == UInt8(ascii: "+")) { place = 1 }
    // Eighteen digits cannot overflow.
    guard text.count > place, text.count - place <= 18 else { return nil }
    var value: Int64 = 0
    while place < text.count {
      let digit = text[place] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      value = value &* 10 &+ Int64(digit)
      place += 1
    }
    return isNegative ? -value : value
  }

  /// The double of a decimal number whose digits make an integer up to 2⁵³ and whose power of ten is at most 22 either way:
  /// both are exact then, and one division or multiplication rounds correctly (Clinger, How to Read Floating Point Numbers
  /// Accurately, 1990, doi:10.1145/93548.93557).
  package static func double(_ text: Span<UInt8>) -> Double? {
    var place = 0
    let isNegative = text.count > 0 && text[0] == UInt8(ascii: "-")
    if isNegative { place = 1 }
    var digits: UInt64 = 0
    var digitCount = 0
    var power = 0
    var hasPoint = false
    while place < text.count {
      let byte = text[place]
      let digit = byte &- UInt8(ascii: "0")
      if digit <= 9 {
        digits = digits &* 10 &+ UInt64(digit)
        digitCount += 1
        if hasPoint { power -= 1 }
      } else if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        break
      }
      place += 1
    }
    guard digitCount > 0, digitCount <= 18, digits <= 1 << 53 else { return nil }
    if place < text.count {
      guard text[place] | 0x20 == UInt8(ascii: "e"),
        let exponent = integer(text.extracting((place + 1)...)), abs(exponent) < 1_000
      else { return nil }
      power += Int(exponent)
    }
    guard abs(power) <= 22 else { return nil }
    let value = power < 0 ? Double(digits) / powers[-power] : Double(digits) * powers[power]
    return isNegative ? -value : value
  }

  /// The powers of ten that a double holds exactly.
  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
