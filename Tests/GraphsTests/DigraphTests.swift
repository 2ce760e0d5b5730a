import Graphs
import Testing

@Suite struct DigraphTests {
  @Test func `the empty graph has no vertices and no edges`() throws {
    let empty = try Digraph(vertexCount: 0, edges: [])
    #expect(empty.vertexCount == 0)
    #expect(empty.edgeCount == 0)
    #expect(empty.reversed == empty)
  }

  @Test func `rows keep the order of the edges, parallel edges and loops`() throws {
    let graph = try graph("a → c, b → b, a → b, a → c", vertexCount: 4)
    #expect(Array(graph.successors(of: 0)) == [2, 1, 2])
    #expect(Array(graph.outgoingEdges(of: 0)) == [0, 2, 3])
    #expect(Array(graph.predecessors(of: 1)) == [1, 0])
    #expect(Array(graph.incomingEdges(of: 1)) == [1, 2])
    #expect(graph.successors(of: 3).isEmpty)
    #expect(graph.source(of: 3) == 0)
    #expect(graph.target(of: 3) == 2)
  }

  @Test func `turned round, every edge keeps its number`() throws {
    let graph = try graph("a → b, b → c, a → b")
    #expect(Array(graph.reversed.outgoingEdges(of: 1)) == [0, 2])
    #expect(graph.reversed.source(of: 1) == 2)
    #expect(graph.reversed.reversed == graph)
  }

  @Test func `both directions hold exactly the edges given`() throws {
    for seed in 0..<300 as Range<UInt64> {
      let graph = try Digraph.random(seed: seed)
      for vertex in 0..<graph.vertexCount {
        let edges = 0..<graph.edgeCount
        let outgoing = edges.filter { graph.source(of: $0) == vertex }
        let incoming = edges.filter { graph.target(of: $0) == vertex }
        #expect(Array(graph.outgoingEdges(of: vertex)) == outgoing, "seed \(seed)")
        #expect(Array(graph.incomingEdges(of: vertex)) == incoming, "seed \(seed)")
        #expect(Array(graph.successors(of: vertex)) == outgoing.map(graph.target), "seed \(seed)")
        #expect(Array(graph.predecessors(of: vertex)) == incoming.map(graph.source), "seed \(seed)")
      }
    }
  }

  @Test func `columns give the same graph as pairs`() throws {
    let pairs = try Digraph(vertexCount: 3, edges: [(0, 1), (2, 2)])
    #expect(try Digraph(vertexCount: 3, sources: [0, 2], targets: [1, 2]) == pairs)
  }

  @Test func `an edge out of range is named`() throws {
    #expect(throws: GraphError.vertexOutOfRange(edge: 1, vertex: 3, vertexCount: 3)) {
      try Digraph(vertexCount: 3, edges: [(0, 1), (0, 3), (9, 9)])
    }
    #expect(throws: GraphError.vertexOutOfRange(edge: 0, vertex: -1, vertexCount: 3)) {
      try Digraph(vertexCount: 3, edges: [(-1, 1)])
    }
    #expect(throws: GraphError.vertexOutOfRange(edge: 1, vertex: 7, vertexCount: 3)) {
      try Digraph(vertexCount: 3, sources: [0, 1], targets: [1, 7])
    }
    let error = GraphError.vertexOutOfRange(edge: 1, vertex: 7, vertexCount: 3)
    #expect("\(error)" == "edge 1 names vertex 7; vertices are numbered 0 to 2")
    #expect(
      "\(GraphError.vertexOutOfRange(edge: 0, vertex: 7, vertexCount: 0))"
        == "edge 0 names vertex 7, but the graph has no vertices")
  }

  @Test func `a number of vertices that cannot be is refused`() {
    #expect(throws: GraphError.negativeVertexCount(-1)) { try Digraph(vertexCount: -1, edges: []) }
    #expect(throws: GraphError.tooManyVertices(1 << 40)) {
      try Digraph(vertexCount: 1 << 40, edges: [])
    }
  }

  /// A sequence that says how long it is takes no memory to be refused.
  @Test func `more edges than numbers of 31 bits are refused`() {
    #expect(Digraph.maximumEdgeCount == 1 << 31 - 1)
    #expect(throws: GraphError.tooManyEdges) {
      try Digraph(vertexCount: 1, edges: repeatElement((0, 0), count: 1 << 31))
    }
    #expect("\(GraphError.tooManyEdges)" == "too many edges; a graph holds at most 2147483647")
  }
}
