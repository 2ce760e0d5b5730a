/// Everything that follows from values and duals: the sums of the constraints, the reduced costs,
/// both objectives and the certificate.
struct Evaluation {
  private(set) var activities: [Double]
  /// Where the figure is nothing but rounding, it is 0.
  private(set) var reducedCosts: [Double]
  private(set) var objective = 0.0
  private(set) var certificate: Certificate

  /// - Precondition: there are as many values as variables and as many duals as constraints.
  init(values: [Double], duals: [Double], of program: LinearProgram, scaling: Scaling) {
    precondition(values.count == program.variableCount, "one value a variable")
    precondition(duals.count == program.constraintCount, "one dual a constraint")
    var check = Check()
    var costs = [CompensatedSum](repeating: CompensatedSum(), count: values.count)
    var sizes = [Double](repeating: 0, count: values.count)
    activities = [Double](repeating: 0, count: duals.count)
    for row in duals.indices {
      let dual = duals[row]
      var sum = CompensatedSum()
      var size = scaling.constraintUnits[row]
      for position in program.positions(ofRow: row) {
        let column = Int(program.columns[position])
        let coefficient = program.coefficients[position]
        let term = coefficient * values[column]
        sum += term
        size += term.magnitude
        guard dual != 0 else { continue }
        let cost = coefficient * dual
        costs[column] += -cost
        sizes[column] += cost.magnitude
      }
      activities[row] = sum.value
      check.primal(sum.value, size, program.rowLower[row], program.rowUpper[row])
      // The price in the program's own units.
      let price = dual * (scaling.constraintUnits[row] / scaling.objectiveUnit)
      check.dual(dual, price, at: sum.value, program.rowLower[row], program.rowUpper[row])
    }
    reducedCosts = sizes
    var objective = CompensatedSum()
    var objectiveSize = 0.0
    for column in values.indices {
      let coefficient = program.objective[column]
      let value = values[column]
      let (lower, upper) = (program.columnLower[column], program.columnUpper[column])
      objective += coefficient * value
      objectiveSize += (coefficient * value).magnitude
      costs[column] += coefficient
      let size = sizes[column] + coefficient.magnitude
      let cost = costs[column].value
      let isRounding = cost.magnitude <= Certificate.rounding * size
      reducedCosts[column] = isRounding ? 0 : cost
      check.primal(value, scaling.variableUnits[column] + value.magnitude, lower, upper)
      let unit = scaling.objectiveUnit / scaling.variableUnits[column]
      check.dual(reducedCosts[column], cost / (unit + size), at: value, lower, upper)
    }
    self.objective = objective.value
    certificate = Certificate(
      primalResidual: check.primalResidual, dualResidual: check.dualResidual,
      objective: objective.value, dualObjective: check.dualObjective.value,
      size: objectiveSize + check.dualObjectiveSize, unit: scaling.objectiveUnit)
  }

  /// Collects the worst residuals and the dual objective.
  private struct Check {
    var primalResidual = 0.0
    var dualResidual = 0.0
    var dualObjective = CompensatedSum()
    /// The sum of the magnitudes of the terms of the dual objective.
    var dualObjectiveSize = 0.0

    @inline(__always)
    mutating func primal(_ value: Double, _ size: Double, _ lower: Double, _ upper: Double) {
      if value >= lower, value <= upper { return }
      let excess = value < lower ? lower - value : value - upper
      let bound = value < lower ? lower : upper
      let share = excess / max(size, bound.magnitude)
      // Not a number: not within bounds either.
      primalResidual = share.isNaN ? .infinity : max(primalResidual, share)
    }

    /// - Parameter share: the dual as a share of what it is made of.
    @inline(__always)
    mutating func dual(
      _ dual: Double, _ share: Double, at value: Double, _ lower: Double, _ upper: Double
    ) {
      if dual == 0 { return }
      let bound = dual > 0 ? upper : lower
      let term = dual * (bound.isFinite ? bound : value)
      dualObjective += term
      dualObjectiveSize += term.magnitude
      if !bound.isFinite {
        dualResidual = share.isNaN ? .infinity : max(dualResidual, share.magnitude)
      }
    }
  }
}
