internal import Chains
internal import LinearPrograms

/// What one product costs that is missing or short, wherever it comes from; figures of L1.
struct ProductRelief: Hashable {
  /// The value when the product can be had without limit and all else stays.
  let value: ValueRange
  /// What that gains: the smaller and the larger of what it is in the two readings.
  let gains: ValueRange
  /// Of the target, what is lost for certain while the product stays as it is, even if everything else
  /// had no limit.
  let loss: Double?
  /// The same while nothing of the product comes from outside.
  let exposure: Double?
  /// Units a year of the product that must come on top before something else limits.
  let breakpoint: Double?
  /// Products that limit next: each alone would bring more.
  let next: [Int]

  static let unknown = ProductRelief(
    value: .unknown, gains: .unknown, loss: nil, exposure: nil, breakpoint: nil, next: [])
}

extension Planner {
  /// The relief of each product asked for.
  ///
  /// - Parameters:
  ///   - target: the value of all targets.
  ///   - spend: asked before the solves for a product; where it says no, the rest is left out.
  mutating func productReliefs(
    _ wanted: [Int], of chain: Chain, target: Double, spend: (Int) -> Bool
  ) throws(LinearProgramError) -> [Int: ProductRelief] {
    guard !wanted.isEmpty else { return [:] }
    var open = try PlanSolver(plan.opened(chain))
    func lost(_ outcome: Outcome) -> Double? {
      outcome.objective.map { $0 > target - tolerance ? 0 : cut(target - max(0, $0)) }
    }
    var ladder = try Ladder(
      plan, from: hopeful.basis,
      growing: plan.levers(of: wanted.flatMap(chain.kinds), in: chain).filter {
        $0.limit < .infinity
      },
      size: { _ in 1 })
    var reliefs: [Int: ProductRelief] = [:]
    for product in wanted where spend(4) {
      let kinds = chain.kinds(of: product)
      let alone = lost(try open.outcome(trying: plan.limits(of: kinds, in: chain)))
      let cutOff = lost(
        try open.outcome(trying: plan.limits(of: kinds, in: chain, isCutOff: true)))
      let changes = { (plan: PlanProgram) in plan.relief(of: kinds, in: chain) }
      let after = try value(trying: changes)
      var breakpoint: Double?
      var next: [Int] = []
      let gains = differences(after, value)
      if value.exact != nil, let most = after.exact, (gains.exact ?? 0) > 0 {
        let growing = Set(plan.reliefLevers(of: kinds, in: chain).map(\.restriction))
        breakpoint = try ladder.step(to: most * (1 - 1e-9), growing: growing)?.units
        next = try self.next(after: kinds, changes(plan), of: chain, value: most)
      }
      reliefs[product] = ProductRelief(
        value: after, gains: gains, loss: alone, exposure: cutOff, breakpoint: breakpoint,
        next: next)
    }
    return reliefs
  }

  /// Products of which more, from wherever they come, would bring more yet.
  private mutating func next(
    after kinds: [Int], _ changes: [Solver.Change], of chain: Chain, value most: Double
  ) throws(LinearProgramError) -> [Int] {
    guard let solution = try hopeful.outcome(trying: changes).solution else { return [] }
    let priced = chain.products.indices.compactMap { product -> (product: Int, price: Double)? in
      guard !kinds.contains(product) else { return nil }
      let price = plan.levers(of: [product], in: chain).filter(\.isFinite)
        .reduce(0) { $0 + max(0, solution.price(of: $1.part)) * $1.limit }
      return price > 0 ? (product, price) : nil
    }.sorted { $0.price != $1.price ? $0.price > $1.price : $0.product < $1.product }
    var next: [Int] = []
    // Those with the highest prices; there can be hundreds, and few of them gain alone.
    for (product, _) in priced.prefix(8) {
      let levers = plan.levers(of: [product], in: chain).filter(\.isFinite)
      let more = try hopeful.outcome(
        trying: changes + levers.flatMap { plan.relief(of: $0) }
      ).objective
      if let more, more > most + max(tolerance, 1e-7 * most) { next.append(product) }
    }
    return next.sorted()
  }
}

extension PlanProgram {
  /// What limits some products: their making and their buying.
  fileprivate func levers(of kinds: [Int], in chain: Chain) -> [Lever] {
    var levers: [Lever] = []
    for kind in kinds {
      let both = [
        lever(of: .making(kind)), lever(of: .buying(chain.sharedOutside(of: kind) ?? kind)),
      ]
      for case let lever? in both where !levers.contains(lever) { levers.append(lever) }
    }
    return levers
  }

  /// The changes that take the limits away where a product comes from now: from makers inside, from
  /// outside, or, where from nowhere, from anywhere.
  func relief(of kinds: [Int], in chain: Chain) -> [Solver.Change] {
    reliefLevers(of: kinds, in: chain).flatMap(relief)
  }

  fileprivate func reliefLevers(of kinds: [Int], in chain: Chain) -> [Lever] {
    let all = levers(of: kinds, in: chain)
    let existing = all.filter { $0.limit > 0 }
    return existing.isEmpty ? all : existing
  }

  /// The plan in which everything has as much as it likes, the way it has it now.
  fileprivate func opened(_ chain: Chain) -> PlanProgram {
    var opened = self
    for product in chain.products.indices {
      for change in relief(of: [product], in: chain) {
        switch change {
        case .variable(let variable, let bounds):
          opened.program.setBounds(bounds, of: variable)
        case .constraint(let row, let bounds): opened.program.setBounds(bounds, of: row)
        }
      }
    }
    return opened
  }

  /// The changes that put the limits back on some products, or cut them off from outside too.
  fileprivate func limits(
    of kinds: [Int], in chain: Chain, isCutOff: Bool = false
  ) -> [Solver.Change] {
    levers(of: kinds, in: chain).flatMap { lever -> [Solver.Change] in
      let isOutside = if case .buying = lever.restriction { true } else { false }
      return [change(lever.part, upper: isOutside && isCutOff ? 0 : lever.bound)]
        + followers[lever.restriction, default: []].map {
          change(.constraint($0.constraint), upper: bounds(of: .constraint($0.constraint)).upper)
        }
    }
  }
}
