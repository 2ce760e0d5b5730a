/// An optimal solution with its proof. Where several are optimal, it is one of them.
///
/// All figures are computed from the values and duals and the program, not taken from the solver.
public struct Solution: Hashable, Sendable {
  /// The optimum, in units of the objective.
  public let objective: Double
  /// One a variable, within its bounds.
  public let values: [Double]
  /// One a constraint: the sum that it bounds.
  public let activities: [Double]
  /// One a constraint: what one more unit of its bounds adds to the objective, if anything; 0 or
  /// more where the upper bound binds, 0 or less where the lower one does.
  ///
  /// With Δ more of the upper bounds the optimum is at most `objective` + Σ dual·Δ, so a dual of 0
  /// proves that raising this bound alone gains nothing. A dual above 0 proves nothing: where
  /// several constraints bind together it says which the solver happened to blame.
  public let duals: [Double]
  /// One a variable: what one more unit of it would add once all constraints are paid their duals.
  public let reducedCosts: [Double]
  /// Steps of the simplex method that this solve took.
  public let iterations: Int
  /// The proof that this is optimal; it holds.
  public let certificate: Certificate

  /// The value of a variable.
  public subscript(variable: LinearProgram.Variable) -> Double { values[variable.index] }

  /// The sum that a constraint bounds.
  public func activity(of constraint: LinearProgram.Constraint) -> Double {
    activities[constraint.index]
  }

  /// The dual of a constraint; see ``duals``.
  public func dual(of constraint: LinearProgram.Constraint) -> Double { duals[constraint.index] }

  /// The reduced cost of a variable; see ``reducedCosts``.
  public func reducedCost(of variable: LinearProgram.Variable) -> Double {
    reducedCosts[variable.index]
  }
}
