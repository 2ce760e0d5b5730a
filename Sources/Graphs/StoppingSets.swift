/// Computes for every vertex of an and-or graph its stopping set: the leaves of which each alone
/// makes it unavailable.
///
/// The stopping set of a leaf is the leaf, that of an all-vertex the union and that of an any-vertex
/// the intersection over the children. Of the solutions of these equations the least one belongs to
/// `Semantics.running`, the greatest to `.buildable`; without cycles there is only one.
///
/// Strongly connected components are solved one after the other, children first. Inside one, sweeps
/// through the members go on, forward and backward in turn, until nothing changes. The order is
/// worked out once and serves many computations on the same graph.
struct StoppingSets {
  private let graph: AndOrGraph
  /// A row a component, children before parents; in a row children tend to stand before parents.
  private let components: CompressedRows
  /// V long: the component of each vertex, by a numbering of its own.
  private let component: [UInt32]

  init(_ graph: AndOrGraph) {
    self.graph = graph
    let search = ComponentSearch(graph.childRows)
    let last = UInt32(truncatingIfNeeded: search.count &- 1)
    components = CompressedRows(
      rowCount: search.count, keys: search.finished.map { last &- search.components[Int($0)] },
      values: search.finished)
    component = search.components
  }

  /// The leaves with neighbours close together: children before parents.
  var leaves: [UInt32] { components.values.filter { graph.kinds[Int($0)] == .leaf } }

  /// Replaces in `handles`, V long, the set of each vertex that is no leaf by its stopping set.
  ///
  /// What stands at a leaf is given: its own singleton, `SharedSets.empty` for a leaf that is of no
  /// interest, or `SharedSets.everything` for a leaf that has failed. A vertex that is unavailable
  /// anyway gets `SharedSets.everything`.
  ///
  /// - Complexity: O(V + E) set operations without cycles. A component of v vertices and e inner
  ///   links takes at most O(v · d) sweeps, d being the size of its largest set; graphs as they
  ///   occur take few.
  func solve(
    _ handles: inout [SharedSets.Handle], in sets: inout SharedSets,
    _ semantics: AndOrGraph.Semantics
  ) {
    var isPending = [Bool](repeating: false, count: graph.vertexCount)
    for row in 0..<components.rowCount {
      let members = components.offsets[row]..<components.offsets[row + 1]
      let first = Int(components.values[Int(members.lowerBound)])
      if members.count == 1 {
        guard graph.kinds[first] != .leaf else { continue }
        handles[first] = semantics == .running ? SharedSets.empty : SharedSets.everything
        handles[first] = stoppingSet(of: first, handles, &sets)
      } else {
        solve(members, &handles, &sets, &isPending, semantics)
      }
    }
  }

  /// Sweeps through a component of several vertices until nothing changes.
  private func solve(
    _ members: Range<UInt32>, _ handles: inout [SharedSets.Handle], _ sets: inout SharedSets,
    _ isPending: inout [Bool], _ semantics: AndOrGraph.Semantics
  ) {
    for position in members {
      let vertex = Int(components.values[Int(position)])
      handles[vertex] = semantics == .running ? SharedSets.empty : SharedSets.everything
      isPending[vertex] = true
    }
    var pendingCount = members.count
    var isForward = true
    while pendingCount > 0 {
      for step in 0..<UInt32(truncatingIfNeeded: members.count) {
        let position = isForward ? members.lowerBound + step : members.upperBound - 1 - step
        let vertex = Int(components.values[Int(position)])
        guard isPending[vertex] else { continue }
        isPending[vertex] = false
        pendingCount -= 1
        let set = stoppingSet(of: vertex, handles, &sets)
        guard set != handles[vertex] else { continue }
        handles[vertex] = set
        pendingCount += markParents(of: vertex, in: &isPending)
      }
      isForward.toggle()
    }
  }

  /// Marks the parents of a vertex inside its component; returns how many were not marked before.
  private func markParents(of vertex: Int, in isPending: inout [Bool]) -> Int {
    let parents = graph.parentRows
    var count = 0
    for link in parents.offsets[vertex]..<parents.offsets[vertex + 1] {
      let parent = Int(parents.values[Int(link)])
      guard component[parent] == component[vertex], !isPending[parent] else { continue }
      isPending[parent] = true
      count += 1
    }
    return count
  }

  /// What the equation of a vertex that is no leaf says, given the sets of its children.
  private func stoppingSet(
    of vertex: Int, _ handles: [SharedSets.Handle], _ sets: inout SharedSets
  ) -> SharedSets.Handle {
    let children = graph.childRows
    let row = children.offsets[vertex]..<children.offsets[vertex + 1]
    if graph.kinds[vertex] == .all {
      var union = SharedSets.empty
      for link in row {
        union = sets.union(union, handles[Int(children.values[Int(link)])])
      }
      return union
    }
    var intersection = SharedSets.everything
    for link in row {
      intersection = sets.intersection(intersection, handles[Int(children.values[Int(link)])])
      if intersection == SharedSets.empty { break }
    }
    return intersection
  }
}
