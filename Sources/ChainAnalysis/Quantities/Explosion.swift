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

  /// - Parameter relieved: a product whose supply is taken to have no limit.
  func bounds(
    _ supplies: [Supply], _ balances: Balances, relieving relieved: Int? = nil
  ) -> Bounds {
    guard worth.basis == .target else { return Bounds(atLeast: nil, atMost: nil, rates: [:]) }
    var rate = [Double](repeating: .infinity, count: chain.products.count)
    var isDecided = true
    for product in chain.products.indices where product != relieved {
      if let certain = balances.certainRate(product) {
        rate[product] = certain
      } else {
        isDecided = false
      }
    }
    for product in rate.indices { rate[product] = rateWithKinds(product, rate) }
    var atLeast = 0.0
    var atMost = 0.0
    var rates: [Int: Double] = [:]
    for final in chain.finalProducts {
      let value = worth.value[final] ?? 0
      rates[final] = requirements.perUnit[final, default: []].reduce(1) {
        min($0, rate[$1.product])
      }
      atLeast += value * (rates[final] ?? 0)
      atMost += value * mostOf(final, supplies, relieving: relieved)
    }
    return Bounds(atLeast: isDecided ? atLeast : nil, atMost: atMost, rates: rates)
  }

  /// The least rate of a product and of all of which it is a variant: these share its supply.
  private func rateWithKinds(_ product: Int, _ rate: [Double]) -> Double {
    var least = rate[product]
    var above = chain.products[product].variantOf.flatMap(chain.number(of:))
    while let current = above {
      least = min(least, rate[current])
      above = chain.products[current].variantOf.flatMap(chain.number(of:))
    }
    return least
  }

  /// The share of its target that a final product can reach at most, 0...1.
  private func mostOf(_ final: Int, _ supplies: [Supply], relieving relieved: Int?) -> Double {
    let demand = chain.products[final].demand ?? 0
    guard demand > 0 else { return 1 }
    var most = 1.0
    func limit(_ supply: Quantity, for units: Double) {
      if !supply.isOpen { most = min(most, supply.known / (units * demand)) }
    }
    if final != relieved { limit(supplies[final].inside, for: 1) }
    for (product, units) in requirements.perUnitAtLeast[final, default: []]
    where product != relieved {
      limit(supplies[product].inside + supplies[product].outside, for: units)
    }
    return most
  }
}
