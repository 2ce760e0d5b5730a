internal import Chains

extension Situation {
  /// G04 能力缺口断点: what can be had falls short of what the targets take.
  ///
  /// Claimed only where all supply is known and already the known part of the gross requirement exceeds
  /// it. Where what is made of the product can be had in other ways, nothing is lost: the shortage is
  /// then an exposure. On a list that may lack makers it is to be verified.
  func shortages() -> [Facet] {
    chain.products.indices.compactMap { product in
      guard panorama.isRequired[product], coverage(product).isShort else { return nil }
      let balance = balances.tightest(product)
      let finals = panorama.finalsNeeding[product]
      let value = relief(of: product, affecting: finals)
      let isFelt = value.loss != 0
      let isComplete = chain.profile.enterprisesKnown == .complete
      let affected = affected(isFelt ? finals : []) { final in
        balance.available.known == 0 && !buildable.contains(gaps.making[final])
      }
      return Facet(
        code: .g04, subjects: [.product(product)],
        standing: !isComplete || value.loss == nil ? .toVerify : isFelt ? .loss : .exposure,
        reason: .shortage(
          required: balance.required.known, available: balance.available.known, isFelt: isFelt),
        rows: [Place(.products, row: product, .demand)]
          + rows(of: sources[product].inside + sources[product].outside),
        affected: affected, value: value)
    }
  }
}
