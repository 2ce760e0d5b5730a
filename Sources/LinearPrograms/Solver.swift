/// Solves a linear program, and again after changes, from where the last solve ended.
///
///     var solver = try Solver(program)
///     let now = solver.solve()
///     try solver.setBounds(.atMost(20), of: plant)
///     let then = solver.solve()  // a few steps of the dual simplex method
///
/// Each outcome is proved without the solver (``Certificate``). The same program and the same
/// calls give the same outcomes to the last bit. After other calls the optimum is still the same,
/// but its last digits may differ, and where several solutions are optimal it may be another one.
///
/// A solver belongs to one thread at a time; ``copy()`` gives another thread its own. It holds about
/// 200 bytes a coefficient besides the program.
///
/// The program is solved by CLP, the simplex code of COIN-OR, in units in which its figures are near
/// 1; the certificate is computed in the units of the program. CLP is opened at the first solve, and where it is
/// not installed a solver cannot be made: ``obstacle`` says so before.
public struct Solver: ~Copyable {
  /// The program as it stands after the changes made.
  public private(set) var program: LinearProgram
  /// The most steps of the simplex method that a solve may take, 2 147 483 647 at most, which is
  /// the default; with it a solve ends in ``Outcome/limit(_:)``.
  ///
  /// A limit of steps, unlike one of time, gives the same outcome everywhere.
  public var iterationLimit = Int(Int32.max)

  private var scaling: Scaling
  /// What is solved in place of the program, as long as it stands for it.
  private var reduction: Reduction?
  private var model: ClpModel
  /// What has changed since the last solve; the dual simplex method starts well from the last basis
  /// after bounds have become narrower, the primal one after all else.
  var changes = Changes()
  /// Whether there is no basis yet.
  private var startsAnew = true

  /// Takes a program; it can be changed through the solver.
  ///
  /// - Precondition: there is no ``obstacle``.
  /// - Throws: `LinearProgramError` with all ``LinearProgram/problems`` of the program.
  /// - Complexity: O(variables + constraints + coefficients) time.
  public init(_ program: LinearProgram) throws(LinearProgramError) {
    let problems = program.problems
    guard problems.isEmpty else { throw LinearProgramError(problems: problems) }
    let scaling = Scaling(of: program)
    self.init(sound: program, scaling, Reduction(of: program, scaling))
  }

  private init(sound program: LinearProgram, _ scaling: Scaling, _ reduction: Reduction?) {
    self.program = program
    self.scaling = scaling
    self.reduction = reduction
    model = ClpModel(reduction?.program ?? program, reduction?.scaling ?? scaling)
  }

  /// What the model holds, and its units.
  private var solved: LinearProgram { reduction?.program ?? program }
  private var units: Scaling { reduction?.scaling ?? scaling }

  /// Why nothing can be solved on this machine, in the system's words: CLP is not installed. Nil where it is.
  public static var obstacle: String? { ClpLibrary.problem }

  /// A solver of the same program that starts where this one is.
  public func copy() -> Solver {
    var copy = Solver(sound: program, scaling, reduction)
    copy.iterationLimit = iterationLimit
    copy.start = start
    return copy
  }
}

// MARK: - Solving

extension Solver {
  /// What the last basis has to be adapted to.
  struct Changes {
    var objective = false
    /// Bounds now allow more than before.
    var widerBounds = false
  }

  private enum Method {
    case presolved(ClpModel.Method)
    case dual, primal, strict
  }

  /// Solves the program as it stands.
  ///
  /// The program without variables, constraints or both has an outcome like any other.
  ///
  /// - Complexity: the simplex method is exponential at worst; in practice the steps are a small
  ///   multiple of the number of constraints, and few after a small change.
  public mutating func solve() -> Outcome {
    model.setIterationLimit(iterationLimit)
    let methods = methods
    changes = Changes()
    startsAnew = false
    var iterations = 0
    var failure = Outcome.limit(.numericalTrouble)
    var lacksProof = true
    for method in methods {
      let status = run(method)
      iterations += model.iterations
      switch status {
      case .optimal:
        let solution = solution(after: iterations)
        if solution.certificate.holds { return .optimal(solution) }
        failure = .uncertified(.solution(solution.certificate))
      case .limit:
        return .limit(.iterations)
      case .infeasible, .unbounded, .trouble:
        // After presolve, or by the dual method, the claim may be a mistake, or the other be true.
        if lacksProof, let outcome = program.provedFailure() { return outcome }
        lacksProof = false
        if status != .trouble { failure = .uncertified(.noSolution) }
      }
    }
    guard reduction != nil else { return failure }
    var whole = Solver(sound: program, scaling, nil)
    whole.iterationLimit = iterationLimit
    return whole.solve()
  }

