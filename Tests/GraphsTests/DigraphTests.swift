import Graphs
import Testing

@Suite struct DigraphTests {
  @Test func `the empty graph has no vertices and no edges`() throws {
    let graph = try Digraph(vertexCount: 0, edges: [])
    #expect(graph.vertexCount == 0)
    #expect(graph.edgeCount == 0)
  }
}
