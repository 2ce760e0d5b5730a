/// There is no topological order, because edges lead round in a circle.
public struct CycleError: Error, Hashable, Sendable {
  /// The vertices of one cycle along its edges, each once, the smallest first; from the last an
  /// edge leads back to the first. One vertex long for a self-loop.
  public let cycle: [Int]
}

extension CycleError: CustomStringConvertible {
  public var description: String {
    let shown = cycle.prefix(8).map(String.init).joined(separator: " → ")
    return cycle.count <= 8
      ? "the edges \(shown) → \(cycle[0]) form a cycle"
      : "the edges \(shown) → … form a cycle of \(cycle.count) vertices"
  }
}

extension Digraph {
  /// All vertices in an order in which every edge leads forward.
  ///
  /// First the vertices without predecessors, ascending; then each vertex as soon as its last
  /// predecessor has been listed. The empty graph has the empty order; parallel edges do no harm;
  /// a self-loop is a cycle.
  ///
  /// Source: A. B. Kahn, *Topological sorting of large networks*, Communications of the ACM 5
  /// (1962), doi:10.1145/368996.369025.
  ///
  /// - Throws: `CycleError` with a cycle of the graph when there is one.
  /// - Complexity: O(V + E) time, O(V) extra space.
  public func topologicalOrder() throws(CycleError) -> [Int] {
    var waiting = (0..<vertexCount).map { incoming.degree($0) }
    var order = (0..<vertexCount).filter { waiting[$0] == 0 }
    order.reserveCapacity(vertexCount)
    var next = 0
    while next < order.count {
      for successor in successors(of: order[next]) {
        waiting[successor] -= 1
        if waiting[successor] == 0 { order.append(successor) }
      }
      next += 1
    }
    guard order.count == vertexCount else { throw CycleError(cycle: cycle(among: waiting)) }
    return order
  }

  /// A cycle of vertices that still wait: each of them has a predecessor that waits too, so going
  /// back from one must come round.
  private func cycle(among waiting: [Int]) -> [Int] {
    guard var vertex = waiting.firstIndex(where: { $0 > 0 }) else { return [] }
    var position = [Int](repeating: -1, count: vertexCount)
    var backwards: [Int] = []
    while position[vertex] < 0 {
      position[vertex] = backwards.count
      backwards.append(vertex)
      vertex = predecessors(of: vertex).first { waiting[$0] > 0 } ?? vertex
    }
    let cycle = Array(backwards[position[vertex]...].reversed())
    let smallest = cycle.indices.min { cycle[$0] < cycle[$1] } ?? 0
    return Array(cycle[smallest...] + cycle[..<smallest])
  }
}
