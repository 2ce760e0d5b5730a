internal import Chains

/// The value of final output that capacities allow, in closed form (measures, §1).
///
/// Two bounds, each with its own proof; where they meet, the value is exact and equals the linear
/// programme L1. They meet on every chain with one final product and no choice on the way.
///
/// - At least: every final product is made at the rate of the scarcest product in its cone, by gross
///   requirements. That plan is feasible.
/// - At most: every final product as if it had all supplies to itself, and as if what can be had from
///   outside took nothing further. No plan does better.
struct Explosion {
  let chain: Chain
  let requirements: Requirements
  let worth: Worth

  /// Units a year of a product for the chain's use, by capacity.
  ///
  /// A final product must be made inside; other products may come from outside too.
  func available(_ product: Int, _ supply: Supply) -> Quantity {
    chain.products[product].isFinal ? supply.inside : supply.inside + supply.outside
  }

  /// The same from what can run as things stand.
  private func reachable(_ product: Int, _ supply: Supply) -> Quantity {
    chain.products[product].isFinal ? supply.running : supply.running + supply.outside
  }

  struct Bounds: Hashable {
    /// `nil` when a choice or an unknown figure forbids the claim.
    let atLeast: Double?
    let atMost: Double?
    /// The final products' rates behind `atLeast`, 0...1.
    let rates: [Int: Double]

    /// The value, where both bounds agree.
    var exact: Double? {
      guard let atLeast, let atMost, atMost - atLeast <= 1e-9 * max(1, atMost) else { return nil }
      return atLeast
    }
  }

  /// - Parameters:
  ///   - supplies: a supply a product.
  ///   - relieved: products whose supply is taken to have no limit.
  func bounds(_ supplies: [Supply], relieving relieved: Set<Int> = []) -> Bounds {
    guard worth.basis == .target else { return Bounds(atLeast: nil, atMost: nil, rates: [:]) }
    var coverage = [Double](repeating: .infinity, count: chain.products.count)
    var most = coverage
    var isDecided = true
    for product in chain.products.indices where !relieved.contains(product) {
      let quantity = reachable(product, supplies[product])
      most[product] = quantity.isOpen ? .infinity : quantity.known
      let total = requirements.total[product]
      if total > 0 { coverage[product] = quantity.known / total }
      if requirements.isOpen[product] { isDecided = isDecided && quantity.known == .infinity }
    }
    var atLeast = 0.0
    var atMost = 0.0
    var rates: [Int: Double] = [:]
    for final in chain.finalProducts {
      let value = worth.value[final] ?? 0
      let demand = chain.products[final].demand ?? 0
      let cone = requirements.perUnit[final] ?? []
      let rate = cone.indices.lazy.filter { cone[$0] > 0 }.map { coverage[$0] }.min() ?? 1
      rates[final] = min(1, rate)
      atLeast += value * min(1, rate)
      let least = requirements.perUnitAtLeast[final] ?? []
      let bound =
        least.indices.lazy.filter { least[$0] > 0 && demand > 0 }
        .map { most[$0] / (least[$0] * demand) }.min() ?? 1
      atMost += value * min(1, bound)
    }
    return Bounds(atLeast: isDecided ? atLeast : nil, atMost: atMost, rates: rates)
  }
}
