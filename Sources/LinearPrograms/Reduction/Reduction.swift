/// A smaller program with the same optimum, and the way back from its solutions.
///
/// Take a variable that one balance alone asks for, x ≥ Σ shareⱼ · xⱼ, and that all else only suffers from. In some
/// optimal solution it is no larger than that, so it *is* the sum, which takes its place everywhere; its upper
/// bound becomes one of the sum. A sum of a single variable takes the balance with it, and the bound becomes one
/// of that variable. Of a plan in which most users have one supplier more than half goes.
///
/// The sums stay true whatever upper bounds are changed to later, and under most other changes; ``admits(_:of:)``
/// says when they do not.
///
/// These are the implied free variables and doubleton rows of presolve: E. D. Andersen and K. D. Andersen,
/// *Presolving in linear programming*, Mathematical Programming 71 (1995), doi:10.1007/BF01586000.
struct Reduction: Sendable {
  /// A variable as a sum of others, in the program as the eliminations before have left it.
  struct Elimination: Sendable {
    let variable: Int
    /// The balance that asks for the variable, and the variable's coefficient in it: above 0 where the balance is a
    /// floor, below 0 where it is written as a ceiling.
    let row: Int
    let pivot: Double
    /// The sum, shares above 0.
    let sum: [(variable: Int, share: Double)]
    /// The other constraints in which the variable stood.
    let others: [(row: Int, coefficient: Double)]

    /// The only variable of the sum; `nil` where it has several, and the row is left to hold their bound.
    var single: (variable: Int, share: Double)? { sum.count == 1 ? sum[0] : nil }
  }

  /// What the sums rest on: the program without which they would not be true.
  struct Premises: Sendable {
    /// By variable: must not be negative.
    var isNotNegative: [Bool]
    /// By constraint: must not have an upper bound, or a lower one.
    var isFloor: [Bool]
    var isCeiling: [Bool]
    /// By constraint: a balance that a variable was eliminated by, whose bounds must stay.
    var balance: [Bounds?]
  }

  /// In the order in which they were made.
  let eliminations: [Elimination]
  let premises: Premises
  /// The smaller program; its bounds and its objective follow those of the original one.
  var program: LinearProgram
  var scaling: Scaling
  /// What is left, ascending, and where it stands in the smaller program; `nil` where it is gone.
  let variables: [Int]
  let rows: [Int]
  let placeOfVariable: [Int?]
  let placeOfRow: [Int?]
  /// By variable: the elimination that it fell to, and those that left it as a single one.
  let fate: [Int?]
  let heirs: [[Int]]
  /// By variable: the upper bound that its own and those of eliminated variables come to.
  var limits: [Double]
  /// By elimination: the objective coefficient that its variable had, 0 or less.
  var costs: [Double]

  /// - Returns: `nil` where nothing can be eliminated.
  /// - Complexity: O(variables + constraints + coefficients) time for each of a few passes.
  init?(of original: LinearProgram, _ scaling: Scaling) {
    guard let search = ReductionSearch(original, scaling)?.completed(),
      !search.eliminations.isEmpty
    else { return nil }
    let count = original.variableCount
    eliminations = search.eliminations
    premises = search.premises
    var fate = [Int?](repeating: nil, count: count)
    var heirs = [[Int]](repeating: [], count: count)
    for (number, elimination) in eliminations.enumerated() {
      fate[elimination.variable] = number
      if let single = elimination.single { heirs[single.variable].append(number) }
    }
    let goneRows = Set(eliminations.lazy.filter { $0.single != nil }.map(\.row))
    self.fate = fate
    self.heirs = heirs
    variables = (0..<count).filter { fate[$0] == nil }
    rows = (0..<original.constraintCount).filter { !goneRows.contains($0) }
    placeOfVariable = Self.places(of: variables, among: count)
    placeOfRow = Self.places(of: rows, among: original.constraintCount)
    limits = original.columnUpper
    costs = [Double](repeating: 0, count: eliminations.count)
    self.scaling = scaling
    program = LinearProgram()
    for variable in variables {
      _ = program.addVariable(original.bounds(of: LinearProgram.Variable(index: variable)))
    }
    for row in rows {
      let terms = search.terms(ofRow: row).map { term in
        (LinearProgram.Variable(index: placeOfVariable[term.variable] ?? 0), term.coefficient)
      }
      program.addConstraint(terms, original.bounds(of: LinearProgram.Constraint(index: row)))
    }
    for elimination in eliminations { _ = setLimit(of: elimination.variable, in: original) }
    setObjective(of: original)
    self.scaling = Scaling(of: program)
  }

  private static func places(of left: [Int], among count: Int) -> [Int?] {
    var places = [Int?](repeating: nil, count: count)
    for (place, index) in left.enumerated() { places[index] = place }
    return places
  }
}
