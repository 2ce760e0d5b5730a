import Graphs

/// Graphs on which recursion would overflow a stack, or on which all edges meet, and what is true of them.
enum DeepGraph: String, CaseIterable, Sendable {
  /// 0 → 1 → …, a million vertices.
  case chain
  /// The same closed to a circle, 200,000 vertices.
  case cycle
  /// Two chains with rungs both ways, 50,000 rungs.
  case ladder
  /// Vertex 0 and 99,999 others, with edges both ways.
  case star
  /// An edge from each of 300 vertices to each other.
  case complete

  private static let graphs = Result {
    try Dictionary(uniqueKeysWithValues: allCases.map { ($0, try $0.graph($0.vertexCount)) })
  }

  /// The graph in full size.
  func graph() throws -> Digraph {
    guard let graph = try Self.graphs.get()[self] else { throw Missing() }
    return graph
  }

  private struct Missing: Error {}

  /// The graph with another number of vertices, which is even.
  func graph(_ vertexCount: Int) throws -> Digraph {
    switch self {
    case .chain: try .chain(vertexCount)
    case .cycle: try .cycle(vertexCount)
    case .ladder: try .ladder(vertexCount / 2)
    case .star: try .star(vertexCount)
    case .complete: try .complete(vertexCount)
    }
  }

  var vertexCount: Int {
    switch self {
    case .chain: 1_000_000
    case .cycle: 200_000
    case .ladder, .star: 100_000
    case .complete: 300
    }
  }

  var last: Int { vertexCount - 1 }

  /// How many steps the last vertex is from the first; none is further away.
  var depth: Int {
    switch self {
    case .chain, .cycle: vertexCount - 1
    case .ladder: vertexCount / 2
    case .star, .complete: 1
    }
  }

  /// How many strong components there are; as each leads to the next, as many layers.
  var strongComponentCount: Int {
    switch self {
    case .chain: vertexCount
    case .ladder: vertexCount / 2
    case .cycle, .star, .complete: 1
    }
  }

  var articulationPointCount: Int {
    switch self {
    case .chain: vertexCount - 2
    case .star: 1
    case .cycle, .ladder, .complete: 0
    }
  }

  var bridgeCount: Int { self == .chain ? vertexCount - 1 : 0 }

  /// The highest core with parallel edges counted, and with them merged.
  var highestCores: [Int] {
    switch self {
    case .chain: [1, 1]
    case .cycle: [2, 2]
    case .ladder: [3, 2]
    case .star: [2, 1]
    case .complete: [2 * (vertexCount - 1), vertexCount - 1]
    }
  }

  /// What dominates the last vertex when all is reached from the first.
  var lastDominator: Int {
    switch self {
    case .chain, .cycle: vertexCount - 2
    case .ladder, .star, .complete: 0
    }
  }

  /// How much flows from the first vertex to the last when each edge takes 1.
  var flow: Double {
    switch self {
    case .chain, .cycle, .star: 1
    case .ladder: 2
    case .complete: Double(vertexCount - 1)
    }
  }
}

extension Digraph {
  /// Vertex 0 and the others, with edges both ways.
  static func star(_ count: Int) throws -> Digraph {
    let others = (1..<UInt32(count)).map { $0 }
    let middle = [UInt32](repeating: 0, count: count - 1)
    return try Digraph(
      vertexCount: count, sources: middle + others, targets: others + middle)
  }

  /// An edge from each vertex to each other.
  static func complete(_ count: Int) throws -> Digraph {
    try Digraph(
      vertexCount: count,
      edges: (0..<count).flatMap { from in
        (0..<count).compactMap { $0 == from ? nil : (from, $0) }
      })
  }
}
