/// How concentrated the inputs of every vertex are: its Herfindahl–Hirschman index (HHI).
///
/// The index of a vertex is the sum of the squared shares of its row of incoming edges: 1 when one
/// edge carries everything, 1 / n when n edges carry the same.
public struct InputConcentration: Sendable {
  /// V long: the index; 0 where there is none.
  private let indices: [Double]

  fileprivate init(_ indices: [Double]) { self.indices = indices }

  /// The sum of the squared shares of the incoming edges, above 0, at most 1; nil for a vertex
  /// without incoming edges or whose incoming edges all weigh 0.
  public func index(of vertex: Int) -> Double? { indices[vertex] > 0 ? indices[vertex] : nil }

  /// How many equal inputs would be as concentrated: 1 / index, at least 1; nil where there is no
  /// index.
  public func effectiveCount(of vertex: Int) -> Double? { index(of: vertex).map { 1 / $0 } }
}

extension Digraph {
  /// The concentration of the inputs of every vertex.
  ///
  /// `weights` has a number for each edge, in any unit. Parallel edges are added together before
  /// they are squared when they are `.merged`. A self-loop is an input like any other. The index does
  /// not depend on the unit: sums that would overflow or underflow are taken in shares of the
  /// greatest weight of the row.
  ///
  /// Source: A. O. Hirschman, *The paternity of an index*, American Economic Review 54 (1964).
  ///
  /// - Precondition: `weights` is as long as the graph has edges.
  /// - Throws: `WeightError` for the first weight that is negative, infinite or not a number.
  /// - Complexity: O(V + E) time, O(V) extra space.
  public func inputConcentration(
    weights: [Double], _ parallelEdges: ParallelEdges = .counted
  ) throws(WeightError) -> InputConcentration {
    precondition(weights.count == edgeCount, "every edge needs a weight")
    try WeightError.check(edges: weights)
    return InputConcentration(
      parallelEdges == .counted ? concentrations(weights) : mergedConcentrations(weights))
  }

  private func concentrations(_ weightArray: [Double]) -> [Double] {
    // Edge by edge, so that only the sums are not next to each other.
    var sumArray = [WeightSums](large: WeightSums(total: 0, squares: 0), count: vertexCount)
    var indices = [Double](large: 0, count: vertexCount)
    let targets = targets.span
    let weights = weightArray.span
    var sums = sumArray.mutableSpan
    for edge in targets.indices {
      let weight = weights[edge]
      let vertex = Int(targets[edge])
      sums[vertex].total += weight
      sums[vertex].squares += weight * weight
    }
    var results = indices.mutableSpan
    for vertex in results.indices {
      let sum = sums[vertex]
      results[vertex] =
        Self.index(total: sum.total, squares: sum.squares)
        ?? Self.scaledIndex(incomingEdges(of: vertex).map { weightArray[$0] })
    }
    return indices
  }

  private struct WeightSums: BitwiseCopyable {
    var total: Double
    var squares: Double
  }

  private func mergedConcentrations(_ weights: [Double]) -> [Double] {
    // V long: what the row so far has from each source.
    var sums = [Double](repeating: 0, count: vertexCount)
    return (0..<vertexCount).map { vertex in
      let row = incoming.range(of: vertex)
      var total = 0.0
      for position in row {
        let weight = weights[Int(incomingEdgeNumbers[position])]
        sums[Int(incoming.values[position])] += weight
        total += weight
      }
      if total == .infinity { return scaledMergedConcentration(row, weights, sums: &sums) }
      var merged: [Double] = []
      for position in row {
        let source = Int(incoming.values[position])
        if sums[source] > 0 { merged.append(sums[source]) }
        sums[source] = 0
      }
      let squares = merged.reduce(0) { $0 + $1 * $1 }
      return Self.index(total: total, squares: squares) ?? Self.scaledIndex(merged)
    }
  }

  /// The same for a row whose sum overflows, with all its weights divided first. Leaves `sums` at 0.
  private func scaledMergedConcentration(
    _ row: Range<Int>, _ weights: [Double], sums: inout [Double]
  ) -> Double {
    for position in row { sums[Int(incoming.values[position])] = 0 }
    let divisor = Double(row.count)
    for position in row {
      sums[Int(incoming.values[position])] += weights[Int(incomingEdgeNumbers[position])] / divisor
    }
    var merged: [Double] = []
    for position in row {
      merged.append(sums[Int(incoming.values[position])])
      sums[Int(incoming.values[position])] = 0
    }
    return Self.scaledIndex(merged)
  }

  /// 0 for a sum of 0; nil when the squares are too great or too small to be told.
  private static func index(total: Double, squares: Double) -> Double? {
    if total == 0 { return 0 }
    let square = total * total
    guard square < .infinity, squares > .leastNormalMagnitude * 0x1p60 else { return nil }
    return min(squares / square, 1)
  }

  private static func scaledIndex(_ weights: [Double]) -> Double {
    guard let greatest = weights.max(), greatest > 0 else { return 0 }
    let shares = weights.map { $0 / greatest }
    let total = shares.reduce(0, +)
    return min(shares.reduce(0) { $0 + $1 / total * ($1 / total) }, 1)
  }
}
