/// Solves x(v) = start(v) + damping × Σ x(u) / outgoing edges of u, over the incoming edges u → v.
///
/// The vertices are renumbered by strong component, and within one in reverse order of leaving the
/// depth-first search, so that what is read together lies together and most edges lead forward.
struct RankSolver {
  /// By vertex; at least `starts`.
  private(set) var values: [Double]
  private let damping: Double
  /// By rank: the vertex.
  private let order: [UInt32]
  /// By component: where its ranks start.
  private let componentOffsets: [UInt32]
  /// By rank: the ranks of the predecessors, self-loops left out.
  private let predecessors: CompressedRows
  /// By rank: what a fresh start gives.
  private let starts: [Double]
  /// By rank: how many outgoing edges there are.
  private let degrees: [Double]
  /// By rank: damping / outgoing edges.
  private let factors: [Double]
  /// By rank: 1 / (1 − what self-loops give back).
  private let loopFactors: [Double]

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
    componentOffsets = components.offsets
    predecessors = Self.predecessors(graph, order: order, ranks: ranks)
    var factors = [Double](large: 0, count: order.count)
    var loopFactors = [Double](large: 1, count: order.count)
    for rank in 0..<order.count {
      let vertex = Int(order[rank])
      let factor = damping / Double(max(graph.outgoing.degree(vertex), 1))
      factors[rank] = factor
      let loops = graph.incoming.degree(vertex) - predecessors.degree(rank)
      if loops > 0 { loopFactors[rank] = 1 / (1 - Double(loops) * factor) }
    }
    self.factors = factors
    self.loopFactors = loopFactors
    degrees = order.map { Double(graph.outgoing.degree(Int($0))) }
    self.starts = order.map { starts[Int($0)] }
    values = starts
  }

  /// By rank: the ranks of the predecessors, self-loops left out.
  private static func predecessors(
    _ graph: Digraph, order orderArray: [UInt32], ranks rankArray: [UInt32]
  ) -> CompressedRows {
    let rowOffsets = graph.incoming.offsets.span
    let rowValues = graph.incoming.values.span
    let order = orderArray.span
    let ranks = rankArray.span
    var offsetArray = [UInt32](large: 0, count: order.count + 1)
    var sourceArray = [UInt32](large: 0, count: rowValues.count)
    var offsets = offsetArray.mutableSpan
    var sources = sourceArray.mutableSpan
    var count = 0
    for rank in order.indices {
      let vertex = Int(order[rank])
      for position in Int(rowOffsets[vertex])..<Int(rowOffsets[vertex &+ 1]) {
        let predecessor = Int(rowValues[position])
        if predecessor == vertex { continue }
        sources[count] = ranks[predecessor]
        count &+= 1
      }
      offsets[rank &+ 1] = UInt32(truncatingIfNeeded: count)
    }
    sourceArray.removeSubrange(count...)
    return CompressedRows(offsets: offsetArray, values: sourceArray)
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
    // By rank: value × factor, which is what each outgoing edge carries.
    var carried = [Double](large: 0, count: order.count)
    var roundCount = 0
    for component in 0..<componentOffsets.count - 1 {
      let range = Int(componentOffsets[component])..<Int(componentOffsets[component + 1])
      var rounds = 1
      var residual = sweep(range, &carried)
      // A vertex alone is right at once, for what its self-loops give back is in its factor.
      while range.count > 1 && residual > allowed * Double(range.count) {
        try check()
        residual = sweep(range, &carried)
        rounds += 1
      }
      roundCount = max(roundCount, rounds)
    }
    for rank in 0..<order.count {
      var sum = starts[rank]
      for position in predecessors.range(of: rank) {
        sum += carried[Int(predecessors.values[position])]
      }
      values[Int(order[rank])] = sum * loopFactors[rank]
    }
    return roundCount
  }

  /// One round over the ranks of a component; returns how much more their edges carry.
  private func sweep(_ range: Range<Int>, _ carriedArray: inout [Double]) -> Double {
    let offsets = predecessors.offsets.span
    let sources = predecessors.values.span
    let starts = starts.span
    let factors = factors.span
    let loopFactors = loopFactors.span
    let degrees = degrees.span
    var carried = carriedArray.mutableSpan
    var added = 0.0
    var position = Int(offsets[range.lowerBound])
    for rank in range {
      let end = Int(offsets[rank &+ 1])
      var sum = starts[rank]
      while position < end {
        sum += carried[Int(sources[position])]
        position &+= 1
      }
      let value = sum * loopFactors[rank] * factors[rank]
      added += (value - carried[rank]) * degrees[rank]
      carried[rank] = value
    }
    return added
  }
}
