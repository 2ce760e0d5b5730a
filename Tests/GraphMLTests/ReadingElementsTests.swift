import GraphML
import Testing

@Suite struct ReadingElementsTests {
  @Test func `Nested graphs, ports, hyperedges and notes are kept where they are`() throws {
    let graph = try fixture("nested").graph()
    #expect(graph.desc == "the whole")
    let node = graph.nodes[0]
    #expect(node.ports.map(\.name) == ["p"])
    #expect(node.ports[0].values["pin"] == .int(1))
    #expect(node.ports[0].ports.map(\.name) == ["q"])
    #expect(node.graphs[0].isDirected == false)
    #expect(node.graphs[0].nodes[0].graphs[0].nodes.map(\.id) == ["a2"])
    #expect(graph.nodes[1].desc == "a note")
    #expect(graph.edges[0].sourcePort == "p")
    #expect(graph.edges[0].graphs[0].nodes.map(\.id) == ["in-edge"])
    let ends = graph.hyperedges[0].endpoints
    #expect(ends.map(\.node) == ["a", "b", "a1"])
    #expect(ends.map(\.direction) == [.into, .out, .undirected])
    #expect(graph.hyperedges[0].graphs[0].nodes.map(\.id) == ["in-hyper"])
  }

  @Test func `Graphs at the top may use the same ids`() throws {
    let reading = try fixture("graphs-several")
    #expect(reading.document.graphs.map(\.id) == ["one", "two"])
    #expect(reading.document.graphs.map(\.isDirected) == [true, false])
    #expect(reading.nodeCount == 2)
  }

  @Test func `A graph directly inside a graph joins it`() throws {
    let graph = try fixture("graph-in-graph").graph()
    #expect(graph.nodes.map(\.id) == ["a", "b"])
    #expect(graph.edges.count == 1)
  }

  @Test func `Edges state their direction or take that of the graph`() throws {
    let graph = try fixture("directions").graph()
    #expect(graph.edges.map(\.isDirected) == [false, true, nil, nil])
  }

  @Test func `A graph without a direction takes that of the options`() throws {
    #expect(try fixture("edgedefault-odd").graph().isDirected)
    #expect(
      try fixture("edgedefault-odd") { $0.defaultIsDirected = false }.graph().isDirected == false)
  }

  @Test func `Nodes of one id are merged`() throws {
    let reading = try fixture("node-ids-repeat")
    let graph = try reading.graph()
    #expect(graph.nodes.map(\.id) == ["a"])
    #expect(graph.nodes[0].values.map(\.value) == [.int(1), .int(2)])
    #expect(reading.nodeCount == 2)
  }

  @Test func `Ids that look alike and differ in their characters are different`() throws {
    let (one, two) = ("\u{E9}", "e\u{301}")
    let document = GraphMLDocument(graphs: [
      .init(
        nodes: [.init(id: one), .init(id: two)],
        edges: [.init(id: two, from: one, to: two), .init(id: one, from: two, to: two)])
    ])
    for dialect in [GraphMLDocument.Dialect.universal, .preserve, .gephi, .networkx] {
      let reading = try GraphMLDocument.read(bytes: document.file(for: dialect).bytes)
      #expect(reading.warnings.isEmpty, "\(dialect)")
      let graph = try reading.graph()
      let scalars = { (texts: [String]) in texts.map { $0.unicodeScalars.count } }
      #expect(scalars(graph.nodes.map(\.id)) == [1, 2], "\(dialect)")
      #expect(
        scalars(graph.edges.flatMap { [$0.source, $0.target] }) == [1, 2, 2, 2], "\(dialect)")
    }
  }

  @Test func `An end of a hyperedge may meet the node of the empty id`() throws {
    let text = """
      <graphml><graph edgedefault="directed"><node id=""/>
      <hyperedge><endpoint node=""/><endpoint/></hyperedge></graph></graphml>
      """
    let reading = try GraphMLDocument.read(bytes: Array(text.utf8))
    #expect(try reading.graph().hyperedges[0].endpoints.map(\.node) == [""])
    #expect(reading.warnings.map(\.code) == [.missingEnd])
  }

  @Test func `Edges of one id are kept`() throws {
    #expect(try fixture("edge-ids-repeat").graph().edges.map(\.id) == ["0", "0"])
  }

  @Test func `A node that only edges mention is made, at the end, once`() throws {
    let graph = try fixture("end-undeclared").graph()
    #expect(graph.nodes.map(\.id) == ["a", "later", "ghost"])
  }

  @Test func `An edge or an end that meets no node is left out`() throws {
    let reading = try fixture("edge-without-end")
    #expect(try reading.graph().edges.isEmpty)
    #expect(try reading.graph().hyperedges[0].endpoints.map(\.node) == ["a"])
    #expect(reading.edgeCount == 1)
  }

  @Test func `A node without id gets one that nobody else has`() throws {
    #expect(try fixture("node-without-id").graph().nodes.map(\.id) == ["a", "?2"])
  }

  @Test func `A locator is recorded and not followed`() throws {
    #expect(try fixture("locator").graph().locator == "file:///never/opened")
  }

  @Test func `XML that GraphML does not define is kept as text`() throws {
    let graph = try fixture("foreign").graph()
    let node = graph.nodes[0]
    #expect(
      node.values["d0"]
        == .xml(
          ##"<y:ShapeNode xmlns:y="http://www.yworks.com/xml/graphml"><y:Fill color="#FF&amp;"/>"##
            + "text<!-- note --></y:ShapeNode>"))
    #expect(
      node.values[0].foreign == [
        .attribute(
          name: "xml:space", namespace: "http://www.w3.org/XML/1998/namespace", value: "preserve")
      ])
    #expect(
      node.foreign == [
        .attribute(name: "yfiles.foldertype", namespace: nil, value: "group"),
        .attribute(name: "y:mark", namespace: "http://www.yworks.com/xml/graphml", value: "1"),
        .element(#"<y:extra xmlns:y="http://www.yworks.com/xml/graphml"/>"#),
      ])
    #expect(graph.edges[0].foreign == [.attribute(name: "label", namespace: nil, value: "LIKES")])
  }
}
