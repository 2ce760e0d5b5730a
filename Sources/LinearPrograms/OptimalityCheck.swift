/// Collects the worst residuals and the dual objective.
///
/// What is clear from the figures alone is settled at once; the little that is not needs to know how large the
/// variables can be at all, see ``ImpliedBounds``.
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

  /// The price of a variable that has no bound where it would be needed.
  private struct OpenPrice {
    let column: Int
    let price: Double
    let sum: Double
    let value: Double
    let unit: Double
  }

  /// The least share of its unit that a row or a variable is measured by, however small its figures: solvers leave
  /// 10⁻¹² of the unit.
  private static let smallestShare = 1e-5
  /// A price that is so small a share of what it is the sum of would vanish with figures that differ in the tenth
  /// digit.
  private static let negligibleShare = 1e-9
  /// So small a share of the objective is what solvers leave of a price of 0, for one unit of a variable.
  private static let negligibleEffect = 1e-10

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

  /// - Returns: what of the dual of a row can count: 0 where the bound is infinite, which leaves a residual.
  @inline(__always)
  mutating func usableDual(_ dual: Double, _ unit: Double, _ bounds: Bounds) -> Double {
    if dual == 0 { return 0 }
    let bound = dual > 0 ? bounds.upper : bounds.lower
    guard bound.isFinite else {
      addDual(dual.magnitude * unit / objectiveUnit)
      return 0
    }
    addToDualObjective(dual * bound)
    return dual
  }

  /// - Parameter sum: that of the magnitudes of what the price is the sum of.
  @inline(__always)
  mutating func price(
    _ price: Double, of column: Int, _ sum: Double, at value: Double, _ unit: Double,
    _ bounds: Bounds
  ) {
    if price == 0 { return }
    let bound = price > 0 ? bounds.upper : bounds.lower
    if bound.isFinite {
      addToDualObjective(price * bound)
    } else {
      addDual(price.magnitude / (objectiveUnit / unit + sum))
      openPrices.append(
        OpenPrice(column: column, price: price, sum: sum, value: value, unit: unit))
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
    for open in openPrices {
      let share = open.price.magnitude / open.sum
      let bound = open.price > 0 ? implied.upper[open.column] : implied.lower[open.column]
      if bound.isFinite, share > Self.negligibleShare {
        addToDualObjective(open.price * bound)
        continue
      }
      addToDualObjective(open.price * open.value)
      let effect = open.price.magnitude * max(open.unit, open.value.magnitude) / objectiveSize
      if !bound.isFinite, effect > Self.negligibleEffect { addDual(share) }
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
  /// What the figures of a row or a variable are near to at most; a variable without bounds is near its unit.
  fileprivate func reach(of part: OptimalityCheck.Part, _ scaling: Scaling) -> Double {
    func reach(of column: Int) -> Double {
      min(scaling.variableUnits[column], max(lower[column].magnitude, upper[column].magnitude))
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
