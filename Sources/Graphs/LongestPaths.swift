/// For every vertex the heaviest path that ends in it.
///
/// Of a condensation, vertices and edges are named by their numbers in the original graph; ways within a component
/// weigh nothing and are not listed.
public struct LongestPaths: Sendable {
  /// The length of the longest path of all, the sum of its weights; 0 where no edge joins two vertices, or
  /// two components.
  public let length: Double
  /// A vertex where a longest path of all ends; nil for the empty graph.
  private let end: Int?
  /// By vertex of `graph`.
  private let lengths: [Double]
  /// By edge of `graph`.
  private let weights: [Double]
  /// The graph without cycles that the paths are in.
  private let graph: Digraph
  /// The condensation that `graph` belongs to, if any: it tells the numbers of the original from those of `graph`.
  private let condensation: Condensation?

  /// - Parameter order: all vertices, in an order in which every edge leads forward.
  fileprivate init(
    _ graph: Digraph, weights: [Double], order: some Sequence<Int>, of condensation: Condensation?
  ) {
    var lengths = [Double](large: 0, count: graph.vertexCount)
    Self.measure(graph, weights, order, &lengths)
    end = lengths.indices.max { lengths[$0] < lengths[$1] }
    length = end.map { lengths[$0] } ?? 0
    self.lengths = lengths
    self.weights = weights
    self.graph = graph
    self.condensation = condensation
  }

  private static func measure(
    _ graph: Digraph, _ weightArray: [Double], _ order: some Sequence<Int>,
    _ lengthArray: inout [Double]
  ) {
    let offsets = graph.incoming.offsets.span
    let predecessors = graph.incoming.values.span
    let edges = graph.incomingEdgeNumbers.span
    let weights = weightArray.span
    var lengths = lengthArray.mutableSpan
    for vertex in order {
      // No branch depends on a length, which nobody could foresee.
      var longest = 0.0
      for position in Int(offsets[vertex])..<Int(offsets[vertex &+ 1]) {
        longest = max(longest, lengths[Int(predecessors[position])] + weights[Int(edges[position])])
      }
      lengths[vertex] = longest
    }
  }

  /// The edges of a longest path of all, in its order; of several ends the lowest, in a condensation the one in the
  /// first component.
  ///
  /// - Complexity: O(incoming edges of the vertices on the path).
  public var edges: [Int] { end.map(edges(endingIn:)) ?? [] }

  /// The greatest length of a path that ends in a vertex, or in its component; 0 where none comes in.
  public func length(to vertex: Int) -> Double { lengths[place(of: vertex)] }

  /// The edges of a longest path that ends in a vertex, or in its component, in its order; empty where none
  /// comes in.
  ///
  /// It starts where no edge comes in, even if edges weigh nothing.
  ///
  /// - Complexity: O(incoming edges of the vertices on the path).
  public func edges(to vertex: Int) -> [Int] { edges(endingIn: place(of: vertex)) }

  private func place(of vertex: Int) -> Int {
    condensation?.components.component(of: vertex) ?? vertex
  }

  private func edges(endingIn vertex: Int) -> [Int] {
    var edges: [Int] = []
    var vertex = vertex
    // The edge by which a vertex is as far away as it is gives the same sum again.
    while let edge = graph.incomingEdges(of: vertex).first(where: {
      lengths[graph.source(of: $0)] + weights[$0] == lengths[vertex]
    }) {
      edges.append(condensation?.originalEdge(of: edge) ?? edge)
      vertex = graph.source(of: edge)
    }
    edges.reverse()
    return edges
  }
}

extension Digraph {
  /// The heaviest paths of a graph without cycles.
  ///
  /// Every edge has a weight, in any unit. Of parallel edges the heaviest counts; of equally heavy paths to a
  /// vertex the one whose last edge has the lowest number. The lengths are sums of rounded numbers: of whole
  /// numbers they are exact up to 2⁵³, and beyond all numbers infinite. A graph with cycles has such paths
  /// between its strong components: `condensation().longestPaths(weights:)`.
  ///
  /// Source: J. E. Kelley, *Critical-path planning and scheduling: mathematical basis*, Operations
  /// Research 9 (1961), doi:10.1287/opre.9.3.296.
  ///
  /// - Precondition: `weights` is as long as the graph has edges.
  /// - Throws: `WeightError` for the first weight that is negative, infinite or not a number; `CycleError`
  ///   with a cycle if there is one.
  /// - Complexity: O(V + E) time, O(V) extra space; the answer keeps the weights. Where every edge leads to a vertex
  ///   with a higher number no order need be found.
  public func longestPaths(weights: [Double]) throws -> LongestPaths {
    precondition(weights.count == edgeCount, "every edge needs a weight")
    try WeightError.check(edges: weights)
    guard isNumberedForward else {
      return LongestPaths(self, weights: weights, order: try topologicalOrder(), of: nil)
    }
    return LongestPaths(self, weights: weights, order: 0..<vertexCount, of: nil)
  }

  /// Whether every edge leads to a vertex with a higher number.
  private var isNumberedForward: Bool {
    let sources = self.sources.span
    let targets = self.targets.span
    var isForward = true
    for edge in sources.indices { isForward = sources[edge] < targets[edge] && isForward }
    return isForward
  }
}

extension Condensation {
  /// The heaviest paths from component to component, where ways within one weigh nothing.
  ///
  /// `weights` has a number for each edge of the original graph; the rest is as for `Digraph.longestPaths(weights:)`.
  ///
  /// - Precondition: `weights` is as long as the original graph has edges.
  /// - Throws: `WeightError` for the first weight that is negative, infinite or not a number.
  /// - Complexity: O(V + E) time, O(V + E) extra space.
  public func longestPaths(weights: [Double]) throws(WeightError) -> LongestPaths {
    precondition(weights.count == originalEdgeCount, "every edge needs a weight")
    try WeightError.check(edges: weights)
    return LongestPaths(
      graph, weights: weights.gathered(originals), order: 0..<graph.vertexCount, of: self)
  }
}
