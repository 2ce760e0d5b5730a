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
  /// By rank: damping / outgoing edges.
  private let factors: [Double]
  /// By rank: how many outgoing edges there are.
  private let degrees: [Double]
  /// By rank: 1 / (1 − what self-loops give back).
  private let loopFactors: [Double]

  init(_ graph: Digraph, damping: Double, starts: [Double]) {
    let search = ComponentSearch(graph.outgoing)
    let finished = Array(search.finished.reversed())
    let components = CompressedRows(
      rowCount: search.count, keys: finished.map { search.components[Int($0)] }, values: finished)
    let order = components.values
    var ranks = [UInt32](repeating: 0, count: graph.vertexCount)
    for rank in 0..<order.count { ranks[Int(order[rank])] = UInt32(truncatingIfNeeded: rank) }

    let incoming = graph.incoming
    var offsets: [UInt32] = [0]
    var sources: [UInt32] = []
    var factors: [Double] = []
    var loopFactors: [Double] = []
    offsets.reserveCapacity(order.count + 1)
    sources.reserveCapacity(incoming.values.count)
    factors.reserveCapacity(order.count)
    loopFactors.reserveCapacity(order.count)
    for rank in 0..<order.count {
      let vertex = Int(order[rank])
      var loops = 0.0
      for position in incoming.range(of: vertex) {
        let predecessor = incoming.values[position]
        if Int(predecessor) == vertex {
          loops += 1
        } else {
          sources.append(ranks[Int(predecessor)])
        }
      }
      offsets.append(UInt32(truncatingIfNeeded: sources.count))
      let factor = damping / Double(max(graph.outgoing.degree(vertex), 1))
      factors.append(factor)
      loopFactors.append(1 / (1 - loops * factor))
    }
    self.damping = damping
    self.order = order
    self.factors = factors
    self.loopFactors = loopFactors
    degrees = order.map { Double(graph.outgoing.degree(Int($0))) }
    self.starts = order.map { starts[Int($0)] }
    componentOffsets = components.offsets
    predecessors = CompressedRows(offsets: offsets, values: sources)
    values = starts
  }

  /// Makes the sum of the absolute errors of the values, divided by their sum, at most `tolerance`;
  /// returns how many rounds the slowest component took.
  ///
  /// The values grow from below, in floating point too, because every step of a round is monotone;
  /// so they come to rest. What a round adds to the edges bounds the residual, and the error is at
  /// most the residual / (1 − damping). The sum of the values is at least 1, and dividing by it at
  /// most doubles the error.
  mutating func solve(tolerance: Double) -> Int {
    let allowed = tolerance * (1 - damping) / 2 / Double(order.count)
    // By rank: value × factor, which is what each outgoing edge carries.
    var carried = [Double](repeating: 0, count: order.count)
    var roundCount = 0
    for component in 0..<componentOffsets.count - 1 {
      let range = Int(componentOffsets[component])..<Int(componentOffsets[component + 1])
      var rounds = 1
      var residual = sweep(range, &carried)
      // A vertex alone is right at once, for what its self-loops give back is in its factor.
      while range.count > 1 && residual > allowed * Double(range.count) {
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
  private func sweep(_ range: Range<Int>, _ carried: inout [Double]) -> Double {
    let offsets = predecessors.offsets
    let sources = predecessors.values
    var added = 0.0
    for rank in range {
      var sum = starts[rank]
      for position in Int(offsets[rank])..<Int(offsets[rank + 1]) {
        sum += carried[Int(sources[position])]
      }
      let value = sum * loopFactors[rank] * factors[rank]
      added += (value - carried[rank]) * degrees[rank]
      carried[rank] = value
    }
    return added
  }
}
