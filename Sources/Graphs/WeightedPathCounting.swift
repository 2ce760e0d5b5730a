/// Brandes's algorithm where edges have lengths.
struct WeightedPathCounting<Count: PathCount>: Sendable {
  private let rows: CompressedRows
  /// By position in `rows`; all above 0.
  private let lengths: [Double]
  /// V long: infinite between two searches.
  private var distances: [Double]
  /// V long: the place of a vertex in `order`.
  private var ranks: [UInt32]
  /// V long: as those of `PathCounting`.
  private var counts: [Count]
  /// The reached vertices, nearest first.
  private var order: [UInt32] = []
  private var queue = VertexQueue()

  init(_ rows: CompressedRows, lengths: [Double]) {
    self.rows = rows
    self.lengths = lengths
    distances = [Double](repeating: .infinity, count: rows.rowCount)
    ranks = [UInt32](repeating: 0, count: rows.rowCount)
    counts = [Count](repeating: Count(0), count: rows.rowCount)
  }

  /// Adds what the shortest paths from one source to all others make up; false, and nothing is added,
  /// when there are too many for this kind of numbers.
  ///
  /// - Complexity: O((V + E) log V).
  mutating func addPaths(from source: Int, to values: inout [Double]) -> Bool {
    search(from: source)
    let isSafe = countPaths(from: source)
    if isSafe { addBack(to: &values) }
    for vertex in order {
      distances[Int(vertex)] = .infinity
      counts[Int(vertex)] = Count(0)
    }
    order.removeAll(keepingCapacity: true)
    return isSafe
  }

  private mutating func search(from source: Int) {
    distances[source] = 0
    queue.insert(UInt32(truncatingIfNeeded: source), key: 0)
    while let (vertex, distance) = queue.removeFirst() {
      if distance > distances[Int(vertex)] { continue }
      ranks[Int(vertex)] = UInt32(truncatingIfNeeded: order.count)
      order.append(vertex)
      for position in rows.range(of: Int(vertex)) {
        let target = rows.values[position]
        let sum = distance + lengths[position]
        if sum < distances[Int(target)] {
          distances[Int(target)] = sum
          queue.insert(target, key: sum)
        }
      }
    }
  }

  /// Whether the edge at a position is the last of a shortest path from the source.
  ///
  /// Ranks tell the order of two vertices that rounding puts at the same distance.
  private func isStep(from vertex: Int, at position: Int) -> Bool {
    let target = Int(rows.values[position])
    return distances[vertex] + lengths[position] == distances[target]
      && ranks[vertex] < ranks[target] && distances[target] < .infinity
  }

  /// The way out: whether all counts are safe.
  private mutating func countPaths(from source: Int) -> Bool {
    counts[source] = Count(1)
    var isSafe = true
    for vertex in order {
      let count = counts[Int(vertex)]
      isSafe = isSafe && count.isSafe
      for position in rows.range(of: Int(vertex)) where isStep(from: Int(vertex), at: position) {
        counts[Int(rows.values[position])] += count
      }
    }
    return isSafe
  }

  /// The way back, furthest first.
  private mutating func addBack(to values: inout [Double]) {
    for index in stride(from: order.count - 1, to: 0, by: -1) {
      let vertex = Int(order[index])
      var sum = Count(0)
      for position in rows.range(of: vertex) where isStep(from: vertex, at: position) {
        sum += counts[Int(rows.values[position])]
      }
      let share = counts[vertex] * sum
      values[vertex] += share
      counts[vertex] = (1 + share) / counts[vertex]
    }
  }
}

