internal import ChainAnalysis

/// Figures as people read them: at most six significant digits, thousands apart.
package enum Numerals {
  /// `1,200`, `0.075`, `∞`; what is no number is `—`.
  package static func amount(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "—" : value > 0 ? "∞" : "-∞" }
    let rounded = significant(value, digits: 6)
    guard abs(rounded) < 1e18 else { return "\(rounded)" }
    let whole = rounded.rounded(.towardZero)
    let text = rounded == whole ? String(Int64(whole)) : "\(rounded)"
    guard !text.contains("e") else { return text }
    return grouped(text)
  }

  /// An amount of money: no decimals from 100 on, at most two below.
  static func money(_ value: Double) -> String {
    let digits = abs(value) >= 100 ? 1.0 : abs(value) >= 10 ? 10 : 100
    let rounded = (value * digits).rounded() / digits
    return rounded == 0 && value != 0 ? amount(significant(value, digits: 2)) : amount(rounded)
  }

  /// A range of money, or of shares in percent, where both ends are known: one figure where they agree.
  static func range(_ range: ValueRange, _ text: (Double) -> String = money) -> String? {
    guard let least = range.atLeast, let most = range.atMost else { return nil }
    let ends = [text(range.exact ?? least), text(range.exact ?? most)]
    return ends[0] == ends[1] ? ends[0] : ends.joined(separator: "–")
  }

  /// A share as `12.5%`: one decimal below ten, none above, never a rounded 0 % or 100 %.
  package static func percent(_ share: Double) -> String {
    let value = share * 100
    if value > 0, value < 0.1 { return "<0.1%" }
    if value < 100, value > 99.9 { return ">99.9%" }
    let rounded = abs(value) < 10 || value > 99 ? (value * 10).rounded() / 10 : value.rounded()
    return amount(rounded) + "%"
  }

  /// The value cut to a number of significant digits.
  static func significant(_ value: Double, digits: Int) -> Double {
    guard value != 0, value.isFinite else { return value }
    let top = power(of: digits)
    let size = abs(value)
    // Powers of ten up to 10²² are exact, their inverses are not: divide by them, never multiply.
    if size >= top {
      let divisor = power(of: (1...308).first { size / power(of: $0) < top } ?? 308)
      return (value / divisor).rounded() * divisor
    }
    let factor = power(of: (0...308).first { size * power(of: $0) >= top / 10 } ?? 308)
    return factor.isFinite ? (value * factor).rounded() / factor : value
  }

  private static func power(of exponent: Int) -> Double {
    (0..<exponent).reduce(1.0) { power, _ in power * 10 }
  }

  private static func grouped(_ text: String) -> String {
    let isNegative = text.hasPrefix("-")
    let digits = isNegative ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", maxSplits: 1)
    var whole = ""
    for (position, digit) in parts[0].enumerated() {
      if position > 0, (parts[0].count - position).isMultiple(of: 3) { whole += "," }
      whole.append(digit)
    }
    let fraction = parts.count > 1 ? "." + parts[1] : ""
    return (isNegative ? "-" : "") + whole + fraction
  }
}
