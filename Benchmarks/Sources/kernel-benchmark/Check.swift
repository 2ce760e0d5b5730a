import Graphs

/// An answer that failing the leaf does not confirm.
struct WrongAnswer: Error {
  let leaf: Int
  let vertex: Int
}

/// Fails some leaves, drawn with a fixed seed, each by itself, and compares what that stops with the
/// answers for all vertices.
func check(
  _ points: SinglePointsOfFailure, of graph: AndOrGraph, _ semantics: AndOrGraph.Semantics,
  samples: Int
) throws(WrongAnswer) {
  var random = SplitMix64(seed: 7)
  let leaves = graph.leaves
  for _ in 0..<samples {
    let leaf = leaves[random.below(leaves.count)]
    switch semantics {
    case .running:
      let failed = graph.failures(of: [leaf])
      for vertex in 0..<graph.vertexCount
      where failed.contains(vertex) != points.isSinglePoint(leaf, of: vertex) {
        throw WrongAnswer(leaf: leaf, vertex: vertex)
      }
    case .buildable:
      let available = graph.available(without: [leaf])
      for vertex in 0..<graph.vertexCount
      where available.contains(vertex) == points.isSinglePoint(leaf, of: vertex) {
        throw WrongAnswer(leaf: leaf, vertex: vertex)
      }
    }
  }
  print("    checked: \(samples) leaves failed, \(graph.vertexCount) vertices each")
}