extension Digraph {
  /// The exact betweenness of every vertex, where paths are as long as the sum of their weights.
  ///
  /// `weights` has a number for each edge, in any unit. Parallel edges that are equally light are as
  /// many paths when they are `.counted`; when `.merged`, the lightest stands for all. Two paths are
  /// equally long when their sums, added from the start and rounded, are the same number; of whole
  /// numbers below 2⁵³ they are exact. Self-loops change nothing; a path longer than the greatest
  /// finite number is none.
  ///
  /// Source: U. Brandes, *A faster algorithm for betweenness centrality*, Journal of Mathematical
  /// Sociology 25 (2001), doi:10.1080/0022250X.2001.9990249.
  ///
  /// - Parameter threads: how many threads work, at least 1; the values are the same for any number.
  /// - Precondition: `weights` is as long as the graph has edges.
  /// - Throws: `WeightError` for the first weight that is 0, negative, infinite or not a number. With
  ///   0 there could be endlessly many shortest paths round a cycle.
  /// - Complexity: O(V (V + E) log V) time, O((V + E) `threads`) extra space.
  public func betweenness(
    weights: [Double], _ parallelEdges: ParallelEdges = .counted, threads: Int = 1
  ) throws(WeightError) -> Betweenness {
    try betweenness(from: 0..<vertexCount, weights: weights, parallelEdges, threads: threads)
  }

  /// The part of the betweenness that the shortest paths from some sources make up, where paths are
  /// as long as the sum of their weights.
  ///
  /// A source given twice counts twice.
  ///
  /// - Parameter threads: how many threads work, at least 1; the values are the same for any number.
  /// - Precondition: all `sources` are vertices; `weights` is as long as the graph has edges.
  /// - Throws: as `betweenness(weights:_:threads:)`.
  /// - Complexity: O((V + E) log V) time a source, space as `betweenness(weights:_:threads:)`.
  public func betweenness(
    from sources: some Sequence<Int>, weights: [Double],
    _ parallelEdges: ParallelEdges = .counted, threads: Int = 1
  ) throws(WeightError) -> Betweenness {
    precondition(weights.count == edgeCount, "every edge needs a weight")
    try WeightError.check(positiveEdges: weights)
    return weightedBetweenness(from: Array(sources), weights, parallelEdges, threads, check: {})
  }

  /// The same for runs that may be stopped.
  ///
  /// - Parameter check: called on the calling thread between parts of the work, at most 64
  ///   sources a thread; what it throws ends the work.
  public func betweenness(
    from sources: some Sequence<Int>, weights: [Double],
    _ parallelEdges: ParallelEdges = .counted, threads: Int = 1, check: () throws -> Void
  ) throws -> Betweenness {
    precondition(weights.count == edgeCount, "every edge needs a weight")
    try WeightError.check(positiveEdges: weights)
    return try weightedBetweenness(
      from: Array(sources), weights, parallelEdges, threads, check: check)
  }

  private func weightedBetweenness<Failure: Error>(
    from sources: [Int], _ weights: [Double], _ parallelEdges: ParallelEdges, _ threads: Int,
    check: () throws(Failure) -> Void
  ) throws(Failure) -> Betweenness {
    let (rows, lengths) = lengthRows(weights, parallelEdges)
    let room = SharedRoom { WeightedPathCounting<Double>(rows, lengths: lengths) }
    return try ParallelWork(threads: threads).sum(over: sources, vertexCount, check) { part in
      var values = [Double](large: 0, count: rows.rowCount)
      room.use { counting in
        for source in part where !counting.addPaths(from: source, to: &values) {
          var wide = WeightedPathCounting<WidePathCount>(rows, lengths: lengths)
          _ = wide.addPaths(from: source, to: &values)
        }
      }
      return values
    }
  }

  /// The successors of each vertex and the lengths of the ways there, position by position.
  private func lengthRows(
    _ weights: [Double], _ parallelEdges: ParallelEdges
  ) -> (CompressedRows, [Double]) {
    let lengths = outgoingEdgeNumbers.map { weights[Int($0)] }
    guard parallelEdges == .merged else { return (outgoing, lengths) }
    let rows = outgoing.withoutParallels
    var least = [Double](repeating: .infinity, count: vertexCount)
    var merged: [Double] = []
    merged.reserveCapacity(rows.values.count)
    for vertex in 0..<vertexCount {
      for position in outgoing.range(of: vertex) {
        let target = Int(outgoing.values[position])
        least[target] = min(least[target], lengths[position])
      }
      for position in rows.range(of: vertex) {
        merged.append(least[Int(rows.values[position])])
        least[Int(rows.values[position])] = .infinity
      }
    }
    return (rows, merged)
  }
}
