/// The most that can flow from some vertices to others at once, and where it is stuck.
///
///     let flow = try graph.maximumFlow(from: mines, to: plants, capacities: tonnes)
///     flow.value    // tonnes that arrive
///     flow.cutEdges // edges that are full and part the mines from the plants
public struct MaximumFlow: Sendable {
  /// How much flows in all; also the sum of the capacities of each of the two cuts.
  public let value: Double
  /// By edge: how much flows through it, from 0 to its capacity.
  public let flows: [Double]
  /// The part of the smallest cut nearest to the sources: the vertices to which more could flow, the
  /// sources among them.
  public let sourceSide: VertexSet
  /// The part of the smallest cut nearest to the sinks: the vertices from which more could flow on,
  /// the sinks among them.
  public let sinkSide: VertexSet
  /// The edges that leave `sourceSide`, ascending: full ones without which nothing flows. Edges
  /// without capacity are left out.
  public let cutEdges: [Int]
  /// The edges that enter `sinkSide`, ascending: as good a cut, but nearest to the sinks.
  ///
  /// Every smallest cut lies between the two; when they are the same, it is the only one.
  public let lastCutEdges: [Int]

  /// How much flows through an edge, from 0 to its capacity.
  public func flow(through edge: Int) -> Double { flows[edge] }
}

extension Digraph {
  /// A greatest flow from some sources to some sinks, and the smallest cuts between them.
  ///
  /// `capacities` has a number for each edge, in any unit; the sources give and the sinks take any
  /// amount. Parallel edges carry each their own; self-loops, edges into sources and edges out of sinks
  /// carry nothing. Without sources
  /// or sinks, and where no way leads, nothing flows. The flow is one of possibly many, always the
  /// same; the cuts are the same for every greatest flow. Whole numbers below 2⁵³ in sum are exact,
  /// others rounded.
  ///
  /// Source: R. K. Ahuja, J. B. Orlin, *Distance-directed augmenting path algorithms for maximum flow
  /// and parametric maximum flow problems*, Naval Research Logistics 38 (1991),
  /// doi:10.1002/1520-6750(199106)38:3<413::AID-NAV3220380310>3.0.CO;2-J, with the gap of U. Derigs,
  /// W. Meier, *Implementing Goldberg's max-flow-algorithm*, Zeitschrift für Operations Research 33
  /// (1989), doi:10.1007/BF01415937; the cuts: L. R. Ford, D. R. Fulkerson, *Maximal flow through a
  /// network*, Canadian Journal of Mathematics 8 (1956), doi:10.4153/CJM-1956-045-5.
  ///
  /// - Precondition: all `sources` and `sinks` are vertices, and none is both; `capacities` is as
  ///   long as the graph has edges.
  /// - Throws: `WeightError` for the first capacity that is negative, infinite or not a number.
  /// - Complexity: O(V² E) time at worst, mostly far less; O(V + E) extra space.
  public func maximumFlow(
    from sources: some Sequence<Int>, to sinks: some Sequence<Int>, capacities: [Double]
  ) throws(WeightError) -> MaximumFlow {
    try check(capacities: capacities)
    return maximumFlow(Array(sources), Array(sinks), capacities, check: {})
  }

  /// The same for runs that may be stopped.
  ///
  ///     try graph.maximumFlow(
  ///       from: mines, to: plants, capacities: tonnes, check: Task.checkCancellation)
  ///
  /// - Parameter check: called between parts of the work, at most 65,536 steps of the search or one
  ///   walk over all edges; what it throws ends the work.
  public func maximumFlow(
    from sources: some Sequence<Int>, to sinks: some Sequence<Int>, capacities: [Double],
    check: () throws -> Void
  ) throws -> MaximumFlow {
    try self.check(capacities: capacities)
    return try maximumFlow(Array(sources), Array(sinks), capacities, check: check)
  }

  private func check(capacities: [Double]) throws(WeightError) {
    precondition(capacities.count == edgeCount, "every edge needs a capacity")
    try WeightError.check(edges: capacities)
  }

  private func maximumFlow<Failure: Error>(
    _ sources: [Int], _ sinks: [Int], _ capacities: [Double], check: () throws(Failure) -> Void
  ) throws(Failure) -> MaximumFlow {
    precondition(
      Set(sources).isDisjoint(with: sinks), "no vertex is both source and sink")
    let search = try FlowSearch(
      self, capacities: capacities, sources: sources, sinks: sinks, check: check)
    let sinkSide = search.reaching(sinks)
    var cutEdges: [Int] = []
    var lastCutEdges: [Int] = []
    for edge in 0..<edgeCount {
      let start = source(of: edge)
      let end = target(of: edge)
      if search.sourceSide.contains(start), !search.sourceSide.contains(end), capacities[edge] > 0 {
        cutEdges.append(edge)
      }
      if sinkSide.contains(end), !sinkSide.contains(start), capacities[edge] > 0 {
        lastCutEdges.append(edge)
      }
    }
    return MaximumFlow(
      value: search.value, flows: search.flows, sourceSide: search.sourceSide, sinkSide: sinkSide,
      cutEdges: cutEdges, lastCutEdges: lastCutEdges)
  }

  /// A greatest flow from one vertex to another, and the smallest cuts between them.
  ///
  /// - Precondition: `source` and `sink` are different vertices; `capacities` is as long as the graph
  ///   has edges.
  /// - Throws: as `maximumFlow(from:to:capacities:)` with several.
  /// - Complexity: as `maximumFlow(from:to:capacities:)` with several.
  public func maximumFlow(
    from source: Int, to sink: Int, capacities: [Double]
  ) throws(WeightError) -> MaximumFlow {
    try maximumFlow(
      from: CollectionOfOne(source), to: CollectionOfOne(sink), capacities: capacities)
  }
}
