import Graphs
import Testing

@Suite struct CutPointsTests {
  @Test func `the empty graph has neither articulation points nor bridges`() throws {
    let cuts = try graph("").cutPoints()
    #expect(cuts.articulationPoints == [])
    #expect(cuts.bridges == [])
  }

  @Test func `a vertex alone, with a loop or without, leaves nothing`() throws {
    let cuts = try graph("a → a", vertexCount: 2).cutPoints()
    #expect(cuts.parts(without: 0) == 0)
    #expect(cuts.parts(without: 1) == 0)
    #expect(cuts.bridges == [])
  }

  @Test func `a single edge is a bridge between no articulation points`() throws {
    let cuts = try graph("b → a").cutPoints()
    #expect(cuts.articulationPoints == [])
    #expect(cuts.bridges == [0])
    #expect(cuts.isBridge(0))
  }

  @Test func `parallel edges are no bridges, whichever way they lead`() throws {
    let cuts = try graph("a → b, a → b, b → c, c → b, c → d, d → d").cutPoints()
    #expect(cuts.bridges == [4])
    #expect(!cuts.isBridge(0) && !cuts.isBridge(5))
    #expect(cuts.articulationPoints == [1, 2])
  }

  @Test func `the middle of a star leaves as many parts as it has arms`() throws {
    let cuts = try graph("a → b, c → a, a → d, e → f", vertexCount: 7).cutPoints()
    #expect(cuts.articulationPoints == [0])
    #expect(cuts.parts(without: 0) == 3)
    #expect(cuts.parts(without: 1) == 1)
    #expect(cuts.bridges == [0, 1, 2, 3])
  }

  /// J. Hopcroft, R. Tarjan, *Algorithm 447*, Communications of the ACM 16 (1973),
  /// doi:10.1145/362248.362272: two triangles that share a vertex, and a path.
  @Test func `two triangles and a path hang together at their common vertices`() throws {
    let cuts = try graph("a → b, b → c, c → a, c → d, d → e, e → c, e → f, f → g").cutPoints()
    #expect(cuts.articulationPoints == [2, 4, 5])
    #expect(cuts.bridges == [6, 7])
    #expect(cuts.isArticulationPoint(2) && !cuts.isArticulationPoint(0))
  }

  @Test func `the generated networks have the cut points that other programs find`() throws {
    for (network, facts) in [
      (SupplyNetwork.small, SupplyNetworkFacts.small), (.medium, .medium),
    ] {
      let cuts = try network.digraph().cutPoints()
      #expect(cuts.articulationPoints.count == facts.articulationPointCount)
      #expect(Checksum(cuts.articulationPoints).description == facts.articulationPointChecksum)
      #expect(cuts.bridges.count == facts.bridgeCount)
      #expect(Checksum(cuts.bridges).description == facts.bridgeChecksum)
    }
  }

  /// The oracle removes each vertex and each edge and counts the components.
  @Test func `a removal leaves as many parts as is said`() throws {
    for seed in 0..<200 as Range<UInt64> {
      let graph = try Digraph.random(seed: seed)
      let before = graph.weaklyConnectedComponents()
      let cuts = graph.cutPoints()
      let ends = (0..<graph.edgeCount).map { (graph.source(of: $0), graph.target(of: $0)) }
      for vertex in 0..<graph.vertexCount {
        let rest = ends.filter { $0.0 != vertex && $0.1 != vertex }
        // The vertex itself stays as one component more.
        let after =
          try Digraph(vertexCount: graph.vertexCount, edges: rest)
          .weaklyConnectedComponents().count - 1
        #expect(cuts.parts(without: vertex) == after - before.count + 1, "seed \(seed)")
        #expect(cuts.isArticulationPoint(vertex) == (after > before.count), "seed \(seed)")
      }
      for edge in 0..<graph.edgeCount {
        var rest = ends
        rest.remove(at: edge)
        let after = try Digraph(vertexCount: graph.vertexCount, edges: rest)
          .weaklyConnectedComponents().count
        #expect(cuts.isBridge(edge) == (after > before.count), "seed \(seed)")
      }
    }
  }
}
