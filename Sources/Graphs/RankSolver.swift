/// Solves x(v) = start(v) + damping × Σ x(u) / outgoing edges of u, over the incoming edges u → v.
///
/// One strong component after the other, each after those that lead to it: a vertex alone in its component is
/// known as soon as its predecessors are, the others take rounds. Vertices are renumbered in that order, and within a
/// component in reverse order of leaving the depth-first search, so that what is read together lies together and
/// most edges lead forward.
struct RankSolver {
  /// By vertex; at least what a fresh start gives.
  private(set) var values: [Double]
  private let graph: Digraph
  private let damping: Double
  private let work: ParallelWork
  /// By rank: the vertex.
  private let order: [UInt32]
  /// By vertex: its rank, which is its place in `order`.
  private let ranks: [UInt32]
  /// The ranks of each component of more than one vertex.
  private let circles: [Range<Int>]
  /// By vertex: how many of its edges lead to other components.
  private let leaving: [UInt32]
  /// By vertex: what each outgoing edge carries; 0 before the component has its turn.
  private var carried: [Double]

  init(_ graph: Digraph, damping: Double, starts: [Double], threads: Int) {
    let search = ComponentSearch(graph.outgoing, countsLeaving: true)
    leaving = search.leaving
    order = search.order.inReverse
    ranks = order.inverse
    circles = search.circles.reversed().map {
      search.order.count - $0.upperBound..<search.order.count - $0.lowerBound
    }
    self.graph = graph
    // Less is far below any rounding of the sum, and would not let itself be divided by.
    self.damping = damping < 1e-30 ? 0 : damping
    work = ParallelWork(threads: threads)
    values = starts
    carried = [Double](large: 0, count: graph.vertexCount)
  }

  /// The values, divided by their sum.
  consuming func shares() -> [Double] {
    let total = values.reduce(0, +)
    var shares = values.mutableSpan
    for vertex in shares.indices { shares[vertex] /= total }
    return values
  }

  /// Makes the sum of the absolute errors of the values, divided by their sum, at most `tolerance`;
  /// returns how many rounds the slowest component took.
  ///
  /// The error is at most the residual / (1 − damping). The sum of the values is at least 1 and at least that of
  /// a component, and dividing by it at most doubles the error.
  ///
  /// `check` is called before each round but the first of a component, since most are one vertex; what
  /// it throws ends the work.
  mutating func solve<Failure: Error>(
    tolerance: Double, check: () throws(Failure) -> Void
  ) throws(Failure) -> Int {
    let residual = tolerance * (1 - damping) / 2 / Double(ranks.count)
    var roundCount = min(ranks.count, 1)
    var next = 0
    for circle in circles {
      take(next..<circle.lowerBound)
      next = circle.upperBound
      let equations = RankEquations(
        of: circle, order, ranks, graph, leaving, values, carried,
        damping: damping, work)
      var rounds = RankRounds(equations, damping: damping)
      try rounds.run(until: residual * Double(circle.count), work, check: check)
      roundCount = max(roundCount, rounds.count)
      take(circle, rounds.solution)
    }
    take(next..<ranks.count)
    return roundCount
  }

  /// Takes what predecessors give to vertices, in turn, each alone in its component.
  ///
  /// - Complexity: O(ranks + their incoming edges).
  private mutating func take(_ singles: Range<Int>) {
    Self.take(singles, order, graph, damping, &values, &carried)
  }

  private static func take(
    _ singles: Range<Int>, _ orderArray: [UInt32], _ graph: Digraph, _ damping: Double,
    _ valueArray: inout [Double], _ carriedArray: inout [Double]
  ) {
    let order = orderArray.span
    let offsets = graph.incoming.offsets.span
    let sources = graph.incoming.values.span
    let ends = graph.outgoing.offsets.span
    var values = valueArray.mutableSpan
    var carried = carriedArray.mutableSpan
    for rank in singles {
      let vertex = Int(order[rank])
      var sum = values[vertex]
      var loops = 0
      for position in Int(offsets[vertex])..<Int(offsets[vertex &+ 1]) {
        let source = Int(sources[position])
        loops &+= source == vertex ? 1 : 0
        // A self-loop adds 0: its vertex carries nothing yet.
        sum += carried[source]
      }
      let edges = Double(max(ends[vertex &+ 1] &- ends[vertex], 1))
      // What self-loops carry comes back: x = sum + loops × damping × x / edges.
      let others = edges - Double(loops) + Double(loops) * (1 - damping)
      values[vertex] = sum * edges / others
      carried[vertex] = sum * damping / others
    }
  }

  /// Takes what each edge of a circle carries. Where nothing is carried on, values are what a start gives.
  private mutating func take(_ circle: Range<Int>, _ solution: [Double]) {
    if damping == 0 { return }
    for place in 0..<circle.count {
      let vertex = Int(order[circle.lowerBound + place])
      carried[vertex] = solution[place]
      values[vertex] = solution[place] * Double(graph.outgoing.degree(vertex)) / damping
    }
  }
}
