extension Reduction {
  /// A bound of the smaller program.
  enum Part: Hashable {
    case variable(LinearProgram.Variable)
    case constraint(LinearProgram.Constraint)
  }

  /// Whether the sums are true with other bounds of a variable.
  func admits(_ bounds: Bounds, of variable: LinearProgram.Variable) -> Bool {
    let index = variable.index
    if fate[index] != nil { return bounds.lower == 0 }
    return bounds.lower >= 0 || !premises.isNotNegative[index]
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
      for term in elimination.sum { objective[term.variable] += cost * term.share }
    }
    return true
  }

  /// Takes the bounds of a variable from the original program, which has them already.
  ///
  /// - Returns: what has other bounds in the smaller program.
  /// - Precondition: the bounds are admitted.
  mutating func setBounds(of index: Int, in original: LinearProgram) -> [Part] {
    let part = setLimit(of: index, in: original).map { [$0] } ?? []
    guard let place = placeOfVariable[index] else { return part }
    let variable = LinearProgram.Variable(index: place)
    program.setBounds(Bounds(original.columnLower[index], limits[index]), of: variable)
    return [.variable(variable)]
  }

  /// Takes the bounds of a constraint from the original program, which has them already.
  ///
  /// - Returns: what has other bounds in the smaller program.
  /// - Precondition: the bounds are admitted.
  mutating func setBounds(ofRow index: Int, in original: LinearProgram) -> [Part] {
    guard premises.balance[index] == nil, let place = placeOfRow[index] else { return [] }
    let constraint = LinearProgram.Constraint(index: place)
    program.setBounds(
      Bounds(original.rowLower[index], original.rowUpper[index]), of: constraint)
    return [.constraint(constraint)]
  }

  /// Takes the objective from the original program.
  ///
  /// - Precondition: it is admitted.
  mutating func setObjective(of original: LinearProgram) {
    var objective = original.objective
    for (number, elimination) in eliminations.enumerated() {
      costs[number] = objective[elimination.variable]
      guard costs[number] != 0 else { continue }
      for term in elimination.sum { objective[term.variable] += costs[number] * term.share }
    }
    for (place, variable) in variables.enumerated() {
      program.setObjective(objective[variable], of: LinearProgram.Variable(index: place))
    }
    scaling.adaptObjective(of: program)
  }

  /// Follows an upper bound of the original program to where the smaller one has it.
  ///
  /// - Returns: the bound that is another one now, if any.
  mutating func setLimit(of index: Int, in original: LinearProgram) -> Part? {
    var index = index
    while true {
      limits[index] = limit(of: index, before: eliminations.count, in: original)
      guard let end = fate[index] else {
        let variable = LinearProgram.Variable(index: placeOfVariable[index] ?? 0)
        program.setBounds(Bounds(original.columnLower[index], limits[index]), of: variable)
        return .variable(variable)
      }
      guard let single = eliminations[end].single else {
        let constraint = LinearProgram.Constraint(
          index: placeOfRow[eliminations[end].row] ?? 0)
        program.setBounds(.atMost(limits[index]), of: constraint)
        return .constraint(constraint)
      }
      index = single.variable
    }
  }

  /// The upper bound of a variable that its own and those of eliminations before one come to.
  func limit(of index: Int, before end: Int, in original: LinearProgram) -> Double {
    heirs[index].lazy.filter { $0 < end }.map { limit(from: $0) }
      .reduce(original.columnUpper[index], min)
  }

  /// The upper bound that an eliminated variable leaves to the single one of its sum.
  func limit(from number: Int) -> Double {
    let elimination = eliminations[number]
    guard let single = elimination.single else { return .infinity }
    return limits[elimination.variable] / single.share
  }
}
