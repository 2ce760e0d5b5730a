/// What the chain reaches and what that depends on, in money a year: the result of its linear programs.
///
/// Every figure is the objective of a solve whose certificate holds; what could not be certified is not
/// stated.
public struct Quantities: Hashable, Sendable {
  public let objective: Objective
  /// What capacities and outside supply allow (L1), and what recorded ties allow as well (L2); without
  /// a level that was not solved for.
  public let levels: [LevelValue]
  /// What the output that is reported was worth; `nil` unless it is known for every maker of a final
  /// product.
  public let actual: Double?
  /// What taking one restriction away alone gains, the most first; only where something is gained.
  public let reliefs: [Relief]
  /// What gains nothing one by one and something together (B06).
  public let joint: [Relief]
  /// Ties that are not there, with what each would gain (B04).
  public let links: [Relief]
  /// What is lost without each enterprise, tie, outside source and area, the most first.
  public let removals: [RemovalLoss]
  /// What must grow for the target to be reached, step by step, on L1, with the best that unknown figures
  /// can be: less will not do, whatever they are.
  public let ladder: [LadderStep]
  /// Whether the ladder counts on products that nobody makes or sells today.
  public let ladderNeedsNewProducts: Bool
  /// The unknown figures, those first whose answers could change most.
  public let unknowns: [UnknownEffect]
  public let robustness: Robustness
  /// Why figures are missing.
  public let gaps: [QuantityGap]

  public func level(_ level: Level) -> LevelValue? { levels.first { $0.level == level } }

  /// The lowest level that was solved for: where losses and gains are stated.
  public var base: LevelValue? { levels.last }

  /// The loss without a subject; `nil` where it was not solved for or unknown figures decide it.
  public func loss(without subject: Subject) -> Double? {
    removals.first { $0.subject == subject }?.loss
  }
}

/// The optimum of one level.
public struct LevelValue: Hashable, Sendable {
  public let level: Level
  /// What final output is worth, money a year. With the objective `balanced` that is the value of a
  /// plan that meets all targets as evenly as can be and then delivers what else it can.
  public let value: ValueRange
  /// The share of its target that every final product reaches (均衡达成率), 0...1, with the worst and with
  /// the best that unknown figures can be; only with the objective `balanced`.
  public let balancedRate: ValueRange?
  /// The distance between the optimum and its proof, money a year.
  public let certificateGap: Double?
}

/// Why a figure of the quantities is missing.
public enum QuantityGap: Hashable, Sendable {
  /// A final product has neither a target nor makers whose capacity is known: nothing limits it.
  case noLimit(product: Int)
  /// A figure is too large or too small beside others for any program to hold.
  case unsound(level: Level, place: String, value: Double?)
  /// An optimum was found but could not be proved.
  case uncertified(level: Level)
  /// Too many ties for the work budget of the settings.
  case tiesLeftOut(count: Int)
  /// The output that is reported is worth more than what the other figures allow; money a year.
  case outputAboveReach(level: Level, output: Double, reach: Double)
  /// Some removals, unknown figures or draws were left out for the work budget of the settings.
  case sweepsLeftOut
}

extension Quantities {
  /// Of a chain that no program could be made of.
  static func none(_ objective: Objective, gaps: [QuantityGap]) -> Quantities {
    Quantities(
      objective: objective, levels: [], actual: nil, reliefs: [], joint: [], links: [],
      removals: [], ladder: [], ladderNeedsNewProducts: false, unknowns: [], robustness: .none,
      gaps: gaps)
  }
}
