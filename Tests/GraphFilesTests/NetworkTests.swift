import GraphFiles
import GraphML
import Graphs
import Testing

@Suite struct NetworkTests {
  private func graph(_ edges: String, _ direction: String = "directed") throws -> PropertyGraph {
    let text = """
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph id="t" edgedefault="\(direction)">
      <node id="a"/><node id="b"/><node id="c"/>\(edges)</graph></graphml>
      """
    return try GraphFile.read(bytes: Array(text.utf8)).graph
  }

  private func arcs(_ network: Network) -> [String] {
    (0..<network.arcs.edgeCount).map {
      network.name(of: network.arcs.source(of: $0)) + network.name(of: network.arcs.target(of: $0))
    }
  }

  private let mixed = """
    <edge source="a" target="b"/><edge source="b" target="c" directed="false"/>
    <edge source="c" target="c" directed="false"/>
    """

  @Test func `An edge without direction is two arcs, a loop one`() throws {
    let network = try Network(graph(mixed))
    #expect(arcs(network) == ["ab", "bc", "cb", "cc"])
    #expect((0..<4).map(network.edge(ofArc:)) == [0, 1, 1, 2])
    #expect(network.arcValues([5, 6, 7]) == [5, 6, 6, 7])
    #expect(network.graph.edgeCount == 3)
    #expect(!network.isDirected)
  }

  @Test func `The direction can be chosen`() throws {
    let graph = try graph(mixed)
    #expect(arcs(try Network(graph, direction: .forward)) == ["ab", "bc", "cc"])
    #expect(arcs(try Network(graph, direction: .reversed)) == ["ba", "cb", "bc", "cc"])
    #expect(arcs(try Network(graph, direction: .undirected)) == ["ab", "ba", "bc", "cb", "cc"])
    let directed = try Network(self.graph("<edge source=\"a\" target=\"b\"/>"))
    #expect(directed.isDirected && directed.arcValues([4]) == [4])
  }

  @Test func `A bridge without direction stays one edge`() throws {
    let network = try Network(graph("<edge source=\"a\" target=\"b\"/>", "undirected"))
    #expect(network.graph.cutPoints().bridges == [0])
    #expect(network.arcs.stronglyConnectedComponents().count == 2)
  }

  @Test func `What is written as GraphML reads back`() throws {
    let graph = try graph(
      """
      <edge id="1&amp;&quot;" source="a" target="b"/><edge source="b" target="c" directed="false"/>
      """)
    let back = try GraphFile.read(bytes: graph.graphMLBytes()).graph
    #expect(try back.snapshot() == graph.snapshot())
  }
}
