/// A fraction of whole numbers, exact; arithmetic that leaves 128 bits throws.
struct Rational: Hashable, Comparable {
  struct Overflow: Error {}

  let numerator: Int128
  /// Above 0, without common factors with the numerator.
  let denominator: Int128

  static let zero = Rational(0)
  static let one = Rational(1)

  init(_ number: Int) {
    numerator = Int128(number)
    denominator = 1
  }

  private init(_ numerator: Int128, over denominator: Int128) {
    var (a, b) = (numerator.magnitude, denominator.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    let divisor = Int128(a) * (denominator < 0 ? -1 : 1)
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  var double: Double { Double(numerator) / Double(denominator) }
  var isNegative: Bool { numerator < 0 }
  var isPositive: Bool { numerator > 0 }

  func plus(_ other: Rational) throws -> Rational {
    Rational(
      try Self.sum(
        Self.product(numerator, other.denominator), Self.product(other.numerator, denominator)),
      over: try Self.product(denominator, other.denominator))
  }

  func minus(_ other: Rational) throws -> Rational { try plus(other.times(Rational(-1))) }

  func times(_ other: Rational) throws -> Rational {
    Rational(
      try Self.product(numerator, other.numerator),
      over: try Self.product(denominator, other.denominator))
  }

  func over(_ other: Rational) throws -> Rational {
    Rational(
      try Self.product(numerator, other.denominator),
      over: try Self.product(denominator, other.numerator))
  }

  static func < (left: Rational, right: Rational) -> Bool {
    let a = left.numerator.multipliedFullWidth(by: right.denominator)
    let b = right.numerator.multipliedFullWidth(by: left.denominator)
    return (a.high, a.low) < (b.high, b.low)
  }

  private static func sum(_ a: Int128, _ b: Int128) throws -> Int128 {
    let (value, overflow) = a.addingReportingOverflow(b)
    if overflow { throw Overflow() }
    return value
  }

  private static func product(_ a: Int128, _ b: Int128) throws -> Int128 {
    let (value, overflow) = a.multipliedReportingOverflow(by: b)
    if overflow { throw Overflow() }
    return value
  }
}
