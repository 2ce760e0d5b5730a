import Graphs
import Testing

@Suite struct RenumberedDigraphTests {
  @Test func `the empty graph stays empty`() throws {
    let stored = try graph("").renumberedDepthFirst()
    #expect(stored.graph.vertexCount == 0)
    #expect(stored.inOriginalOrder([Int]()) == [])
  }

  @Test func `vertices come as a depth-first search meets them`() throws {
    // From a over b to d, back to c, then e, which nothing leads to.
    let stored = try graph("a → b, a → c, b → d, e → a").renumberedDepthFirst()
    #expect((0..<5).map(stored.original) == [0, 1, 3, 2, 4])
    #expect((0..<5).map(stored.vertex) == [0, 1, 3, 2, 4])
  }

  @Test func `edges keep their numbers and facts find their way back`() throws {
    for seed in 0..<200 as Range<UInt64> {
      let graph = try Digraph.random(seed: seed)
      let stored = graph.renumberedDepthFirst()
      #expect((0..<graph.vertexCount).map(stored.original).sorted() == Array(0..<graph.vertexCount))
      for vertex in 0..<graph.vertexCount {
        #expect(stored.vertex(stored.original(vertex)) == vertex, "seed \(seed)")
      }
      let same = try Digraph(
        vertexCount: graph.vertexCount,
        edges: (0..<graph.edgeCount).map {
          (stored.vertex(graph.source(of: $0)), stored.vertex(graph.target(of: $0)))
        })
      #expect(stored.graph == same, "seed \(seed)")
      for edge in 0..<graph.edgeCount {
        #expect(stored.original(stored.graph.source(of: edge)) == graph.source(of: edge))
        #expect(stored.original(stored.graph.target(of: edge)) == graph.target(of: edge))
      }
      #expect(
        stored.inOriginalOrder(stored.graph.reachabilityCounts()) == graph.reachabilityCounts(),
        "seed \(seed)")
    }
  }

  /// What a recursive search would do, with a list of where each call stands.
  private func depthFirstOrder(_ graph: Digraph) -> [Int] {
    var order: [Int] = []
    var isMet = [Bool](repeating: false, count: graph.vertexCount)
    for start in 0..<graph.vertexCount where !isMet[start] {
      var calls = [(vertex: start, position: 0)]
      while let (vertex, position) = calls.popLast() {
        if !isMet[vertex] {
          isMet[vertex] = true
          order.append(vertex)
        }
        let successors = graph.successors(of: vertex)
        guard position < successors.count else { continue }
        calls.append((vertex, position + 1))
        if !isMet[successors[position]] { calls.append((successors[position], 0)) }
      }
    }
    return order
  }

  @Test func `the order is that of a recursive search`() throws {
    for seed in 0..<300 as Range<UInt64> {
      let graph = try Digraph.random(seed: seed)
      let stored = graph.renumberedDepthFirst()
      #expect(
        (0..<graph.vertexCount).map(stored.original) == depthFirstOrder(graph), "seed \(seed)")
    }
    for ties in [2000, 8000, 40_000] {
      let graph = try SupplyNetwork(
        enterprises: 4000, ties: ties, tiers: 8, sectorsPerTier: 3, seed: 7
      ).digraph()
      let stored = graph.renumberedDepthFirst()
      #expect((0..<graph.vertexCount).map(stored.original) == depthFirstOrder(graph))
    }
  }

  @Test func `edges make at once what the graph of them makes`() throws {
    for seed in 0..<200 as Range<UInt64> {
      let graph = try Digraph.random(seed: seed)
      for threads in [1, 3] {
        let stored = try RenumberedDigraph(
          vertexCount: graph.vertexCount, sources: graph.allSources, targets: graph.allTargets,
          threads: threads)
        #expect(stored == graph.renumberedDepthFirst(), "seed \(seed)")
      }
    }
    let empty = try RenumberedDigraph(vertexCount: 0, sources: [], targets: [])
    #expect(empty.graph.vertexCount == 0)
  }

  @Test func `edges that are none are refused`() {
    #expect(throws: GraphError.vertexOutOfRange(edge: 1, vertex: 3, vertexCount: 3)) {
      try RenumberedDigraph(vertexCount: 3, sources: [0, 1], targets: [1, 3])
    }
    #expect(throws: GraphError.negativeVertexCount(-1)) {
      try RenumberedDigraph(vertexCount: -1, sources: [], targets: [])
    }
    #expect(throws: GraphError.tooManyVertices(1 << 32)) {
      try RenumberedDigraph(vertexCount: 1 << 32, sources: [], targets: [])
    }
  }
}

extension Digraph {
  /// The columns that the graph was made of.
  var allSources: [UInt32] { (0..<edgeCount).map { UInt32(source(of: $0)) } }
  var allTargets: [UInt32] { (0..<edgeCount).map { UInt32(target(of: $0)) } }
}
