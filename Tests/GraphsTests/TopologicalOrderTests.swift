import Graphs
import Testing

@Suite struct TopologicalOrderTests {
  @Test func `the empty graph has the empty order`() throws {
    #expect(try graph("").topologicalOrder() == [])
  }

  @Test func `vertices without predecessors come first, ascending`() throws {
    #expect(try graph("c → b, c → b, a → d", vertexCount: 5).topologicalOrder() == [0, 2, 4, 3, 1])
  }

  @Test func `a cycle is named, its smallest vertex first`() throws {
    let error = #expect(throws: CycleError.self) {
      try graph("e → a, d → c, c → b, b → d, d → e, b → f").topologicalOrder()
    }
    #expect(error?.cycle == [1, 3, 2])
    #expect(error?.description == "the edges 1 → 3 → 2 → 1 form a cycle")
    let loop = #expect(throws: CycleError.self) { try graph("a → b, b → b").topologicalOrder() }
    #expect(loop?.cycle == [1])
  }

  /// The oracle for "no cycle" is that no edge leads back to where its start is reached from.
  @Test func `either all edges lead forward or there is a cycle`() throws {
    for seed in 0..<300 as Range<UInt64> {
      let graph = try Digraph.random(seed: seed)
      let reaches = graph.reachability
      let isCyclic = (0..<graph.edgeCount).contains {
        reaches[graph.target(of: $0)][graph.source(of: $0)]
      }
      do {
        let order = try graph.topologicalOrder()
        #expect(!isCyclic, "seed \(seed)")
        #expect(order.sorted() == Array(0..<graph.vertexCount), "seed \(seed)")
        for edge in 0..<graph.edgeCount {
          let start = try #require(order.firstIndex(of: graph.source(of: edge)))
          let end = try #require(order.firstIndex(of: graph.target(of: edge)))
          #expect(start < end, "seed \(seed)")
        }
      } catch let error as CycleError {
        #expect(isCyclic, "seed \(seed)")
        let cycle = error.cycle
        #expect(Set(cycle).count == cycle.count && cycle.min() == cycle.first, "seed \(seed)")
        for (here, there) in zip(cycle, cycle.dropFirst() + cycle.prefix(1)) {
          #expect(graph.successors(of: here).contains(there), "seed \(seed)")
        }
      }
    }
  }

  @Test func `a long cycle is told by its beginning`() throws {
    let error = #expect(throws: CycleError.self) {
      try Digraph.cycle(200_000).topologicalOrder()
    }
    #expect(error?.cycle.count == 200_000)
    #expect(
      error?.description
        == "the edges 0 → 1 → 2 → 3 → 4 → 5 → 6 → 7 → … form a cycle of 200000 vertices")
  }
}
