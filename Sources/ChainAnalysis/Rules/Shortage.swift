internal import Chains

extension Situation {
  /// G04 能力缺口断点: what can be had falls short of what the targets take.
  ///
  /// Claimed only where the shortage is certain: all supply is known, and already the known part of the
  /// requirement exceeds it.
  func shortages() -> [Facet] {
    chain.products.indices.compactMap { product in
      let coverage = coverage(product)
      guard panorama.isRequired[product], coverage.isShort, let ratio = coverage.ratio else {
        return nil
      }
      let balance = balances.tightest(product)
      let finals = panorama.finalsNeeding[product]
      let affected = finals.map {
        AffectedProduct(
          product: $0, loss: worth.value[$0].map { $0 * (1 - ratio) }, stops: ratio == 0)
      }
      return Facet(
        code: .g04, subjects: [.product(product)], standing: .loss,
        reason: .shortage(
          required: balance.required.known, available: balance.available.known),
        rows: [Place(.products, row: product, .demand)]
          + rows(of: sources[product].inside + sources[product].outside),
        affected: affected, value: relief(of: product, losing: finals, fraction: 1 - ratio))
    }
  }
}
