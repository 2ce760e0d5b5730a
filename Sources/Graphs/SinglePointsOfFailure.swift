/// For every vertex of an and-or graph, its single points of failure: the leaves of which each alone
/// makes it unavailable.
///
///     let points = graph.singlePointsOfFailure(.running)
///     points.leaves(stopping: car)            // [assembly, battery maker]
///     points.isSinglePoint(seatMaker, of: car) // false
///
/// They are the dominators of and-or graphs: when each vertex needs a leaf of its own and any one of
/// its predecessors, the leaves that stop it under `.buildable` are those of its dominators.
public struct SinglePointsOfFailure: Sendable {
  /// V long: the set of each vertex in `sets`.
  private let handles: [SharedSets.Handle]
  private let sets: SharedSets
  /// By handle: how many leaves the set has.
  private let counts: [UInt32]
  /// The leaf that a number in `sets` stands for.
  private let leaves: [UInt32]
  /// V long: the number in `sets` that stands for a leaf.
  private let numbers: [UInt32]

  fileprivate init<Failure: Error>(
    _ graph: AndOrGraph, _ semantics: AndOrGraph.Semantics, check: () throws(Failure) -> Void
  ) throws(Failure) {
    let solver = StoppingSets(graph, semantics)
    // By part, for leaves: the number in the sets.
    var numbers = [UInt32](repeating: .max, count: solver.partCount)
    var handles = [SharedSets.Handle](repeating: SharedSets.empty, count: solver.partCount)
    var sets = SharedSets()
    var leafCount: UInt32 = 0
    for leaf in solver.leafParts {
      numbers[leaf] = leafCount
      handles[leaf] = sets.singleton(leafCount)
      leafCount += 1
    }
    try solver.solve(&handles, in: &sets, check: check)

    var leaves = [UInt32](repeating: 0, count: Int(leafCount))
    for leaf in graph.leaves {
      leaves[Int(numbers[Int(solver.parts[leaf])])] = UInt32(truncatingIfNeeded: leaf)
    }
    self.handles = solver.parts.map { handles[Int($0)] }
    self.numbers = solver.parts.map { numbers[Int($0)] }
    self.leaves = leaves
    counts = sets.counts()
    sets.freeze()
    self.sets = sets
  }

  /// Whether a vertex is available as long as no leaf fails.
  ///
  /// - Complexity: O(1).
  public func isAvailable(_ vertex: Int) -> Bool { handles[vertex] != SharedSets.everything }

  /// The leaves whose failure alone makes a vertex unavailable, ascending; nil when the vertex is
  /// not available even without a failure.
  ///
  /// A leaf stops itself.
  ///
  /// - Complexity: O(n log n) for n leaves.
  public func leaves(stopping vertex: Int) -> [Int]? {
    guard isAvailable(vertex) else { return nil }
    return sets.numbers(in: handles[vertex]).map { Int(leaves[Int($0)]) }.sorted()
  }

  /// How many leaves each alone make a vertex unavailable; nil when it is not available even
  /// without a failure.
  ///
  /// - Complexity: O(1).
  public func count(of vertex: Int) -> Int? {
    isAvailable(vertex) ? Int(counts[Int(handles[vertex])]) : nil
  }

  /// Whether the failure of a leaf alone leaves a vertex unavailable; true for every leaf when the
  /// vertex is not available anyway.
  ///
  /// - Precondition: `leaf` is a leaf.
  /// - Complexity: O(1).
  public func isSinglePoint(_ leaf: Int, of vertex: Int) -> Bool {
    precondition(numbers[leaf] != .max, "only a leaf fails by itself")
    return sets.contains(numbers[leaf], in: handles[vertex])
  }

  /// By vertex, how many vertices its failure alone makes unavailable, itself included, when it is a leaf; nil
  /// when it is none. Vertices that are not available anyway do not count.
  ///
  /// - Complexity: O(V + nodes of the sets) time and space, however many pairs of leaf and vertex there are.
  public func stoppedCounts() -> [Int?] {
    let counts = sets.memberships(of: handles, below: leaves.count)
    return numbers.map { $0 == .max ? nil : counts[Int($0)] }
  }
}

