/// What came of solving a program.
///
/// Optimality, infeasibility and unboundedness are claimed only with a proof that does not rest on
/// the solver; everything else is ``uncertified(_:)`` or ``limit(_:)`` and has no figures.
public enum Outcome: Hashable, Sendable {
  /// The optimum, proved by its certificate.
  case optimal(Solution)
  /// Nothing satisfies all constraints, proved by prices that add them up to a contradiction.
  case infeasible
  /// The objective grows without end, proved by a solution and a direction to go on.
  case unbounded
  /// The solver gave up.
  case limit(Limit)
  /// The solver's claim could not be proved.
  case uncertified(Doubt)

  /// Why a solver gave up.
  public enum Limit: Hashable, Sendable {
    /// ``Solver/iterationLimit`` was reached.
    case iterations
    /// Numerical trouble that did not go away when starting anew.
    case numericalTrouble
  }

  /// What could not be proved.
  public enum Doubt: Hashable, Sendable {
    /// A solution was found whose certificate does not hold.
    case solution(Certificate)
    /// No solution was found, nor a proof that there is none or that there is no best one.
    case noSolution
  }

  /// The solution, if it is proved optimal.
  public var solution: Solution? {
    if case .optimal(let solution) = self { solution } else { nil }
  }

  /// The optimum, if it is proved.
  public var objective: Double? { solution?.objective }
}
