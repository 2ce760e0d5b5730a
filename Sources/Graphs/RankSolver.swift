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
  /// The ranks of each component of more than one vertex, ascending.
  private let circles: [Range<Int>]
  private let predecessors: Predecessors
  /// By rank: 1 / (1 − what self-loops give back).
  private let loopFactors: [Double]
  /// By rank: what a fresh start gives.
  private let starts: [Double]
  /// By rank: outgoing edges, and what each carries of what comes in.
  private let edges: [Edges]

  /// A row a rank: the ranks of its predecessors.
  private struct Predecessors {
    /// One longer than there are ranks: where each row starts.
    var starts: [UInt32]
    /// By rank: up to here they are in components before its own.
    var middles: [UInt32]
    /// By rank: from here on they are in its own component. In between are self-loops, which count for nothing.
    var lasts: [UInt32]
    var values: [UInt32]
  }

  private struct Edges: BitwiseCopyable {
    var count: Double
    var share: Double
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
    circles = (0..<components.rowCount).map(components.range).filter { $0.count > 1 }
    predecessors = Self.predecessors(graph, components, ranks)
    var edges = [Edges](large: Edges(count: 0, share: 0), count: order.count)
    var loopFactors = [Double](large: 1, count: order.count)
    for rank in 0..<order.count {
      let vertex = Int(order[rank])
      let count = Double(graph.outgoing.degree(vertex))
      let loops = predecessors.lasts[rank] - predecessors.middles[rank]
      if loops > 0 { loopFactors[rank] = 1 / (1 - Double(loops) * damping / count) }
      edges[rank] = Edges(count: count, share: loopFactors[rank] * damping / max(count, 1))
    }
    self.edges = edges
    self.loopFactors = loopFactors
    self.starts = order.map { starts[Int($0)] }
    values = starts
  }

  private static func predecessors(
    _ graph: Digraph, _ components: CompressedRows, _ rankArray: [UInt32]
  ) -> Predecessors {
    let rowOffsets = graph.incoming.offsets.span
    let rowValues = graph.incoming.values.span
    let componentOffsets = components.offsets.span
    let order = components.values.span
    let ranks = rankArray.span
    var startArray = [UInt32](large: 0, count: order.count + 1)
    var middleArray = [UInt32](large: 0, count: order.count)
    var lastArray = [UInt32](large: 0, count: order.count)
    var valueArray = [UInt32](large: 0, count: rowValues.count)
    var starts = startArray.mutableSpan
    var middles = middleArray.mutableSpan
    var lasts = lastArray.mutableSpan
    var values = valueArray.mutableSpan
    var start = 0
    for component in 0..<componentOffsets.count &- 1 {
      let first = componentOffsets[component]
      for rank in Int(first)..<Int(componentOffsets[component &+ 1]) {
        let row = Int(rowOffsets[Int(order[rank])])..<Int(rowOffsets[Int(order[rank]) &+ 1])
        // Filled from both ends.
        var middle = start
        var last = start &+ row.count
        start = last
        for position in row {
          let predecessor = ranks[Int(rowValues[position])]
          if predecessor < first {
            values[middle] = predecessor
            middle &+= 1
          } else if predecessor != rank {
            last &-= 1
            values[last] = predecessor
          }
        }
        middles[rank] = UInt32(truncatingIfNeeded: middle)
        lasts[rank] = UInt32(truncatingIfNeeded: last)
        starts[rank &+ 1] = UInt32(truncatingIfNeeded: start)
      }
    }
    return Predecessors(
      starts: startArray, middles: middleArray, lasts: lastArray, values: valueArray)
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
    var settled = 0
    for circle in circles {
      settle(settled..<circle.upperBound, &given, &carried)
      settled = circle.upperBound
      var rounds = 1
      var residual = sweep(circle, given, &carried)
      while residual > allowed * Double(circle.count) {
        try check()
        residual = sweep(circle, given, &carried)
        rounds += 1
      }
      roundCount = max(roundCount, rounds)
    }
    settle(settled..<order.count, &given, &carried)
    for circle in circles { complete(circle, carried, &given) }
    for rank in order.indices { values[Int(order[rank])] = given[rank] * loopFactors[rank] }
    return roundCount
  }

  /// Takes in what the components before them give to some ranks, in turn: all there is to a vertex alone in
  /// its component, for what its self-loops give back is in its factor, and the start of a circle.
  private func settle(
    _ ranks: Range<Int>, _ givenArray: inout [Double], _ carriedArray: inout [Double]
  ) {
    let starts = predecessors.starts.span
    let middles = predecessors.middles.span
    let predecessors = predecessors.values.span
    let edges = edges.span
    var given = givenArray.mutableSpan
    var carried = carriedArray.mutableSpan
    for rank in ranks {
      var sum = given[rank]
      for position in Int(starts[rank])..<Int(middles[rank]) {
        sum += carried[Int(predecessors[position])]
      }
      given[rank] = sum
      carried[rank] = sum * edges[rank].share
    }
  }

  /// One round over the ranks of a component; returns how much more their edges carry.
  private func sweep(
    _ ranks: Range<Int>, _ givenArray: [Double], _ carriedArray: inout [Double]
  ) -> Double {
    let ends = predecessors.starts.span
    let lasts = predecessors.lasts.span
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

  /// Adds to what ranks of a component are given what the others of the component give them.
  private func complete(
    _ ranks: Range<Int>, _ carriedArray: [Double], _ givenArray: inout [Double]
  ) {
    let ends = predecessors.starts.span
    let lasts = predecessors.lasts.span
    let predecessors = predecessors.values.span
    let carried = carriedArray.span
    var given = givenArray.mutableSpan
    for rank in ranks {
      var sum = given[rank]
      for position in Int(lasts[rank])..<Int(ends[rank &+ 1]) {
        sum += carried[Int(predecessors[position])]
      }
      given[rank] = sum
    }
  }
}