  /// How to go about the next solve, one way after another.
  ///
  /// Measured on plans of chains: presolve takes most steps from a program of products and a third from one
  /// of ties, and by it a plan finds its way from wider bounds in a third of the steps; but it costs as much
  /// as dozens of steps of the dual simplex method on a small program.
  private var methods: [Method] {
    if startsAnew { return [.presolved(.dual), .primal, .strict] }
    let isLarge = program.constraintCount > 2_000
    if isLarge, changes.objective || changes.widerBounds {
      return [.presolved(.primal), .primal, .strict]
    }
    return changes.objective ? [.primal, .strict] : [.dual, .primal, .strict]
  }

  private mutating func run(_ method: Method) -> ClpModel.Status {
    switch method {
    case .presolved(let method): return model.solvePresolved(method)
    case .dual: return model.solveDual()
    case .primal: return model.solvePrimal()
    case .strict:
      model.basis = slackBasis
      model.setTolerance(ClpModel.usualTolerance / 100)
      defer { model.setTolerance(ClpModel.usualTolerance) }
      return model.solvePrimal()
    }
  }

  /// The solution that the model holds, in the units of the program.
  private func solution(after iterations: Int) -> Solution {
    let (solved, units) = (solved, units)
    var values = model.values
    for column in values.indices {
      let value = values[column] * units.variableUnits[column]
      // The solver lets values exceed their bounds by a tolerance. Adding 0 makes -0 into 0.
      values[column] =
        min(max(value, solved.columnLower[column]), solved.columnUpper[column]) + 0
    }
    var duals = model.duals
    for row in duals.indices {
      let isRounding = duals[row].magnitude <= Certificate.rounding
      duals[row] =
        isRounding ? 0 : duals[row] * (units.objectiveUnit / units.constraintUnits[row])
    }
    if let reduction {
      (values, duals) = reduction.restored(values: values, duals: duals, of: program)
    }
    let evaluation = Evaluation(values: values, duals: duals, of: program, scaling: scaling)
    return Solution(
      objective: evaluation.objective, values: values, activities: evaluation.activities,
      duals: duals, reducedCosts: evaluation.reducedCosts, iterations: iterations,
      certificate: evaluation.certificate)
  }
}

// MARK: - Changing

extension Solver {
  /// Replaces the values that a variable may take.
  ///
  /// - Throws: `LinearProgramError`, with the program left as it is, when the bounds hold no number
  ///   or are too large.
  public mutating func setBounds(
    _ bounds: Bounds, of variable: LinearProgram.Variable
  ) throws(LinearProgramError) {
    if let problem = program.problem(bounds, of: variable) {
      throw LinearProgramError(problems: [problem])
    }
    changes.widerBounds = changes.widerBounds || !bounds.isWithin(program.bounds(of: variable))
    if !admits(.variable(variable, bounds)) { expand() }
    program.setBounds(bounds, of: variable)
    pass(reduction?.takeBounds(of: variable.index, from: program) ?? .variable(variable))
  }

  /// Replaces the values that the sum of a constraint may take.
  ///
  /// - Throws: `LinearProgramError`, with the program left as it is, when the bounds hold no number
  ///   or are too large.
  public mutating func setBounds(
    _ bounds: Bounds, of constraint: LinearProgram.Constraint
  ) throws(LinearProgramError) {
    if let problem = program.problem(bounds, of: constraint) {
      throw LinearProgramError(problems: [problem])
    }
    changes.widerBounds = changes.widerBounds || !bounds.isWithin(program.bounds(of: constraint))
    if !admits(.constraint(constraint, bounds)) { expand() }
    program.setBounds(bounds, of: constraint)
    if reduction == nil {
      pass(.constraint(constraint))
    } else if let part = reduction?.takeBounds(ofRow: constraint.index, from: program) {
      pass(part)
    }
  }

  /// Tells the model bounds of what is solved.
  private mutating func pass(_ part: Reduction.Part) {
    switch part {
    case .variable(let variable):
      let (bounds, unit) = (
        solved.bounds(of: variable), units.variableUnits[variable.index]
      )
      model.setBounds(ofColumn: variable.index, bounds.lower / unit, bounds.upper / unit)
    case .constraint(let constraint):
      let (bounds, unit) = (
        solved.bounds(of: constraint), units.constraintUnits[constraint.index]
      )
      model.setBounds(ofRow: constraint.index, bounds.lower / unit, bounds.upper / unit)
    }
  }

  /// Replaces the whole objective; variables without a term count nothing.
  ///
  /// - Throws: `LinearProgramError`, with the program left as it is, when a coefficient is not a
  ///   number, infinite or too large.
  /// - Precondition: the variables are of this program.
  /// - Complexity: O(variables) time.
  public mutating func setObjective(
    _ terms: some Sequence<(LinearProgram.Variable, Double)>
  ) throws(LinearProgramError) {
    var problems: [LinearProgramError.Problem] = []
    let sum = program.summed(terms).map { (LinearProgram.Variable(index: Int($0.0)), $0.1) }
    for (variable, coefficient) in sum {
      if let problem = program.problem(coefficient, inObjectiveOf: variable) {
        problems.append(problem)
      }
    }
    guard problems.isEmpty else { throw LinearProgramError(problems: problems) }
    program.setObjective(sum)
    scaling.adaptObjective(of: program)
    changes.objective = true
    if let reduction, !reduction.admitsObjective(of: program) {
      expand()
      return
    }
    reduction?.takeObjective(from: program)
    let (solved, units) = (solved, units)
    for column in 0..<solved.variableCount {
      let unit = units.variableUnits[column] / units.objectiveUnit
      model.setObjective(solved.objective[column] * unit, ofColumn: column)
    }
  }

