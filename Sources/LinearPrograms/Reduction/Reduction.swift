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
    /// The sum, shares above 0, among the terms of all eliminations.
    let sum: Range<Int>
    /// The other constraints in which the variable stood, there too.
    let others: Range<Int>
  }

  /// A part of an elimination: a variable of the sum and its share, or a constraint and the coefficient there.
  struct Term: Sendable {
    let index: Int
    let factor: Double
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

  /// What has become of a variable.
  enum Fate: Hashable {
    case left(LinearProgram.Variable)
    /// Its elimination.
    case eliminated(Int)
  }

  /// In the order in which they were made.
  let eliminations: [Elimination]
  /// Of all eliminations one after the other, which costs less to go through than an array for each.
  let terms: [Term]
  let premises: Premises
  /// The smaller program; its bounds and its objective follow those of the original one.
  var program: LinearProgram
  var scaling: Scaling
  /// What is left of the original program, ascending.
  let variables: [Int]
  let rows: [Int]
  /// By variable of the original program.
  let fates: [Fate]
  /// By constraint of the original program: the one in the smaller program; `nil` where it is gone.
  let constraints: [LinearProgram.Constraint?]
  /// By variable: the eliminations of which it is the only one of the sum.
  let singles: [[Int]]
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
    var eliminations: [Elimination] = []
    var terms: [Term] = []
    for found in search.eliminations {
      let start = terms.count
      terms += found.sum.map { Term(index: $0.variable, factor: $0.share) }
      let middle = terms.count
      terms += found.others.map { Term(index: $0.row, factor: $0.coefficient) }
      eliminations.append(
        Elimination(
          variable: found.variable, row: found.row, pivot: found.pivot,
          sum: start..<middle, others: middle..<terms.count))
    }
    self.eliminations = eliminations
    self.terms = terms
    premises = search.premises
    var ends = [Int?](repeating: nil, count: count)
    var singles = [[Int]](repeating: [], count: count)
    var isGone = [Bool](repeating: false, count: original.constraintCount)
    for (number, elimination) in eliminations.enumerated() {
      ends[elimination.variable] = number
      guard elimination.sum.count == 1 else { continue }
      singles[terms[elimination.sum.lowerBound].index].append(number)
      isGone[elimination.row] = true
    }
    self.singles = singles
    variables = (0..<count).filter { ends[$0] == nil }
    rows = (0..<original.constraintCount).filter { !isGone[$0] }
    limits = original.columnUpper
    costs = [Double](repeating: 0, count: eliminations.count)
    self.scaling = scaling
    var program = LinearProgram()
    let fates = original.variables.map { variable in
      ends[variable.index].map(Fate.eliminated)
        ?? .left(program.addVariable(original.bounds(of: variable)))
    }
    constraints = original.constraints.map { constraint in
      guard !isGone[constraint.index] else { return nil }
      let terms = search.terms(ofRow: constraint.index).map { term in
        guard case .left(let variable) = fates[term.variable] else {
          preconditionFailure("an eliminated variable stands nowhere")
        }
        return (variable, term.coefficient)
      }
      return program.addConstraint(terms, original.bounds(of: constraint))
    }
    self.fates = fates
    self.program = program
    for elimination in eliminations { takeBounds(of: elimination.variable, from: original) }
    takeObjective(from: original)
    self.scaling = Scaling(of: program)
  }
}

extension Reduction {
  /// The only term of a sum; `nil` where it has several, and the row is left to hold their bound.
  func single(of elimination: Elimination) -> Term? {
    elimination.sum.count == 1 ? terms[elimination.sum.lowerBound] : nil
  }
}
