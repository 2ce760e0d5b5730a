/// How large each variable can be in any solution, as far as the constraints tell one after the other.
///
/// A price that should be zero is worth no more than itself times such a bound, whatever unit the variable has: the
/// proof is then one for the program as it stands. Source: A. Neumaier and O. Shcherbina, *Safe bounds in linear and
/// mixed-integer linear programming*, Mathematical Programming 99 (2004), doi:10.1007/s10107-003-0433-3.
struct ImpliedBounds {
  private(set) var lower: [Double]
  private(set) var upper: [Double]
  let program: LinearProgram

  /// How often all constraints are gone through at most, forward and backward in turn.
  private static let sweeps = 64
  /// What rounding may have taken from a bound, as a share of the figures it was computed from.
  private static let slack = 1e-12

  /// - Complexity: O(variables + constraints + coefficients) time a sweep, of which most programs need a few;
  ///   O(variables) space.
  init(of program: LinearProgram) {
    self.program = program
    lower = program.columnLower
    upper = program.columnUpper
    let last = program.constraintCount - 1
    for sweep in 0..<Self.sweeps {
      var isTighter = false
      for step in 0..<program.constraintCount {
        if tighten(sweep.isMultiple(of: 2) ? step : last - step) { isTighter = true }
      }
      // Bounds that are there may come nearer and nearer for ever, on a circle.
      if !isTighter { return }
    }
  }

  private func ends(at position: Int) -> (lowest: Double, highest: Double) {
    let column = Int(program.columns[position])
    let coefficient = program.coefficients[position]
    return coefficient < 0
      ? (coefficient * upper[column], coefficient * lower[column])
      : (coefficient * lower[column], coefficient * upper[column])
  }

  /// Concludes from one constraint what its variables can be.
  /// - Returns: whether a variable got a bound that had none.
  private mutating func tighten(_ row: Int) -> Bool {
    var (lowest, highest) = (Sum(), Sum())
    for position in program.positions(ofRow: row) {
      let term = ends(at: position)
      lowest.add(term.lowest)
      highest.add(-term.highest)
    }
    var isTighter = false
    for position in program.positions(ofRow: row) {
      let column = Int(program.columns[position])
      let coefficient = program.coefficients[position]
      let term = ends(at: position)
      let most = lowest.room(for: term.lowest, below: program.rowUpper[row]) / coefficient
      let least = -highest.room(for: -term.highest, below: -program.rowLower[row]) / coefficient
      let (floor, ceiling) = coefficient < 0 ? (most, least) : (least, most)
      if ceiling < upper[column] {
        isTighter = isTighter || upper[column] == .infinity
        upper[column] = ceiling
      }
      if floor > lower[column] {
        isTighter = isTighter || lower[column] == -.infinity
        lower[column] = floor
      }
    }
    return isTighter
  }

  /// The least that a sum can be, and how many of its terms know no least.
  private struct Sum {
    private var value = 0.0
    private var magnitude = 0.0
    private var openTerms = 0

    mutating func add(_ term: Double) {
      guard term.isFinite else {
        openTerms += 1
        return
      }
      value += term
      magnitude += term.magnitude
    }

    /// The most that one of the terms can be where all others are at their least, rounding included.
    func room(for term: Double, below bound: Double) -> Double {
      let isKnown = openTerms == (term.isFinite ? 0 : 1)
      guard isKnown, bound.isFinite else { return .infinity }
      let others = term.isFinite ? value - term : value
      return bound - others + ImpliedBounds.slack * (bound.magnitude + magnitude)
    }
  }
}
