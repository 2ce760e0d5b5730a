/// Why a program cannot be solved: the figures that make no sense, all of them.
public struct LinearProgramError: Error, Hashable, Sendable {
  /// In the order variables, constraints; at least one.
  public let problems: [Problem]

  /// A figure and where it stands.
  public enum Problem: Hashable, Sendable {
    /// The figure is not a number (NaN).
    case notANumber(Place)
    /// A coefficient must be finite.
    case infiniteCoefficient(Place)
    /// No number lies within the bounds: they cross, or both are the same infinity.
    case emptyBounds(Place, Bounds)
    /// The magnitude is above ``LinearProgram/largestMagnitude``.
    case tooLarge(Place, Double)
    /// The magnitude is below ``LinearProgram/smallestCoefficient``, or below
    /// ``LinearProgram/smallestShare`` of the largest coefficient in the constraint, which is given.
    case tooSmall(Place, Double, largestInConstraint: Double)
  }

  /// Where a figure stands, by the names in the program.
  public enum Place: Hashable, Sendable {
    /// The bounds of a variable.
    case variable(String)
    /// The bounds of a constraint.
    case constraint(String)
    /// The coefficient of a variable in the objective.
    case objective(variable: String)
    /// The coefficient of a variable in a constraint.
    case coefficient(variable: String, constraint: String)
  }
}

extension LinearProgramError: CustomStringConvertible {
  /// One line a problem, 20 at most.
  public var description: String {
    var lines = problems.prefix(20).map(\.description)
    if problems.count > 20 { lines.append("and \(problems.count - 20) more") }
    return lines.joined(separator: "\n")
  }
}

extension LinearProgramError.Problem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notANumber(let place):
      "\(place) is not a number"
    case .infiniteCoefficient(let place):
      "\(place) is infinite; only bounds may be"
    case .emptyBounds(let place, let bounds):
      "\(place): no number lies within \(bounds); the lower bound must not be above the upper"
    case .tooLarge(let place, let value):
      "\(place) is \(value); above \(LinearProgram.largestMagnitude) use a larger unit, "
        + "or infinity for no limit"
    case .tooSmall(let place, let value, let largest):
      "\(place) is \(value), too small beside \(largest) in the same constraint; "
        + "check the units, or leave it out"
    }
  }
}

extension LinearProgramError.Place: CustomStringConvertible {
  public var description: String {
    switch self {
    case .variable(let name): "variable \(name)"
    case .constraint(let name): "constraint \(name)"
    case .objective(let variable): "the objective coefficient of \(variable)"
    case .coefficient(let variable, let constraint):
      "the coefficient of \(variable) in constraint \(constraint)"
    }
  }
}

// MARK: - Finding problems

extension LinearProgram {
  /// What a ``Solver`` refuses the program for; empty for a program that can be solved.
  ///
  /// - Complexity: O(variables + constraints + coefficients) time.
  public var problems: [LinearProgramError.Problem] {
    var problems: [LinearProgramError.Problem] = []
    for variable in 0..<variableCount {
      let variable = Variable(index: variable)
      if let problem = problem(bounds(of: variable), of: variable) { problems.append(problem) }
      if let problem = problem(objective(of: variable), inObjectiveOf: variable) {
        problems.append(problem)
      }
    }
    for row in 0..<constraintCount {
      let constraint = Constraint(index: row)
      if let problem = problem(bounds(of: constraint), of: constraint) { problems.append(problem) }
      appendProblems(ofRow: row, to: &problems)
    }
    return problems
  }

  func problem(_ bounds: Bounds, of variable: Variable) -> LinearProgramError.Problem? {
    bounds.isSound ? nil : bounds.problem(at: .variable(name(of: variable)))
  }

  func problem(_ bounds: Bounds, of constraint: Constraint) -> LinearProgramError.Problem? {
    bounds.isSound ? nil : bounds.problem(at: .constraint(name(of: constraint)))
  }

  func problem(
    _ coefficient: Double, inObjectiveOf variable: Variable
  ) -> LinearProgramError.Problem? {
    coefficient.magnitude <= Self.largestMagnitude
      ? nil : Self.problem(coefficient, at: .objective(variable: name(of: variable)))
  }

  private func appendProblems(ofRow row: Int, to problems: inout [LinearProgramError.Problem]) {
    var largest = 0.0
    var smallest = Double.infinity
    var isSound = true
    for position in positions(ofRow: row) {
      let magnitude = coefficients[position].magnitude
      isSound = isSound && magnitude <= Self.largestMagnitude
      largest = max(largest, magnitude)
      smallest = min(smallest, magnitude)
    }
    if isSound, smallest >= max(Self.smallestCoefficient, Self.smallestShare * largest) { return }
    for position in positions(ofRow: row) {
      let value = coefficients[position]
      let place = LinearProgramError.Place.coefficient(
        variable: name(of: Variable(index: Int(columns[position]))),
        constraint: name(of: Constraint(index: row)))
      if !(value.magnitude <= Self.largestMagnitude) {
        problems.append(Self.problem(value, at: place))
      } else if isSound,
        value.magnitude < max(Self.smallestCoefficient, Self.smallestShare * largest)
      {
        problems.append(.tooSmall(place, value, largestInConstraint: largest))
      }
    }
  }

  private static func problem(
    _ coefficient: Double, at place: LinearProgramError.Place
  ) -> LinearProgramError.Problem {
    if coefficient.isNaN { return .notANumber(place) }
    return coefficient.isInfinite ? .infiniteCoefficient(place) : .tooLarge(place, coefficient)
  }
}

extension Bounds {
  fileprivate var isSound: Bool {
    lower <= upper && lower < .infinity && upper > -.infinity
      && (lower.isInfinite || lower.magnitude <= LinearProgram.largestMagnitude)
      && (upper.isInfinite || upper.magnitude <= LinearProgram.largestMagnitude)
  }

  /// - Precondition: the bounds are not sound.
  fileprivate func problem(at place: LinearProgramError.Place) -> LinearProgramError.Problem {
    if lower.isNaN || upper.isNaN { return .notANumber(place) }
    if !(lower <= upper && lower < .infinity && upper > -.infinity) {
      return .emptyBounds(place, self)
    }
    let lowerIsTooLarge = lower.isFinite && lower.magnitude > LinearProgram.largestMagnitude
    return .tooLarge(place, lowerIsTooLarge ? lower : upper)
  }
}
