import Graphs
import Testing

@Suite struct WeaklyConnectedComponentsTests {
  @Test func `the empty graph has no components`() throws {
    let parts = try graph("").weaklyConnectedComponents()
    #expect(parts.count == 0)
    #expect(parts.largest == nil)
  }

  @Test func `direction, loops and parallel edges change nothing`() throws {
    let parts = try graph("c → a, c → a, b → b, e → d, c → f", vertexCount: 7)
      .weaklyConnectedComponents()
    #expect((0..<7).map(parts.component) == [0, 1, 0, 2, 2, 0, 3])
    #expect(
      (0..<parts.count).map { Array(parts.members(of: $0)) } == [[0, 2, 5], [1], [3, 4], [6]])
    #expect(parts.largest == 0)
  }

  @Test func `of equally large components the first is the largest`() throws {
    #expect(try graph("b → c, d → e", vertexCount: 5).weaklyConnectedComponents().largest == 1)
  }

  @Test func `the generated networks have the components that other programs find`() throws {
    for (network, facts) in [
      (SupplyNetwork.small, SupplyNetworkFacts.small), (.medium, .medium),
    ] {
      let parts = try network.digraph().weaklyConnectedComponents()
      let largest = try #require(parts.largest)
      #expect([parts.count, parts.members(of: largest).count] == facts.weakComponents)
    }
  }

  /// The oracle lets the smallest label of an edge's ends win until nothing changes.
  @Test func `components are the classes of the closure of the edges`() throws {
    for seed in 0..<300 as Range<UInt64> {
      let graph = try Digraph.random(seed: seed)
      var labels = Array(0..<graph.vertexCount)
      for _ in 0..<graph.vertexCount {
        for edge in 0..<graph.edgeCount {
          let (start, end) = (graph.source(of: edge), graph.target(of: edge))
          let smaller = min(labels[start], labels[end])
          (labels[start], labels[end]) = (smaller, smaller)
        }
      }
      let parts = graph.weaklyConnectedComponents()
      let smallest = (0..<graph.vertexCount).map { parts.members(of: parts.component(of: $0))[0] }
      #expect(smallest == labels, "seed \(seed)")
    }
  }
}
