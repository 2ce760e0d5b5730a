internal import Chains

extension Situation {
  /// G02 本地空白断点: a product that the chain needs and that can only be had from outside.
  ///
  /// Where there are several sources, no single failure takes the product away: how much hangs on the
  /// largest of them is a matter of concentration (B11).
  func outsideOnly() -> [Facet] {
    chain.products.indices.compactMap { product in
      guard isLocalBlank(product) else { return nil }
      let sources = sources[product]
      let finals = sources.isOneOutside ? panorama.finalsNeeding[product] : []
      let stopping = stopped(without: product)
      let affected = affected(finals) { stopping.contains($0) }
      let isCertain = sources.isKnownOutside
      return Facet(
        code: .g02, subjects: [.product(product)],
        standing: isCertain ? .exposure : .toVerify,
        reason: .onlyOutside(
          sources: sources.outside.map { chain.activities[$0].enterprise },
          available: supplies[product].outside,
          idleMakers: (sources.inside + sources.idle).map { chain.activities[$0].enterprise }),
        rows: [Place(.products, row: product, .external)] + rows(of: sources.outside),
        affected: affected, value: cutOff(product, affecting: finals))
    }
  }

  /// G06 无替代断点: one outside source, nothing made inside, nothing that could stand in for it.
  func singleOutsideSource() -> [Facet] {
    chain.products.indices.compactMap { product in
      let sources = sources[product]
      guard isLocalBlank(product), !panorama.finalsNeeding[product].isEmpty,
        sources.outside.count == 1, sources.isOneOutside
      else { return nil }
      let enterprise = chain.activities[sources.outside[0]].enterprise
      guard !chain.enterprises[enterprise].isAggregate else { return nil }
      let stopping = stopped(without: product)
      let affected = affected(panorama.finalsNeeding[product]) { stopping.contains($0) }
      return Facet(
        code: .g06, subjects: [.product(product)],
        standing: sources.anonymous.isKnownNone ? .exposure : .toVerify,
        reason: .oneSource(enterprise), rows: rows(of: sources.outside), affected: affected,
        value: cutOff(product, affecting: panorama.finalsNeeding[product]))
    }
  }

  /// Whether nothing inside can make a product that the chain needs, while outside can or may.
  private func isLocalBlank(_ product: Int) -> Bool {
    let sources = sources[product]
    guard panorama.isRequired[product], !isMadeInside(product),
      sources.isKnownOutside || sources.anonymous == .unknown
    else { return false }
    if sources.hidesMakers(in: chain) { return false }
    return chain.products[product].isFinal || isUnfilledInside(product)
  }

  /// Whether some need for the product has no alternative that is made inside.
  private func isUnfilledInside(_ product: Int) -> Bool {
    panorama.wanted[product].contains { need in
      need.alternatives.allSatisfy { !isMadeInside($0) }
    }
  }

  /// The final products that stop when a product cannot be had from anywhere.
  private func stopped(without product: Int) -> Set<Int> {
    guard let leaf = cautious.presence(of: product) else {
      return Set(panorama.finalsNeeding[product])
    }
    return Set(failures.finals(stoppedBy: leaf))
  }
}
