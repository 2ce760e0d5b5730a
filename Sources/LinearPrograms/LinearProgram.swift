/// A linear program: maximise cᵀx where every row of Ax and every variable stays within its bounds.
///
///     var program = LinearProgram()
///     let doors = program.addVariable(0...4, objective: 3, name: "doors")
///     let windows = program.addVariable(objective: 5, name: "windows")
///     program.addConstraint([(windows, 2)], atMost: 12, name: "plant 2")
///     program.addConstraint([(doors, 3), (windows, 2)], atMost: 18, name: "plant 3")
///     var solver = try Solver(program)
///     solver.solve().objective  // 36
///
/// Any figures can be put in, since figures come from data; ``problems`` lists what makes no sense
/// of them, and a ``Solver`` refuses a program that has problems. To minimise, negate the objective.
///
/// The matrix is stored by rows, 12 bytes a coefficient, 24 bytes a variable and 20 bytes a
/// constraint, and the names.
public struct LinearProgram: Hashable, Sendable {
  /// A finite number of larger magnitude is refused: it would drown every other one in rounding.
  /// No limit is written as infinity.
  public static let largestMagnitude = 1e15
  /// A coefficient of smaller magnitude is refused.
  public static let smallestCoefficient = 1e-15
  /// A coefficient that is a smaller share of the largest in its constraint is refused: it cannot
  /// matter beyond rounding, and points to a wrong unit.
  public static let smallestShare = 1e-12

  /// Objective coefficients, one a variable.
  private(set) var objective: [Double] = []
  /// One a variable, as are `columnUpper` and `columnNames`.
  private(set) var columnLower: [Double] = []
  private(set) var columnUpper: [Double] = []
  private var columnNames: [String] = []
  /// One a constraint, as are `rowUpper` and `rowNames`.
  private(set) var rowLower: [Double] = []
  private(set) var rowUpper: [Double] = []
  private var rowNames: [String] = []
  /// One more than there are constraints; row i holds positions rowStarts[i]..<rowStarts[i + 1] of
  /// `columns` and `coefficients`, columns ascending, each once, no coefficient zero.
  private(set) var rowStarts: [Int32] = [0]
  private(set) var columns: [Int32] = []
  private(set) var coefficients: [Double] = []

  /// The program without variables and constraints, whose optimum is 0.
  public init() {}
}

// MARK: - Parts

extension LinearProgram {
  /// A variable of a program; the variables of a program are numbered from 0 as they are added.
  ///
  /// It is a number only: of another program's variable it cannot be told apart.
  public struct Variable: Hashable, Comparable, Sendable {
    /// The position among the variables.
    public let index: Int

    /// The variable at a position.
    public init(index: Int) { self.index = index }

    /// Earlier added first.
    public static func < (left: Variable, right: Variable) -> Bool { left.index < right.index }
  }

  /// A constraint of a program; the constraints of a program are numbered from 0 as they are added.
  public struct Constraint: Hashable, Comparable, Sendable {
    /// The position among the constraints.
    public let index: Int

    /// The constraint at a position.
    public init(index: Int) { self.index = index }

    /// Earlier added first.
    public static func < (left: Constraint, right: Constraint) -> Bool { left.index < right.index }
  }

  /// How many variables there are.
  public var variableCount: Int { objective.count }
  /// How many constraints there are.
  public var constraintCount: Int { rowLower.count }
  /// How many coefficients of the constraints are not zero.
  public var coefficientCount: Int { coefficients.count }

  /// All variables as they were added.
  public var variables: [Variable] { (0..<variableCount).map(Variable.init) }
  /// All constraints as they were added.
  public var constraints: [Constraint] { (0..<constraintCount).map(Constraint.init) }

  /// The values that a variable may take.
  public func bounds(of variable: Variable) -> Bounds {
    Bounds(columnLower[variable.index], columnUpper[variable.index])
  }

