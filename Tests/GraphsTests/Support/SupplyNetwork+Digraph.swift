import Graphs

extension SupplyNetwork {
  /// The ties as edges, in their order.
  func digraph() throws(GraphError) -> Digraph {
    try Digraph(vertexCount: enterpriseCount, sources: suppliers, targets: customers)
  }
}
