/// How far every vertex is from some sources, counted in edges, and a shortest way there.
public struct BreadthFirstSearch: Hashable, Sendable {
  /// The reached vertices, nearest first: the sources in the order given, then by distance.
  public let order: [Int]
  /// V long: edges from the nearest source; `UInt32.max` where nothing leads.
  private let distances: [UInt32]
  /// V long: the vertex before on a shortest path; a source stands for itself.
  private let previous: [UInt32]

  fileprivate init(_ graph: Digraph, sources: some Sequence<Int>) {
    let unreached = UInt32.max
    var distances = [UInt32](repeating: unreached, count: graph.vertexCount)
    var previous = distances
    var order: [Int] = []
    for source in sources where distances[source] == unreached {
      distances[source] = 0
      previous[source] = UInt32(truncatingIfNeeded: source)
      order.append(source)
    }
    var next = 0
    while next < order.count {
      let vertex = order[next]
      let distance = distances[vertex] &+ 1
      for successor in graph.successors(of: vertex) where distances[successor] == unreached {
        distances[successor] = distance
        previous[successor] = UInt32(truncatingIfNeeded: vertex)
        order.append(successor)
      }
      next += 1
    }
    self.order = order
    self.distances = distances
    self.previous = previous
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
  /// Of several shortest paths it is the one that the search met first.
  ///
  /// - Complexity: O(length of the path).
  public func path(to vertex: Int) -> [Int]? {
    guard isReached(vertex) else { return nil }
    var path = [vertex]
    var current = vertex
    while distances[current] > 0 {
      current = Int(previous[current])
      path.append(current)
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
  /// Symposium on the Theory of Switching (1959).
  ///
  /// - Precondition: `source` is a vertex.
  /// - Complexity: O(V + E) time, O(V) extra space.
  public func breadthFirstSearch(from source: Int) -> BreadthFirstSearch {
    breadthFirstSearch(from: CollectionOfOne(source))
  }

  /// The distance of every vertex from the nearest of several sources, along the edges.
  ///
  /// A source given twice counts once. Without sources nothing is reached.
  ///
  /// - Precondition: all `sources` are vertices.
  /// - Complexity: O(V + E) time, O(V) extra space.
  public func breadthFirstSearch(from sources: some Sequence<Int>) -> BreadthFirstSearch {
    BreadthFirstSearch(self, sources: sources)
  }
}
