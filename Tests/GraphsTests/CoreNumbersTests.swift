import Graphs
import Testing

@Suite struct CoreNumbersTests {
  @Test func `the empty graph has no cores`() throws {
    #expect(try graph("").coreNumbers().maximum == 0)
    #expect(try graph("").coreNumbers(.merged).members(ofCore: 0) == [])
  }

  @Test func `loops do not count, parallel edges only when asked for`() throws {
    let graph = try graph("a → a, a → b, b → a, a → b, b → b, c → c", vertexCount: 4)
    let counted = graph.coreNumbers()
    #expect((0..<4).map(counted.core) == [3, 3, 0, 0])
    let merged = graph.coreNumbers(.merged)
    #expect((0..<4).map(merged.core) == [1, 1, 0, 0])
    #expect(counted.maximum == 3)
    #expect(merged.members(ofCore: 1) == [0, 1])
  }

  /// S. B. Seidman, *Network structure and minimum degree*, Social Networks 5 (1983),
  /// doi:10.1016/0378-8733(83)90028-X: a clique of four is a 3-core; a triangle on it a 2-core.
  @Test func `a clique lies deeper than a triangle, a triangle deeper than a tail`() throws {
    let cores = try graph(
      "a → b, a → c, a → d, b → c, b → d, c → d, d → e, e → f, f → d, f → g"
    ).coreNumbers()
    #expect((0..<7).map(cores.core) == [3, 3, 3, 3, 2, 2, 1])
    #expect(cores.members(ofCore: 2) == [0, 1, 2, 3, 4, 5])
  }

  @Test func `the generated networks have the cores that other programs find`() throws {
    for (network, facts) in [
      (SupplyNetwork.small, SupplyNetworkFacts.small), (.medium, .medium),
    ] {
      let graph = try network.digraph()
      let cores = graph.coreNumbers()
      #expect(cores.maximum == facts.highestCore)
      #expect(Checksum((0..<graph.vertexCount).map(cores.core)).description == facts.coreChecksum)
      let simple = graph.coreNumbers(.merged)
      #expect(simple.maximum == facts.highestSimpleCore)
      #expect(
        Checksum((0..<graph.vertexCount).map(simple.core)).description == facts.simpleCoreChecksum)
    }
  }

  /// The oracle removes vertices with fewer than k edges until none is left.
  @Test func `a core is what is left when vertices with too few edges go`() throws {
    for seed in 0..<200 as Range<UInt64> {
      let graph = try Digraph.random(seed: seed)
      for parallelEdges in ParallelEdges.allCases {
        let cores = graph.coreNumbers(parallelEdges)
        for core in 0...cores.maximum + 1 {
          var left = Set(0..<graph.vertexCount)
          while let vertex = left.first(where: { vertex in
            let neighbors = (Array(graph.successors(of: vertex)) + graph.predecessors(of: vertex))
              .filter { $0 != vertex && left.contains($0) }
            return (parallelEdges == .merged ? Set(neighbors).count : neighbors.count) < core
          }) { left.remove(vertex) }
          #expect(cores.members(ofCore: core) == left.sorted(), "seed \(seed)")
        }
      }
    }
  }
}
