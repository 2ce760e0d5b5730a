/// How far every vertex lacks structural holes: its constraint after Burt.
///
/// The constraint of a vertex i is the sum, over the vertices j that share an edge with it, of
/// (p(i, j) + Σ p(i, q) p(q, j))², q over all others; p(i, j) is the part of the weight of all edges
/// at i, in either direction, that joins it to j. It is high where all neighbours are one group and
/// low for a vertex that alone joins several.
public struct StructuralHoles: Hashable, Sendable {
  /// V long: the constraint; 0 where there is none.
  private let constraints: [Double]

  fileprivate init(_ constraints: [Double]) { self.constraints = constraints }

  /// The constraint of a vertex, above 0 and sometimes above 1; 1 for a vertex with one neighbour; nil
  /// for one without edges to others, or only such as weigh nothing.
  public func constraint(of vertex: Int) -> Double? {
    constraints[vertex] > 0 ? constraints[vertex] : nil
  }
}

extension Digraph {
  /// The constraint of every vertex, the direction of the edges ignored.
  ///
  /// `weights` has a number for each edge, in any unit; without, every edge weighs the same. Parallel
  /// edges and edges in both directions are added together, self-loops do not count. Edges that weigh
  /// 0 are as good as none. Both directions of the rows are walked, no second graph is built.
  ///
  /// Source: R. S. Burt, *Structural holes: the social structure of competition*, Harvard University
  /// Press (1992), chapter 2.
  ///
  /// - Precondition: `weights`, when given, is as long as the graph has edges.
  /// - Throws: `WeightError` for the first weight that is negative, infinite or not a number.
  /// - Complexity: O(sum of the squared degrees) time, O(V) extra space.
  public func structuralHoles(weights: [Double]? = nil) throws(WeightError) -> StructuralHoles {
    structuralHoles(try checkedWeights(weights), check: {})
  }

  /// The same for runs that may be stopped.
  ///
  /// - Parameter check: called between parts of the work, at most a million edges and those around one
  ///   more vertex; what it throws ends the work.
  public func structuralHoles(
    weights: [Double]? = nil, check: () throws -> Void
  ) throws -> StructuralHoles {
    try structuralHoles(checkedWeights(weights), check: check)
  }

  private func checkedWeights(_ given: [Double]?) throws(WeightError) -> [Double] {
    guard let given else { return [Double](repeating: 1, count: edgeCount) }
    precondition(given.count == edgeCount, "every edge needs a weight")
    try WeightError.check(edges: given)
    return given
  }

  private func structuralHoles<Failure: Error>(
    _ weights: [Double], check: () throws(Failure) -> Void
  ) throws(Failure) -> StructuralHoles {
    var ties = Ties(self, weights)
    var constraints: [Double] = []
    constraints.reserveCapacity(vertexCount)
    try check()
    for vertex in 0..<vertexCount {
      if ties.visits > 1_000_000 {
        try check()
        ties.visits = 0
      }
      constraints.append(ties.constraint(of: vertex))
    }
    return StructuralHoles(constraints)
  }
}

/// What joins the vertices of a graph, whichever way it leads.
private struct Ties {
  private let graph: Digraph
  /// By edge, 0...1; 0 for self-loops.
  private let weights: [Double]
  /// V long: the weight of all edges at each vertex.
  private let totals: [Double]
  /// V long, 0 between two vertices: what joins the present one to each other.
  private var direct: [Double]
  /// V long, 0 between two vertices: the same over one vertex between them.
  private var indirect: [Double]
  /// How many edges were looked at since this was last set to 0.
  var visits = 0

  init(_ graph: Digraph, _ weights: [Double]) {
    self.graph = graph
    // Only the proportions count; like this no sum overflows.
    let greatest = max(weights.max() ?? 0, .leastNonzeroMagnitude)
    var scaled = weights.map { $0 / greatest }
    var totals = [Double](repeating: 0, count: graph.vertexCount)
    for edge in 0..<scaled.count {
      let (source, target) = (graph.source(of: edge), graph.target(of: edge))
      if source == target { scaled[edge] = 0 }
      totals[source] += scaled[edge]
      totals[target] += scaled[edge]
    }
    self.weights = scaled
    self.totals = totals
    direct = [Double](repeating: 0, count: graph.vertexCount)
    indirect = direct
  }

  mutating func constraint(of vertex: Int) -> Double {
    var neighbors: [Int] = []
    forEachTie(of: vertex) { ties, neighbor, weight in
      let before = ties.direct[neighbor]
      ties.direct[neighbor] += weight / ties.totals[vertex]
      if before == 0, ties.direct[neighbor] > 0 { neighbors.append(neighbor) }
    }
    for between in neighbors {
      let part = direct[between]
      let total = totals[between]
      forEachTie(of: between) { ties, other, weight in
        ties.indirect[other] += part * (weight / total)
      }
    }
    var sum = 0.0
    for neighbor in neighbors {
      let part = direct[neighbor] + indirect[neighbor]
      sum += part * part
    }
    for between in neighbors {
      forEachTie(of: between) { ties, other, _ in ties.indirect[other] = 0 }
    }
    for neighbor in neighbors { direct[neighbor] = 0 }
    return sum
  }

  /// Calls with the other end and the weight of every edge at a vertex that weighs anything.
  private mutating func forEachTie(of vertex: Int, _ body: (inout Ties, Int, Double) -> Void) {
    visits += graph.outgoing.degree(vertex) + graph.incoming.degree(vertex)
    for position in graph.outgoing.range(of: vertex) {
      let weight = weights[Int(graph.outgoingEdgeNumbers[position])]
      if weight > 0 { body(&self, Int(graph.outgoing.values[position]), weight) }
    }
    for position in graph.incoming.range(of: vertex) {
      let weight = weights[Int(graph.incomingEdgeNumbers[position])]
      if weight > 0 { body(&self, Int(graph.incoming.values[position]), weight) }
    }
  }
}
