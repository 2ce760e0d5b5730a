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
  /// The graph to solve, its vertices in the order in which they are: components one after the
  /// other, children before parents; inside a component children tend to stand before parents.
  /// Under `.running` cycles of plain needs are contracted.
  private let graph: AndOrGraph
  /// By vertex of the graph asked about: the vertex that stands for it here.
  let parts: [UInt32]
  private let semantics: AndOrGraph.Semantics
  /// Where in `graph` each component starts, and last V.
  private let components: [UInt32]

  /// - Complexity: O(V + E) space; O(V + E) time, and that of `contractingPlainCycles()`.
  init(_ graph: AndOrGraph, _ semantics: AndOrGraph.Semantics) {
    let contraction =
      semantics == .running ? graph.contractingPlainCycles() : graph.withoutContraction
    let search = ComponentSearch(contraction.childRows)
    let last = UInt32(truncatingIfNeeded: search.count &- 1)
    components = CompressedRows.offsets(
      rowCount: search.count, keys: search.components.map { last &- $0 })
    // Neighbours in the order of the work are neighbours in memory: a third less time at 10⁶ vertices.
    let ordered = contraction.ordered(by: search.order)
    self.graph = AndOrGraph(kinds: ordered.kinds, childRows: ordered.childRows)
    parts = ordered.parts
    self.semantics = semantics
  }

  /// How many parts there are.
  var partCount: Int { graph.vertexCount }

  /// The parts that are leaves, with neighbours close together.
  var leafParts: [Int] { graph.leaves }

  /// Puts in `handles`, a set for each part, the stopping set of each part that is no leaf.
  ///
  /// What stands at a leaf is given: its own singleton, `SharedSets.empty` for a leaf that is of no
  /// interest, or `SharedSets.everything` for a leaf that has failed. A vertex that is unavailable
  /// anyway gets `SharedSets.everything`. `check` is called at least once every 64 vertices; what it
  /// throws ends the work.
  ///
  /// - Complexity: O(V + E) set operations without cycles. A component of v vertices takes at most
  ///   O(v · d) sweeps, d being the size of its largest set; graphs as they occur take few.
  func solve<Failure: Error>(
    _ handles: inout [SharedSets.Handle], in sets: inout SharedSets,
    check: () throws(Failure) -> Void
  ) throws(Failure) {
    var isPending = [Bool](repeating: false, count: graph.vertexCount)
    for component in 0..<components.count - 1 {
      if component % 64 == 0 { try check() }
      let members = Int(components[component])..<Int(components[component + 1])
      if members.count > 1 {
        try solve(members, &handles, &sets, &isPending, check)
      } else if graph.kinds[members.lowerBound] != .leaf {
        handles[members.lowerBound] = start
        handles[members.lowerBound] = stoppingSet(of: members.lowerBound, handles, &sets)
      }
    }
  }

  /// What the search for the least or greatest solution starts from.
  private var start: SharedSets.Handle {
    semantics == .running ? SharedSets.empty : SharedSets.everything
  }

  /// Sweeps through a component of several vertices until nothing changes.
  private func solve<Failure: Error>(
    _ members: Range<Int>, _ handles: inout [SharedSets.Handle], _ sets: inout SharedSets,
    _ isPending: inout [Bool], _ check: () throws(Failure) -> Void
  ) throws(Failure) {
    for vertex in members {
      handles[vertex] = start
      isPending[vertex] = true
    }
    var pendingCount = members.count
    var isForward = true
    while pendingCount > 0 {
      for step in 0..<members.count {
        if step % 64 == 0 { try check() }
        let vertex = isForward ? members.lowerBound + step : members.upperBound - 1 - step
        guard isPending[vertex] else { continue }
        isPending[vertex] = false
        pendingCount -= 1
        let set = stoppingSet(of: vertex, handles, &sets)
        guard set != handles[vertex] else { continue }
        handles[vertex] = set
        pendingCount += mark(graph.parents(of: vertex), inside: members, in: &isPending)
      }
      isForward.toggle()
    }
  }

  /// Marks those of some vertices that lie in a component; returns how many were not marked before.
  private func mark(
    _ vertices: Digraph.Row, inside members: Range<Int>, in isPending: inout [Bool]
  ) -> Int {
    var count = 0
    for vertex in vertices where members.contains(vertex) && !isPending[vertex] {
      isPending[vertex] = true
      count += 1
    }
    return count
  }

  /// What the equation of a vertex that is no leaf says, given the sets of its children.
  private func stoppingSet(
    of vertex: Int, _ handles: [SharedSets.Handle], _ sets: inout SharedSets
  ) -> SharedSets.Handle {
    if graph.kinds[vertex] == .all {
      var union = SharedSets.empty
      for child in graph.children(of: vertex) { union = sets.union(union, handles[child]) }
      return union
    }
    var intersection = SharedSets.everything
    for child in graph.children(of: vertex) {
      intersection = sets.intersection(intersection, handles[child])
      if intersection == SharedSets.empty { break }
    }
    return intersection
  }
}
