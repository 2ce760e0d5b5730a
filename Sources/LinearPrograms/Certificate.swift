/// The proof that a solution is optimal, computed from the program alone and not by the solver.
///
/// The theorem of weak duality: with a price πᵢ for each constraint and dⱼ = cⱼ − Σᵢ aᵢⱼπᵢ for each
/// variable, no solution is worth more than the *dual objective*, the sum of πᵢ times the upper
/// bound of constraint i where πᵢ > 0, times the lower bound where πᵢ < 0, and the same for dⱼ and
/// the bounds of variable j. A solution within its bounds that is worth as much is optimal. Where
/// such a bound is infinite the price must be zero, and what is left of it is the dual residual: its size in the
/// program's own units, in which its figures are near 1, so that prices mean something. That is not enough where a
/// variable can be many units large. Its price then counts with the bound that follows from the other constraints;
/// where none does, the price must be a small share of what it is the sum of, or one unit worth less than 10⁻¹⁰ of
/// the objective.
///
/// The primal residual is a share of the figures that were added up, and of the program's own unit, or of what the
/// variables can be if that is less, but at least 10⁻⁵ of the unit. Source: D. Bertsimas and J. N. Tsitsiklis,
/// *Introduction to Linear Optimization* (1997), theorems 4.3 and 4.5; A. Neumaier and O. Shcherbina,
/// *Safe bounds in linear and mixed-integer linear programming* (2004), doi:10.1007/s10107-003-0433-3.
public struct Certificate: Hashable, Sendable {
  /// What a residual, or a gap as a share of the objective, must not exceed.
  public static let tolerance = 1e-6
  /// The smallest share of a sum's terms that is more than rounding.
  static let rounding = 1e-12

  /// By how much a constraint or variable lies outside its bounds, as a share; 0 or more, infinite
  /// when the solution has a figure that is not a number.
  public let primalResidual: Double
  /// The largest price where there is no bound, as a share; 0 or more.
  public let dualResidual: Double
  /// No solution is worth more, in units of the objective, as far as the residuals are nothing.
  public let dualObjective: Double
  /// The distance between objective and dual objective, in units of the objective, 0 or more.
  public let gap: Double
  /// The gap that is let pass: ``tolerance`` of the objective, and of at least 1 (or of the
  /// program's own unit if that is smaller), or the rounding of what both objectives are sums of if that
  /// is more.
  public let allowedGap: Double

  /// Whether the solution is proved optimal.
  public var holds: Bool {
    primalResidual <= Self.tolerance && dualResidual <= Self.tolerance && gap <= allowedGap
  }

  /// Checks any solution, wherever it comes from.
  ///
  /// - Parameters:
  ///   - values: one a variable.
  ///   - duals: one a constraint: what one more unit of its upper bound would add, 0 or more where
  ///     the upper bound binds, 0 or less where the lower one does.
  /// - Precondition: there are as many values as variables, as many duals as constraints, and the
  ///   program has no ``LinearProgram/problems``.
  /// - Complexity: O(variables + constraints + coefficients) time, O(variables + constraints) space.
  public init(values: [Double], duals: [Double], of program: LinearProgram) {
    self =
      Evaluation(
        values: values, duals: duals, of: program, scaling: Scaling(of: program)
      ).certificate
  }

  init(
    primalResidual: Double, dualResidual: Double, objective: Double, dualObjective: Double,
    objectiveSize: Double, rounding: Double
  ) {
    // A comparison with NaN is false; it must not look like a small residual.
    self.primalResidual = primalResidual.isNaN ? .infinity : primalResidual
    self.dualResidual = dualResidual.isNaN ? .infinity : dualResidual
    self.dualObjective = dualObjective
    gap = (objective - dualObjective).magnitude
    allowedGap = max(Self.tolerance * objectiveSize, Self.rounding * rounding)
  }
}
