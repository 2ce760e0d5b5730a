internal import Chains

extension Situation {
  /// G04 能力缺口断点: what can be had falls short of what the targets take.
  ///
  /// Claimed only where all supply is known and already the known part of the gross requirement exceeds
  /// it. Output is lost for certain only by what is needed at least: where products made of it can be
  /// bought from outside, the shortage is an exposure.
  func shortages() -> [Facet] {
    chain.products.indices.compactMap { product in
      guard panorama.isRequired[product], coverage(product).isShort else { return nil }
      let balance = balances.tightest(product)
      let least = requirements.least(product, in: chain)
      let available = balance.available.known
      let isCertain = available < least * (1 - 1e-9)
      let finals = isCertain ? panorama.finalsNeeding[product] : []
      let missing = isCertain ? 1 - available / least : 0
      let affected = finals.map {
        AffectedProduct(
          product: $0, loss: worth.value[$0].map { $0 * missing }, stops: available == 0)
      }
      let isFelt = isCertain || panorama.finalsNeeding[product].isEmpty
      return Facet(
        code: .g04, subjects: [.product(product)], standing: isFelt ? .loss : .exposure,
        reason: .shortage(
          required: balance.required.known, available: available, isFelt: isFelt),
        rows: [Place(.products, row: product, .demand)]
          + rows(of: sources[product].inside + sources[product].outside),
        affected: affected, value: relief(of: product, losing: finals, fraction: missing))
    }
  }
}
