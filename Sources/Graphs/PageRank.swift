/// How often a walk that follows edges at random, and now and then starts afresh, is at each vertex.
public struct PageRank: Hashable, Sendable {
  /// By vertex: its part of all visits, 0...1; together 1.
  public let ranks: [Double]
  /// How many rounds the strong component that took most of them needed; at least 1 but for the
  /// empty graph.
  public let rounds: Int

  /// The rank of a vertex, 0...1.
  public func rank(of vertex: Int) -> Double { ranks[vertex] }

  /// The vertices with the highest ranks, highest first; of equal ones the lowest number first.
  ///
  /// - Complexity: O(V log V).
  public func highest(_ count: Int) -> [Int] {
    let order = ranks.indices.sorted { (-ranks[$0], $0) < (-ranks[$1], $1) }
    return Array(order.prefix(count))
  }
}

extension Digraph {
  /// The PageRank of every vertex.
  ///
  /// At each step the walk follows an outgoing edge with the probability `damping`, all edges of the
  /// vertex alike, so that parallel edges and self-loops count each; otherwise, and from a vertex
  /// without outgoing edges always, it starts afresh at a vertex drawn after `restart`, or at any
  /// alike. The empty graph has no ranks.
  ///
  /// The sum of the absolute errors of all ranks is at most `tolerance`, rounding (some 10⁻¹⁶ / (1 − damping),
  /// relative) aside. Nothing else limits the rounds, so that no rank comes with an unknown error. Such a
  /// run can be stopped with `check`.
  ///
  /// Method: without what dangling vertices give back, the ranks solve a linear system, and with it they
  /// differ from that solution by one factor only. The system is solved one strong component after the
  /// other, each by Gauss–Seidel rounds in an order in which most edges lead forward. After each round all
  /// values of the component are put right so that what comes into it is what is lost from it.
  ///
  /// Source: L. Page, S. Brin, R. Motwani, T. Winograd, *The PageRank citation ranking: bringing order
  /// to the web*, Stanford InfoLab (1999); what dangling vertices do: G. M. Del Corso, A. Gullì, F. Romani, *Fast
  /// PageRank computation via a sparse linear system*, Internet Mathematics 2 (2005),
  /// doi:10.1080/15427951.2005.10129108.
  ///
  /// - Parameters:
  ///   - damping: the probability of going on, `0..<1`.
  ///   - restart: by vertex, how likely a fresh start is there, in any unit; none means all alike.
  ///   - tolerance: above 0.
  ///   - threads: how many threads work, at least 1; rounds employ two, and only over strong components of
  ///     131,072 vertices and more. The ranks are the same for any number.
  /// - Precondition: `damping` and `tolerance` are in their ranges; `restart`, when given, is as long
  ///   as the graph has vertices.
  /// - Throws: `WeightError` for the first number of `restart` that is negative, infinite or not a
  ///   number, and for the first of all when they are all 0.
  /// - Complexity: O(V + E) time a round, O(V + E) extra space; one round without cycles, mostly some twenty with
  ///   them, and no more than about seven times log(2 V / (tolerance (1 − damping)²)) / log(1 / damping).
  public func pageRank(
    damping: Double = 0.85, restart: [Double]? = nil, tolerance: Double = 1e-10,
    threads: Int = 1
  ) throws(WeightError) -> PageRank {
    let starts = try restartShares(restart)
    return pageRank(damping, starts, tolerance, threads, check: {})
  }

  /// The same for runs that may be stopped.
  ///
  /// - Parameter check: called before each round but the first over a strong component; what it throws
  ///   ends the work.
  public func pageRank(
    damping: Double = 0.85, restart: [Double]? = nil, tolerance: Double = 1e-10,
    threads: Int = 1, check: () throws -> Void
  ) throws -> PageRank {
    let starts = try restartShares(restart)
    return try pageRank(damping, starts, tolerance, threads, check: check)
  }

  private func pageRank<Failure: Error>(
    _ damping: Double, _ starts: [Double], _ tolerance: Double, _ threads: Int,
    check: () throws(Failure) -> Void
  ) throws(Failure) -> PageRank {
    precondition(damping >= 0 && damping < 1, "damping is a probability below 1")
    precondition(tolerance > 0, "a tolerance is above 0")
    try check()
    guard vertexCount > 0 else { return PageRank(ranks: [], rounds: 0) }
    var solver = RankSolver(self, damping: damping, starts: starts, threads: threads)
    let rounds = try solver.solve(tolerance: tolerance, check: check)
    return PageRank(ranks: solver.shares(), rounds: rounds)
  }

  /// The PageRank of every vertex when the walk goes against the edges: what it gives is high where
  /// much comes from.
  ///
  /// Source: A. D. Chepelianskii, *Towards physical laws for software architecture* (2010),
  /// arXiv:1003.5455.
  ///
  /// - Precondition: as for `pageRank(damping:restart:tolerance:)`.
  /// - Throws: as `pageRank(damping:restart:tolerance:)`.
  /// - Complexity: as `pageRank(damping:restart:tolerance:)`.
  public func cheiRank(
    damping: Double = 0.85, restart: [Double]? = nil, tolerance: Double = 1e-10,
    threads: Int = 1
  ) throws(WeightError) -> PageRank {
    try reversed.pageRank(
      damping: damping, restart: restart, tolerance: tolerance, threads: threads)
  }

  /// The same for runs that may be stopped.
  ///
  /// - Parameter check: called before each round but the first over a strong component; what it throws
  ///   ends the work.
  public func cheiRank(
    damping: Double = 0.85, restart: [Double]? = nil, tolerance: Double = 1e-10,
    threads: Int = 1, check: () throws -> Void
  ) throws -> PageRank {
    try reversed.pageRank(
      damping: damping, restart: restart, tolerance: tolerance, threads: threads, check: check)
  }

  /// The probabilities of a fresh start, together 1.
  private func restartShares(_ restart: [Double]?) throws(WeightError) -> [Double] {
    guard let restart else {
      return [Double](large: 1 / Double(max(vertexCount, 1)), count: vertexCount)
    }
    precondition(restart.count == vertexCount, "every vertex needs a number")
    try WeightError.check(vertices: restart)
    guard let greatest = restart.max() else { return [] }
    guard greatest > 0 else {
      throw WeightError(subject: .vertex(0), weight: 0, rule: "above 0 for one vertex at least")
    }
    // Dividing first keeps the sum finite.
    let total = restart.reduce(0) { $0 + $1 / greatest }
    return restart.map { $0 / greatest / total }
  }
}
