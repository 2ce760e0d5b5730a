import Graphs
import Testing

@Suite struct ReachabilityCountsTests {
  @Test func `the empty graph has no counts`() throws {
    #expect(try graph("").reachabilityCounts() == [])
  }

  @Test func `a vertex reaches itself, and loops and parallel edges add nothing`() throws {
    #expect(try graph("a → a, a → b, a → b", vertexCount: 3).reachabilityCounts() == [2, 1, 1])
  }

  @Test func `all vertices of a cycle reach the same`() throws {
    #expect(try graph("a → b, b → c, c → b, c → d").reachabilityCounts() == [4, 3, 3, 1])
  }

  @Test func `the generated networks have the sums that other programs find`() throws {
    for (network, facts) in [
      (SupplyNetwork.small, SupplyNetworkFacts.small), (.medium, .medium),
    ] {
      let counts = try network.digraph().reachabilityCounts(threads: 2)
      #expect(counts.reduce(0, +) == facts.reachabilitySum)
      #expect(counts[facts.hub] == facts.reachedFromHub)
    }
  }

  @Test func `counts are those of the closure of the edges`() throws {
    for seed in 0..<300 as Range<UInt64> {
      let graph = try Digraph.random(seed: seed)
      let reaches = graph.reachability
      #expect(
        graph.reachabilityCounts() == reaches.map { row in row.count { $0 } }, "seed \(seed)")
    }
  }

  @Test func `blocks of 512 do not show`() throws {
    for count in [511, 512, 513, 1500] {
      #expect(
        try Digraph.chain(count).reachabilityCounts() == Array((1...count).reversed()), "\(count)")
    }
    let cycle = try Digraph.cycle(100_000).reachabilityCounts()
    #expect(cycle == [Int](repeating: 100_000, count: 100_000))
  }
}
