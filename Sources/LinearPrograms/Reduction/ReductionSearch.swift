/// Looks for variables that are sums of others; see ``Reduction``.
struct ReductionSearch {
  struct Term {
    let variable: Int
    var coefficient: Double
  }

  /// A variable found to be a sum of others; see ``Reduction/Elimination``.
  struct Elimination {
    let variable: Int
    let row: Int
    let pivot: Double
    let sum: [(variable: Int, share: Double)]
    let others: [(row: Int, coefficient: Double)]
  }

  private(set) var eliminations: [Elimination] = []
  private(set) var premises: Reduction.Premises
  /// The program as the eliminations have left it, variables ascending; a balance that has lost its variable holds
  /// the sum.
  private var rows: [[Term]]
  /// By variable: the constraints in which it stands.
  private var columns: [[Int]]
  private var objective: [Double]
  private let program: LinearProgram
  private let scaling: Scaling
  private var isFloor: [Bool]
  private var isCeiling: [Bool]

  /// In units in which the figures of the program are near 1, shares and coefficients stay within these magnitudes:
  /// what is eliminated must not make a program worse to solve.
  private static let magnitudes = (1 / 1024.0)...1024.0
  private static let mostPasses = 8

  /// - Returns: `nil` where nothing can be eliminated.
  init?(_ program: LinearProgram, _ scaling: Scaling) {
    let rowIndices = 0..<program.constraintCount
    isFloor = rowIndices.map { row in
      program.rowUpper[row] == .infinity && program.rowLower[row].isFinite
    }
    isCeiling = rowIndices.map { row in
      program.rowLower[row] == -.infinity && program.rowUpper[row].isFinite
    }
    guard rowIndices.contains(where: { Self.hasOneSource($0, program) }) else { return nil }
    self.program = program
    self.scaling = scaling
    objective = program.objective
    rows = rowIndices.map { row in
      program.positions(ofRow: row).map {
        Term(variable: Int(program.columns[$0]), coefficient: program.coefficients[$0])
      }
    }
    columns = [[Int]](repeating: [], count: program.variableCount)
    for row in rowIndices { for term in rows[row] { columns[term.variable].append(row) } }
    let (none, noRow) = (
      [Bool](repeating: false, count: program.variableCount),
      [Bool](repeating: false, count: program.constraintCount)
    )
    premises = Reduction.Premises(
      isNotNegative: none, isFloor: noRow, isCeiling: noRow, balance: noRow.map { _ in nil })
  }

  /// Above 0 where a constraint is a floor of 0, below 0 where it is a ceiling of 0; `nil` where it is no balance.
  private static func sign(ofRow row: Int, _ program: LinearProgram) -> Double? {
    switch (program.rowLower[row], program.rowUpper[row]) {
    case (0, .infinity): 1
    case (-.infinity, 0): -1
    default: nil
    }
  }

  private static func hasOneSource(_ row: Int, _ program: LinearProgram) -> Bool {
    guard let sign = sign(ofRow: row, program) else { return false }
    let positions = program.positions(ofRow: row)
    return positions.count > 1 && positions.count { sign * program.coefficients[$0] > 0 } == 1
  }

  /// The terms of a constraint that is left.
  func terms(ofRow row: Int) -> [Term] { rows[row] }

  /// After all eliminations: each can make room for others.
  consuming func completed() -> ReductionSearch {
    for _ in 0..<Self.mostPasses {
      let before = eliminations.count
      for row in rows.indices { tryRow(row) }
      if eliminations.count == before { break }
    }
    return self
  }

