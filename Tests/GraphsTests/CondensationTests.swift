import Graphs
import Testing

@Suite struct CondensationTests {
  @Test func `the condensation of the empty graph is empty`() throws {
    let condensation = try graph("").condensation()
    #expect(condensation.graph.vertexCount == 0)
    #expect(condensation.layers().count == 0)
    #expect(try condensation.longestPaths(weights: []).edges == [])
  }

  /// T. H. Cormen, C. E. Leiserson, R. L. Rivest, C. Stein, *Introduction to Algorithms*, 3rd edition
  /// (2009), figure 22.9.
  @Test func `the textbook example shrinks to four vertices`() throws {
    let condensation = try graph(
      """
      a → b, b → c, b → e, b → f, c → d, c → g, d → c, d → h, e → a, e → f, f → g, g → f, g → h,
      h → h
      """
    ).condensation()
    let shrunk = condensation.graph
    // abe, cd, fg and h.
    let ends = (0..<shrunk.edgeCount).map { [shrunk.source(of: $0), shrunk.target(of: $0)] }
    #expect(ends == [[0, 1], [0, 2], [1, 2], [1, 3], [0, 2], [2, 3]])
    #expect((0..<shrunk.edgeCount).map(condensation.originalEdge) == [1, 3, 5, 7, 9, 12])
    let layers = condensation.layers()
    #expect(
      (0..<layers.count).map { Array(layers.members(of: $0)) } == [
        [0, 1, 4], [2, 3], [5, 6], [7],
      ])
  }

  @Test func `loops go, parallel edges stay`() throws {
    let condensation = try graph("a → a, a → b, a → b", vertexCount: 3).condensation()
    #expect(condensation.graph.vertexCount == 3)
    #expect(condensation.graph.edgeCount == 2)
    #expect(condensation.layers().layer(of: 2) == 0)
  }

  @Test func `the generated networks have the edges and paths that other programs find`() throws {
    for (network, facts) in [
      (SupplyNetwork.small, SupplyNetworkFacts.small), (.medium, .medium),
    ] {
      let condensation = try network.digraph().condensation()
      let components = condensation.components
      #expect(components.count == facts.strongComponents[0])
      let sizes = (0..<components.count).map { components.members(of: $0).count }
      #expect(sizes.max() == facts.strongComponents[1])
      #expect(sizes.count { $0 > 1 } == 1)
      let smallest = (0..<network.enterpriseCount).map {
        components.members(of: components.component(of: $0))[0]
      }
      #expect(Checksum(smallest).description == facts.strongChecksum)
      #expect(condensation.graph.edgeCount == facts.condensationEdgeCount)
      let paths = try condensation.longestPaths(weights: network.leadTimes.map(Double.init))
      #expect(paths.length == facts.longestPath)
      #expect(paths.edges.count == facts.longestPathEdgeCount)
      #expect(paths.edges.map { Double(network.leadTimes[$0]) }.reduce(0, +) == facts.longestPath)
    }
  }

  @Test func `what is between components is what does not lie within one`() throws {
    for seed in 0..<300 as Range<UInt64> {
      let graph = try Digraph.random(seed: seed)
      let condensation = graph.condensation()
      let component = condensation.components.component
      let between = (0..<graph.edgeCount).filter {
        component(graph.source(of: $0)) != component(graph.target(of: $0))
      }
      let shrunk = condensation.graph
      #expect((0..<shrunk.edgeCount).map(condensation.originalEdge) == between, "seed \(seed)")
      for edge in 0..<shrunk.edgeCount {
        let original = condensation.originalEdge(of: edge)
        #expect(shrunk.source(of: edge) == component(graph.source(of: original)), "seed \(seed)")
        #expect(shrunk.target(of: edge) == component(graph.target(of: original)), "seed \(seed)")
        #expect(shrunk.source(of: edge) < shrunk.target(of: edge), "seed \(seed)")
      }
    }
  }
}
