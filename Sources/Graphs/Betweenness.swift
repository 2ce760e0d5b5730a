/// How many shortest paths go through each vertex.
///
/// The betweenness of a vertex v is the sum, over all ordered pairs of other vertices s and t of which
/// s reaches t, of the part of the shortest paths from s to t that go through v.
public struct Betweenness: Hashable, Sendable {
  /// By vertex: 0 or more, at most (V − 1) (V − 2).
  public let values: [Double]

  /// The betweenness of a vertex.
  public func value(of vertex: Int) -> Double { values[vertex] }

  /// The vertices with the highest betweenness, highest first; of equal ones the lowest number first.
  ///
  /// - Complexity: O(V log V).
  public func highest(_ count: Int) -> [Int] {
    let order = values.indices.sorted { (-values[$0], $0) < (-values[$1], $1) }
    return Array(order.prefix(count))
  }
}

/// Betweenness estimated from the shortest paths that start at some vertices drawn at random.
public struct BetweennessEstimate: Hashable, Sendable {
  /// The estimated betweenness; its mean over all draws is the exact one.
  public let betweenness: Betweenness
  /// How many sources were drawn.
  public let sampleCount: Int

  /// What no estimate is further off by, with some confidence.
  ///
  /// A source adds 0...V − 2 to a vertex, so by Hoeffding's inequality the estimates of all V
  /// vertices together are within V (V − 2) √(ln(2 V / (1 − confidence)) / (2 samples)). Nothing is
  /// assumed about the graph, so that the true errors are mostly far smaller.
  ///
  /// Source: W. Hoeffding, *Probability inequalities for sums of bounded random variables*, Journal of
  /// the American Statistical Association 58 (1963), doi:10.1080/01621459.1963.10500830.
  ///
  /// - Precondition: `confidence` is above 0 and below 1.
  public func error(confidence: Double) -> Double {
    precondition(confidence > 0 && confidence < 1, "confidence is a probability")
    let count = Double(betweenness.values.count)
    guard count > 2 else { return 0 }
    let logarithm = naturalLogarithm(of: 2 * count / (1 - confidence))
    return count * (count - 2) * (logarithm / (2 * Double(sampleCount))).squareRoot()
  }
}

/// The natural logarithm of a number above 0, by its binary exponent and a series.
private func naturalLogarithm(of number: Double) -> Double {
  // ln m = 2 (z + z³/3 + z⁵/5 + …) with z = (m − 1) / (m + 1), here at most 1/3.
  let ratio = (number.significand - 1) / (number.significand + 1)
  var power = ratio
  var sum = 0.0
  for exponent in stride(from: 1.0, through: 39, by: 2) {
    sum += power / exponent
    power *= ratio * ratio
  }
  return 2 * sum + Double(number.exponent) * 0.693_147_180_559_945_3
}

extension Digraph {
  /// The exact betweenness of every vertex, where every edge is one step long.
  ///
  /// Parallel edges are as many paths when they are `.counted`, one when `.merged`. Self-loops change
  /// nothing. The empty graph has no values. Counts of paths are kept as floating-point numbers with
  /// an unlimited exponent, so that they neither overflow nor lose more than rounding.
  ///
  /// Source: U. Brandes, *A faster algorithm for betweenness centrality*, Journal of Mathematical
  /// Sociology 25 (2001), doi:10.1080/0022250X.2001.9990249.
  ///
  /// - Parameter threads: how many threads work, at least 1; the values are the same for any number.
  /// - Complexity: O(V (V + E)) time, O((V + E) `threads`) extra space.
  public func betweenness(
    _ parallelEdges: ParallelEdges = .counted, threads: Int = 1
  ) -> Betweenness {
    betweenness(from: 0..<vertexCount, parallelEdges, threads: threads)
  }

  /// The part of the betweenness that the shortest paths from some sources make up.
  ///
  /// A source given twice counts twice.
  ///
  /// - Parameter threads: how many threads work, at least 1; the values are the same for any number.
  /// - Precondition: all `sources` are vertices.
  /// - Complexity: O(V + E) time a source, space as `betweenness(_:threads:)`.
  public func betweenness(
    from sources: some Sequence<Int>, _ parallelEdges: ParallelEdges = .counted, threads: Int = 1
  ) -> Betweenness {
    betweenness(from: sources, parallelEdges, threads: threads, check: {})
  }

