public import Chains

/// What an analysis may be asked to do otherwise; printed with its result.
public struct Settings: Hashable, Sendable {
  /// Where the chain is seen from; `nil` is the chain's own region.
  public var region: Region.ID?
  /// HHI above which supply counts as concentrated (B11), 0...1.
  public var concentration = 0.4
  /// Thresholds of the three indicators of outside dependency (B11): HHI of outside sources, outside
  /// share, outside over inside.
  public var outsideConcentration = 0.4
  public var outsideShare = 0.5
  public var outsideRatio = 1.0
  /// Days that a failure lasts where nothing else is known (TTR).
  public var recovery = 56.0
  /// Failures a year (λ) with which an exposure counts against a loss in the ranking.
  public var failureRate = 0.05
  /// How much work the search for pairs (B10) may take: links of the and-or graph times candidates.
  public var pairBudget = 200_000_000

  /// What plans maximise.
  public var objective = Objective.value
  /// How far ties can be stretched beyond their volume (surge factor φ), 1 or more.
  public var surge = 1.0
  /// How often all figures are drawn anew to see which findings hold, and the seed of the draws; none
  /// with 0.
  public var draws = 200
  public var seed: UInt64 = 1
  /// How much work re-solving may take: coefficients of the programs solved again.
  public var solveBudget = 200_000_000
  /// The most ties with which the level of ties is solved for.
  public var tieLimit = 50_000

  public init(region: Region.ID? = nil) { self.region = region }
}
