/// For every vertex of an and-or graph, the leaves of which each alone makes it unavailable.
public struct SinglePointsOfFailure: Sendable {
  private let sets: [[Int]?]

  init(sets: [[Int]?]) { self.sets = sets }

  /// Whether a vertex is available as long as no leaf fails.
  public func isAvailable(_ vertex: Int) -> Bool { sets[vertex] != nil }

  /// The leaves whose failure alone makes a vertex unavailable, ascending; nil when the vertex is
  /// not available even without a failure.
  public func leaves(stopping vertex: Int) -> [Int]? { sets[vertex] }

  /// How many leaves each alone make a vertex unavailable; nil when it is not available anyway.
  public func count(of vertex: Int) -> Int? { sets[vertex]?.count }

  /// Whether the failure of a leaf alone makes a vertex unavailable; true for every leaf when the
  /// vertex is not available anyway.
  public func isSinglePoint(_ leaf: Int, of vertex: Int) -> Bool {
    sets[vertex]?.contains(leaf) ?? true
  }
}

extension AndOrGraph {
  /// The single points of failure of every vertex.
  public func singlePointsOfFailure(
    _ semantics: Semantics = .running
  ) -> SinglePointsOfFailure {
    SinglePointsOfFailure(
      sets: (0..<vertexCount).map { singlePointsOfFailure(of: $0, semantics) })
  }

  /// The leaves whose failure alone makes one vertex unavailable, ascending; nil when the vertex is
  /// not available even without a failure.
  public func singlePointsOfFailure(
    of top: Int, _ semantics: Semantics = .running
  ) -> [Int]? {
    if isStopped(top, by: [], semantics) { return nil }
    return leaves.filter { isStopped(top, by: [$0], semantics) }
  }

  private func isStopped(_ top: Int, by leaves: [Int], _ semantics: Semantics) -> Bool {
    switch semantics {
    case .running: failures(of: leaves).contains(top)
    case .buildable: !available(without: leaves).contains(top)
    }
  }
}

/// Two leaves that together make a vertex unavailable, while neither does alone.
public struct FailurePair: Hashable, Comparable, Sendable {
  /// The smaller leaf.
  public let first: Int
  /// The greater leaf.
  public let second: Int

  public static func < (left: Self, right: Self) -> Bool {
    (left.first, left.second) < (right.first, right.second)
  }
}

extension AndOrGraph {
  /// The pairs among some leaves that together make a vertex unavailable, while neither does alone;
  /// nil when the vertex is not available even without a failure.
  public func pairsOfFailure(
    of top: Int, among candidates: some Sequence<Int>, _ semantics: Semantics = .running
  ) -> [FailurePair]? {
    guard let single = singlePointsOfFailure(of: top, semantics) else { return nil }
    let leaves = Set(candidates).subtracting(single).sorted()
    var pairs: [FailurePair] = []
    for first in leaves {
      for second in leaves where second > first && isStopped(top, by: [first, second], semantics) {
        pairs.append(FailurePair(first: first, second: second))
      }
    }
    return pairs
  }
}
