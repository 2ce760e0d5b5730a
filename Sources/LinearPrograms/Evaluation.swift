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
    var check = OptimalityCheck(objectiveUnit: scaling.objectiveUnit)
    var costArray = [CompensatedSum](repeating: CompensatedSum(), count: values.count)
    var sizeArray = [Double](repeating: 0, count: values.count)
    activities = [Double](repeating: 0, count: duals.count)
    let (columns, coefficients) = (program.columns.span, program.coefficients.span)
    var costs = costArray.mutableSpan
    var sizes = sizeArray.mutableSpan
    for row in duals.indices {
      let (bounds, unit) = (
        Bounds(program.rowLower[row], program.rowUpper[row]), scaling.constraintUnits[row]
      )
      let dual = check.usableDual(duals[row], unit, bounds)
      var sum = CompensatedSum()
      var size = 0.0
      for position in program.positions(ofRow: row) {
        let column = Int(columns[position])
        let coefficient = coefficients[position]
        let term = coefficient * values[column]
        sum += term
        size += term.magnitude
        guard dual != 0 else { continue }
        let cost = coefficient * dual
        costs[column] += -cost
        sizes[column] += cost.magnitude
      }
      activities[row] = sum.value
      check.primal(.row(row), sum.value, size, unit, bounds)
    }
    reducedCosts = [Double](repeating: 0, count: values.count)
    var objective = CompensatedSum()
    var objectiveSize = 0.0
    for column in values.indices {
      let coefficient = program.objective[column]
      let value = values[column]
      objective += coefficient * value
      objectiveSize += (coefficient * value).magnitude
      costs[column] += coefficient
      let size = sizes[column] + coefficient.magnitude
      let cost = costs[column].value
      let isRounding = cost.magnitude <= Certificate.rounding * size
      reducedCosts[column] = isRounding ? 0 : cost
      let (bounds, unit) = (
        Bounds(program.columnLower[column], program.columnUpper[column]),
        scaling.variableUnits[column]
      )
      check.primal(.column(column), value, value.magnitude, unit, bounds)
      check.price(reducedCosts[column], of: column, size, at: value, unit, bounds)
    }
    self.objective = objective.value
    let size = scaling.objectiveSize(at: objective.value)
    check.resolve(in: program, scaling, objectiveSize: size)
    certificate = Certificate(
      primalResidual: check.primalResidual, dualResidual: check.dualResidual,
      objective: objective.value, dualObjective: check.dualObjective.value,
      objectiveSize: size, rounding: objectiveSize + check.dualObjectiveSize)
  }
}
