extension Digraph {
  /// The shortest paths from one vertex to another, shortest first, at most `count` of them.
  ///
  /// No path goes through a vertex twice. `weights` has a number for each edge, in any unit; 0 is
  /// allowed. Parallel edges make different paths; self-loops are on none. From a vertex to itself
  /// there is one path, without edges. There are fewer paths than asked for when the graph has no
  /// more, and none when nothing leads there. Equally long paths come in an order that is always the
  /// same.
  ///
  /// Source: J. Y. Yen, *Finding the K shortest loopless paths in a network*, Management Science 17
  /// (1971), doi:10.1287/mnsc.17.11.712; each path found once after E. L. Lawler, *A procedure for
  /// computing the K best solutions to discrete optimization problems*, Management Science 18 (1972),
  /// doi:10.1287/mnsc.18.7.401; each search is led by the distances to the end, after P. E. Hart,
  /// N. J. Nilsson, B. Raphael, *A formal basis for the heuristic determination of minimum cost paths*,
  /// IEEE Transactions on Systems Science and Cybernetics 4 (1968), doi:10.1109/TSSC.1968.300136.
  ///
  /// - Precondition: `source` and `target` are vertices, `count` is not negative; `weights` is as
  ///   long as the graph has edges.
  /// - Throws: `WeightError` for the first weight that is negative, infinite or not a number.
  /// - Complexity: O(count L (V + E) log V) time at worst for paths of up to L edges, O(V + count L)
  ///   extra space.
  public func shortestPaths(
    from source: Int, to target: Int, count: Int, weights: [Double]
  ) throws(WeightError) -> [ShortestPath] {
    var search = try ShortestPathSearch(self, from: source, to: target, count, weights)
    return search.paths(from: source, count: count, check: {})
  }

  /// The same for runs that may be stopped.
  ///
  /// - Parameter check: called before each search for a path, none of which takes longer than
  ///   `shortestPaths(from:weights:)`; what it throws ends the work.
  public func shortestPaths(
    from source: Int, to target: Int, count: Int, weights: [Double], check: () throws -> Void
  ) throws -> [ShortestPath] {
    try check()
    var search = try ShortestPathSearch(self, from: source, to: target, count, weights)
    return try search.paths(from: source, count: count, check: check)
  }
}

/// Yen's search: the paths that are left are divided by where they leave the paths already found.
private struct ShortestPathSearch {
  /// The shortest of all paths that begin like it and do not go on by some edges.
  private struct Candidate {
    let path: ShortestPath
    /// How many edges the beginning has.
    let beginning: Int
    /// Those that do not follow on the beginning.
    let excluded: [Int]
  }

  let graph: Digraph
  let target: Int
  let weights: [Double]
  /// V long: the distance from the vertex to the target.
  let distancesLeft: [Double]
  /// V long: the first edge of a shortest path from the vertex to the target.
  let nextEdges: [UInt32]
  private var queue = VertexQueue()
  /// V long: the length of the best way found, infinite for none.
  private var lengths: [Double]
  /// V long: the last edge of that way.
  private var lastEdges: [UInt32]
  /// V long; all false between two searches.
  private var isSeenFromTarget: [Bool]
  /// The vertices with a finite length.
  private var touched: [UInt32] = []

  init(
    _ graph: Digraph, from source: Int, to target: Int, _ count: Int, _ weights: [Double]
  ) throws(WeightError) {
    precondition(count >= 0, "a number of paths is not negative")
    precondition(source >= 0 && source < graph.vertexCount, "the source must be a vertex")
    let back = try graph.reversed.shortestPaths(from: target, weights: weights)
    self.graph = graph
    self.target = target
    self.weights = weights
    distancesLeft = back.distances
    nextEdges = back.lastEdges
    lengths = [Double](repeating: .infinity, count: graph.vertexCount)
    lastEdges = [UInt32](repeating: .max, count: graph.vertexCount)
    isSeenFromTarget = [Bool](repeating: false, count: graph.vertexCount)
  }

  mutating func paths<Failure: Error>(
    from source: Int, count: Int, check: () throws(Failure) -> Void
  ) throws(Failure) -> [ShortestPath] {
    guard count > 0, distancesLeft[source] < .infinity else { return [] }
    var found: [ShortestPath] = []
    // The best one last.
    var candidates: [Candidate] = []
    if let first = candidate(along: [source], by: [], excluding: []) { candidates = [first] }
    while let best = candidates.popLast() {
      found.append(best.path)
      guard found.count < count else { break }
      for beginning in best.beginning..<best.path.edges.count {
        try check()
        let edge = best.path.edges[beginning]
        let excluded = beginning == best.beginning ? best.excluded + [edge] : [edge]
        guard
          let next = candidate(
            along: Array(best.path.vertices[...beginning]),
            by: Array(best.path.edges[..<beginning]), excluding: excluded)
        else { continue }
        // Behind the equally long ones that are there, so before them in the array.
        let place = candidates.firstIndex { $0.path.length <= next.path.length } ?? candidates.count
        candidates.insert(next, at: place)
        if candidates.count > count - found.count { candidates.removeFirst() }
      }
    }
    return found
  }

