import Graphs

/// The graph of some edges between vertices named a to z, written "a → b, b → c". Vertex a is 0.
func graph(_ text: String, vertexCount: Int? = nil) throws -> Digraph {
  let ends = text.split(separator: ",").map { edge in
    edge.unicodeScalars.filter { ("a"..."z").contains($0) }.map { Int($0.value) - 97 }
  }
  return try Digraph(
    vertexCount: vertexCount ?? (ends.joined().max() ?? -1) + 1, edges: ends.map { ($0[0], $0[1]) })
}

extension Digraph {
  /// A random graph of up to 12 vertices, with loops and parallel edges.
  static func random(seed: UInt64) throws -> Digraph {
    var random = SplitMix64(seed: seed)
    let vertexCount = 1 + random.below(12)
    let edgeCount = random.below(2 * vertexCount + 1)
    return try Digraph(
      vertexCount: vertexCount,
      edges: (0..<edgeCount).map { _ in (random.below(vertexCount), random.below(vertexCount)) })
  }

  /// 0 → 1 → 2 → …
  static func chain(_ count: Int) throws -> Digraph {
    let vertices = (0..<UInt32(count)).map { $0 }
    return try Digraph(
      vertexCount: count, sources: Array(vertices.dropLast()), targets: Array(vertices.dropFirst()))
  }

  /// 0 → 1 → … → 0.
  static func cycle(_ count: Int) throws -> Digraph {
    let vertices = (0..<UInt32(count)).map { $0 }
    return try Digraph(
      vertexCount: count, sources: vertices, targets: Array(vertices.dropFirst()) + [0])
  }

  /// Two chains side by side with rungs between them both ways: even and odd vertices.
  static func ladder(_ rungs: Int) throws -> Digraph {
    let count = UInt32(2 * rungs)
    let evens = stride(from: 0, to: count, by: 2)
    let rails = (0..<count - 2).map { $0 }
    return try Digraph(
      vertexCount: Int(count), sources: rails + evens.map { $0 } + evens.map { $0 + 1 },
      targets: rails.map { $0 + 2 } + evens.map { $0 + 1 } + evens.map { $0 })
  }

  /// Everything reachable from each vertex, itself included, by definition: the closure of the edges.
  var reachability: [[Bool]] {
    var reaches = (0..<vertexCount).map { from in (0..<vertexCount).map { $0 == from } }
    for edge in 0..<edgeCount { reaches[source(of: edge)][target(of: edge)] = true }
    for middle in 0..<vertexCount {
      for from in 0..<vertexCount where reaches[from][middle] {
        for to in 0..<vertexCount where reaches[middle][to] { reaches[from][to] = true }
      }
    }
    return reaches
  }
}
