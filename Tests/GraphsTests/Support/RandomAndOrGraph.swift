import Graphs

extension AndOrGraph {
  /// A random and-or graph of up to 14 vertices: cycles, loops, parallel links and vertices without
  /// children occur.
  static func random(seed: UInt64) throws -> AndOrGraph {
    var random = SplitMix64(seed: seed)
    return try .random(seed: seed, leaves: 1 + random.below(6), others: 1 + random.below(8))
  }

  /// A random and-or graph of some size; its leaves come first.
  static func random(
    seed: UInt64, leaves leafCount: Int, others innerCount: Int
  ) throws -> AndOrGraph {
    var random = SplitMix64(seed: seed ^ 0x5EED)
    // Some graphs are mostly acyclic, some anything but.
    let backwardPercent = [0, 10, 50][random.below(3)]
    var builder = Builder()
    for _ in 0..<leafCount { _ = builder.addLeaf() }
    for inner in 0..<innerCount {
      let vertex = leafCount + inner
      let range = random.below(100) < backwardPercent ? leafCount + innerCount : vertex
      let count = random.below(20) == 0 ? 0 : 1 + random.below(3)
      let children = (0..<count).map { _ in random.below(range) }
      _ = random.below(2) == 0 ? builder.addAll(children) : builder.addAny(children)
    }
    return try builder.graph()
  }

  /// By definition: whether a vertex is unavailable once some leaves have failed. Evaluates all
  /// equations again and again until nothing changes.
  func isStoppedByDefinition(
    _ top: Int, by failed: Set<Int>, _ semantics: Semantics
  ) -> Bool {
    var available = [Bool](repeating: semantics == .running, count: vertexCount)
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for vertex in 0..<vertexCount {
        let now =
          switch kind(of: vertex) {
          case .leaf: !failed.contains(vertex)
          case .all: children(of: vertex).allSatisfy { available[$0] }
          case .any: children(of: vertex).contains { available[$0] }
          }
        if now != available[vertex] {
          available[vertex] = now
          hasChanged = true
        }
      }
    }
    return !available[top]
  }
}
