internal import Chains
internal import LinearPrograms

/// A year's plan of production as a linear program: what it maximises, what limits it, and who holds
/// what it draws on.
struct PlanProgram: Hashable {
  /// A figure of the program that has an upper bound.
  enum Part: Hashable {
    case variable(LinearProgram.Variable)
    case constraint(LinearProgram.Constraint)
  }

  /// Something that can fall out.
  enum Holder: Hashable {
    case activity(Int)
    case tie(row: Int)
    /// Outside supply of a product without a maker's name.
    case external(Int)
  }

  /// A restriction as the program has it.
  struct Lever: Hashable {
    let restriction: Restriction
    let part: Part
    /// Units a year that there are, 0 or more; infinite where there is no limit.
    let limit: Double
    /// The upper bound of the part: the limit, less what shared lines give.
    let bound: Double

    /// Whether there is some, and not without limit.
    var isFinite: Bool { limit > 0 && limit < .infinity }
  }

  let level: Level
  var program = LinearProgram()
  /// In the order in which they were added.
  private(set) var levers: [Lever] = []
  private var numbers: [Restriction: Int] = [:]
  /// Other constraints whose upper bound is a share of the limit.
  private(set) var followers: [Restriction: [Follower]] = [:]
  /// What the upper bound of a part is the sum of; the holder is `nil` for what nobody can take away.
  private var sums: [Part: [Term]] = [:]
  /// The coefficients that are amounts of the panorama.
  private(set) var amounts: [Amount] = []
  private var parts: [Holder: [Part]] = [:]

  /// A coefficient that is the amount in a row of `inputs`, or one over it.
  struct Amount: Hashable {
    let row: Int
    let variable: LinearProgram.Variable
    let constraint: LinearProgram.Constraint
    let coefficient: Double
    let isInverse: Bool
  }

  struct Follower: Hashable {
    let constraint: LinearProgram.Constraint
    let share: Double
  }

  private struct Term: Hashable {
    let holder: Holder?
    let amount: Double
  }

  init(level: Level) { self.level = level }
}

// MARK: - Building

extension PlanProgram {
  mutating func addLever(
    _ restriction: Restriction, _ part: Part, limit: Double, bound: Double? = nil
  ) {
    numbers[restriction] = levers.count
    levers.append(
      Lever(restriction: restriction, part: part, limit: limit, bound: bound ?? limit))
  }

  /// Says that the upper bound of a constraint is a share of the limit of a restriction, more than 0.
  mutating func addFollower(
    _ constraint: LinearProgram.Constraint, of restriction: Restriction, share: Double,
    terms: [(holder: Holder?, amount: Double)]
  ) {
    followers[restriction, default: []].append(Follower(constraint: constraint, share: share))
    setTerms(terms.map { ($0.holder, share * $0.amount) }, of: .constraint(constraint))
  }

  /// Says what the upper bound of a part is the sum of.
  mutating func setTerms(_ terms: [(holder: Holder?, amount: Double)], of part: Part) {
    sums[part] = terms.map { Term(holder: $0.holder, amount: $0.amount) }
    for case let holder? in terms.map(\.holder) { parts[holder, default: []].append(part) }
  }
}

extension PlanProgram {
  /// Says that a coefficient is the amount in a row of `inputs`, or one over it.
  mutating func setAmount(
    row: Int, _ variable: LinearProgram.Variable, in constraint: LinearProgram.Constraint,
    isInverse: Bool
  ) {
    amounts.append(
      Amount(
        row: row, variable: variable, constraint: constraint,
        coefficient: program.coefficient(of: variable, in: constraint), isInverse: isInverse))
  }

  /// The plan with every known figure drawn anew.
  func drawn(_ draw: Draws.Draw) -> PlanProgram {
    var drawn = self
    func factor(_ holder: Holder?) -> Double {
      switch holder {
      case .activity(let number): draw.factor(capacity: number)
      case .external(let product): draw.factor(external: product)
      case .tie, nil: 1
      }
    }
    for (part, terms) in sums {
      let upper = terms.reduce(0) { $0 + $1.amount * factor($1.holder) }
      switch part {
      case .variable(let variable): drawn.program.setBounds(Bounds(0, upper), of: variable)
      case .constraint(let row):
        drawn.program.setBounds(Bounds(bounds(of: part).lower, upper), of: row)
      }
    }
    for amount in amounts {
      let factor = draw.factor(input: amount.row)
      drawn.program.setCoefficient(
        amount.isInverse ? amount.coefficient / factor : amount.coefficient * factor,
        of: amount.variable, in: amount.constraint)
    }
    return drawn
  }
}

// MARK: - Asking

extension PlanProgram {
  func lever(of restriction: Restriction) -> Lever? { numbers[restriction].map { levers[$0] } }

  /// Whether other constraints have a bound that is a share of the limit.
  func hasFollowers(_ lever: Lever) -> Bool { followers[lever.restriction] != nil }

  /// Whether more of a restriction may gain by the prices of a solution; where not, it does not.
  func isPriced(_ lever: Lever, in solution: Solution) -> Bool {
    solution.price(of: lever.part) > 0
      || followers[lever.restriction, default: []].contains {
        solution.dual(of: $0.constraint) > 0
      }
  }

  func bounds(of part: Part) -> Bounds {
    switch part {
    case .variable(let variable): program.bounds(of: variable)
    case .constraint(let constraint): program.bounds(of: constraint)
    }
  }

  /// The change that gives a part another upper bound.
  func change(_ part: Part, upper: Double) -> Solver.Change {
    let bounds = Bounds(bounds(of: part).lower, upper)
    return switch part {
    case .variable(let variable): .variable(variable, bounds)
    case .constraint(let constraint): .constraint(constraint, bounds)
    }
  }

  /// The changes that take a restriction away, and with it the bounds that are shares of it.
  func relief(of lever: Lever) -> [Solver.Change] {
    [change(lever.part, upper: .infinity)]
      + followers[lever.restriction, default: []].map {
        change(.constraint($0.constraint), upper: .infinity)
      }
  }

  /// The upper bounds that are left when some holders fall out; parts without a change are left out.
  func remainders(without holders: Set<Holder>) -> [(part: Part, upper: Double)] {
    var touched: [Part] = []
    var seen = Set<Part>()
    for holder in holders {
      for part in parts[holder, default: []] where seen.insert(part).inserted {
        touched.append(part)
      }
    }
    return touched.compactMap { part in
      guard let terms = sums[part] else { return nil }
      let left = terms.reduce(0) { sum, term in
        term.holder.map(holders.contains) ?? false ? sum : sum + term.amount
      }
      return left < bounds(of: part).upper ? (part, left) : nil
    }.sorted { place(of: $0.part) < place(of: $1.part) }
  }

  private func place(of part: Part) -> Int {
    switch part {
    case .variable(let variable): variable.index
    case .constraint(let constraint): program.variableCount + constraint.index
    }
  }
}

extension Solution {
  /// How much of a part the plan draws on.
  func use(of part: PlanProgram.Part) -> Double {
    switch part {
    case .variable(let variable): self[variable]
    case .constraint(let constraint): activity(of: constraint)
    }
  }

  /// What one more of a part is priced at; 0 proves that more of it alone gains nothing.
  func price(of part: PlanProgram.Part) -> Double {
    switch part {
    case .variable(let variable): reducedCost(of: variable)
    case .constraint(let constraint): dual(of: constraint)
    }
  }
}
