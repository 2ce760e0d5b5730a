import Chains
import Testing

@testable import ChainAnalysis

/// The linear program against plans that are checked unit by unit.
///
/// On chains without circles, choices and unknown figures a plan is feasible just when buying as much as
/// can be bought, from the final products down, leaves nothing to make that capacities do not allow.
@Suite struct BoundsTests {
  @Test func `no plan is worth more than the value, and some plan as much`() throws {
    var counts = (all: 0, single: 0)
    for seed in UInt64(3000)..<3200 {
      guard let chain = try? Chain(definite(randomTables(seed: seed))) else { continue }
      let situation = Situation(chain, Settings())
      guard let value = Measurement(situation).values[.products]?.exact else {
        Issue.record("seed \(seed): everything is known, so the value is exact")
        continue
      }
      counts.all += 1
      var random = SplitMix64(seed: seed)
      for _ in 0..<3 {
        let plan = greatestPlan(in: situation, &random)
        #expect(self.value(plan, in: situation) <= value + 1e-6, "seed \(seed), \(plan)")
      }
      if chain.finalProducts.count == 1 {
        let plan = greatestPlan(in: situation, &random)
        #expect(abs(self.value(plan, in: situation) - value) < 1e-6, "seed \(seed)")
        counts.single += 1
      }
    }
    #expect(counts.all > 80 && counts.single > 25, "\(counts)")
  }

  /// The draft without circles, choices, variants and unknown figures.
  private func definite(_ draft: Tables) -> Tables {
    var tables = draft
    tables.profile.enterprisesKnown = .complete
    tables.inputs.removeAll { $0.amount == 0.001 || $0.essentiality == .nonEssential }
    for row in tables.inputs.indices {
      tables.inputs[row].group = nil
      tables.inputs[row].amount = tables.inputs[row].amount ?? 1
    }
    for row in tables.products.indices {
      tables.products[row].variantOf = nil
      if tables.products[row].isFinal { tables.products[row].demand = 20 }
      if tables.products[row].external == .unknown { tables.products[row].external = .limited(7) }
    }
    for row in tables.enterprises.indices where tables.enterprises[row].region == "world" {
      tables.enterprises[row].region = "home"
    }
    for row in tables.capacities.indices {
      tables.capacities[row].capacity = (tables.capacities[row].capacity ?? 5) * 3
    }
    return tables
  }

  private func value(_ rates: [Int: Double], in situation: Situation) -> Double {
    rates.sorted { $0.key < $1.key }
      .reduce(0) { $0 + $1.value * (situation.worth.value[$1.key] ?? 0) }
  }

  /// Final products in random order, each at the greatest rate that the ones before leave.
  private func greatestPlan(in situation: Situation, _ random: inout SplitMix64) -> [Int: Double] {
    var rates = Dictionary(
      uniqueKeysWithValues: situation.chain.finalProducts.map { ($0, 0.0) })
    for final in random.shuffled(situation.chain.finalProducts) {
      rates[final] = 1
      if isFeasible(rates, in: situation) { continue }
      var (low, high) = (0.0, 1.0)
      for _ in 0..<36 {
        let middle = (low + high) / 2
        rates[final] = middle
        if isFeasible(rates, in: situation) { low = middle } else { high = middle }
      }
      rates[final] = low
    }
    return rates
  }

  private func isFeasible(_ rates: [Int: Double], in situation: Situation) -> Bool {
    let chain = situation.chain
    let needs = chain.products.indices.map { product in
      chain.recipe(of: product).filter { chain.input(of: $0).essentiality == .essential }
        .map { (product: $0.product, amount: chain.input(of: $0).amount ?? 0) }
    }
    var taken = [Double](repeating: 0, count: chain.products.count)
    var bought = taken
    var made = taken
    // Without circles as many rounds as there are products settle everything.
    for _ in chain.products.indices {
      taken = taken.map { _ in 0 }
      for product in chain.products.indices {
        for need in needs[product] { taken[need.product] += need.amount * made[product] }
      }
      for product in chain.products.indices {
        let delivered = (rates[product] ?? 0) * (chain.products[product].demand ?? 0)
        bought[product] = min(
          taken[product],
          limit(chain.products[product].external)
            + capacity(of: product, .outside, in: situation))
        made[product] = taken[product] - bought[product] + delivered
      }
    }
    return chain.products.indices.allSatisfy {
      made[$0] <= capacity(of: $0, .inside, in: situation) + 1e-9
    }
  }

  private func limit(_ external: Limit) -> Double {
    switch external {
    case .limited(let amount): amount
    case .unlimited: .infinity
    case .unknown: 0
    }
  }

  private func capacity(
    of product: Int, _ locality: Viewpoint.Locality, in situation: Situation
  ) -> Double {
    let chain = situation.chain
    return chain.activities(making: product).map { chain.activities[$0] }
      .filter { chain.carries($0) && situation.viewpoint.localities[$0.enterprise] == locality }
      .reduce(0) { $0 + (chain.capacity(of: $1)?.capacity ?? 0) }
  }
}