  /// The values that the sum of a constraint may take.
  public func bounds(of constraint: Constraint) -> Bounds {
    Bounds(rowLower[constraint.index], rowUpper[constraint.index])
  }

  /// What one unit of a variable adds to the objective.
  public func objective(of variable: Variable) -> Double { objective[variable.index] }

  /// The sum that a constraint bounds: its variables ascending, without zero coefficients.
  public func terms(of constraint: Constraint) -> [(Variable, Double)] {
    positions(ofRow: constraint.index).map {
      (Variable(index: Int(columns[$0])), coefficients[$0])
    }
  }

  /// The name that a variable was given, or `x` and its number.
  public func name(of variable: Variable) -> String {
    let name = columnNames[variable.index]
    return name.isEmpty ? "x\(variable.index)" : name
  }

  /// The name that a constraint was given, or `r` and its number.
  public func name(of constraint: Constraint) -> String {
    let name = rowNames[constraint.index]
    return name.isEmpty ? "r\(constraint.index)" : name
  }

  /// By variable, an amount of it with which the figures of the program are near 1; powers of two.
  ///
  /// - Precondition: the program has no ``problems``.
  /// - Complexity: O(variables + constraints + coefficients) time.
  public var variableUnits: [Double] { Scaling(of: self).variableUnits }

  func positions(ofRow row: Int) -> Range<Int> { Int(rowStarts[row])..<Int(rowStarts[row + 1]) }
}

// MARK: - Building

extension LinearProgram {
  /// Adds a variable, by default without upper limit and not negative.
  public mutating func addVariable(
    _ bounds: Bounds = .atLeast(0), objective: Double = 0, name: String = ""
  ) -> Variable {
    columnLower.append(bounds.lower)
    columnUpper.append(bounds.upper)
    self.objective.append(objective)
    columnNames.append(name)
    precondition(variableCount < Int32.max, "too many variables")
    return Variable(index: variableCount - 1)
  }

  /// Adds a variable between two numbers, either of which may be infinite.
  public mutating func addVariable(
    _ range: ClosedRange<Double>, objective: Double = 0, name: String = ""
  ) -> Variable {
    addVariable(Bounds(range.lowerBound, range.upperBound), objective: objective, name: name)
  }

  /// Adds a constraint: the sum of the terms stays within bounds.
  ///
  /// A variable may stand in several terms, whose coefficients are added. A sum without terms is 0.
  ///
  /// - Precondition: the variables are of this program.
  /// - Complexity: O(t log t) time for t terms.
  @discardableResult
  public mutating func addConstraint(
    _ terms: some Sequence<(Variable, Double)>, _ bounds: Bounds, name: String = ""
  ) -> Constraint {
    for (column, coefficient) in summed(terms) {
      columns.append(column)
      coefficients.append(coefficient)
    }
    precondition(columns.count < Int32.max, "too many coefficients")
    rowStarts.append(Int32(truncatingIfNeeded: columns.count))
    rowLower.append(bounds.lower)
    rowUpper.append(bounds.upper)
    rowNames.append(name)
    return Constraint(index: constraintCount - 1)
  }

  /// Adds a constraint with an upper limit alone.
  /// - Precondition: the variables are of this program.
  @discardableResult
  public mutating func addConstraint(
    _ terms: some Sequence<(Variable, Double)>, atMost upper: Double, name: String = ""
  ) -> Constraint { addConstraint(terms, .atMost(upper), name: name) }

  /// Adds a constraint with a lower limit alone.
  /// - Precondition: the variables are of this program.
  @discardableResult
  public mutating func addConstraint(
    _ terms: some Sequence<(Variable, Double)>, atLeast lower: Double, name: String = ""
  ) -> Constraint { addConstraint(terms, .atLeast(lower), name: name) }

  /// Adds a constraint that leaves its sum one value.
  /// - Precondition: the variables are of this program.
  @discardableResult
  public mutating func addConstraint(
    _ terms: some Sequence<(Variable, Double)>, equalTo value: Double, name: String = ""
  ) -> Constraint { addConstraint(terms, .equal(value), name: name) }

