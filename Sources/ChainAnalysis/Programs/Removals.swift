internal import Chains
internal import LinearPrograms

/// What is lost while something has fallen out (断供损失), all the rest arranged as well as can be.
public struct RemovalLoss: Hashable, Sendable {
  /// An enterprise, a tie, an area, or a product for its outside supply without a maker's name.
  public let subject: Subject
  /// Money a year, 0 or more.
  public let loss: Double
}

extension Planner {
  /// What is lost when some holders fall out; `nil` where unknown figures decide it.
  mutating func loss(
    of holders: Set<PlanProgram.Holder>
  ) throws(LinearProgramError) -> Double? {
    guard value.exact != nil else { return nil }
    return difference(value, try value(without: holders)).map { max(0, $0) }
  }
}

extension Chain {
  /// What some enterprises hold in a plan.
  func holders(of enterprises: some Sequence<Int>) -> Set<PlanProgram.Holder> {
    Set(enterprises.flatMap { activities(of: $0) }.map { .activity($0) })
  }
}

extension Measurement {
  /// What is lost without each enterprise, tie, outside source and area, the largest loss first.
  ///
  /// Not solved for: what some optimal plan does not use, and a tie whose supplier or customer as a
  /// whole is no loss (measures, §3.4 and §3.7). What the work budget of the settings leaves no room
  /// for is left out; enterprises come first.
  mutating func removals() -> [RemovalLoss] {
    guard let base, values[base]?.exact != nil else { return [] }
    let chain = situation.chain
    var losses: [RemovalLoss] = []
    var harmless = Set<Int>()
    let ties = base == .ties ? tiesInUse : []
    let total = chain.enterprises.count + ties.count
    for number in chain.enterprises.indices where situation.isHolder(number) {
      report(.removals, number, of: total)
      guard let loss = loss(of: chain.holders(of: [number])) else { continue }
      losses.append(RemovalLoss(subject: .enterprise(number), loss: loss))
      if loss == 0 { harmless.insert(number) }
    }
    for product in chain.products.indices where situation.panorama.isRequired[product] {
      guard case .limited(let amount) = chain.products[product].external, amount > 0,
        let loss = loss(of: [.external(product)])
      else { continue }
      losses.append(RemovalLoss(subject: .product(product), loss: loss))
    }
    for (region, members) in situation.areas {
      guard let loss = loss(of: chain.holders(of: members)) else { continue }
      losses.append(RemovalLoss(subject: .region(region), loss: loss))
    }
    for (number, row) in ties.enumerated() {
      report(.removals, chain.enterprises.count + number, of: total)
      let ends = chain.ends(ofTie: row)
      let isHarmless = harmless.contains(ends.supplier) || harmless.contains(ends.customer)
      guard let loss = isHarmless ? 0 : loss(of: [.tie(row: row)]) else { continue }
      losses.append(RemovalLoss(subject: .tie(row), loss: loss))
    }
    return losses.sorted { a, b in
      if a.loss != b.loss { return a.loss > b.loss }
      return chain.key(a.subject).unicodeScalars
        .lexicographicallyPrecedes(chain.key(b.subject).unicodeScalars)
    }
  }
}

extension Situation {
  /// Whether an enterprise can fall out as one and makes something that the chain needs.
  fileprivate func isHolder(_ enterprise: Int) -> Bool {
    let row = chain.enterprises[enterprise]
    let isMany =
      row.isAggregate || (row.isRegionalTotal && viewpoint.localities[enterprise] != .outside)
    return !isMany
      && chain.activities(of: enterprise).contains { number in
        let activity = chain.activities[number]
        return panorama.isRequired[activity.product] && chain.carries(activity)
      }
  }

  /// Areas that can close with two enterprises or more in them, and those enterprises.
  fileprivate var areas: [(region: Int, members: [Int])] {
    var members: [Int: [Int]] = [:]
    for number in chain.enterprises.indices where isHolder(number) {
      for area in viewpoint.areas[number] { members[area, default: []].append(number) }
    }
    return members.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }
}

/// How much work re-solving may take, counted in coefficients of the programs solved again.
struct WorkBudget {
  private(set) var left: Int
  /// Whether something was left out.
  private(set) var isExceeded = false

  init(_ work: Int) { left = work }

  /// Takes the work of one solve; false when there is no room for it.
  mutating func spend(_ work: Int) -> Bool {
    guard left >= work else {
      isExceeded = true
      return false
    }
    left -= work
    return true
  }
}
