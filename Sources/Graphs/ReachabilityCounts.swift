extension Digraph {
  /// How many vertices each vertex reaches along the edges, itself included; exact.
  ///
  /// Element v of the result belongs to vertex v. Self-loops and parallel edges change nothing; a
  /// vertex without outgoing edges reaches 1. The empty graph has the empty result. How many
  /// vertices reach each vertex is `reversed.reachabilityCounts()`.
  ///
  /// Method: one component, the pivot, is taken out of the condensation with all that it reaches: its
  /// ancestors reach just that besides what they reach without it. The rest is walked backwards once
  /// for every 512 components that anything leads to, with one bit for each of them, and the bits that
  /// arrive are counted. To find out about a few vertices alone a breadth-first search from each is
  /// quicker.
  ///
  /// Source: the transitive closure by bits of P. Purdom, *A transitive closure algorithm*, BIT 10
  /// (1970), doi:10.1007/BF01940892.
  ///
  /// - Parameter threads: how many threads work, at least 1; the result is the same for any number.
  /// - Complexity: O(V + E + C D / 512) time in steps of 512 bits, for C strong components and D
  ///   edges between them, mostly far less; O(V + E + 96 C `threads` bytes) extra space.
  public func reachabilityCounts(threads: Int = 1) -> [Int] {
    reachabilityCounts(threads: threads, check: {})
  }

  /// The same for runs that may be stopped.
  ///
  ///     try graph.reachabilityCounts(threads: 2, check: Task.checkCancellation)
  ///
  /// - Parameter check: called on the calling thread between parts of the work, at most 65,536
  ///   components a thread; what it throws ends the work.
  public func reachabilityCounts<Failure: Error>(
    threads: Int = 1, check: () throws(Failure) -> Void
  ) throws(Failure) -> [Int] {
    let work = ParallelWork(threads: threads)
    let condensation = condensation()
    let components = condensation.components
    let weights = (0..<components.count).map { components.rows.degree($0) }
    let counts = try condensation.graph.reachedWeights(weights, work, check)
    return components.components.map { counts[Int($0)] }
  }

  /// The sum of weights over everything that each vertex reaches, where all edges lead to higher
  /// vertices and no weight is below 1.
  private func reachedWeights<Failure: Error>(
    _ weights: [Int], _ work: ParallelWork, _ check: () throws(Failure) -> Void
  ) throws(Failure) -> [Int] {
    guard let pivot = busiestVertex else { return weights }
    let isBelow = marks(from: pivot, outgoing)
    let isAbove = marks(from: pivot, incoming)
    let below = (0..<vertexCount).reduce(0) { isBelow[$1] ? $0 + weights[$1] : $0 }
    var sums = (0..<vertexCount).map {
      isAbove[$0] ? below + ($0 == pivot ? 0 : weights[$0]) : weights[$0]
    }
    // What is neither above nor below reaches some of what is below, but not the pivot.
    for part in [
      // Everything but the pivot and what it reaches, as seen by itself.
      ReachedBits(self, weights, rows: { !isBelow[$0] }, columns: { !isBelow[$0] }),
      // What the pivot reaches, as seen by itself and by what does not reach the pivot.
      ReachedBits(self, weights, rows: { !isAbove[$0] }, columns: { isBelow[$0] }),
    ] {
      try part.add(to: &sums, work, check)
    }
    return sums
  }

  /// The vertex through which most pairs of neighbours lead; nil for the empty graph.
  private var busiestVertex: Int? {
    (0..<vertexCount).max {
      outgoing.degree($0) * incoming.degree($0) < outgoing.degree($1) * incoming.degree($1)
    }
  }

  /// Which vertices a walk along some rows reaches, the start included.
  private func marks(from start: Int, _ rows: CompressedRows) -> [Bool] {
    var isMarked = [Bool](repeating: false, count: vertexCount)
    isMarked[start] = true
    var open = [start]
    while let vertex = open.popLast() {
      for position in rows.range(of: vertex) where !isMarked[Int(rows.values[position])] {
        isMarked[Int(rows.values[position])] = true
        open.append(Int(rows.values[position]))
      }
    }
    return isMarked
  }
}