  /// Coefficients by column, ascending, without repetitions and zeros.
  ///
  /// - Precondition: the variables are of this program.
  func summed(_ terms: some Sequence<(Variable, Double)>) -> [(Int32, Double)] {
    var sum: [(Int32, Double)] = []
    sum.reserveCapacity(terms.underestimatedCount)
    var isAscending = true
    for (variable, coefficient) in terms {
      precondition(variable.index >= 0 && variable.index < variableCount, "unknown variable")
      let column = Int32(truncatingIfNeeded: variable.index)
      isAscending = isAscending && (sum.last?.0 ?? -1) < column
      sum.append((column, coefficient))
    }
    if isAscending { return sum.contains { $0.1 == 0 } ? sum.filter { $0.1 != 0 } : sum }
    var merged: [(Int32, Double)] = []
    // Positions keep the order in which equal columns are added.
    for (_, term) in sum.enumerated().sorted(by: {
      ($0.element.0, $0.offset) < ($1.element.0, $1.offset)
    }) {
      if let last = merged.last, last.0 == term.0 {
        merged[merged.count - 1].1 += term.1
      } else {
        merged.append(term)
      }
    }
    return merged.filter { $0.1 != 0 }
  }
}

// MARK: - Changing

extension LinearProgram {
  /// Replaces the values that a variable may take.
  public mutating func setBounds(_ bounds: Bounds, of variable: Variable) {
    columnLower[variable.index] = bounds.lower
    columnUpper[variable.index] = bounds.upper
  }

  /// Replaces the values that the sum of a constraint may take.
  public mutating func setBounds(_ bounds: Bounds, of constraint: Constraint) {
    rowLower[constraint.index] = bounds.lower
    rowUpper[constraint.index] = bounds.upper
  }

  /// Replaces the coefficient of a variable in a constraint.
  ///
  /// - Precondition: the constraint has the variable; the new coefficient is not 0.
  /// - Complexity: O(log t) time for t terms of the constraint.
  public mutating func setCoefficient(
    _ coefficient: Double, of variable: Variable, in constraint: Constraint
  ) {
    precondition(coefficient != 0, "a coefficient of 0 is no term")
    var range = positions(ofRow: constraint.index)
    while range.count > 1 {
      let middle = range.lowerBound + range.count / 2
      range =
        columns[middle] <= variable.index
        ? middle..<range.upperBound : range.lowerBound..<middle
    }
    precondition(
      !range.isEmpty && Int(columns[range.lowerBound]) == variable.index,
      "the constraint does not have the variable")
    coefficients[range.lowerBound] = coefficient
  }

  /// The coefficient of a variable in a constraint; 0 where it has none.
  public func coefficient(of variable: Variable, in constraint: Constraint) -> Double {
    terms(of: constraint).first { $0.0 == variable }?.1 ?? 0
  }

  /// Replaces what one unit of a variable adds to the objective.
  public mutating func setObjective(_ coefficient: Double, of variable: Variable) {
    objective[variable.index] = coefficient
  }

  /// Replaces the whole objective; variables without a term count nothing.
  /// - Precondition: the variables are of this program.
  public mutating func setObjective(_ terms: some Sequence<(Variable, Double)>) {
    var objective = [Double](repeating: 0, count: variableCount)
    for (column, coefficient) in summed(terms) { objective[Int(column)] = coefficient }
    self.objective = objective
  }

  /// Removes the constraint that was added last.
  /// - Precondition: there is one.
  mutating func removeLastConstraint() {
    rowStarts.removeLast()
    let count = Int(rowStarts[rowStarts.count - 1])
    columns.removeSubrange(count...)
    coefficients.removeSubrange(count...)
    rowLower.removeLast()
    rowUpper.removeLast()
    rowNames.removeLast()
  }
}