  /// The same for runs that may be stopped.
  ///
  ///     try graph.betweenness(from: 0..<graph.vertexCount, check: Task.checkCancellation)
  ///
  /// - Parameter check: called on the calling thread between parts of the work, at most 64
  ///   sources a thread; what it throws ends the work.
  public func betweenness<Failure: Error>(
    from sources: some Sequence<Int>, _ parallelEdges: ParallelEdges = .counted, threads: Int = 1,
    check: () throws(Failure) -> Void
  ) throws(Failure) -> Betweenness {
    let rows = parallelEdges == .merged ? outgoing.withoutParallels : outgoing
    let room = SharedRoom { PathCounting<Double>(rows) }
    let sources = Array(sources)
    return try ParallelWork(threads: threads).sum(over: sources, vertexCount, check) { part in
      var values = [Double](large: 0, count: rows.rowCount)
      room.use { counting in
        for source in part where !counting.addPaths(from: source, to: &values) {
          var wide = PathCounting<WidePathCount>(rows)
          _ = wide.addPaths(from: source, to: &values)
        }
      }
      return values
    }
  }

  /// Betweenness estimated from sources drawn at random, all vertices alike, with replacement.
  ///
  /// The values are those of the sources drawn, times V / `sampleCount`.
  ///
  /// Source: U. Brandes, C. Pich, *Centrality estimation in large networks*, International Journal of
  /// Bifurcation and Chaos 17 (2007), doi:10.1142/S0218127407018403.
  ///
  /// - Parameter threads: how many threads work, at least 1; the values are the same for any number.
  /// - Precondition: `sampleCount` is above 0.
  /// - Complexity: O(V + E) time a sample, space as `betweenness(_:threads:)`.
  public func betweenness(
    sampleCount: Int, using random: inout some RandomNumberGenerator,
    _ parallelEdges: ParallelEdges = .counted, threads: Int = 1
  ) -> BetweennessEstimate {
    betweenness(
      sampleCount: sampleCount, using: &random, parallelEdges, threads: threads, check: {})
  }

  /// The same for runs that may be stopped.
  ///
  /// - Parameter check: called on the calling thread between parts of the work, at most 64
  ///   sources a thread; what it throws ends the work.
  public func betweenness<Failure: Error>(
    sampleCount: Int, using random: inout some RandomNumberGenerator,
    _ parallelEdges: ParallelEdges = .counted, threads: Int = 1,
    check: () throws(Failure) -> Void
  ) throws(Failure) -> BetweennessEstimate {
    precondition(sampleCount > 0, "an estimate needs samples")
    var sources: [Int] = []
    for _ in 0..<(vertexCount > 0 ? sampleCount : 0) {
      sources.append(Int(random.next().multipliedFullWidth(by: UInt64(vertexCount)).high))
    }
    let factor = Double(vertexCount) / Double(sampleCount)
    let sum = try betweenness(from: sources, parallelEdges, threads: threads, check: check)
    return BetweennessEstimate(
      betweenness: Betweenness(values: sum.values.map { $0 * factor }), sampleCount: sampleCount)
  }
}

extension ParallelWork {
  /// The sum of what some sources contribute to each vertex, in parts of the same size for any number
  /// of threads.
  func sum<Failure: Error>(
    over sources: [Int], _ vertexCount: Int, _ check: () throws(Failure) -> Void,
    _ values: @Sendable (ArraySlice<Int>) -> [Double]
  ) throws(Failure) -> Betweenness {
    let size = min(max(sources.count / 16, 1), 16)
    var total = [Double](repeating: 0, count: vertexCount)
    try run(parts: (sources.count + size - 1) / size, check: check) { part in
      values(sources[part * size..<min((part + 1) * size, sources.count)])
    } combine: { part in
      for vertex in total.indices { total[vertex] += part[vertex] }
    }
    return Betweenness(values: total)
  }
}

extension CompressedRows {
  /// The same rows with every value of a row once, where it first stood.
  var withoutParallels: CompressedRows {
    var offsets: [UInt32] = [0]
    var kept: [UInt32] = []
    var lastSeen = [UInt32](repeating: .max, count: rowCount)
    for row in 0..<rowCount {
      for position in range(of: row) {
        let value = Int(values[position])
        if lastSeen[value] == row { continue }
        lastSeen[value] = UInt32(truncatingIfNeeded: row)
        kept.append(UInt32(truncatingIfNeeded: value))
      }
      offsets.append(UInt32(truncatingIfNeeded: kept.count))
    }
    return CompressedRows(offsets: offsets, values: kept)
  }
}
