internal import Chains

/// What one rule says of one subject; facets of the same subjects become one finding.
struct Facet {
  let code: FindingCode
  let subjects: [Subject]
  let standing: Standing
  let reason: Reason
  let rows: [Place]
  let affected: [AffectedProduct]
  let value: FindingValue
  /// Whether the code may be the primary one before all others; only for G07.
  var decides = false

  /// Whether a final product stops.
  var stops: Bool { affected.contains(where: \.stops) }
}

extension Situation {
  /// A value without a gain: what is lost while the subject is out.
  func exposure(_ affected: [AffectedProduct], fraction: Double = 1) -> FindingValue {
    let finals = affected.map(\.product)
    return FindingValue(
      now: bounds.exact, relieved: nil, gain: nil,
      loss: finals.isEmpty ? 0 : worth.sum(finals).map { $0 * fraction },
      share: worth.share(finals) * fraction, breakpoint: nil, next: [])
  }

  /// A value with the gain of clearing a product alone, where quantities are exact.
  func relief(of product: Int, losing finals: [Int], fraction: Double) -> FindingValue {
    let loss = finals.isEmpty ? 0 : worth.sum(finals).map { $0 * fraction }
    let lostShare = worth.share(finals) * fraction
    let relieved = explosion.bounds(supplies, relieving: [product])
    guard let now = bounds.exact, let after = relieved.exact, let reference = worth.reference
    else {
      return FindingValue(
        now: bounds.exact, relieved: nil, gain: nil, loss: loss, share: lostShare,
        breakpoint: nil, next: [])
    }
    let gain = max(0, after - now)
    let isGain = gain > 1e-9 * max(1, now)
    return FindingValue(
      now: now, relieved: after, gain: isGain ? gain : 0, loss: loss,
      share: max(lostShare, gain / reference),
      breakpoint: isGain ? unitsWanted(of: product, at: relieved) : nil,
      next: isGain ? limiting(relieved, without: product) : [])
  }

  /// Units a year that must come on top before something else limits.
  private func unitsWanted(of product: Int, at relieved: Explosion.Bounds) -> Double {
    let wanted = chain.finalProducts.reduce(0.0) { sum, final in
      let units = requirements.perUnit[final]?[product] ?? 0
      return sum + (chain.products[final].demand ?? 0) * units * (relieved.rates[final] ?? 0)
    }
    return max(0, wanted - available(product).known)
  }

  /// The products that hold back the rates of the relieved plan.
  private func limiting(_ relieved: Explosion.Bounds, without product: Int) -> [Int] {
    chain.products.indices.filter { other in
      guard other != product, requirements.total[other] > 0 else { return false }
      let coverage = available(other).known / requirements.total[other]
      return relieved.rates.contains { final, rate in
        rate < 1 && (requirements.perUnit[final]?[other] ?? 0) > 0
          && abs(coverage - rate) <= 1e-9 * max(1, rate)
      }
    }
  }
}
