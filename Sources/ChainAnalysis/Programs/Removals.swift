internal import Chains
internal import LinearPrograms

/// What is lost while something has fallen out (断供损失), all the rest arranged as well as can be.
public struct RemovalLoss: Hashable, Sendable {
  /// An enterprise, a tie, an area, or a product for its outside supply without a maker's name.
  public let subject: Subject
  /// Money a year, 0 or more: the smaller and the larger of what it is with the worst and with the best that
  /// unknown figures can be.
  public let range: ValueRange

  /// The loss, where both readings agree.
  public var loss: Double? { range.exact }
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
  /// Not solved for: what ``Outages`` knows already, and a tie whose supplier or customer as a whole is no
  /// loss (measures, §3.4 and §3.7). What the work budget of the settings leaves no room for is left out;
  /// enterprises come first.
  mutating func removals() -> [RemovalLoss] {
    guard let base else { return [] }
    let chain = situation.chain
    var losses = losses(
      chain.enterprises.indices.filter(situation.isHolder).map {
        (.enterprise($0), chain.holders(of: [$0]))
      }
        + chain.products.indices.filter(situation.hasLimitedSource).map {
          (.product($0), [.external($0)])
        }
        + situation.areas.map { (.region($0.region), chain.holders(of: $0.members)) })
    let harmless = Set(losses.filter { $0.range.atMost == 0 }.map(\.subject))
    let ties = base == .ties ? tiesInUse : []
    func isHarmless(_ row: Int) -> Bool {
      let ends = chain.ends(ofTie: row)
      return harmless.contains(.enterprise(ends.supplier))
        || harmless.contains(.enterprise(ends.customer))
    }
    losses += ties.filter(isHarmless).map { RemovalLoss(subject: .tie($0), range: .none) }
    losses += self.losses(ties.filter { !isHarmless($0) }.map { (.tie($0), [.tie(row: $0)]) })
    return losses.sorted { a, b in
      if a.range != b.range { return b.range.isLess(than: a.range) }
      return chain.key(a.subject).unicodeScalars
        .lexicographicallyPrecedes(chain.key(b.subject).unicodeScalars)
    }
  }

  private mutating func losses(
    _ outages: [(subject: Subject, holders: Set<PlanProgram.Holder>)]
  ) -> [RemovalLoss] {
    solve(without: outages.map(\.holders))
    return outages.compactMap { outage in
      self.losses(of: outage.holders).map { RemovalLoss(subject: outage.subject, range: $0) }
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

  /// Whether a stated amount comes from outside without a maker's name.
  fileprivate func hasLimitedSource(_ product: Int) -> Bool {
    guard case .limited(let amount) = chain.products[product].external else { return false }
    return panorama.isRequired[product] && amount > 0
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

  /// Takes the work of one solve; false when there is no room for it besides what is to be kept.
  mutating func spend(_ work: Int, keeping reserve: Int = 0) -> Bool {
    guard left - reserve >= work else {
      isExceeded = true
      return false
    }
    left -= work
    return true
  }
}
