import Graphs
import Testing

@Suite struct DominatorTreeTests {
  @Test func `without roots nothing is reached`() throws {
    for tree in [try graph("").dominators(from: []), try graph("a → b").dominators(from: [])] {
      #expect(tree.reachedCount == 0)
      #expect(tree.roots == [])
    }
  }

  @Test func `a root dominates itself and has no dominator`() throws {
    let tree = try graph("a → a", vertexCount: 2).dominators(from: 0)
    #expect(tree.immediateDominator(of: 0) == nil)
    #expect(tree.dominates(0, 0))
    #expect(tree.count(dominatedBy: 0) == 1)
    #expect(!tree.isReached(1) && !tree.dominates(1, 1))
    #expect(tree.count(dominatedBy: 1) == 0)
    #expect(tree.vertices(dominatedBy: 1) == [])
    #expect(tree.dominators(of: 1) == [])
  }

  @Test func `what two roots reach has no dominator, nor has a root behind a root`() throws {
    let tree = try graph("a → b, b → c, d → c, c → e").dominators(from: [3, 0, 1, 0])
    #expect(tree.roots == [0, 1, 3])
    #expect((0..<5).map { tree.immediateDominator(of: $0) } == [nil, nil, nil, nil, 2])
    #expect(tree.vertices(dominatedBy: 2) == [2, 4])
  }

  /// T. Lengauer, R. E. Tarjan, *A fast algorithm for finding dominators in a flowgraph*, ACM
  /// Transactions on Programming Languages and Systems 1 (1979), doi:10.1145/357062.357071, figures 1
  /// and 2; R is m here.
  @Test func `the flowgraph of Lengauer and Tarjan has their dominators`() throws {
    let flow = try graph(
      """
      m → a, m → b, m → c, a → d, b → a, b → d, b → e, c → f, c → g, d → l, e → h, f → i, g → i,
      g → j, h → e, h → k, i → k, j → i, k → i, k → m, l → h
      """)
    let tree = flow.dominators(from: 12)
    let parents = (0..<12).map { tree.immediateDominator(of: $0) }
    #expect(parents == [12, 12, 12, 12, 12, 2, 2, 12, 12, 6, 12, 3])
    #expect(tree.dominators(of: 11) == [3, 12])
    #expect(tree.vertices(dominatedBy: 2) == [2, 5, 6, 9])
  }

  @Test func `post-dominators are what every path to an exit goes through`() throws {
    let tree = try graph("a → b, a → c, b → d, c → d, d → e, d → f").postDominators(to: 4)
    #expect(tree.dominators(of: 0) == [3, 4])
    #expect(!tree.isReached(5))
    #expect(tree.vertices(dominatedBy: 3) == [0, 1, 2, 3])
    #expect(try graph("a → b, a → c").postDominators(to: [1, 2]).immediateDominator(of: 0) == nil)
  }

  @Test func `the generated networks have the dominators that other programs find`() throws {
    for (network, facts) in [
      (SupplyNetwork.small, SupplyNetworkFacts.small), (.medium, .medium),
    ] {
      let count = network.enterpriseCount
      let tree = try network.digraph().dominators(from: network.enterprises(inTier: 0))
      let parents = (0..<count).map {
        tree.isReached($0) ? tree.immediateDominator(of: $0) ?? count : -1
      }
      #expect(Checksum(parents).description == facts.dominatorChecksum)
      let dominating = (0..<count).count { tree.count(dominatedBy: $0) > 1 }
      #expect([tree.reachedCount, dominating] == facts.dominators)
    }
  }

  /// The oracle removes the dominator and searches again.
  @Test func `a vertex dominates what is not reached without it`() throws {
    for seed in 0..<300 as Range<UInt64> {
      let graph = try Digraph.random(seed: seed)
      var random = SplitMix64(seed: seed)
      let roots = (0..<random.below(3)).map { _ in random.below(graph.vertexCount) }
      let tree = graph.dominators(from: roots)
      let reached = graph.breadthFirstSearch(from: roots)
      #expect(tree.reachedCount == reached.order.count, "seed \(seed)")
      for removed in 0..<graph.vertexCount {
        let edges = (0..<graph.edgeCount).map { (graph.source(of: $0), graph.target(of: $0)) }
        let rest = try Digraph(
          vertexCount: graph.vertexCount, edges: edges.filter { $0.0 != removed && $0.1 != removed }
        )
        let without = rest.breadthFirstSearch(from: roots.filter { $0 != removed })
        let lost = (0..<graph.vertexCount).filter {
          reached.isReached($0) && !without.isReached($0)
        }
        #expect(tree.vertices(dominatedBy: removed) == lost, "seed \(seed)")
        #expect(tree.count(dominatedBy: removed) == lost.count, "seed \(seed)")
        for vertex in 0..<graph.vertexCount {
          let dominates = lost.contains(vertex)
          #expect(tree.dominates(removed, vertex) == dominates, "seed \(seed)")
          #expect(
            tree.dominators(of: vertex).contains(removed) == (dominates && vertex != removed),
            "seed \(seed)")
        }
      }
    }
  }

  @Test func `on a long way each vertex dominates the rest of it`() throws {
    let chain = try Digraph.chain(1_000_000).dominators(from: 0)
    #expect(chain.count(dominatedBy: 500_000) == 500_000)
    #expect(try Digraph.cycle(200_000).dominators(from: 7).count(dominatedBy: 8) == 199_999)
  }

  /// A chain, and from its end a fan of vertices that are also reached from high up: each walk up
  /// the tree is as long as the chain. Without skips it would take 10¹⁰ steps.
  @Test func `long walks up the tree do not make it quadratic`() throws {
    let length: UInt32 = 100_000
    let chain = (0..<length - 1).map { $0 }
    let fan = (length..<2 * length).map { $0 }
    let ends = [UInt32](repeating: length - 1, count: fan.count)
    let high = fan.map { $0 % 3 }
    let tree = try Digraph(
      vertexCount: 2 * Int(length), sources: chain + ends + high,
      targets: chain.map { $0 + 1 } + fan + fan
    ).dominators(from: 0)
    for vertex in Int(length)..<2 * Int(length) {
      if tree.immediateDominator(of: vertex) != vertex % 3 {
        Issue.record("vertex \(vertex)")
        break
      }
    }
  }
}
