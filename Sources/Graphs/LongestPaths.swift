/// For every component of a condensation, the heaviest path that ends in it.
public struct LongestPaths: Sendable {
  /// The length of the longest path of all, the sum of its weights; 0 for a graph without edges
  /// between components.
  public let length: Double
  /// The edges of a longest path, numbered as in the original graph, in the order of the path.
  ///
  /// Where the path enters a component at one vertex and leaves at another, the way between them,
  /// which lies within the component, is not listed.
  public let edges: [Int]
  /// By component.
  private let lengths: [Double]
  /// By component: the edge of the condensation that a longest path comes in by; `UInt32.max` where
  /// it starts.
  private let previous: [UInt32]
  private let condensation: Condensation

  fileprivate init(_ condensation: Condensation, _ weights: [Double]) {
    let graph = condensation.graph
    var lengths = [Double](large: 0, count: graph.vertexCount)
    var previous = [UInt32](large: .max, count: graph.vertexCount)
    Self.measure(condensation, weights, &lengths, &previous)
    var end = 0
    for component in 0..<lengths.count where lengths[component] > lengths[end] { end = component }
    self.lengths = lengths
    self.previous = previous
    self.condensation = condensation
    length = lengths.isEmpty ? 0 : lengths[end]
    self.edges =
      lengths.isEmpty ? [] : Self.edges(endingIn: end, previous: previous, condensation)
  }

  private static func measure(
    _ condensation: Condensation, _ weightArray: [Double], _ lengthArray: inout [Double],
    _ previousArray: inout [UInt32]
  ) {
    let offsets = condensation.graph.incoming.offsets.span
    let predecessors = condensation.graph.incoming.values.span
    let edges = condensation.graph.incomingEdgeNumbers.span
    let originals = condensation.originals.span
    let weights = weightArray.span
    var lengths = lengthArray.mutableSpan
    var previous = previousArray.mutableSpan
    // Weights lie far apart, in the order of the original edges: the next thousand are fetched together,
    // so that the processor waits for many at a time.
    let fetchCount = 1024
    var fetchedArray = [Double](repeating: 0, count: fetchCount)
    var fetched = fetchedArray.mutableSpan
    var fetchedEnd = 0
    var position = 0
    for component in lengths.indices {
      // Below every length, so that the first way in is taken even if it weighs nothing. No branch
      // depends on a length, which nobody could foresee.
      var longest = -1.0
      var last = UInt32.max
      let end = Int(offsets[component &+ 1])
      while position < end {
        if position == fetchedEnd {
          fetchedEnd = min(position &+ fetchCount, edges.count)
          for next in position..<fetchedEnd {
            fetched[next & (fetchCount &- 1)] = weights[Int(originals[Int(edges[next])])]
          }
        }
        let length =
          lengths[Int(predecessors[position])] + fetched[position & (fetchCount &- 1)]
        let isLonger = length > longest
        longest = isLonger ? length : longest
        last = isLonger ? edges[position] : last
        position &+= 1
      }
      lengths[component] = last == .max ? 0 : longest
      previous[component] = last
    }
  }

  private static func edges(
    endingIn component: Int, previous: [UInt32], _ condensation: Condensation
  ) -> [Int] {
    var edges: [Int] = []
    var component = component
    while previous[component] != .max {
      let edge = Int(previous[component])
      edges.append(condensation.originalEdge(of: edge))
      component = condensation.graph.source(of: edge)
    }
    edges.reverse()
    return edges
  }

  /// The greatest length of a path that ends in the component of a vertex; 0 where none comes in.
  public func length(to vertex: Int) -> Double {
    lengths[condensation.components.component(of: vertex)]
  }

  /// The edges of a longest path that ends in the component of a vertex, numbered as in the original
  /// graph, in the order of the path; empty where none comes in.
  ///
  /// It starts in a component without incoming edges, even if they weigh nothing.
  ///
  /// - Complexity: O(length of the path).
  public func edges(to vertex: Int) -> [Int] {
    Self.edges(
      endingIn: condensation.components.component(of: vertex), previous: previous, condensation)
  }
}

extension Condensation {
  /// The heaviest paths through the graph without cycles, where ways within a component weigh
  /// nothing.
  ///
  /// `weights` has a number for each edge of the original graph, in any unit. Of parallel edges the
  /// heaviest counts; of equally heavy paths the one whose last edge has the lowest number. The
  /// lengths are sums of rounded numbers; of whole numbers below 2⁵³ they are exact.
  ///
  /// Source: J. E. Kelley, *Critical-path planning and scheduling: mathematical basis*, Operations
  /// Research 9 (1961), doi:10.1287/opre.9.3.296.
  ///
  /// - Precondition: `weights` is as long as the original graph has edges.
  /// - Throws: `WeightError` for the first weight that is negative, infinite or not a number.
  /// - Complexity: O(V + E) time, O(V) extra space.
  public func longestPaths(weights: [Double]) throws(WeightError) -> LongestPaths {
    precondition(weights.count == originalEdgeCount, "every edge needs a weight")
    try WeightError.check(edges: weights)
    return LongestPaths(self, weights)
  }
}
