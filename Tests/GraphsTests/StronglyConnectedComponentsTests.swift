import Graphs
import Testing

@Suite struct StronglyConnectedComponentsTests {
  @Test func `the empty graph has no components`() throws {
    #expect(try graph("").stronglyConnectedComponents().count == 0)
  }

  @Test func `a vertex on no cycle is a component of its own, with a loop or without`() throws {
    let components = try graph("a → a, a → b, a → b", vertexCount: 3).stronglyConnectedComponents()
    #expect(components.count == 3)
    #expect(Array(components.members(of: components.component(of: 0))) == [0])
  }

  /// T. H. Cormen, C. E. Leiserson, R. L. Rivest, C. Stein, *Introduction to Algorithms*, 3rd edition
  /// (2009), figure 22.9.
  @Test func `the textbook example has four components in order`() throws {
    let components = try graph(
      """
      a → b, b → c, b → e, b → f, c → d, c → g, d → c, d → h, e → a, e → f, f → g, g → f, g → h,
      h → h
      """
    ).stronglyConnectedComponents()
    #expect(
      (0..<components.count).map { Array(components.members(of: $0)) }
        == [[0, 1, 4], [2, 3], [5, 6], [7]])
  }

  @Test func `two vertices share a component when each reaches the other, and edges go on`() throws
  {
    for seed in 0..<300 as Range<UInt64> {
      let graph = try Digraph.random(seed: seed)
      let components = graph.stronglyConnectedComponents()
      let reaches = graph.reachability
      for one in 0..<graph.vertexCount {
        for other in 0..<graph.vertexCount {
          #expect(
            (components.component(of: one) == components.component(of: other))
              == (reaches[one][other] && reaches[other][one]), "seed \(seed)")
        }
        #expect(components.members(of: components.component(of: one)).contains(one), "seed \(seed)")
      }
      for edge in 0..<graph.edgeCount {
        #expect(
          components.component(of: graph.source(of: edge))
            <= components.component(of: graph.target(of: edge)), "seed \(seed)")
      }
    }
  }
}
