internal import Chains
internal import Graphs

extension Situation {
  /// B09 单点堵点（卡点）: an enterprise, an outside source or a tie whose failure alone stops a final
  /// product.
  func singlePoints() -> [Facet] {
    failures.finalsByLeaf.compactMap { leaf, finals in
      guard let kind = cautious.leaf(leaf), let (subject, rows) = subject(of: kind) else {
        return nil
      }
      // On a list that may lack makers nobody is known to be the only one.
      let isVerified =
        chain.profile.enterprisesKnown == .complete
        && finals.contains { failures.isVerified(kind, $0) }
      let affected = affected(finals) { _ in true }
      return Facet(
        code: .b09, subjects: [subject], standing: isVerified ? .exposure : .toVerify,
        reason: .only(path: path(from: finals[0], to: leaf), verified: isVerified), rows: rows,
        affected: affected, value: exposure(affected))
    }
  }

  private func subject(of leaf: Availability.Leaf) -> (Subject, [Place])? {
    switch leaf {
    case .enterprise(let number): (.enterprise(number), rows(of: chain.activities(of: number)))
    case .external(let product):
      (.product(product), [Place(.products, row: product, .external)])
    case .tie(let row): (.tie(row), [Place(.ties, row: row)])
    case .region, .owner, .presence: nil
    }
  }

  /// A shortest way down from a final product through what fails with a leaf.
  private func path(from final: Int, to leaf: Int) -> [PathStep] {
    let graph = cautious.graph
    var cameFrom: [Int: Int] = [:]
    var queue = [cautious.making[final]]
    var next = 0
    while next < queue.count, queue[next] != leaf {
      let vertex = queue[next]
      next += 1
      for child in graph.children(of: vertex)
      where failures.stops(leaf, child) && cameFrom[child] == nil && child != queue[0] {
        cameFrom[child] = vertex
        queue.append(child)
      }
    }
    guard next < queue.count else { return [.product(final)] }
    var steps: [PathStep] = []
    var vertex: Int? = queue[next]
    while let current = vertex {
      if let step = step(at: current), steps.last != step { steps.append(step) }
      vertex = cameFrom[current]
    }
    return steps.reversed()
  }

  /// What a vertex on the way is called; activities are called by their product.
  private func step(at vertex: Int) -> PathStep? {
    if let product = cautious.product(at: vertex) { return .product(product) }
    switch cautious.leaf(vertex) {
    case .enterprise(let number): return .enterprise(number)
    case .external(let product): return .product(product)
    default: return nil
    }
  }
}
