import Graphs
import Testing

@Suite struct ManyShortestPathsTests {
  @Test func `no path leads where nothing leads, and none is asked for`() throws {
    #expect(try graph("b → a").shortestPaths(from: 0, to: 1, count: 3, weights: [1]) == [])
    #expect(try graph("a → b").shortestPaths(from: 0, to: 1, count: 0, weights: [1]) == [])
  }

  @Test func `from a vertex to itself there is the path without edges`() throws {
    let paths = try graph("a → a, a → b, b → a")
      .shortestPaths(from: 0, to: 0, count: 5, weights: [1, 1, 1])
    #expect(paths.map(\.vertices) == [[0]])
    #expect(paths.map(\.length) == [0])
  }

  @Test func `parallel edges make different paths, loops none`() throws {
    let paths = try graph("a → b, a → a, a → b, b → c, b → c")
      .shortestPaths(from: 0, to: 2, count: 9, weights: [1, 0, 2, 1, 4])
    #expect(paths.map(\.edges) == [[0, 3], [2, 3], [0, 4], [2, 4]])
    #expect(paths.map(\.length) == [2, 3, 5, 6])
  }

  /// J. Y. Yen's method on the network of the English Wikipedia's article on it, C D E F G H as a to f:
  /// the three shortest are 5, 7 and 8 long.
  @Test func `the example of six vertices comes out`() throws {
    let paths = try graph("a → b, a → c, b → d, c → b, c → d, c → e, d → e, d → f, e → f")
      .shortestPaths(from: 0, to: 5, count: 3, weights: [3, 2, 4, 1, 2, 3, 2, 1, 2])
    #expect(paths.map(\.vertices) == [[0, 2, 3, 5], [0, 2, 4, 5], [0, 1, 3, 5]])
    #expect(paths.map(\.length) == [5, 7, 8])
  }

  /// The oracle enumerates all simple paths.
  @Test func `all paths come, each once, shortest first`() throws {
    for seed in 0..<150 as Range<UInt64> {
      let graph = try Digraph.random(seed: seed)
      guard graph.vertexCount <= 8 else { continue }
      var random = SplitMix64(seed: seed)
      let weights = (0..<graph.edgeCount).map { _ in Double(random.below(4)) }
      let target = graph.vertexCount - 1
      let all = graph.simplePaths(from: 0, to: target, weights)
      let paths = try graph.shortestPaths(from: 0, to: target, count: .max, weights: weights)
      #expect(paths.map(\.length) == all.map(\.length).sorted(), "seed \(seed)")
      #expect(Set(paths.map(\.edges)) == Set(all.map(\.edges)), "seed \(seed)")
      for path in paths {
        #expect(path.edges.map { weights[$0] }.reduce(0, +) == path.length, "seed \(seed)")
        let ends = path.edges.map { graph.target(of: $0) }
        #expect(path.vertices == [0] + ends, "seed \(seed)")
      }
      for count in 0...3 {
        let first = try graph.shortestPaths(from: 0, to: target, count: count, weights: weights)
        #expect(first.map(\.length) == Array(all.map(\.length).sorted().prefix(count)))
      }
    }
  }

  @Test func `in a generated network the first is the shortest path, and all differ`() throws {
    let network = SupplyNetwork.small
    let graph = try network.digraph()
    let weights = network.leadTimes.map(Double.init)
    let hub = SupplyNetworkFacts.small.hub
    let reached = graph.breadthFirstSearch(from: hub).order
    let target = reached[reached.count - 1]
    let paths = try graph.shortestPaths(from: hub, to: target, count: 20, weights: weights)
    #expect(paths.count == 20)
    #expect(Set(paths.map(\.edges)).count == 20)
    #expect(paths.map(\.length) == paths.map(\.length).sorted())
    let shortest = try graph.shortestPaths(from: hub, weights: weights)
    #expect(paths.first?.length == shortest.distance(to: target))
  }

  @Test func `a weight that is none is refused`() throws {
    let graph = try graph("a → b")
    for weight in [-1, Double.infinity, .nan] {
      #expect(throws: WeightError.self) {
        try graph.shortestPaths(from: 0, to: 1, count: 1, weights: [weight])
      }
    }
  }
}
