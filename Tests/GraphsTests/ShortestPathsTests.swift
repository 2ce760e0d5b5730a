import Graphs
import Testing

@Suite struct ShortestPathsTests {
  @Test func `without sources nothing is reached`() throws {
    #expect(try !graph("a → b").shortestPaths(from: [], weights: [1]).isReached(0))
    _ = try graph("").shortestPaths(from: [], weights: [])
  }

  @Test func `a vertex is at no distance from itself, with a loop or without`() throws {
    let paths = try graph("a → a", vertexCount: 2).shortestPaths(from: 0, weights: [5])
    #expect(paths.distance(to: 0) == 0)
    #expect(paths.path(to: 0)?.vertices == [0])
    #expect(paths.path(to: 0)?.edges == [])
    #expect(paths.distance(to: 1) == nil)
    #expect(paths.path(to: 1) == nil)
  }

  @Test func `of parallel edges the lightest counts, of sources the nearest`() throws {
    let graph = try graph("a → b, a → b, c → b")
    let one = try graph.shortestPaths(from: 0, weights: [3, 2, 1])
    #expect(one.path(to: 1)?.edges == [1])
    let both = try graph.shortestPaths(from: [0, 2, 0], weights: [3, 2, 1])
    #expect(both.path(to: 1)?.vertices == [2, 1])
  }

  /// T. H. Cormen, C. E. Leiserson, R. L. Rivest, C. Stein, *Introduction to Algorithms*, 3rd edition
  /// (2009), figure 24.6: s t x y z are a to e here.
  @Test func `the distances of the textbook example come out`() throws {
    let paths = try graph("a → b, a → d, b → c, b → d, c → e, d → b, d → c, d → e, e → a, e → c")
      .shortestPaths(from: 0, weights: [10, 5, 1, 2, 4, 3, 9, 2, 7, 6])
    #expect((0..<5).map { paths.distance(to: $0) } == [0, 8, 9, 5, 7])
    #expect(paths.path(to: 2)?.vertices == [0, 3, 1, 2])
  }

  /// The oracle relaxes every edge V times (Bellman).
  @Test func `distances are shortest and paths are paths`() throws {
    for seed in 0..<300 as Range<UInt64> {
      let graph = try Digraph.random(seed: seed)
      var random = SplitMix64(seed: seed)
      let weights = (0..<graph.edgeCount).map { _ in Double(random.below(4)) }
      var distances = [Double](repeating: .infinity, count: graph.vertexCount)
      distances[0] = 0
      for _ in 0..<graph.vertexCount {
        for edge in 0..<graph.edgeCount {
          let end = graph.target(of: edge)
          distances[end] = min(distances[end], distances[graph.source(of: edge)] + weights[edge])
        }
      }
      let paths = try graph.shortestPaths(from: 0, weights: weights)
      for vertex in 0..<graph.vertexCount {
        #expect(paths.distance(to: vertex) ?? .infinity == distances[vertex], "seed \(seed)")
        guard let path = paths.path(to: vertex) else { continue }
        #expect(path.vertices.first == 0 && path.vertices.last == vertex, "seed \(seed)")
        #expect(Set(path.vertices).count == path.vertices.count, "seed \(seed)")
        let steps = path.edges.map { [graph.source(of: $0), graph.target(of: $0)] }
        #expect(steps == zip(path.vertices, path.vertices.dropFirst()).map { [$0, $1] })
        #expect(path.edges.map { weights[$0] }.reduce(0, +) == path.length, "seed \(seed)")
      }
    }
  }

  @Test func `with equal weights distances are those of the breadth-first search`() throws {
    let graph = try SupplyNetwork.medium.digraph()
    let hub = SupplyNetworkFacts.medium.hub
    let search = graph.breadthFirstSearch(from: hub)
    #expect(search.order.count == SupplyNetworkFacts.medium.reachedFromHub)
    let paths = try graph.shortestPaths(
      from: hub, weights: [Double](repeating: 1, count: graph.edgeCount))
    let wrong = (0..<graph.vertexCount).first {
      paths.distance(to: $0) != search.distance(to: $0).map(Double.init)
    }
    #expect(wrong == nil)
  }

  @Test func `a weight that is none is refused`() throws {
    let graph = try graph("a → b")
    for weight in [-1, Double.infinity, .nan] {
      #expect(throws: WeightError.self) { try graph.shortestPaths(from: 0, weights: [weight]) }
    }
  }
}
