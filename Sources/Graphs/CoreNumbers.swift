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
  /// Source: V. Batagelj, M. Zaveršnik, *Fast algorithms for determining (generalized) core groups in
  /// social networks*, Advances in Data Analysis and Classification 5 (2011),
  /// doi:10.1007/s11634-010-0079-y; after D. W. Matula, L. L. Beck, *Smallest-last ordering and
  /// clustering and graph coloring algorithms*, Journal of the ACM 30 (1983),
  /// doi:10.1145/2402.322385.
  ///
  /// - Complexity: O(V + E) time, O(V) extra space.
  public func coreNumbers(_ parallelEdges: ParallelEdges = .counted) -> CoreNumbers {
    let isMerged = parallelEdges == .merged
    var peeling = Peeling(degrees: isMerged ? neighborCounts() : undirectedDegrees())
    var lastSeen = [UInt32](repeating: .max, count: isMerged ? vertexCount : 0)
    for index in 0..<vertexCount {
      let vertex = peeling.vertices[index]
      if isMerged {
        peeling.peel(vertex, outgoing, lastSeen: &lastSeen)
        peeling.peel(vertex, incoming, lastSeen: &lastSeen)
      } else {
        peeling.peel(vertex, outgoing)
        peeling.peel(vertex, incoming)
      }
    }
    return CoreNumbers(cores: peeling.degrees)
  }

  /// How many edges join each vertex to others, in either direction.
  private func undirectedDegrees() -> [UInt32] {
    var degrees = (0..<vertexCount).map {
      UInt32(truncatingIfNeeded: outgoing.degree($0) &+ incoming.degree($0))
    }
    for edge in 0..<edgeCount where sources[edge] == targets[edge] {
      degrees[Int(sources[edge])] &-= 2
    }
    return degrees
  }

  /// How many other vertices each vertex shares an edge with.
  private func neighborCounts() -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: vertexCount)
    var lastSeen = [UInt32](repeating: .max, count: vertexCount)
    func count(_ rows: CompressedRows, of index: Int) {
      let vertex = UInt32(truncatingIfNeeded: index)
      for position in rows.range(of: index) {
        let neighbor = rows.values[position]
        if neighbor == vertex || lastSeen[Int(neighbor)] == vertex { continue }
        lastSeen[Int(neighbor)] = vertex
        counts[index] &+= 1
      }
    }
    for index in 0..<vertexCount {
      count(outgoing, of: index)
      count(incoming, of: index)
    }
    return counts
  }
}

/// Vertices sorted by degree, where a degree can be lowered by one at once.
private struct Peeling {
  private(set) var degrees: [UInt32]
  /// By degree, ascending.
  private(set) var vertices: [UInt32]
  /// V long: where each vertex stands in `vertices`.
  private var positions: [UInt32]
  /// By degree: where the vertices of this degree or a higher one start.
  private var starts: [UInt32]

  init(degrees: [UInt32]) {
    self.degrees = degrees
    let rows = CompressedRows(
      rowCount: Int(degrees.max() ?? 0) + 1, keys: degrees,
      values: (0..<degrees.count).map { UInt32(truncatingIfNeeded: $0) })
    starts = rows.offsets
    vertices = rows.values
    positions = [UInt32](repeating: 0, count: degrees.count)
    for index in 0..<vertices.count {
      positions[Int(vertices[index])] = UInt32(truncatingIfNeeded: index)
    }
  }

  /// Takes the edges of a row from the vertices at their ends.
  mutating func peel(_ vertex: UInt32, _ rows: CompressedRows) {
    for position in rows.range(of: Int(vertex)) { lower(rows.values[position], below: vertex) }
  }

  /// Takes one edge from each vertex of a row for which `lastSeen` is not yet `vertex`.
  mutating func peel(_ vertex: UInt32, _ rows: CompressedRows, lastSeen: inout [UInt32]) {
    for position in rows.range(of: Int(vertex)) {
      let neighbor = rows.values[position]
      if lastSeen[Int(neighbor)] == vertex { continue }
      lastSeen[Int(neighbor)] = vertex
      lower(neighbor, below: vertex)
    }
  }

  /// Takes one edge from a vertex, unless its degree is not above that of the vertex being peeled.
  private mutating func lower(_ vertex: UInt32, below peeled: UInt32) {
    let degree = degrees[Int(vertex)]
    guard degree > degrees[Int(peeled)] else { return }
    // Change places with the first of its degree, which then belongs to the degree below.
    let first = starts[Int(degree)]
    let position = positions[Int(vertex)]
    let other = vertices[Int(first)]
    vertices[Int(position)] = other
    vertices[Int(first)] = vertex
    positions[Int(other)] = position
    positions[Int(vertex)] = first
    starts[Int(degree)] = first &+ 1
    degrees[Int(vertex)] = degree &- 1
  }
}
