/// Collects the worst residuals and the dual objective.
///
/// What is clear from the figures alone is settled at once; the little that is not needs to know how large the variables can
/// be at all, see ``ImpliedBounds``.
struct OptimalityCheck {
  enum Part {
    case row(Int)
    case column(Int)
  }

  private let objectiveUnit: Double
  private(set) var primalResidual = 0.0
  private(set) var dualResidual = 0.0
  private(set) var dualObjective = CompensatedSum()
  /// The sum of the magnitudes of the terms of the dual objective.
  private(set) var dualObjectiveSize = 0.0
  private var excesses: [(part: Part, excess: Double, size: Double, unit: Double)] = []
  private var openPrices: [OpenPrice] = []

  /// A price without a bound.
  private struct OpenPrice {
    let part: Part
    let dual: Double
    let sum: Double
    let value: Double
    let unit: Double
  }

  /// The least share of its unit that a row or a variable is measured by, however small its figures.
  private static let smallestShare = 1e-5
  /// A price that is so small a share of what it is the sum of would vanish with figures that differ in the tenth digit.
  private static let negligibleShare = 1e-9

  init(objectiveUnit: Double) { self.objectiveUnit = objectiveUnit }

  /// - Parameters:
  ///   - size: the sum of the magnitudes of what the value is the sum of.
  ///   - unit: that of the row or column.
  @inline(__always)
  mutating func primal(
    _ part: Part, _ value: Double, _ size: Double, _ unit: Double, _ bounds: Bounds
  ) {
    if value >= bounds.lower, value <= bounds.upper { return }
    let bound = value < bounds.lower ? bounds.lower : bounds.upper
    let excess = (value - bound).magnitude
    let figures = max(size, bound.magnitude)
    if excess > Certificate.rounding * (unit + figures) {
      excesses.append((part, excess, figures, unit))
    } else {
      addPrimal(excess / (unit + figures))
    }
  }

  /// - Parameter sum: that of the magnitudes of what the price is the sum of; 0 where it is none.
  @inline(__always)
  mutating func dual(
    _ part: Part, _ dual: Double, _ sum: Double, at value: Double, _ unit: Double, _ bounds: Bounds
  ) {
    if dual == 0 { return }
    let bound = dual > 0 ? bounds.upper : bounds.lower
    if bound.isFinite {
      addToDualObjective(dual * bound)
    } else {
      addDual(dual.magnitude / (objectiveUnit / unit + sum))
      openPrices.append(OpenPrice(part: part, dual: dual, sum: sum, value: value, unit: unit))
    }
  }

  /// Settles what needs the bounds that follow from others.
  ///
  /// - Parameter objectiveSize: what a loss of money is a share of.
  mutating func resolve(
    in program: LinearProgram, _ scaling: Scaling, objectiveSize: Double
  ) {
    if excesses.isEmpty, openPrices.isEmpty { return }
    let implied = ImpliedBounds(of: program)
    for (part, excess, size, unit) in excesses {
      let reach = implied.reach(of: part, scaling)
      let measure = min(unit, max(reach, Self.smallestShare * unit))
      addPrimal(excess / max(measure, size))
    }
    for price in openPrices {
      let effect = price.dual.magnitude * max(price.unit, price.value.magnitude) / objectiveSize
      let share = price.dual.magnitude / price.sum
      let (lowest, highest) = implied.values(of: price.part)
      let bound = price.dual > 0 ? highest : lowest
      if bound.isFinite, effect > Certificate.rounding, share > Self.negligibleShare {
        addToDualObjective(price.dual * bound)
      } else {
        addToDualObjective(price.dual * price.value)
        addDual(min(share, effect))
      }
    }
  }

  private mutating func addPrimal(_ share: Double) {
    // Not a number: not within bounds either.
    primalResidual = share.isNaN ? .infinity : max(primalResidual, share)
  }

  private mutating func addDual(_ share: Double) {
    dualResidual = share.isNaN ? .infinity : max(dualResidual, share)
  }

  private mutating func addToDualObjective(_ term: Double) {
    dualObjective += term
    dualObjectiveSize += term.magnitude
  }
}

extension ImpliedBounds {
  /// What a row or a variable can come to.
  fileprivate func values(of part: OptimalityCheck.Part) -> (lowest: Double, highest: Double) {
    switch part {
    case .row(let row): sum(ofRow: row)
    case .column(let column): (lower[column], upper[column])
    }
  }

  /// What the figures of a row or a variable are near to at most; a variable without bounds is near its unit.
  fileprivate func reach(of part: OptimalityCheck.Part, _ scaling: Scaling) -> Double {
    func reach(of column: Int) -> Double {
      min(scaling.variableUnits[column], magnitude(of: column))
    }
    return switch part {
    case .column(let column): reach(of: column)
    case .row(let row):
      program.positions(ofRow: row).reduce(0) {
        $0 + program.coefficients[$1].magnitude * reach(of: Int(program.columns[$1]))
      }
    }
  }
}
