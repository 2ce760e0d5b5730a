import Graphs

extension SupplyNetwork {
  /// What each enterprise needs in order to work: itself, and from each sector that supplies it any
  /// one of the ties from there.
  ///
  /// Vertices: enterprises first (their leaves), then their work in the same order, then for each
  /// tie its leaf and its delivery, then the needs.
  func andOrGraph() throws(AndOrGraphError) -> AndOrGraph {
    var builder = AndOrGraph.Builder()
    builder.reserve(
      vertices: 2 * enterpriseCount + 3 * suppliers.count,
      links: enterpriseCount + 4 * suppliers.count)
    for _ in 0..<enterpriseCount { _ = builder.addLeaf() }
    for enterprise in 0..<enterpriseCount { _ = builder.addAll(CollectionOfOne(enterprise)) }
    var inputs = [[(sector: UInt32, delivery: Int)]](repeating: [], count: enterpriseCount)
    for tie in 0..<suppliers.count {
      let leaf = builder.addLeaf()
      let delivery = builder.addAll([leaf, enterpriseCount + Int(suppliers[tie])])
      inputs[Int(customers[tie])].append((sectors[Int(suppliers[tie])], delivery))
    }
    for customer in 0..<enterpriseCount {
      var need = 0
      var sector: UInt32?
      for input in inputs[customer].sorted(by: { $0 < $1 }) {
        if input.sector != sector {
          need = builder.addAny()
          builder.addChild(need, to: enterpriseCount + customer)
          sector = input.sector
        }
        builder.addChild(input.delivery, to: need)
      }
    }
    return try builder.graph()
  }
}
