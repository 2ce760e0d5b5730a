/// The values that a variable or the sum of a constraint may take, ends included.
///
/// An infinite end is no limit. Bounds are taken as they come, also from data: those that hold no
/// number are a problem of the program (``LinearProgramError/Problem/emptyBounds(_:_:)``).
public struct Bounds: Hashable, Sendable {
  /// The smallest value, or minus infinity.
  public var lower: Double
  /// The largest value, or infinity.
  public var upper: Double

  /// From one number to another; no check is made.
  public init(_ lower: Double, _ upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// Any number.
  public static let free = Bounds(-.infinity, .infinity)
  /// This number and above.
  public static func atLeast(_ lower: Double) -> Bounds { Bounds(lower, .infinity) }
  /// This number and below.
  public static func atMost(_ upper: Double) -> Bounds { Bounds(-.infinity, upper) }
  /// This number alone.
  public static func equal(_ value: Double) -> Bounds { Bounds(value, value) }
}

extension Bounds: CustomStringConvertible {
  public var description: String { "\(lower)...\(upper)" }
}

extension Bounds {
  /// Whether the other bounds allow all that these do.
  func isWithin(_ other: Bounds) -> Bool { lower >= other.lower && upper <= other.upper }
}
