/// How deep every vertex lies in the dense parts of a graph, when the direction of the edges does not
/// matter.
///
/// The k-core is the largest part of the graph in which every vertex has at least k edges within the
/// part. The core number of a vertex is the greatest k whose core holds it.
public struct CoreNumbers: Hashable, Sendable {
  /// V long.
  private let cores: [UInt32]
  /// The greatest core number; 0 for a graph without edges.
  public let maximum: Int

  fileprivate init(cores: [UInt32]) {
    self.cores = cores
    maximum = Int(cores.max() ?? 0)
  }

  /// The greatest k for which a vertex is in the k-core; 0 for a vertex alone.
  public func core(of vertex: Int) -> Int { Int(cores[vertex]) }

  /// The vertices of the k-core, ascending: those with this core number or a higher one.
  ///
  /// - Complexity: O(V).
  public func members(ofCore core: Int) -> [Int] {
    (0..<cores.count).filter { cores[$0] >= core }
  }
}

extension Digraph {
  /// The core numbers of the graph seen without directions.
  ///
  /// Self-loops do not count. With `.merged`, all edges between two vertices, in either direction,
  /// count as one. The empty graph has no cores. Both directions of the rows are walked, no second
  /// graph is built.
  ///
  /// Method: the vertices with the lowest number of edges left go, and those that thereby come down to
  /// it. Only that number is kept for a vertex and no order of all vertices, so that taking an edge away
  /// touches one place.
  ///
  /// Source: D. W. Matula, L. L. Beck, *Smallest-last ordering and clustering and graph coloring
  /// algorithms*, Journal of the ACM 30 (1983), doi:10.1145/2402.322385; level by level after H. Kabir,
  /// K. Madduri, *Parallel k-core decomposition on multicore platforms*, IPDPSW (2017),
  /// doi:10.1109/IPDPSW.2017.151.
  ///
  /// - Complexity: O(V + E log V) time, in practice linear; O(V) extra space.
  public func coreNumbers(_ parallelEdges: ParallelEdges = .counted) -> CoreNumbers {
    var degrees = parallelEdges == .merged ? neighborCounts() : undirectedDegrees()
    var lastSeen =
      parallelEdges == .merged ? [UInt32](large: .max, count: vertexCount) : []
    var peeled = [UInt32](large: 0, count: vertexCount)
    var waiting = [UInt32](large: 0, count: vertexCount)
    for vertex in 0..<vertexCount { waiting[vertex] = UInt32(truncatingIfNeeded: vertex) }
    var core: UInt32 = 0
    while !waiting.isEmpty {
      let (count, next) = takeOut(&waiting, upTo: core, degrees, into: &peeled)
      if parallelEdges == .merged {
        peelMerged(&peeled, count, core, &degrees, &lastSeen)
      } else {
        peel(&peeled, count, core, &degrees)
      }
      // What had the lowest number may have gone since: then the next round finds nothing.
      core = count == 0 ? max(next, core + 1) : core + 1
    }
    return CoreNumbers(cores: degrees)
  }

  /// Takes the vertices with so few edges out of those that wait; those with fewer have gone already.
  ///
  /// - Returns: how many have exactly as many, and the lowest number among those that go on waiting.
  private func takeOut(
    _ waiting: inout [UInt32], upTo core: UInt32, _ degrees: [UInt32], into peeled: inout [UInt32]
  ) -> (count: Int, next: UInt32) {
    var kept = 0
    var count = 0
    var lowest = UInt32.max
    do {
      let degrees = degrees.span
      var peeled = peeled.mutableSpan
      var waiting = waiting.mutableSpan
      for index in waiting.indices {
        let vertex = waiting[index]
        let degree = degrees[Int(vertex)]
        if degree > core {
          waiting[kept] = vertex
          kept &+= 1
          lowest = min(lowest, degree)
        } else if degree == core {
          peeled[count] = vertex
          count &+= 1
        }
      }
    }
    waiting.removeSubrange(kept...)
    return (count, lowest)
  }

