/// How far the supply of a product goes (保障度): what can be had over what is required.
public enum Coverage: Hashable, Sendable {
  /// κ, at least 0; infinite where supply has no limit or nothing is required.
  case exactly(Double)
  case atLeast(Double)
  case atMost(Double)
  case unknown

  init(required: Quantity, available: Quantity) {
    let ratio = required.known > 0 ? available.known / required.known : .infinity
    self =
      switch (required.isOpen, available.isOpen) {
      case (false, false): .exactly(ratio)
      case (false, true): ratio >= 1 ? .atLeast(ratio) : .unknown
      case (true, false) where available.known == .infinity: .exactly(.infinity)
      case (true, false): ratio < 1 ? .atMost(ratio) : .unknown
      case (true, true): .unknown
      }
  }

  /// Whether it is known that the supply suffices or does not.
  public var isDecided: Bool { self != .unknown }

  /// The figure, 0 or more; a bound where only a bound is known.
  public var ratio: Double? {
    switch self {
    case .exactly(let ratio), .atLeast(let ratio), .atMost(let ratio): ratio
    case .unknown: nil
    }
  }

  /// Whether the supply is known to fall short; rounding is not a shortage.
  public var isShort: Bool {
    switch self {
    case .exactly(let ratio), .atMost(let ratio): ratio < 1 - 1e-9
    case .atLeast, .unknown: false
    }
  }
}

extension Coverage {
  /// The greatest coverage that is possible.
  var most: Double {
    switch self {
    case .exactly(let ratio), .atMost(let ratio): ratio
    case .atLeast, .unknown: .infinity
    }
  }

  private var least: Double {
    switch self {
    case .exactly(let ratio), .atLeast(let ratio): ratio
    case .atMost, .unknown: 0
    }
  }

  /// The smaller of two coverages, as far as it is known.
  func worse(_ other: Coverage) -> Coverage {
    let (least, most) = (min(least, other.least), min(most, other.most))
    if least == most { return .exactly(least) }
    if most < 1 { return .atMost(most) }
    return least >= 1 ? .atLeast(least) : .unknown
  }
}
