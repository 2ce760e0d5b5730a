extension ClpModel {
  /// The model of a program in the given units.
  /// - Complexity: O(variables + constraints + coefficients) time.
  init(_ program: LinearProgram, _ scaling: Scaling) {
    let (variableUnits, constraintUnits) = (scaling.variableUnits, scaling.constraintUnits)
    func scaled(_ figures: [Double], by units: [Double]) -> [Double] {
      figures.indices.map { figures[$0] / units[$0] }
    }
    self.init(
      matrix: Self.columns(of: program, scaling),
      objective: program.objective.indices.map {
        program.objective[$0] * (variableUnits[$0] / scaling.objectiveUnit)
      },
      columnLower: scaled(program.columnLower, by: variableUnits),
      columnUpper: scaled(program.columnUpper, by: variableUnits),
      rowLower: scaled(program.rowLower, by: constraintUnits),
      rowUpper: scaled(program.rowUpper, by: constraintUnits))
    if program.isBalanced { perturbAlways() }
  }

  /// The matrix column by column, rows ascending.
  private static func columns(
    of program: LinearProgram, _ scaling: Scaling
  ) -> (starts: [Int32], rows: [Int32], coefficients: [Double]) {
    var starts = [Int32](repeating: 0, count: program.variableCount + 1)
    for column in program.columns { starts[Int(column) + 1] += 1 }
    for column in 0..<program.variableCount { starts[column + 1] += starts[column] }
    var rows = [Int32](repeating: 0, count: program.coefficientCount)
    var coefficients = [Double](repeating: 0, count: program.coefficientCount)
    var next = starts
    for row in 0..<program.constraintCount {
      let unit = scaling.constraintUnits[row]
      for position in program.positions(ofRow: row) {
        let column = Int(program.columns[position])
        let place = Int(next[column])
        next[column] += 1
        rows[place] = Int32(truncatingIfNeeded: row)
        coefficients[place] =
          program.coefficients[position] * (scaling.variableUnits[column] / unit)
      }
    }
    return (starts, rows, coefficients)
  }
}

extension LinearProgram {
  /// Whether most constraints bound their sum by 0, as balances do: then most solutions in a corner are degenerate.
  /// With perturbed costs a plan of a chain takes three quarters of the steps; other programs take more time for it.
  fileprivate var isBalanced: Bool {
    let balances = (0..<constraintCount).count { rowLower[$0] == 0 || rowUpper[$0] == 0 }
    return 2 * balances > constraintCount
  }
}
