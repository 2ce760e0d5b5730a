/// A number of paths, or what is divided by one.
protocol PathCount: BitwiseCopyable, Sendable {
  /// Whether the count is so low that dividing by it and multiplying again loses nothing but rounding.
  var isSafe: Bool { get }

  /// Whether there is no path.
  var isZero: Bool { get }

  init(_ count: Double)
  static func += (sum: inout Self, other: Self)
  static func / (dividend: Double, count: Self) -> Self
  static func * (count: Self, other: Self) -> Double
}

extension Double: PathCount {
  var isSafe: Bool { self < 0x1p960 }
}

/// A count that may exceed every floating-point number: `significand` × 2^(512 `scale`).
///
/// Two parallel edges one after the other make 4 paths, a thousand of them more than 10³⁰⁸.
struct WidePathCount: PathCount {
  /// 0, or at least 1 and below 2⁵¹².
  private var significand: Double
  private var scale: Int

  init(_ count: Double) {
    self.init(significand: count, scale: 0)
  }

  /// The significand is 0 or between 2⁻⁵¹² and 2¹⁰²³.
  private init(significand: Double, scale: Int) {
    self.significand = significand
    self.scale = scale
    if significand >= 0x1p512 {
      self.significand *= 0x1p-512
      self.scale += 1
    } else if significand > 0 && significand < 1 {
      self.significand *= 0x1p512
      self.scale -= 1
    }
  }

  var isSafe: Bool { true }
  var isZero: Bool { significand == 0 }

  /// As a floating-point number; infinite when it is too great.
  private var double: Double {
    switch significand == 0 ? 0 : scale {
    case ..<(-2): 0
    case -2: significand * 0x1p-512 * 0x1p-512
    case -1: significand * 0x1p-512
    case 0: significand
    case 1: significand * 0x1p512
    default: .infinity
    }
  }

  static func += (sum: inout WidePathCount, other: WidePathCount) {
    if other.significand == 0 { return }
    let (great, small) =
      sum.significand == 0 || sum.scale < other.scale ? (other, sum) : (sum, other)
    // Two scales apart, the smaller one is lost in rounding.
    let part =
      switch great.scale - small.scale {
      case 0: small.significand
      case 1: small.significand * 0x1p-512
      default: 0.0
      }
    sum = WidePathCount(significand: great.significand + part, scale: great.scale)
  }

  static func / (dividend: Double, count: WidePathCount) -> WidePathCount {
    WidePathCount(significand: dividend / count.significand, scale: -count.scale)
  }

  static func * (count: WidePathCount, other: WidePathCount) -> Double {
    // The product of the significands alone could overflow.
    WidePathCount(
      significand: count.significand * 0x1p-512 * other.significand,
      scale: count.scale + other.scale + 1
    ).double
  }
}
