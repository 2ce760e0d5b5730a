/// Solves x(v) = start(v) + damping × Σ x(u) / outgoing edges of u, over the incoming edges u → v.
///
/// The vertices are renumbered by strong component, and within one in reverse order of leaving the
/// depth-first search, so that what is read together lies together and most edges lead forward.
struct RankSolver {
  /// By vertex; at least what a fresh start gives.
  private(set) var values: [Double]
  private let damping: Double
  /// By rank: the vertex.
  private let order: [UInt32]
  /// The ranks of each component of more than one vertex, ascending.
  private let circles: [Range<Int>]
  private let predecessors: RankPredecessors
  /// By rank: 1 / (1 − what self-loops give back).
  private let loopFactors: [Double]
  /// By rank: what a fresh start gives.
  private let starts: [Double]
  /// By rank: outgoing edges, and what each carries of what comes in.
  private let edges: [Edges]

  private struct Edges: BitwiseCopyable {
    /// How many outgoing edges there are, self-loops included.
    let count: Double
    /// The part of what comes in that each carries on, self-loops taken into account; 0...1.
    let share: Double
  }

  init(_ graph: Digraph, damping: Double, starts: [Double]) {
    let search = ComponentSearch(graph.outgoing)
    let finished = [UInt32](search.finished.reversed())
    let components = CompressedRows(
      rowCount: search.count, keys: finished.map { search.components[Int($0)] }, values: finished)
    let order = components.values
    var ranks = [UInt32](large: 0, count: graph.vertexCount)
    for rank in 0..<order.count { ranks[Int(order[rank])] = UInt32(truncatingIfNeeded: rank) }

    self.damping = damping
    self.order = order
    circles = (0..<components.rowCount).filter { components.degree($0) > 1 }.map(components.range)
    predecessors = RankPredecessors(graph, components, ranks)
    var edges = [Edges](large: Edges(count: 0, share: 0), count: order.count)
    var loopFactors = [Double](large: 1, count: order.count)
    for rank in 0..<order.count {
      let vertex = Int(order[rank])
      let count = Double(graph.outgoing.degree(vertex))
      let loops = predecessors.loopCount(rank)
      if loops > 0 { loopFactors[rank] = 1 / (1 - Double(loops) * damping / count) }
      edges[rank] = Edges(count: count, share: loopFactors[rank] * damping / max(count, 1))
    }
    self.edges = edges
    self.loopFactors = loopFactors
    self.starts = order.map { starts[Int($0)] }
    values = starts
  }

  /// Makes the sum of the absolute errors of the values, divided by their sum, at most `tolerance`;
  /// returns how many rounds the slowest component took.
  ///
  /// The values grow from below, in floating point too, because every step of a round is monotone;
  /// so they come to rest. What a round adds to the edges bounds the residual, and the error is at
  /// most the residual / (1 − damping). The sum of the values is at least 1, and dividing by it at
  /// most doubles the error.
  ///
  /// `check` is called before each round but the first of a component, since most are one vertex; what
  /// it throws ends the work.
  mutating func solve<Failure: Error>(
    tolerance: Double, check: () throws(Failure) -> Void
  ) throws(Failure) -> Int {
    let allowed = tolerance * (1 - damping) / 2 / Double(order.count)
    // By rank: what a fresh start and the components before its own give.
    var given = starts
    // By rank: what each outgoing edge carries.
    var carried = [Double](large: 0, count: order.count)
    var roundCount = min(order.count, 1)
    var next = 0
    for circle in circles {
      take(predecessors.before, in: next..<circle.upperBound, &given, &carried)
      next = circle.upperBound
      var rounds = 1
      var residual = sweep(circle, given, &carried)
      while residual > allowed * Double(circle.count) {
        try check()
        residual = sweep(circle, given, &carried)
        rounds += 1
      }
      take(predecessors.within, in: circle, &given, &carried)
      roundCount = max(roundCount, rounds)
    }
    take(predecessors.before, in: next..<order.count, &given, &carried)
    for rank in order.indices { values[Int(order[rank])] = given[rank] * loopFactors[rank] }
    return roundCount
  }

  /// Adds to what ranks are given, in turn, what some of their predecessors give: all there is to a vertex
  /// alone in its component, whose self-loops are in its factor; the start and the end of a circle.
  ///
  /// - Parameter part: by rank, where in `predecessors.values` they are.
  /// - Complexity: O(ranks + predecessors).
  private func take(
    _ part: (Int) -> Range<Int>, in ranks: Range<Int>, _ givenArray: inout [Double],
    _ carriedArray: inout [Double]
  ) {
    let predecessors = predecessors.values.span
    let edges = edges.span
    var given = givenArray.mutableSpan
    var carried = carriedArray.mutableSpan
    for rank in ranks {
      var sum = given[rank]
      for position in part(rank) { sum += carried[Int(predecessors[position])] }
      given[rank] = sum
      carried[rank] = sum * edges[rank].share
    }
  }

  /// One round over the ranks of a component; returns how much more their edges carry.
  private func sweep(
    _ ranks: Range<Int>, _ givenArray: [Double], _ carriedArray: inout [Double]
  ) -> Double {
    let lasts = predecessors.lasts.span
    let ends = predecessors.starts.span
    let predecessors = predecessors.values.span
    let given = givenArray.span
    let edges = edges.span
    var carried = carriedArray.mutableSpan
    var added = 0.0
    for rank in ranks {
      var sum = given[rank]
      for position in Int(lasts[rank])..<Int(ends[rank &+ 1]) {
        sum += carried[Int(predecessors[position])]
      }
      let own = edges[rank]
      let value = sum * own.share
      added += (value - carried[rank]) * own.count
      carried[rank] = value
    }
    return added
  }
}