  /// The shortest path that begins with some vertices and edges and goes on by none of the excluded
  /// edges; nil when there is none.
  private mutating func candidate(
    along vertices: [Int], by edges: [Int], excluding excluded: [Int]
  ) -> Candidate? {
    let spur = vertices[edges.count]
    defer {
      for vertex in touched { lengths[Int(vertex)] = .infinity }
      touched.removeAll(keepingCapacity: true)
      queue.removeAll()
    }
    // Nothing is shorter than minus infinity, so the search does not enter the beginning.
    for vertex in vertices { reach(vertex, length: -.infinity, by: .max) }
    let start = edges.reduce(0) { $0 + weights[$1] }
    if spur == target {
      return excluded.isEmpty
        ? Candidate(
          path: ShortestPath(vertices: vertices, edges: edges, length: start),
          beginning: edges.count, excluded: [])
        : nil
    }
    guard
      let rest = straightWay(from: spur, excluding: excluded)
        ?? searchedWay(from: spur, length: start, excluding: excluded)
    else { return nil }
    let length = rest.reduce(start) { $0 + weights[$1] }
    guard length < .infinity else { return nil }
    return Candidate(
      path: ShortestPath(
        vertices: vertices + rest.map(graph.target), edges: edges + rest, length: length),
      beginning: edges.count, excluded: excluded)
  }

  /// The edge from which the least is left, and a shortest path to the target after it, if that does
  /// not run into the beginning: nothing can be shorter.
  private func straightWay(from spur: Int, excluding excluded: [Int]) -> [Int]? {
    var best = UInt32.max
    var least = Double.infinity
    for position in graph.outgoing.range(of: spur) {
      let edge = graph.outgoingEdgeNumbers[position]
      let next = Int(graph.outgoing.values[position])
      let whole = weights[Int(edge)] + distancesLeft[next]
      guard whole < least, lengths[next] > -.infinity, !excluded.contains(Int(edge)) else {
        continue
      }
      best = edge
      least = whole
    }
    guard best != .max else { return nil }
    var way = [Int(best)]
    var vertex = graph.target(of: Int(best))
    while vertex != target {
      way.append(Int(nextEdges[vertex]))
      vertex = graph.target(of: Int(nextEdges[vertex]))
      if lengths[vertex] == -.infinity { return nil }
    }
    return way
  }

  /// A shortest way to the target that does not run into the beginning; nil when there is none.
  private mutating func searchedWay(
    from spur: Int, length: Double, excluding excluded: [Int]
  ) -> [Int]? {
    var wayBack = WayBack(from: target)
    defer { wayBack.forget(in: &isSeenFromTarget) }
    leave(spur, length: length, excluding: excluded)
    while let (vertex, whole) = queue.removeFirst() {
      if whole > lengths[Int(vertex)] + distancesLeft[Int(vertex)] { continue }
      if Int(vertex) == target { break }
      leave(Int(vertex), length: lengths[Int(vertex)], excluding: [])
      // Where every way is blocked it is often so close to the target; going back from there step by
      // step with the search saves searching everything.
      if wayBack.isBlocked(
        before: spur, excluding: excluded, graph, lengths, isSeen: &isSeenFromTarget)
      {
        return nil
      }
    }
    guard lengths[target] < .infinity else { return nil }
    var way: [Int] = []
    var current = target
    while current != spur {
      way.append(Int(lastEdges[current]))
      current = graph.source(of: Int(lastEdges[current]))
    }
    way.reverse()
    return way
  }

  /// Goes on from a vertex by all its edges but some.
  private mutating func leave(_ vertex: Int, length: Double, excluding excluded: [Int]) {
    for position in graph.outgoing.range(of: vertex) {
      let edge = graph.outgoingEdgeNumbers[position]
      let next = Int(graph.outgoing.values[position])
      let sum = length + weights[Int(edge)]
      let whole = sum + distancesLeft[next]
      guard sum < lengths[next], whole < .infinity, !excluded.contains(Int(edge)) else { continue }
      reach(next, length: sum, by: edge)
      queue.insert(UInt32(truncatingIfNeeded: next), key: whole)
    }
  }

  private mutating func reach(_ vertex: Int, length: Double, by edge: UInt32) {
    if lengths[vertex] == .infinity { touched.append(UInt32(truncatingIfNeeded: vertex)) }
    lengths[vertex] = length
    lastEdges[vertex] = edge
  }
}

/// A search against the edges, a vertex at a time, that finds out whether anything can come through.
private struct WayBack {
  /// The vertices from which the target is reached without entering the beginning of the path.
  private var seen: [Int]
  private var next = 0
  /// Whether the spur was met, so that there is a way.
  private var hasMetSpur = false

  init(from target: Int) { seen = [target] }

  /// Takes a step; true when there are none left and none has met the spur by an edge that may be
  /// taken. The beginning of the path has lengths of minus infinity.
  mutating func isBlocked(
    before spur: Int, excluding excluded: [Int], _ graph: Digraph, _ lengths: [Double],
    isSeen: inout [Bool]
  ) -> Bool {
    if hasMetSpur { return false }
    guard next < seen.count else { return true }
    let vertex = seen[next]
    next += 1
    for position in graph.incoming.range(of: vertex) {
      let previous = Int(graph.incoming.values[position])
      if previous == spur && !excluded.contains(Int(graph.incomingEdgeNumbers[position])) {
        hasMetSpur = true
        return false
      }
      if lengths[previous] == -.infinity || isSeen[previous] { continue }
      isSeen[previous] = true
      seen.append(previous)
    }
    return false
  }

  func forget(in isSeen: inout [Bool]) {
    for vertex in seen { isSeen[vertex] = false }
  }
}
