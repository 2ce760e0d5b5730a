/// How far every vertex is from some sources, counted in edges, and a shortest way there.
public struct BreadthFirstSearch: Sendable {
  /// How many vertices are reached, the sources among them.
  public let reachedCount: Int
  /// V long: edges from the nearest source; `UInt32.max` where nothing leads.
  private let distances: [UInt32]
  /// A row a vertex: where its incoming edges start. The storage is the graph's.
  private let predecessors: CompressedRows

  fileprivate init(_ graph: Digraph, sources: some Sequence<Int>, threads: Int) {
    var search = LevelSearch(graph, sources: sources)
    search.run(threads: threads)
    reachedCount = search.count
    distances = search.distances
    predecessors = graph.incoming
  }

  /// The reached vertices, nearest first, of those equally far the lowest number first.
  ///
  /// - Complexity: O(V).
  public var order: [Int] {
    // Every distance is below the number of vertices reached.
    let keys = distances.map { min($0, UInt32(truncatingIfNeeded: reachedCount)) }
    let rows = CompressedRows(rowCount: reachedCount + 1, grouping: keys)
    return rows.values.prefix(reachedCount).map { Int($0) }
  }

  /// Whether a path leads from a source to a vertex; true for a source itself.
  public func isReached(_ vertex: Int) -> Bool { distances[vertex] != .max }

  /// The edges on a shortest path from the nearest source, 0 for a source; nil where none leads.
  public func distance(to vertex: Int) -> Int? {
    isReached(vertex) ? Int(distances[vertex]) : nil
  }

  /// The vertices of a shortest path, from the nearest source to a vertex, both included; nil where
  /// none leads.
  ///
  /// Of several shortest paths it is always the same one.
  ///
  /// - Complexity: O(incoming edges of the vertices of the path), since the one before a vertex is looked up
  ///   among its predecessors: many paths through one with many of them take much longer than they are long.
  public func path(to vertex: Int) -> [Int]? {
    guard isReached(vertex) else { return nil }
    var path = [vertex]
    var distance = distances[vertex]
    while distance > 0, let last = path.last {
      distance -= 1
      guard let previous = predecessors[last].first(where: { distances[$0] == distance }) else {
        preconditionFailure("a reached vertex has a predecessor one edge nearer")
      }
      path.append(previous)
    }
    path.reverse()
    return path
  }
}

extension Digraph {
  /// The distance of every vertex from one source, along the edges.
  ///
  /// Self-loops and parallel edges change nothing.
  ///
  /// Source: E. F. Moore, *The shortest path through a maze*, Proceedings of an International
  /// Symposium on the Theory of Switching (1959); where the next level is a large part of the graph it
  /// is found from its own side, after S. Beamer, K. Asanović, D. Patterson, *Direction-optimizing
  /// breadth-first search*, SC (2012), doi:10.1109/SC.2012.50.
  ///
  /// - Parameter threads: how many threads work, at least 1; the answer is the same for any number. More
  ///   than one are of use in large levels of graphs of many thousand vertices.
  /// - Precondition: `source` is a vertex.
  /// - Complexity: O(V + E) time in practice, O(V log E + E) at worst; O(V) extra space.
  public func breadthFirstSearch(from source: Int, threads: Int = 1) -> BreadthFirstSearch {
    breadthFirstSearch(from: CollectionOfOne(source), threads: threads)
  }

  /// The distance of every vertex from the nearest of several sources, along the edges.
  ///
  /// A source given twice counts once. Without sources nothing is reached.
  ///
  /// - Parameter threads: how many threads work, at least 1; the answer is the same for any number. More
  ///   than one are of use in large levels of graphs of many thousand vertices.
  /// - Precondition: all `sources` are vertices.
  /// - Complexity: O(V + E) time in practice, O(V log E + E) at worst; O(V) extra space.
  public func breadthFirstSearch(
    from sources: some Sequence<Int>, threads: Int = 1
  ) -> BreadthFirstSearch {
    BreadthFirstSearch(self, sources: sources, threads: threads)
  }
}
