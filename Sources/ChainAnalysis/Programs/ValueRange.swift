/// A figure between what is certain and what is possible; where nothing else is said, final output in
/// money a year.
public struct ValueRange: Hashable, Sendable {
  /// With the worst that unknown figures can be, and with the best; `nil` where no certified optimum
  /// was found.
  public let atLeast: Double?
  public let atMost: Double?

  public static let unknown = ValueRange(atLeast: nil, atMost: nil)
  /// Nothing, for certain.
  static let none = ValueRange(atLeast: 0, atMost: 0)

  public init(atLeast: Double?, atMost: Double?) {
    self.atLeast = atLeast
    self.atMost = atMost
  }

  /// The value, where both readings agree.
  public var exact: Double? {
    guard let atLeast, let atMost, atMost - atLeast <= 1e-7 * max(1, atMost) else { return nil }
    return atLeast
  }

  /// Whether it is less by what is certain, or else by what is possible.
  func isLess(than other: ValueRange) -> Bool {
    (atLeast ?? 0, atMost ?? 0) < (other.atLeast ?? 0, other.atMost ?? 0)
  }

  /// The same of both ends.
  func map(_ transform: (Double) -> Double) -> ValueRange {
    ValueRange(atLeast: atLeast.map(transform), atMost: atMost.map(transform))
  }
}

/// The figure cut to significant digits, for the simplex method is exact to little more than ten; how
/// far a plan can go without losing value is known less sharply.
func cut(_ value: Double, digits: Int = 10) -> Double {
  guard value != 0, value.isFinite else { return value }
  let top = (0..<digits).reduce(1.0) { power, _ in power * 10 }
  var scale = 1.0
  while abs(value) * scale < top / 10 { scale *= 10 }
  while abs(value) * scale >= top { scale /= 10 }
  let result = (value * scale).rounded() / scale
  return result == 0 ? 0 : result
}
