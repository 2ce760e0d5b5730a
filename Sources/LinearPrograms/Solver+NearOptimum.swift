/// How far a figure can go either way without the objective losing more than was allowed.
public struct Reach: Hashable, Sendable {
  /// The smallest value, minus infinity if there is none; nil if it could not be proved.
  public let lowest: Double?
  /// The largest value, infinity if there is none; nil if it could not be proved.
  public let highest: Double?
}

extension Solver {
  /// The best of the nearly optimal solutions by another measure: what to show, for example, of
  /// several plans that are worth the same.
  ///
  /// The program and the basis are left as they were.
  ///
  /// - Parameters:
  ///   - form: the sum to maximise; its optimum is the objective of the outcome. To minimise, negate
  ///     its coefficients.
  ///   - share: the share of the optimum, or of 1 (or the program's own unit if that is smaller)
  ///     when the optimum is nearer to 0, that may be lost.
  /// - Returns: the outcome of the program itself if that is not optimal.
  /// - Throws: `LinearProgramError` when a coefficient is not a number, infinite or too large.
  /// - Precondition: the variables are of this program; `share` is 0 or more.
  public mutating func outcome(
    maximizing form: some Sequence<(LinearProgram.Variable, Double)>,
    nearOptimum share: Double = 1e-6
  ) throws(LinearProgramError) -> Outcome {
    let form = Array(form)
    var outcome: Outcome?
    let other = try nearOptimum(share) { solver throws(LinearProgramError) in
      outcome = try solver.maximum(of: form)
    }
    return other ?? outcome ?? .uncertified(.noSolution)
  }

  /// How far each of several sums can go within the nearly optimal solutions: a variable that the
  /// solution leaves at 0 may be needed by none of them, or used by another one.
  ///
  /// The program and the basis are left as they were. See ``outcome(maximizing:nearOptimum:)``.
  ///
  /// - Returns: one a form; nil when the program itself has no proved optimum.
  /// - Throws: `LinearProgramError` when a coefficient is not a number, infinite or too large.
  /// - Precondition: the variables are of this program; `share` is 0 or more.
  /// - Complexity: two solves a form, each from where the last one ended.
  public mutating func reaches(
    of forms: some Sequence<[(LinearProgram.Variable, Double)]>, nearOptimum share: Double = 1e-6
  ) throws(LinearProgramError) -> [Reach]? {
    var reaches: [Reach] = []
    let other = try nearOptimum(share) { solver throws(LinearProgramError) in
      for form in forms {
        let highest = try solver.maximum(of: form)
        let lowest = try solver.maximum(of: form.map { ($0.0, -$0.1) })
        reaches.append(
          Reach(lowest: lowest.supremum.map { 0 - $0 }, highest: highest.supremum))
      }
    }
    return other == nil ? reaches : nil
  }

  /// How far a variable can go within the nearly optimal solutions; see
  /// ``reaches(of:nearOptimum:)``.
  public mutating func reach(
    of variable: LinearProgram.Variable, nearOptimum share: Double = 1e-6
  ) throws(LinearProgramError) -> Reach? {
    try reaches(of: [[(variable, 1)]], nearOptimum: share)?.first
  }

  /// Calls the function with the program confined to its nearly optimal solutions.
  /// - Returns: the outcome of the program, without a call, if that is not optimal.
  private mutating func nearOptimum(
    _ share: Double, _ body: (inout Solver) throws(LinearProgramError) -> Void
  ) throws(LinearProgramError) -> Outcome? {
    precondition(share >= 0, "a loss is 0 or more")
    let outcome = solve()
    guard let optimum = outcome.objective else { return outcome }
    let basis = basis
    let objective = program.variables.map { ($0, program.objective(of: $0)) }
    addObjectiveConstraint(atLeast: optimum - share * objectiveSize(at: optimum))
    var failure: LinearProgramError?
    do throws(LinearProgramError) {
      try body(&self)
    } catch { failure = error }
    removeLastConstraint()
    // These coefficients were accepted before.
    try setObjective(objective)
    self.basis = basis
    changes = Changes()
    if let failure { throw failure }
    return nil
  }

  /// Without the constraint on the objective, which was added last.
  private mutating func maximum(
    of form: [(LinearProgram.Variable, Double)]
  ) throws(LinearProgramError) -> Outcome {
    try setObjective(form)
    let outcome = solve()
    guard case .optimal(let solution) = outcome else { return outcome }
    return .optimal(
      Solution(
        objective: solution.objective, values: solution.values,
        activities: solution.activities.dropLast(), duals: solution.duals.dropLast(),
        reducedCosts: solution.reducedCosts, iterations: solution.iterations,
        certificate: solution.certificate))
  }
}

extension Outcome {
  /// The least number that no solution exceeds, if it is proved.
  fileprivate var supremum: Double? {
    switch self {
    case .optimal(let solution): solution.objective
    case .unbounded: .infinity
    case .infeasible, .limit, .uncertified: nil
    }
  }
}
