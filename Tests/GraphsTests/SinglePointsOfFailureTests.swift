import Graphs
import Testing

@Suite struct SinglePointsOfFailureTests {
  @Test(arguments: [AndOrGraph.Semantics.running, .buildable])
  func `they are what failing each leaf by itself finds`(
    semantics: AndOrGraph.Semantics
  ) throws {
    for seed in 0..<400 as Range<UInt64> {
      let graph = try AndOrGraph.random(seed: seed)
      let points = graph.singlePointsOfFailure(semantics)
      for vertex in 0..<graph.vertexCount {
        let expected: [Int]? =
          graph.isStoppedByDefinition(vertex, by: [], semantics)
          ? nil
          : graph.leaves.filter { graph.isStoppedByDefinition(vertex, by: [$0], semantics) }
        #expect(points.leaves(stopping: vertex) == expected, "seed \(seed), vertex \(vertex)")
        #expect(points.count(of: vertex) == expected?.count, "seed \(seed), vertex \(vertex)")
        #expect(
          graph.singlePointsOfFailure(of: vertex, semantics) == expected,
          "seed \(seed), vertex \(vertex)")
        for leaf in graph.leaves {
          #expect(
            points.isSinglePoint(leaf, of: vertex) == (expected?.contains(leaf) ?? true),
            "seed \(seed), vertex \(vertex), leaf \(leaf)")
        }
      }
    }
  }
}
