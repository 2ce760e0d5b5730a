import Graphs
import Testing

@Suite struct BreadthFirstSearchTests {
  @Test func `one vertex reaches itself, loop or not`() throws {
    for text in ["", "a → a"] {
      let search = try graph(text, vertexCount: 1).breadthFirstSearch(from: 0)
      #expect(search.order == [0])
      #expect(search.distance(to: 0) == 0)
      #expect(search.path(to: 0) == [0])
    }
  }

  @Test func `what no path leads to has no distance and no path`() throws {
    let search = try graph("a → b, c → a").breadthFirstSearch(from: 0)
    #expect(!search.isReached(2))
    #expect(search.distance(to: 2) == nil)
    #expect(search.path(to: 2) == nil)
  }

  @Test func `without sources nothing is reached`() throws {
    let search = try graph("a → b").breadthFirstSearch(from: [])
    #expect(search.order.isEmpty)
    #expect(!search.isReached(0))
  }

  /// T. H. Cormen, C. E. Leiserson, R. L. Rivest, C. Stein, *Introduction to Algorithms*, 3rd edition
  /// (2009), figure 22.3: an undirected graph of r s t u v w x y, here a to h, searched from s.
  @Test func `the distances of the textbook example come out`() throws {
    let undirected = "b → a, b → f, a → e, f → c, f → g, c → g, c → d, g → d, g → h, d → h"
    let there = try graph(undirected)
    let edges = (0..<there.edgeCount).map { (there.source(of: $0), there.target(of: $0)) }
    let both = try Digraph(vertexCount: 8, edges: edges + edges.map { ($1, $0) })
    let search = both.breadthFirstSearch(from: 1)
    #expect((0..<8).map { search.distance(to: $0) } == [1, 0, 2, 3, 2, 1, 2, 3])
  }

  @Test func `of several sources the nearest counts`() throws {
    let search = try graph("a → b, b → c, c → d").breadthFirstSearch(from: [2, 0, 2])
    #expect(search.order == [0, 2, 1, 3])
    #expect(search.distance(to: 3) == 1)
    #expect(search.path(to: 3) == [2, 3])
  }

  /// The oracle relaxes every edge V times (Bellman).
  @Test func `distances are shortest and paths are paths`() throws {
    for seed in 0..<300 as Range<UInt64> {
      let graph = try Digraph.random(seed: seed)
      var distances = [Int?](repeating: nil, count: graph.vertexCount)
      distances[0] = 0
      for _ in 0..<graph.vertexCount {
        for edge in 0..<graph.edgeCount {
          guard let start = distances[graph.source(of: edge)] else { continue }
          let target = graph.target(of: edge)
          distances[target] = min(distances[target] ?? .max, start + 1)
        }
      }
      let search = graph.breadthFirstSearch(from: 0)
      for vertex in 0..<graph.vertexCount {
        #expect(search.distance(to: vertex) == distances[vertex], "seed \(seed)")
        guard let path = search.path(to: vertex) else { continue }
        #expect(path.first == 0 && path.last == vertex, "seed \(seed)")
        #expect(path.count - 1 == distances[vertex], "seed \(seed)")
        for (here, there) in zip(path, path.dropFirst()) {
          #expect(graph.successors(of: here).contains(there), "seed \(seed)")
        }
      }
      let nearest = (0..<graph.vertexCount).filter { distances[$0] != nil }
        .sorted { (distances[$0] ?? 0, $0) < (distances[$1] ?? 0, $1) }
      #expect(search.order == nearest, "seed \(seed)")
      #expect(search.reachedCount == nearest.count, "seed \(seed)")
    }
  }
}
