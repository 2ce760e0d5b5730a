import GraphML
import Testing

@Suite struct RoundTripTests {
  @Test(arguments: UInt64(0)..<400)
  func `A universal file reads back to the document that was written`(seed: UInt64) throws {
    var documents = RandomDocuments(generator: SeededGenerator(seed: seed))
    documents.isNested = seed % 4 == 0
    let document = documents.document()
    let bytes = try document.bytes()
    var options = GraphMLDocument.ReadingOptions()
    options.isStrict = true
    let reading = try GraphMLDocument.read(bytes: bytes, options: options)
    #expect(reading.warningCount == 0, "seed \(seed)")
    expectEqual(reading.document, document, "seed \(seed)")
    #expect(try reading.document.bytes() == bytes, "seed \(seed)")
  }

  @Test func `Several graphs that use the same ids stay apart`() throws {
    let edges = [GraphMLDocument.Edge(from: "a", to: "b")]
    let document = GraphMLDocument(graphs: [
      .init(id: "one", nodes: [.init(id: "a"), .init(id: "b")], edges: edges),
      .init(id: "two", isDirected: false, nodes: [.init(id: "b"), .init(id: "a")], edges: edges),
    ])
    let bytes = try document.bytes()
    #expect(String(decoding: bytes, as: UTF8.self).contains("source=\"n3\" target=\"n2\""))
    #expect(try GraphMLDocument.read(bytes: bytes).document == document)
  }

  @Test
  func `Of a default, elements that state it, state nothing and state a blank are told apart`()
    throws
  {
    var document = GraphMLDocument()
    document.declare("n", for: .node, as: .int, defaultValue: .int(7))
    document.graphs = [
      .init(
        nodes: (0..<40).map { number in
          var node = GraphMLDocument.Node(id: "n\(number)")
          switch number % 5 {
          case 0, 1: node.values["n"] = .int(7)
          case 2: node.values.append(.init("n", nil))
          case 3: node.values["n"] = .int(Int32(number))
          default: break
          }
          return node
        })
    ]
    #expect(try GraphMLDocument.read(bytes: document.bytes()).document == document)
  }

  @Test func `Ids and names with characters that XML cannot hold are restored from the manifest`()
    throws
  {
    var document = GraphMLDocument()
    document.declare("a\u{1}", for: .node, as: .int)
    document.graphs = [
      .init(
        nodes: [.init(id: "x\u{1}", values: ["a\u{1}": .int(1)]), .init(id: "x\u{2}")],
        edges: [.init(id: "\u{0}", from: "x\u{1}", to: "x\u{2}")])
    ]
    #expect(try GraphMLDocument.read(bytes: document.bytes()).document == document)
  }

  /// Compares two documents, the order of an element's values aside, and names what differs.
  func expectEqual(_ found: GraphMLDocument, _ expected: GraphMLDocument, _ comment: Comment) {
    let (a, b) = (sorted(found), sorted(expected))
    #expect(a.attributes == b.attributes, comment)
    #expect(a.desc == b.desc, comment)
    for (first, second) in zip(a.graphs, b.graphs) {
      #expect(first.id == second.id, comment)
      #expect(first.values == second.values, comment)
      #expect(first.nodes == second.nodes, comment)
      #expect(first.edges == second.edges, comment)
      #expect(first.hyperedges == second.hyperedges, comment)
    }
    #expect(a == b, comment)
  }

  /// The document with the values of each node, edge and graph by name.
  func sorted(_ document: GraphMLDocument) -> GraphMLDocument {
    func sorted(_ values: GraphMLDocument.Values) -> GraphMLDocument.Values {
      GraphMLDocument.Values(
        values.sorted { $0.name.unicodeScalars.lexicographicallyPrecedes($1.name.unicodeScalars) })
    }
    func sorted(_ graph: GraphMLDocument.Graph) -> GraphMLDocument.Graph {
      var graph = graph
      graph.values = sorted(graph.values)
      for place in graph.nodes.indices {
        graph.nodes[place].values = sorted(graph.nodes[place].values)
        graph.nodes[place].graphs = graph.nodes[place].graphs.map(sorted)
      }
      for place in graph.edges.indices {
        graph.edges[place].values = sorted(graph.edges[place].values)
      }
      return graph
    }
    var document = document
    document.graphs = document.graphs.map(sorted)
    return document
  }
}