  /// Whether the smaller program still stands for the whole one after a change.
  func admits(_ change: Change) -> Bool {
    guard let reduction else { return true }
    return switch change {
    case .variable(let variable, let bounds): reduction.admits(bounds, of: variable)
    case .constraint(let constraint, let bounds): reduction.admits(bounds, of: constraint)
    }
  }

  /// Puts the whole program in place of the smaller one, at the same basis.
  mutating func expand() {
    guard reduction != nil else { return }
    let basis = basis
    reduction = nil
    model = ClpModel(program, scaling)
    self.basis = basis
  }

  /// Adds a constraint that leaves the objective at least `floor`.
  mutating func addObjectiveConstraint(atLeast floor: Double) {
    expand()
    let columns = (0..<program.variableCount).filter { program.objective[$0] != 0 }
    model.addRow(
      columns: columns.map { Int32(truncatingIfNeeded: $0) },
      coefficients: columns.map {
        program.objective[$0] * (scaling.variableUnits[$0] / scaling.objectiveUnit)
      },
      floor / scaling.objectiveUnit, .infinity)
    program.addConstraint(
      columns.map { (LinearProgram.Variable(index: $0), program.objective[$0]) }, atLeast: floor,
      name: "objective")
    scaling.append(constraintUnit: scaling.objectiveUnit)
  }

  /// Removes the constraint that was added last, which must not be of the program as given.
  mutating func removeLastConstraint() {
    model.removeLastRow()
    program.removeLastConstraint()
    scaling.removeLastConstraint()
  }

  func objectiveSize(at objective: Double) -> Double { scaling.objectiveSize(at: objective) }
}

// MARK: - Basis

extension Solver {
  /// Where the next solve starts; ``Basis/none`` before the first.
  ///
  /// Setting it to what it was after an earlier solve makes the next one short when the program is
  /// nearly that of then. Any basis of a program of the same size gives the same optimum.
  ///
  /// - Precondition: a basis that is set fits: it is none, or as many variables and constraints.
  public var basis: Basis {
    get {
      if startsAnew { return .none }
      return Basis(
        statuses: reduction?.restored(basis: model.basis, of: program) ?? model.basis)
    }
    set {
      startsAnew = newValue == .none
      let statuses = startsAnew ? slackBasis : newValue.statuses
      model.basis =
        startsAnew ? statuses : reduction?.reduced(basis: statuses) ?? statuses
    }
  }

  /// Starts from a basis of a program whose variables and constraints are the first of this one's; what has come
  /// on top is at its bound.
  ///
  /// - Precondition: the basis is one of the smaller program.
  /// - Complexity: O(variables + constraints) time.
  public mutating func start(from basis: Basis, of smaller: LinearProgram) {
    guard basis != .none else {
      self.basis = .none
      return
    }
    precondition(
      basis.statuses.count == smaller.variableCount + smaller.constraintCount
        && smaller.variableCount <= program.variableCount
        && smaller.constraintCount <= program.constraintCount, "a basis of the smaller program")
    var statuses = slackStatuses(of: program)
    let (count, before) = (program.variableCount, smaller.variableCount)
    statuses.replaceSubrange(0..<before, with: basis.statuses[..<before])
    statuses.replaceSubrange(
      count..<count + smaller.constraintCount, with: basis.statuses[before...])
    self.basis = Basis(statuses: statuses)
  }

  /// Where the next solve starts, as long as what is solved stays what it is.
  var start: Start {
    get { Start(statuses: model.basis, isAnew: startsAnew) }
    set {
      model.basis = newValue.isAnew ? slackBasis : newValue.statuses
      startsAnew = newValue.isAnew
    }
  }

  /// A basis of what is solved, which may be smaller than the program.
  struct Start {
    fileprivate let statuses: [UInt8]
    fileprivate let isAnew: Bool
  }

  /// All variables that are solved for at a bound.
  private var slackBasis: [UInt8] { slackStatuses(of: solved) }

  private func slackStatuses(of program: LinearProgram) -> [UInt8] {
    let columns = (0..<program.variableCount).map { column -> UInt8 in
      if program.columnLower[column].isFinite { return ClpModel.atLower }
      return program.columnUpper[column].isFinite ? ClpModel.atUpper : ClpModel.free
    }
    return columns + [UInt8](repeating: ClpModel.basic, count: program.constraintCount)
  }
}