  private mutating func tryRow(_ row: Int) {
    guard let elimination = elimination(by: row) else { return }
    let variable = elimination.variable
    for (other, coefficient) in elimination.others {
      rows[other].remove(at: place(of: variable, in: other))
      for term in elimination.sum {
        add(coefficient * term.share, of: term.variable, to: other)
      }
      premises.isFloor[other] = premises.isFloor[other] || isFloor[other]
      premises.isCeiling[other] = premises.isCeiling[other] || isCeiling[other]
    }
    for term in elimination.sum {
      objective[term.variable] += objective[variable] * term.share
      premises.isNotNegative[term.variable] = true
    }
    premises.balance[row] = Bounds(program.rowLower[row], program.rowUpper[row])
    columns[variable] = []
    if elimination.sum.count == 1 {
      rows[row] = []
      columns[elimination.sum[0].variable].removeAll { $0 == row }
    } else {
      rows[row] = elimination.sum.map { Term(variable: $0.variable, coefficient: $0.share) }
      (isFloor[row], isCeiling[row]) = (false, true)
    }
    eliminations.append(elimination)
  }

  private mutating func add(_ coefficient: Double, of variable: Int, to row: Int) {
    let place = place(of: variable, in: row)
    if place < rows[row].count, rows[row][place].variable == variable {
      rows[row][place].coefficient += coefficient
    } else {
      rows[row].insert(Term(variable: variable, coefficient: coefficient), at: place)
      columns[variable].append(row)
    }
  }

  /// Where a variable stands or would stand in a constraint.
  private func place(of variable: Int, in row: Int) -> Int {
    var range = rows[row].indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range =
        rows[row][middle].variable < variable
        ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }

  private func coefficient(of variable: Int, in row: Int) -> Double {
    let place = place(of: variable, in: row)
    let isThere = place < rows[row].count && rows[row][place].variable == variable
    return isThere ? rows[row][place].coefficient : 0
  }

  /// What a balance makes of its only source, if it may be eliminated and that leaves no more coefficients than before.
  private func elimination(by row: Int) -> Elimination? {
    guard premises.balance[row] == nil, rows[row].count > 1,
      let sign = Self.sign(ofRow: row, program), let source = onlySource(of: row, sign)
    else { return nil }
    let variable = source.variable
    guard program.columnLower[variable] == 0, objective[variable] <= 0 else { return nil }
    let (takers, others) = (rows[row].count - 1, columns[variable].count - 1)
    guard takers == 1 || takers * others <= others + 1 else { return nil }
    let sum = rows[row].filter { $0.variable != variable }.map {
      (variable: $0.variable, share: -$0.coefficient / source.coefficient)
    }
    let unit = scaling.variableUnits[variable]
    guard
      sum.allSatisfy({
        Self.magnitudes.contains($0.share * scaling.variableUnits[$0.variable] / unit)
      })
    else { return nil }
    var rest: [(row: Int, coefficient: Double)] = []
    for other in columns[variable] where other != row {
      guard let coefficient = harm(of: variable, to: other, replacedBy: sum) else { return nil }
      rest.append((other, coefficient))
    }
    return Elimination(
      variable: variable, row: row, pivot: source.coefficient, sum: sum, others: rest)
  }

  /// The only variable that helps to fill a balance, if there is one and the rest is not negative.
  private func onlySource(of row: Int, _ sign: Double) -> Term? {
    var source: Term?
    for term in rows[row] {
      if sign * term.coefficient > 0 {
        if source != nil { return nil }
        source = term
      } else if program.columnLower[term.variable] < 0 {
        return nil
      }
    }
    return source
  }

  /// The coefficient of a variable in a constraint to which more of it only does harm, and in which a sum can take
  /// its place.
  private func harm(
    of variable: Int, to row: Int, replacedBy sum: [(variable: Int, share: Double)]
  ) -> Double? {
    let coefficient = coefficient(of: variable, in: row)
    guard (isFloor[row] && coefficient < 0) || (isCeiling[row] && coefficient > 0) else {
      return nil
    }
    for term in sum {
      let there = self.coefficient(of: term.variable, in: row)
      let new = coefficient * term.share
      // Two of different signs could cancel, and leave nothing but rounding.
      guard there * coefficient >= 0 else { return nil }
      let unit = scaling.variableUnits[term.variable] / scaling.constraintUnits[row]
      guard Self.magnitudes.contains((there + new).magnitude * unit) else { return nil }
    }
    return coefficient
  }
}
