/// One money figure of a summary, as far as it is known; money a year.
public struct MoneyRow: Hashable, Sendable {
  /// Which figure it is; the raw value is its name in JSON.
  public enum Figure: String, CaseIterable, Hashable, Sendable {
    case target
    case capacityLimited = "capacity_limited"
    case tieLimited = "tie_limited"
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

  /// The figure, where both readings agree.
  public var exact: Double? { ValueRange(atLeast: atLeast, atMost: atMost).exact }
}

extension Summary {
  /// The steps from the target down, in this order: what a comparison of two analyses compares in money.
  ///
  /// The last one is only there where the level of ties was solved for.
  public var moneyRows: [MoneyRow] {
    let rows = [
      MoneyRow(figure: .target, atLeast: target, atMost: target),
      MoneyRow(
        figure: .capacityLimited, atLeast: capacityLimitedAtLeast, atMost: capacityLimitedAtMost),
    ]
    guard tieLimitedAtLeast != nil || tieLimitedAtMost != nil else { return rows }
    return rows
      + [MoneyRow(figure: .tieLimited, atLeast: tieLimitedAtLeast, atMost: tieLimitedAtMost)]
  }
}
