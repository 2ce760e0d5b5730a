/// Which variables and constraints lie at their bounds: where the simplex method starts from.
public struct Basis: Hashable, Sendable {
  /// CLP's codes of the variables, then of the constraints; empty when there is none.
  let statuses: [UInt8]

  /// The basis before the first solve: the solver looks for one.
  public static let none = Basis(statuses: [])
}
