import Graphs
import Testing

@Suite struct RenumberedDigraphTests {
  @Test func `the empty graph stays empty`() throws {
    let stored = try graph("").renumberedDepthFirst()
    #expect(stored.graph.vertexCount == 0)
    #expect(stored.inOriginalOrder([Int]()) == [])
  }

  @Test func `vertices come as a depth-first search meets them`() throws {
    // From a over b to d, back to c, then e, which nothing leads to.
    let stored = try graph("a → b, a → c, b → d, e → a").renumberedDepthFirst()
    #expect((0..<5).map(stored.original) == [0, 1, 3, 2, 4])
    #expect((0..<5).map(stored.vertex) == [0, 1, 3, 2, 4])
  }

  @Test func `edges keep their numbers and facts find their way back`() throws {
    for seed in 0..<200 as Range<UInt64> {
      let graph = try Digraph.random(seed: seed)
      let stored = graph.renumberedDepthFirst()
      #expect((0..<graph.vertexCount).map(stored.original).sorted() == Array(0..<graph.vertexCount))
      for vertex in 0..<graph.vertexCount {
        #expect(stored.vertex(stored.original(vertex)) == vertex, "seed \(seed)")
      }
      let same = try Digraph(
        vertexCount: graph.vertexCount,
        edges: (0..<graph.edgeCount).map {
          (stored.vertex(graph.source(of: $0)), stored.vertex(graph.target(of: $0)))
        })
      #expect(stored.graph == same, "seed \(seed)")
      for edge in 0..<graph.edgeCount {
        #expect(stored.original(stored.graph.source(of: edge)) == graph.source(of: edge))
        #expect(stored.original(stored.graph.target(of: edge)) == graph.target(of: edge))
      }
      #expect(
        stored.inOriginalOrder(stored.graph.reachabilityCounts()) == graph.reachabilityCounts(),
        "seed \(seed)")
    }
  }
}
