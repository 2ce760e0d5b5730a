extension Solver {
  /// A change of bounds, to try out.
  public enum Change: Hashable, Sendable {
    /// The values that a variable may take.
    case variable(LinearProgram.Variable, Bounds)
    /// The values that the sum of a constraint may take.
    case constraint(LinearProgram.Constraint, Bounds)
  }

  /// What would come of some changes of bounds together; the program and the basis are left as they
  /// were, so that every try starts from the same place. After a change that lets a variable be less than 0, or takes
  /// the end of a balance away, it is the whole program that is solved from then on: of several solutions that are
  /// worth as much another one may come.
  ///
  /// Of several changes of the same bounds the last counts. Best after a solve, whose basis is then
  /// where every try starts.
  ///
  /// - Throws: `LinearProgramError` when new bounds hold no number or are too large.
  public mutating func outcome(
    trying changes: some Sequence<Change>
  ) throws(LinearProgramError) -> Outcome {
    let changes = Array(changes)
    for change in changes where !admits(change) { expand() }
    let start = start
    let changesBefore = self.changes
    var former: [Change] = []
    var failure: LinearProgramError?
    for change in changes where failure == nil {
      do throws(LinearProgramError) {
        former.append(try apply(change))
      } catch { failure = error }
    }
    let outcome = failure == nil ? solve() : nil
    // These bounds were accepted before.
    for change in former.reversed() { _ = try apply(change) }
    self.start = start
    self.changes = changesBefore
    if let failure { throw failure }
    return outcome ?? .uncertified(.noSolution)
  }

  /// What would come of another upper bound of one constraint; see ``outcome(trying:)``.
  ///
  /// With infinity this is the optimum without the limit.
  ///
  /// - Throws: `LinearProgramError` when the bound is not a number, too large or below the lower one.
  public mutating func outcome(
    settingUpperBoundOf constraint: LinearProgram.Constraint, to upper: Double
  ) throws(LinearProgramError) -> Outcome {
    let lower = program.bounds(of: constraint).lower
    return try outcome(trying: [.constraint(constraint, Bounds(lower, upper))])
  }

  /// Makes a change of bounds.
  ///
  /// - Throws: `LinearProgramError`, with the program left as it is, when the bounds hold no number
  ///   or are too large.
  public mutating func make(_ change: Change) throws(LinearProgramError) {
    switch change {
    case .variable(let variable, let bounds): try setBounds(bounds, of: variable)
    case .constraint(let constraint, let bounds): try setBounds(bounds, of: constraint)
    }
  }

  /// Makes a change and returns the one that undoes it.
  private mutating func apply(_ change: Change) throws(LinearProgramError) -> Change {
    let former: Change =
      switch change {
      case .variable(let variable, _): .variable(variable, program.bounds(of: variable))
      case .constraint(let constraint, _): .constraint(constraint, program.bounds(of: constraint))
      }
    try make(change)
    return former
  }
}

extension LinearProgram {
  /// Makes a change of bounds.
  public mutating func make(_ change: Solver.Change) {
    switch change {
    case .variable(let variable, let bounds): setBounds(bounds, of: variable)
    case .constraint(let constraint, let bounds): setBounds(bounds, of: constraint)
    }
  }
}
