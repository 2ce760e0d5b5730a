/// One money figure of a summary, as far as it is known; money a year.
public struct MoneyRow: Hashable, Sendable {
  /// Which figure it is; the raw value is its name in JSON.
  public enum Figure: String, CaseIterable, Hashable, Sendable {
    case target
    case capacityLimited = "capacity_limited"
  }

  public let figure: Figure
  /// With the worst and with the best that unknown figures can be; `nil` is not known.
  public let atLeast: Double?
  public let atMost: Double?

  public init(figure: Figure, atLeast: Double?, atMost: Double?) {
    self.figure = figure
    self.atLeast = atLeast
    self.atMost = atMost
  }

  /// The figure, where both readings agree to 1e-7.
  public var exact: Double? {
    guard let atLeast, let atMost, atMost - atLeast <= 1e-7 * max(1, atMost) else { return nil }
    return atLeast
  }
}

extension Summary {
  /// The steps from the target down, in this order: what a comparison of two analyses compares in money.
  public var moneyRows: [MoneyRow] {
    [
      MoneyRow(figure: .target, atLeast: target, atMost: target),
      MoneyRow(
        figure: .capacityLimited, atLeast: capacityLimitedAtLeast, atMost: capacityLimitedAtMost),
    ]
  }
}
