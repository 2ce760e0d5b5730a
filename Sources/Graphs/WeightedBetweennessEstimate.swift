extension Digraph {
  /// Betweenness estimated from sources drawn at random, all vertices alike, with replacement, where paths are
  /// as long as the sum of their weights.
  ///
  /// The values are those of the sources drawn, times V / `sampleCount`. The same draws as without weights. What
  /// weights and parallel edges mean is as in `betweenness(weights:_:threads:)`.
  ///
  /// Source: as `betweenness(sampleCount:using:_:threads:)`, whose bound on the error holds here too.
  ///
  /// - Parameters:
  ///   - threads: how many threads work, at least 1; the values are the same for any number.
  ///   - check: called on the calling thread between parts of the work, at most 64 sources a thread; what it
  ///     throws ends the work.
  /// - Precondition: `sampleCount` is above 0; `weights` is as long as the graph has edges.
  /// - Throws: as `betweenness(weights:_:threads:)`, and what `check` throws.
  /// - Complexity: O((V + E) log V) time a sample, space as `betweenness(weights:_:threads:)`.
  public func betweenness(
    sampleCount: Int, weights: [Double], using random: inout some RandomNumberGenerator,
    _ parallelEdges: ParallelEdges = .counted, threads: Int = 1, check: () throws -> Void = {}
  ) throws -> BetweennessEstimate {
    precondition(sampleCount > 0, "an estimate needs samples")
    var sources: [Int] = []
    for _ in 0..<(vertexCount > 0 ? sampleCount : 0) {
      sources.append(Int(random.next().multipliedFullWidth(by: UInt64(vertexCount)).high))
    }
    let factor = Double(vertexCount) / Double(sampleCount)
    let sum = try betweenness(
      from: sources, weights: weights, parallelEdges, threads: threads, check: check)
    return BetweennessEstimate(
      betweenness: Betweenness(values: sum.values.map { $0 * factor }), sampleCount: sampleCount)
  }
}