extension AndOrGraph {
  /// The single points of failure of every vertex.
  ///
  /// The set of a leaf is the leaf; of an all-vertex the union, of an any-vertex the intersection
  /// over the children. Under `.running` the least solution counts, under `.buildable` the greatest;
  /// both are exact on cycles, being one Boolean fixpoint for each leaf, all computed together.
  ///
  /// Source: they are the cut sets of order one of fault trees, J. B. Fussell, W. E. Vesely, *A new
  /// methodology for obtaining cut sets for fault trees*, Transactions of the American Nuclear
  /// Society 15 (1972); availability under `.buildable` is reachability in directed hypergraphs,
  /// G. Gallo, G. Longo, S. Pallottino, S. Nguyen, *Directed hypergraphs and applications*, Discrete
  /// Applied Mathematics 42 (1993), doi:10.1016/0166-218X(93)90045-P.
  ///
  /// - Complexity: without cycles O(V + E) set operations; each takes time and space in the parts
  ///   that its sets do not share, O(log V) when they differ in one leaf. Cycles take a few rounds
  ///   more, in the worst case as many as the greatest set has leaves for each vertex on them.
  public func singlePointsOfFailure(_ semantics: Semantics = .running) -> SinglePointsOfFailure {
    SinglePointsOfFailure(self, semantics, check: {})
  }

  /// The same for runs that may be stopped.
  ///
  ///     try graph.singlePointsOfFailure(check: Task.checkCancellation)
  ///
  /// - Parameter check: called between parts of the work, at most 64 vertices; what it throws ends the
  ///   work.
  public func singlePointsOfFailure<Failure: Error>(
    _ semantics: Semantics = .running, check: () throws(Failure) -> Void
  ) throws(Failure) -> SinglePointsOfFailure {
    try SinglePointsOfFailure(self, semantics, check: check)
  }

  /// The leaves whose failure alone makes one vertex unavailable, ascending; nil when the vertex is
  /// not available even without a failure.
  ///
  /// Only what the vertex depends on is looked at. Leaves that it needs through all-vertices alone
  /// are found in one walk, without sets, so that a deep chain takes linear time and space. Of the
  /// others only those are tried on which two ways to keep the vertex available both rest.
  ///
  /// Source: as `singlePointsOfFailure(_:)`; the way to keep the vertex available is found as
  /// `available(without:)` finds what is.
  ///
  /// - Complexity: O(V + E) time and space, then as `singlePointsOfFailure(_:)` on the cone of `top`
  ///   with these leaves alone.
  public func singlePointsOfFailure(of top: Int, _ semantics: Semantics = .running) -> [Int]? {
    singlePointsOfFailure(of: top, semantics, check: {})
  }

  /// The same for runs that may be stopped.
  ///
  /// - Parameter check: called between parts of the work, at most 64 vertices or one walk over what
  ///   `top` depends on; what it throws ends the work.
  public func singlePointsOfFailure<Failure: Error>(
    of top: Int, _ semantics: Semantics = .running, check: () throws(Failure) -> Void
  ) throws(Failure) -> [Int]? {
    try check()
    let cone = cone(of: top)
    guard let points = try cone.singlePoints(semantics, check: check) else { return nil }
    return points.map { Int(cone.originals[$0]) }.sorted()
  }
}

extension AndOrGraph.Cone {
  /// The leaves that stop the top of the cone alone, ascending; nil when it is not available anyway.
  func singlePoints<Failure: Error>(
    _ semantics: AndOrGraph.Semantics, check: () throws(Failure) -> Void
  ) throws(Failure) -> [Int]? {
    try check()
    guard let support = graph.commonSupport(of: 0, without: [], semantics) else { return nil }
    let isNeeded = graph.plainNeeds(of: 0)
    let doubtful = support.filter { !isNeeded[$0] }
    let certain = support.filter { isNeeded[$0] }
    guard !doubtful.isEmpty else { return certain }
    var search = StoppingSearch(graph, semantics)
    let found = try search.leaves(among: doubtful, failing: nil, check: check) ?? []
    return (certain + found).sorted()
  }
}
