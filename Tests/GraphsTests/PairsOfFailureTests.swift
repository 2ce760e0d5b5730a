import Graphs
import Testing

@Suite struct PairsOfFailureTests {
  @Test(arguments: [AndOrGraph.Semantics.running, .buildable])
  func `they are what failing every two leaves finds`(semantics: AndOrGraph.Semantics) throws {
    for seed in 0..<400 as Range<UInt64> {
      let graph = try AndOrGraph.random(seed: seed)
      for top in 0..<graph.vertexCount {
        #expect(
          graph.pairsOfFailure(of: top, among: graph.leaves, semantics)?.map {
            [$0.first, $0.second]
          }
            == pairsByDefinition(of: top, in: graph, semantics), "seed \(seed), vertex \(top)")
      }
    }
  }

  private func pairsByDefinition(
    of top: Int, in graph: AndOrGraph, _ semantics: AndOrGraph.Semantics
  ) -> [[Int]]? {
    func isStopped(by leaves: Set<Int>) -> Bool {
      graph.isStoppedByDefinition(top, by: leaves, semantics)
    }
    if isStopped(by: []) { return nil }
    let harmless = graph.leaves.filter { !isStopped(by: [$0]) }
    return harmless.flatMap { first in
      harmless.filter { $0 > first && isStopped(by: [first, $0]) }.map { [first, $0] }
    }
  }
}
