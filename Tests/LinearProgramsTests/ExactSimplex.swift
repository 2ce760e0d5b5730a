import LinearPrograms

/// The outcome of a program in exact arithmetic.
enum ExactOutcome: Hashable {
  case optimal(Rational)
  case infeasible
  case unbounded
}

extension LinearProgram {
  /// Solved by the two-phase tableau method with Bland's rule on fractions: slow, and nothing in
  /// common with the solver.
  ///
  /// Every variable is split into a difference of two that are not negative, every finite bound of
  /// a variable or constraint becomes one row of A'y ≤ b'. All figures must be whole numbers.
  ///
  /// Source: R. G. Bland, *New finite pivoting rules for the simplex method*, Mathematics of
  /// Operations Research 2 (1977), doi:10.1287/moor.2.2.103.
  func exactOutcome() throws -> ExactOutcome {
    var rows: [(coefficients: [Rational], limit: Rational)] = []
    func add(_ terms: [(Variable, Double)], atMost limit: Double) {
      guard limit < .infinity else { return }
      var row = [Rational](repeating: .zero, count: 2 * variableCount)
      for (variable, coefficient) in terms {
        row[2 * variable.index] = Rational(Int(coefficient))
        row[2 * variable.index + 1] = Rational(-Int(coefficient))
      }
      rows.append((row, Rational(Int(limit))))
    }
    func add(_ terms: [(Variable, Double)], _ bounds: Bounds) {
      add(terms, atMost: bounds.upper)
      add(terms.map { ($0.0, -$0.1) }, atMost: -bounds.lower)
    }
    for variable in variables { add([(variable, 1)], bounds(of: variable)) }
    for constraint in constraints { add(terms(of: constraint), bounds(of: constraint)) }
    let objective = variables.flatMap {
      [Rational(Int(self.objective(of: $0))), Rational(-Int(self.objective(of: $0)))]
    }
    var tableau = try ExactTableau(rows, objective)
    return try tableau.outcome()
  }
}

/// Rows of equations, each with a slack and where its limit is negative an artificial variable.
private struct ExactTableau {
  /// The last figure of a row is its right side, 0 or more.
  var rows: [[Rational]] = []
  /// The basic variable of each row.
  var basis: [Int] = []
  let objective: [Rational]
  /// Artificial variables are those from here on.
  let realCount: Int

  init(_ given: [(coefficients: [Rational], limit: Rational)], _ objective: [Rational]) throws {
    let count = objective.count
    realCount = count + given.count
    let negative = given.indices.filter { given[$0].limit.isNegative }
    self.objective = objective
    for (index, row) in given.enumerated() {
      var figures = [Rational](repeating: .zero, count: realCount + negative.count + 1)
      for column in 0..<count { figures[column] = row.coefficients[column] }
      figures[count + index] = .one
      figures[figures.count - 1] = row.limit
      if let place = negative.firstIndex(of: index) {
        figures = try figures.map { try $0.times(Rational(-1)) }
        figures[realCount + place] = .one
        basis.append(realCount + place)
      } else {
        basis.append(count + index)
      }
      rows.append(figures)
    }
  }

  mutating func outcome() throws -> ExactOutcome {
    let width = (rows.first?.count ?? realCount + 1) - 1
    if width > realCount {
      let costs = (0..<width).map { $0 < realCount ? Rational.zero : Rational(-1) }
      guard let least = try maximize(costs, columns: width) else { return .infeasible }
      if least.isNegative { return .infeasible }
      // Artificial variables that are still basic are 0; pivot them out where that is possible.
      for row in rows.indices where basis[row] >= realCount {
        if let column = (0..<realCount).first(where: { rows[row][$0] != .zero }) {
          try pivot(row, column)
        }
      }
    }
    let costs = objective + [Rational](repeating: .zero, count: width - objective.count)
    guard let optimum = try maximize(costs, columns: realCount) else { return .unbounded }
    return .optimal(optimum)
  }

  /// The maximum from the basis at hand; nil when there is none.
  private mutating func maximize(_ costs: [Rational], columns: Int) throws -> Rational? {
    while true {
      var entering: Int?
      for column in 0..<columns where !basis.contains(column) {
        var gain = costs[column]
        for row in rows.indices {
          gain = try gain.minus(costs[basis[row]].times(rows[row][column]))
        }
        if gain.isPositive {
          entering = column
          break
        }
      }
      guard let entering else {
        var value = Rational.zero
        for row in rows.indices { value = try value.plus(costs[basis[row]].times(right(row))) }
        return value
      }
      var leaving: (row: Int, ratio: Rational)?
      for row in rows.indices where rows[row][entering].isPositive {
        let ratio = try right(row).over(rows[row][entering])
        if let best = leaving,
          ratio > best.ratio || (ratio == best.ratio && basis[row] > basis[best.row])
        {
          continue
        }
        leaving = (row, ratio)
      }
      guard let leaving else { return nil }
      try pivot(leaving.row, entering)
    }
  }

  private func right(_ row: Int) -> Rational { rows[row][rows[row].count - 1] }

  private mutating func pivot(_ row: Int, _ column: Int) throws {
    let pivot = rows[row][column]
    rows[row] = try rows[row].map { try $0.over(pivot) }
    for other in rows.indices where other != row && rows[other][column] != .zero {
      let factor = rows[other][column]
      for index in rows[other].indices {
        rows[other][index] = try rows[other][index].minus(factor.times(rows[row][index]))
      }
    }
    basis[row] = column
  }
}
