/// Two leaves that together make a vertex unavailable, while neither does alone.
public struct FailurePair: Hashable, Comparable, Sendable {
  /// The smaller leaf.
  public let first: Int
  /// The greater leaf.
  public let second: Int

  init(_ one: Int, _ other: Int) {
    first = min(one, other)
    second = max(one, other)
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.first, left.second) < (right.first, right.second)
  }
}

extension FailurePair: CustomStringConvertible {
  public var description: String { "\(first)+\(second)" }
}

extension AndOrGraph {
  /// The pairs among some leaves that together make one vertex unavailable, while neither does
  /// alone: its minimal cuts of two, ascending. Nil when the vertex is not available even without a
  /// failure.
  ///
  /// With one leaf failed, the single points of failure that are new each make a pair with it. One
  /// way to keep the vertex available rests on some leaves, and every pair holds one of these, so
  /// only they have to fail first; what two ways do not both rest on is no single point. Candidates
  /// that do not matter, or are given twice, are no harm.
  ///
  /// Source: they are the cut sets of order two of fault trees, J. B. Fussell, W. E. Vesely, *A new
  /// methodology for obtaining cut sets for fault trees*, Transactions of the American Nuclear
  /// Society 15 (1972). Sets are not multiplied out as there, which would find no end on cycles.
  ///
  /// - Precondition: `candidates` are leaves of this graph.
  /// - Complexity: with k leaves that have to fail first, O(V) and then k times that of
  ///   `singlePointsOfFailure(_:)` on the cone of `top`; k is at most the number of candidates.
  public func pairsOfFailure(
    of top: Int, among candidates: some Sequence<Int>, _ semantics: Semantics = .running
  ) -> [FailurePair]? {
    pairsOfFailure(of: top, among: candidates, semantics, check: {})
  }

  /// The same for runs that may be stopped.
  ///
  /// - Parameter check: called between parts of the work, at most 64 vertices or a few walks over what
  ///   `top` depends on; what it throws ends the work.
  public func pairsOfFailure<Failure: Error>(
    of top: Int, among candidates: some Sequence<Int>, _ semantics: Semantics = .running,
    check: () throws(Failure) -> Void
  ) throws(Failure) -> [FailurePair]? {
    try check()
    var isCandidate = VertexSet(vertexCount: vertexCount)
    for leaf in candidates {
      precondition(
        leaf >= 0 && leaf < vertexCount && kinds[leaf] == .leaf, "only a leaf fails by itself")
      isCandidate.insert(leaf)
    }
    let cone = cone(of: top)
    guard let points = try cone.singlePoints(semantics, check: check),
      let support = cone.graph.support(of: 0, without: [], semantics)
    else { return nil }

    // In the numbers of the cone: leaves that may be in a pair, less those dealt with already.
    var mayPair = cone.originals.map { isCandidate.contains(Int($0)) }
    for point in points { mayPair[point] = false }
    var search = StoppingSearch(cone.graph, semantics)
    var pairs: [FailurePair] = []
    for first in support where mayPair[first] {
      try check()
      mayPair[first] = false
      let rest =
        cone.graph.commonSupport(of: 0, without: [first], semantics)?.filter { mayPair[$0] } ?? []
      guard !rest.isEmpty else { continue }
      for second in try search.leaves(among: rest, failing: first, check: check) ?? [] {
        pairs.append(FailurePair(Int(cone.originals[first]), Int(cone.originals[second])))
      }
    }
    return pairs.sorted()
  }
}
