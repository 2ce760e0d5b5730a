extension Reduction {
  /// A bound of the smaller program.
  enum Part: Hashable {
    case variable(LinearProgram.Variable)
    case constraint(LinearProgram.Constraint)
  }

  /// Whether the sums are true with other bounds of a variable.
  func admits(_ bounds: Bounds, of variable: LinearProgram.Variable) -> Bool {
    let index = variable.index
    return switch fates[index] {
    case .eliminated: bounds.lower == 0
    case .left: bounds.lower >= 0 || !premises.isNotNegative[index]
    }
  }

  /// Whether the sums are true with other bounds of a constraint.
  func admits(_ bounds: Bounds, of constraint: LinearProgram.Constraint) -> Bool {
    let index = constraint.index
    if let balance = premises.balance[index] { return bounds == balance }
    return (bounds.upper == .infinity || !premises.isFloor[index])
      && (bounds.lower == -.infinity || !premises.isCeiling[index])
  }

  /// Whether the sums are true with an objective.
  func admitsObjective(of original: LinearProgram) -> Bool {
    var objective = original.objective
    for elimination in eliminations {
      let cost = objective[elimination.variable]
      if cost > 0 { return false }
      for term in terms[elimination.sum] { objective[term.index] += cost * term.factor }
    }
    return true
  }

  /// Takes the bounds of a variable from the original program, which has them already, to where the smaller one has
  /// them.
  ///
  /// - Returns: what has other bounds in the smaller program.
  /// - Precondition: the bounds are admitted.
  /// - Complexity: O(eliminations that follow one another from the variable) time.
  @discardableResult
  mutating func takeBounds(of index: Int, from original: LinearProgram) -> Part {
    var index = index
    while true {
      limits[index] = limit(of: index, before: eliminations.count, in: original)
      switch fates[index] {
      case .left(let variable):
        program.setBounds(Bounds(original.columnLower[index], limits[index]), of: variable)
        return .variable(variable)
      case .eliminated(let number):
        let elimination = eliminations[number]
        if let single = single(of: elimination) {
          index = single.index
          continue
        }
        guard let constraint = constraints[elimination.row] else {
          preconditionFailure("a sum of several keeps its balance")
        }
        program.setBounds(.atMost(limits[index]), of: constraint)
        return .constraint(constraint)
      }
    }
  }

  /// Takes the bounds of a constraint from the original program, which has them already.
  ///
  /// - Returns: what has other bounds in the smaller program; `nil` for a balance, whose bounds stay.
  /// - Precondition: the bounds are admitted.
  mutating func takeBounds(ofRow index: Int, from original: LinearProgram) -> Part? {
    guard premises.balance[index] == nil, let constraint = constraints[index] else { return nil }
    program.setBounds(
      Bounds(original.rowLower[index], original.rowUpper[index]), of: constraint)
    return .constraint(constraint)
  }

  /// Takes the objective from the original program.
  ///
  /// - Precondition: it is admitted.
  mutating func takeObjective(from original: LinearProgram) {
    var objective = original.objective
    for (number, elimination) in eliminations.enumerated() {
      costs[number] = objective[elimination.variable]
      guard costs[number] != 0 else { continue }
      for term in terms[elimination.sum] { objective[term.index] += costs[number] * term.factor }
    }
    for (place, variable) in variables.enumerated() {
      program.setObjective(objective[variable], of: LinearProgram.Variable(index: place))
    }
    scaling.adaptObjective(of: program)
  }

  /// The upper bound of a variable that its own and those of eliminations before one come to.
  func limit(of index: Int, before end: Int, in original: LinearProgram) -> Double {
    singles[index].lazy.filter { $0 < end }.map { limit(from: $0) }
      .reduce(original.columnUpper[index], min)
  }

  /// The upper bound that an eliminated variable leaves to the single one of its sum.
  func limit(from number: Int) -> Double {
    let elimination = eliminations[number]
    guard let single = single(of: elimination) else { return .infinity }
    return limits[elimination.variable] / single.factor
  }
}
