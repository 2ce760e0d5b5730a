internal import Chains
internal import Graphs

extension Situation {
  /// G01 缺失断点: a product that the chain needs and that nobody makes and nobody can be bought from,
  /// or products that need one another so that none can be started.
  ///
  /// Only the roots count: what cannot be made because of a missing input is no gap of its own.
  func missingProducts() -> [Facet] {
    let isMissing = chain.products.indices.map {
      panorama.isRequired[$0] && !buildable.contains(gaps.supply[$0])
    }
    guard isMissing.contains(true) else { return [] }
    return roots(isMissing).compactMap { roots in
      roots.count == 1 && !waitsForItself(roots[0])
        ? missing(roots[0]) : circular(roots)
    }
  }

  private func missing(_ product: Int) -> Facet? {
    // A list that may lack makers proves nothing missing.
    guard chain.profile.enterprisesKnown == .complete || !sources[product].idle.isEmpty else {
      return nil
    }
    let finals = panorama.finalsNeeding[product]
    // A missing member of a group is a gap only when nothing stands in for it.
    guard !finals.isEmpty || isWanted(product) else { return nil }
    let idle = sources[product].idle
    let affected = affected(finals) { !buildable.contains(gaps.making[$0]) }
    let value = relief(of: product, affecting: finals)
    return Facet(
      code: .g01, subjects: [.product(product)], standing: value.loss == 0 ? .exposure : .loss,
      reason: .missing(idleMakers: idle.map { chain.activities[$0].enterprise }),
      rows: [Place(.products, row: product)] + rows(of: idle), affected: affected,
      value: value)
  }

  /// What runs today goes on; what stopped as a whole could not be started again.
  private func circular(_ products: [Int]) -> Facet? {
    let runs = products.allSatisfy { !stopped.contains(gaps.supply[$0]) }
    let finals = Set(products.flatMap { panorama.finalsNeeding[$0] }).sorted()
    guard !finals.isEmpty else { return nil }
    let affected = affected(finals) { _ in !runs }
    return Facet(
      code: .g01, subjects: chain.sorted(products.map { .product($0) }),
      standing: runs ? .exposure : .loss, reason: .circular(products),
      rows: products.map { Place(.products, row: $0) }, affected: affected,
      value: runs ? .unknown : lost(affected))
  }

  /// Whether some required product has a need that is filled by nothing at all.
  private func isWanted(_ product: Int) -> Bool {
    panorama.wanted[product].contains { need in
      need.alternatives.allSatisfy { !buildable.contains(gaps.supply[$0]) }
    }
  }

  /// The strong components of "waits for" among missing products that wait for no other.
  private func roots(_ isMissing: [Bool]) -> [[Int]] {
    var waits: [(source: Int, target: Int)] = []
    for product in chain.products.indices where isMissing[product] {
      for needed in missingInputs(of: product) { waits.append((product, needed)) }
    }
    let graph: Digraph
    do {
      graph = try Digraph(vertexCount: chain.products.count, edges: waits)
    } catch {
      preconditionFailure("products wait for products: \(error)")
    }
    let components = graph.stronglyConnectedComponents()
    return (0..<components.count).compactMap { number in
      let members = Array(components.members(of: number))
      guard isMissing[members[0]] else { return nil }
      let waitsForOthers = members.contains { member in
        graph.successors(of: member).contains { components.component(of: $0) != number }
      }
      return waitsForOthers ? nil : members
    }.sorted { $0[0] < $1[0] }
  }

  /// The missing inputs for which the makers of a product wait.
  private func missingInputs(of product: Int) -> [Int] {
    var inputs = Set<Int>()
    for number in sources[product].inside + sources[product].unplaced {
      for need in panorama.needs[chain.activities[number].product]
      where need.essentiality == .essential
        && need.alternatives.allSatisfy({ !buildable.contains(gaps.supply[$0]) })
      {
        inputs.formUnion(need.alternatives)
      }
    }
    return inputs.sorted()
  }

  private func waitsForItself(_ product: Int) -> Bool {
    missingInputs(of: product).contains(product)
  }
}
