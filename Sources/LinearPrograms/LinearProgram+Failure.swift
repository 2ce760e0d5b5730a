extension LinearProgram {
  /// The smallest violation, and gain a step, that proves something, in the program's own units.
  private static let threshold = (infeasibility: 1e-9, gain: 1e-6)

  /// A proof that the program is infeasible or unbounded, if there is one.
  ///
  /// Two programs that always have an optimum decide it. *Phase one* lets every constraint be
  /// violated at a price and minimises the violation: a dual objective above 0 contradicts the
  /// constraints (Farkas' lemma). The *recession* program looks for the best direction in which all
  /// constraints stay satisfied for ever; together with a solution to start from, a direction with
  /// gain makes the program unbounded. Source: A. Schrijver, *Theory of Linear and Integer
  /// Programming* (1986), sections 7.3 and 8.2.
  ///
  /// - Precondition: the program has no problems.
  /// - Complexity: that of two solves of about the same size.
  func provedFailure() -> Outcome? {
    let scaling = Scaling(of: self)
    guard let leastViolation = phaseOne(scaling).optimum else { return nil }
    // The dual objective bounds what can be reached by any solution.
    if leastViolation.certificate.dualObjective < -Self.threshold.infeasibility {
      return .infeasible
    }
    guard leastViolation.objective >= -Certificate.tolerance,
      let direction = recession(scaling).optimum,
      direction.objective > Self.threshold.gain * scaling.objectiveUnit
    else { return nil }
    return .unbounded
  }

  private var optimum: Solution? {
    guard var solver = try? Solver(self) else { return nil }
    return solver.solve().solution
  }

  /// The least total violation of the constraints, negated and in their units, is its optimum.
  private func phaseOne(_ scaling: Scaling) -> LinearProgram {
    var program = LinearProgram()
    let variables = variables.map { program.addVariable(bounds(of: $0)) }
    for constraint in constraints {
      let bounds = bounds(of: constraint)
      let unit = scaling.constraintUnits[constraint.index]
      var terms = terms(of: constraint).map { (variables[$0.0.index], $0.1 / unit) }
      if bounds.lower.isFinite { terms.append((program.addVariable(objective: -1), 1)) }
      if bounds.upper.isFinite { terms.append((program.addVariable(objective: -1), -1)) }
      program.addConstraint(terms, Bounds(bounds.lower / unit, bounds.upper / unit))
    }
    return program
  }

  /// The steps that can be taken again and again, each variable by its unit at most.
  private func recession(_ scaling: Scaling) -> LinearProgram {
    var program = LinearProgram()
    let variables = variables.map {
      let bounds = bounds(of: $0).recession
      let unit = scaling.variableUnits[$0.index]
      return program.addVariable(
        Bounds(max(bounds.lower, -unit), min(bounds.upper, unit)), objective: objective(of: $0))
    }
    for constraint in constraints {
      let terms = terms(of: constraint).map { (variables[$0.0.index], $0.1) }
      program.addConstraint(terms, bounds(of: constraint).recession)
    }
    return program
  }
}

extension Bounds {
  /// Where a step may lead that keeps within the bounds from anywhere in them.
  fileprivate var recession: Bounds {
    Bounds(lower.isFinite ? 0 : -.infinity, upper.isFinite ? 0 : .infinity)
  }
}
