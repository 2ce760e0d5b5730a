/// How much of something can be had in a year: a figure, no limit at all, or not known.
///
/// Unknown is a case of its own, so that it can never be added up as zero.
public enum Limit: Hashable, Sendable {
  /// Nobody has said (待核).
  case unknown
  /// At most this many units a year, finite and not negative; 0 is "none".
  case limited(Double)
  /// As much as is wanted (不限).
  case unlimited

  /// Whether it is known that something can be had.
  public var isKnownSource: Bool {
    switch self {
    case .unknown: false
    case .limited(let amount): amount > 0
    case .unlimited: true
    }
  }

  /// Whether it is known that nothing can be had.
  public var isKnownNone: Bool { self == .limited(0) }
}