  /// Takes the edges of the first vertices of `peeledArray` from their neighbours, and of those that
  /// thereby come down to `core`, which are added.
  private func peel(
    _ peeledArray: inout [UInt32], _ first: Int, _ core: UInt32, _ degreeArray: inout [UInt32]
  ) {
    let outOffsets = outgoing.offsets.span
    let outValues = outgoing.values.span
    let inOffsets = incoming.offsets.span
    let inValues = incoming.values.span
    var peeled = peeledArray.mutableSpan
    var degrees = degreeArray.mutableSpan
    var count = first
    var index = 0
    while index < count {
      let vertex = Int(peeled[index])
      index &+= 1
      for position in Int(outOffsets[vertex])..<Int(outOffsets[vertex &+ 1]) {
        let neighbor = outValues[position]
        let degree = degrees[Int(neighbor)]
        if degree <= core { continue }
        degrees[Int(neighbor)] = degree &- 1
        if degree &- 1 == core {
          peeled[count] = neighbor
          count &+= 1
        }
      }
      for position in Int(inOffsets[vertex])..<Int(inOffsets[vertex &+ 1]) {
        let neighbor = inValues[position]
        let degree = degrees[Int(neighbor)]
        if degree <= core { continue }
        degrees[Int(neighbor)] = degree &- 1
        if degree &- 1 == core {
          peeled[count] = neighbor
          count &+= 1
        }
      }
    }
  }

  /// The same where all edges to one neighbour are one: `lastSeen` has for each vertex the neighbour
  /// that last took an edge from it.
  private func peelMerged(
    _ peeledArray: inout [UInt32], _ first: Int, _ core: UInt32, _ degreeArray: inout [UInt32],
    _ lastSeenArray: inout [UInt32]
  ) {
    var peeled = peeledArray.mutableSpan
    var degrees = degreeArray.mutableSpan
    var lastSeen = lastSeenArray.mutableSpan
    var count = first
    var index = 0
    while index < count {
      let vertex = peeled[index]
      index &+= 1
      for rows in [outgoing, incoming] {
        for position in rows.range(of: Int(vertex)) {
          let neighbor = rows.values[position]
          let degree = degrees[Int(neighbor)]
          if degree <= core || lastSeen[Int(neighbor)] == vertex { continue }
          lastSeen[Int(neighbor)] = vertex
          degrees[Int(neighbor)] = degree &- 1
          if degree &- 1 == core {
            peeled[count] = neighbor
            count &+= 1
          }
        }
      }
    }
  }

  /// How many edges join each vertex to others, in either direction.
  private func undirectedDegrees() -> [UInt32] {
    var degrees = [UInt32](large: 0, count: vertexCount)
    let starts = sources.span
    let ends = targets.span
    for vertex in 0..<vertexCount {
      degrees[vertex] =
        UInt32(truncatingIfNeeded: outgoing.degree(vertex) &+ incoming.degree(vertex))
    }
    for edge in starts.indices where starts[edge] == ends[edge] {
      degrees[Int(starts[edge])] &-= 2
    }
    return degrees
  }

  /// How many other vertices each vertex shares an edge with.
  private func neighborCounts() -> [UInt32] {
    var counts = [UInt32](large: 0, count: vertexCount)
    var lastSeen = [UInt32](large: .max, count: vertexCount)
    var seen = lastSeen.mutableSpan
    for index in 0..<vertexCount {
      let vertex = UInt32(truncatingIfNeeded: index)
      var count: UInt32 = 0
      for rows in [outgoing, incoming] {
        for position in rows.range(of: index) {
          let neighbor = rows.values[position]
          if neighbor == vertex || seen[Int(neighbor)] == vertex { continue }
          seen[Int(neighbor)] = vertex
          count &+= 1
        }
      }
      counts[index] = count
    }
    return counts
  }
}
