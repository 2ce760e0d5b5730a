extension AndOrGraph {
  /// Everything that fails when some leaves fail while all runs: the least set that holds these
  /// leaves, each all-vertex with a child in the set and each any-vertex with all children in it.
  ///
  /// An any-vertex without children is in the set even when no leaf fails; an all-vertex without
  /// children never is. A cycle whose vertices only need each other goes on (`Semantics.running`).
  /// Leaves given twice count once. For one leaf this is what its failure alone takes away.
  ///
  /// Source: as `available(without:)`, with failure in the place of truth: an all-vertex makes a clause
  /// for each child, an any-vertex one of all its children.
  ///
  /// - Precondition: `leaves` are leaves of this graph.
  /// - Complexity: O(V + E) time, O(V) space.
  public func failures(of leaves: some Sequence<Int>) -> VertexSet {
    var failed = VertexSet(vertexCount: vertexCount)
    var queue: [UInt32] = []
    for leaf in leaves where failed.insert(checkedLeaf(leaf)) {
      queue.append(UInt32(truncatingIfNeeded: leaf))
    }
    var working = [UInt32](repeating: 0, count: vertexCount)
    for vertex in 0..<vertexCount where kinds[vertex] == .any {
      working[vertex] = UInt32(truncatingIfNeeded: childRows.degree(vertex))
      if working[vertex] == 0 {
        failed.insert(vertex)
        queue.append(UInt32(truncatingIfNeeded: vertex))
      }
    }
    let offsets = parentRows.offsets
    let parents = parentRows.values
    while let vertex = queue.popLast() {
      for position in offsets[Int(vertex)]..<offsets[Int(vertex) + 1] {
        let parent = parents[Int(position)]
        if kinds[Int(parent)] == .any {
          working[Int(parent)] &-= 1
          guard working[Int(parent)] == 0 else { continue }
        }
        if failed.insert(Int(parent)) { queue.append(parent) }
      }
    }
    return failed
  }

  /// Everything that can be built, step by step, from the leaves that have not failed: the least
  /// set that holds these leaves, each all-vertex with all children in the set and each any-vertex
  /// with a child in it.
  ///
  /// An all-vertex without children can always be built, an any-vertex without children never. A
  /// cycle whose vertices only need each other cannot be started (`Semantics.buildable`).
  ///
  /// Source: W. F. Dowling, J. H. Gallier, *Linear-time algorithms for testing the satisfiability of
  /// propositional Horn formulae*, Journal of Logic Programming 1 (1984),
  /// doi:10.1016/0743-1066(84)90014-1.
  ///
  /// - Precondition: `leaves` are leaves of this graph.
  /// - Complexity: O(V + E) time, O(V) space.
  public func available(without leaves: some Sequence<Int> = EmptyCollection()) -> VertexSet {
    var available = VertexSet(vertexCount: vertexCount)
    for vertex in buildOrder(without: leaves) { available.insert(Int(vertex)) }
    return available
  }

  /// The vertices that can be built without some leaves, in an order in which they can be.
  func buildOrder(without leaves: some Sequence<Int>) -> [UInt32] {
    var failed = VertexSet(vertexCount: vertexCount)
    for leaf in leaves { failed.insert(checkedLeaf(leaf)) }
    var order: [UInt32] = []
    var missing = [UInt32](repeating: 1, count: vertexCount)
    for vertex in 0..<vertexCount {
      switch kinds[vertex] {
      case .leaf: if failed.contains(vertex) { continue } else { missing[vertex] = 0 }
      case .all: missing[vertex] = UInt32(truncatingIfNeeded: childRows.degree(vertex))
      case .any: continue
      }
      if missing[vertex] == 0 { order.append(UInt32(truncatingIfNeeded: vertex)) }
    }
    let offsets = parentRows.offsets
    let parents = parentRows.values
    var next = 0
    while next < order.count {
      let vertex = Int(order[next])
      for position in offsets[vertex]..<offsets[vertex + 1] {
        let parent = parents[Int(position)]
        guard missing[Int(parent)] > 0 else { continue }
        missing[Int(parent)] &-= 1
        if missing[Int(parent)] == 0 { order.append(parent) }
      }
      next += 1
    }
    return order
  }

  private func checkedLeaf(_ vertex: Int) -> Int {
    precondition(
      vertex >= 0 && vertex < vertexCount && kinds[vertex] == .leaf, "only a leaf fails by itself")
    return vertex
  }
}
