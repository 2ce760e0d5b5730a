/// How far every vertex is from some sources, in the sum of the weights of the edges, and a shortest
/// way there.
public struct ShortestPaths: Sendable {
  /// V long: the distance from the nearest source; infinite where nothing leads.
  let distances: [Double]
  /// V long: the last edge of a shortest path; `UInt32.max` for sources and where nothing leads.
  let lastEdges: [UInt32]
  private let graph: Digraph

  fileprivate init(_ graph: Digraph, sources: some Sequence<Int>, weights: [Double]) {
    let offsets = graph.outgoing.offsets.span
    let targets = graph.outgoing.values.span
    let edges = graph.outgoingEdgeNumbers.span
    let lengths = weights.span
    var distances = [Double](large: .infinity, count: graph.vertexCount)
    var lastEdges = [UInt32](large: .max, count: graph.vertexCount)
    var queue = VertexQueue()
    for source in sources {
      distances[source] = 0
      queue.insert(UInt32(truncatingIfNeeded: source), key: 0)
    }
    do {
      var distances = distances.mutableSpan
      var lastEdges = lastEdges.mutableSpan
      while let (vertex, distance) = queue.removeFirst() {
        if distance > distances[Int(vertex)] { continue }
        for position in Int(offsets[Int(vertex)])..<Int(offsets[Int(vertex) &+ 1]) {
          let target = targets[position]
          let known = distances[Int(target)]
          // Nothing can be nearer than the vertex that it is reached from.
          if known <= distance { continue }
          let edge = edges[position]
          let sum = distance + lengths[Int(edge)]
          if sum < known {
            distances[Int(target)] = sum
            lastEdges[Int(target)] = edge
            queue.insert(target, key: sum)
          }
        }
      }
    }
    self.distances = distances
    self.lastEdges = lastEdges
    self.graph = graph
  }

  /// Whether a path leads from a source to a vertex; true for a source itself.
  public func isReached(_ vertex: Int) -> Bool { distances[vertex] < .infinity }

  /// The length of a shortest path from the nearest source, 0 for a source; nil where none leads.
  public func distance(to vertex: Int) -> Double? {
    isReached(vertex) ? distances[vertex] : nil
  }

  /// A shortest path from the nearest source to a vertex; nil where none leads.
  ///
  /// - Complexity: O(length of the path).
  public func path(to vertex: Int) -> ShortestPath? {
    guard isReached(vertex) else { return nil }
    var vertices = [vertex]
    var edges: [Int] = []
    var current = vertex
    while lastEdges[current] != .max {
      edges.append(Int(lastEdges[current]))
      current = graph.source(of: Int(lastEdges[current]))
      vertices.append(current)
    }
    return ShortestPath(
      vertices: vertices.reversed(), edges: edges.reversed(), length: distances[vertex])
  }
}

extension Digraph {
  /// The distance of every vertex from one source, in the sum of weights along the edges.
  ///
  /// - Precondition: `source` is a vertex; `weights` is as long as the graph has edges.
  /// - Throws: as `shortestPaths(from:weights:)` with several sources.
  /// - Complexity: as `shortestPaths(from:weights:)` with several sources.
  public func shortestPaths(
    from source: Int, weights: [Double]
  ) throws(WeightError) -> ShortestPaths {
    try shortestPaths(from: CollectionOfOne(source), weights: weights)
  }

  /// The distance of every vertex from the nearest of several sources, in the sum of weights along
  /// the edges.
  ///
  /// `weights` has a number for each edge, in any unit; 0 is allowed. Of parallel edges the lightest
  /// counts, self-loops change nothing. Without sources nothing is reached. A vertex that is further
  /// away than the greatest finite number counts as not reached. Of equally short paths it is always
  /// the same one, whichever way the program runs.
  ///
  /// Source: E. W. Dijkstra, *A note on two problems in connexion with graphs*, Numerische Mathematik
  /// 1 (1959), doi:10.1007/BF01386390; with a heap of four children, D. B. Johnson, *Priority queues
  /// with update and finding minimum spanning trees*, Information Processing Letters 4 (1975),
  /// doi:10.1016/0020-0190(75)90001-0.
  ///
  /// - Precondition: all `sources` are vertices; `weights` is as long as the graph has edges.
  /// - Throws: `WeightError` for the first weight that is negative, infinite or not a number.
  /// - Complexity: O((V + E) log V) time, O(V) extra space.
  public func shortestPaths(
    from sources: some Sequence<Int>, weights: [Double]
  ) throws(WeightError) -> ShortestPaths {
    precondition(weights.count == edgeCount, "every edge needs a weight")
    try WeightError.check(edges: weights)
    return ShortestPaths(self, sources: sources, weights: weights)
  }
}
