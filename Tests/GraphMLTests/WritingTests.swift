import Foundation
import GraphML
import Testing

@Suite struct WritingTests {
  /// Two enterprises and a product, as an exporter would make them.
  static var document: GraphMLDocument {
    var document = GraphMLDocument()
    document.declare("种类", for: .node, as: .string, role: .kind)
    document.declare("全称", for: .node, as: .string, role: .label)
    document.declare("x", for: .node, as: .float)
    document.declare("red", for: .node, as: .long, role: .red)
    document.declare("产值（万元）", for: .node, as: .double)
    document.declare("id", for: .node, as: .int)
    document.declare("kind", for: .edge, as: .string, role: .kind)
    document.declare("volume", for: .edge, as: .double, role: .weight)
    document.declare("year", for: .edge, as: .int)
    document.graphs = [
      .init(
        id: "G",
        nodes: [
          .init(
            id: "甲公司（集团）",
            values: [
              "种类": "企业", "全称": "甲公司（集团）", "x": .float(1.5), "red": 255, "产值（万元）": 12.5,
              "id": .int(7),
            ]),
          .init(id: "光伏组件", values: ["种类": "产品", "产值（万元）": .double(.infinity)]),
          .init(id: "c", values: ["产值（万元）": .double(.nan)], desc: "1 < 2\u{1}"),
        ],
        edges: [
          .init(from: "甲公司（集团）", to: "光伏组件", values: ["kind": "生产", "volume": 2.5, "year": 2024]),
          .init(from: "甲公司（集团）", to: "光伏组件", values: ["kind": "投资"]),
        ])
    ]
    return document
  }

  @Test func `The universal profile writes the recorded file`() throws {
    let snapshot = Shared.package.appending(path: "Tests/GraphMLTests/Fixtures/universal.graphml")
    let bytes = try Self.document.bytes()
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try Data(bytes).write(to: snapshot)
      Issue.record("recorded \(snapshot.lastPathComponent)")
    }
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == String(decoding: try Data(contentsOf: snapshot), as: UTF8.self))
  }

  @Test func `Pieces for a sink are the bytes, and warnings count what could not be said`() throws {
    var pieces: [UInt8] = []
    let warnings = try Self.document.write { pieces += $0 }
    #expect(try pieces == Self.document.bytes())
    #expect(
      warnings == [
        GraphMLError(.notWritten, "a value that is not a number, NaN"),
        GraphMLError(.forbiddenCharacter, "1 < 2\u{1}", count: 1),
      ])
  }

  @Test func `Forbidden characters can be refused before anything is written`() throws {
    var profile = UniversalProfile()
    profile.refusesForbiddenCharacters = true
    #expect(throws: GraphMLError.self) { try Self.document.bytes(profile) }
    #expect(throws: GraphMLError.self) {
      try Self.document.write(profile) { _ in Issue.record("written") }
    }
  }

  @Test func `Ids that are unique name tokens are kept unless numbers are wanted`() throws {
    let document = GraphMLDocument(graphs: [
      .init(nodes: [.init(id: "甲"), .init(id: "b")], edges: [.init(id: "t", from: "甲", to: "b")])
    ])
    #expect(try text(document).contains("<edge id=\"t\" source=\"甲\" target=\"b\">"))
    var profile = UniversalProfile()
    profile.ids = .canonical
    let numbered = try document.bytes(profile)
    #expect(
      String(decoding: numbered, as: UTF8.self).contains(
        "<edge id=\"e0\" source=\"n0\" target=\"n1\">"))
    #expect(
      try GraphMLDocument.read(bytes: numbered).document.graphs[0].nodes.map(\.id) == ["甲", "b"])
  }

  @Test func `Names that readers misunderstand are never written`() throws {
    var document = GraphMLDocument(graphs: [.init(nodes: [.init(id: "a")])])
    for name in ["id", "source", "target", "key", ""] {
      document.declare(name, for: .node, as: .int)
    }
    let text = try text(document)
    for name in ["id", "source", "target", "key", ""] {
      #expect(!text.contains("attr.name=\"\(name)\""))
      #expect(text.contains(name.isEmpty ? "attr.name=\"_\"" : "attr.name=\"\(name)_2\""))
    }
  }

  @Test func `The type of a key holds every value, and undeclared attributes are found`() throws {
    var document = GraphMLDocument()
    document.declare("n", for: .node, as: .int)
    document.graphs = [
      .init(nodes: [
        .init(id: "a", values: ["n": .long(1 << 40)]), .init(id: "b", values: ["m": true]),
      ])
    ]
    let text = try text(document)
    #expect(text.contains("attr.name=\"n\" attr.type=\"long\""))
    #expect(text.contains("attr.name=\"m\" attr.type=\"boolean\""))
  }

  @Test func `Edges that meet no node are all named`() throws {
    let document = GraphMLDocument(graphs: [
      .init(
        id: "G", nodes: [.init(id: "a")],
        edges: [.init(id: "e", from: "a", to: "x"), .init(from: "y", to: "a")])
    ])
    let error = try #require(throws: GraphMLError.self) { try document.bytes() }
    #expect(
      error
        == { () -> GraphMLError in
          var first = GraphMLError(.unknownNode, "x", path: "graphml/graph[G]/edge[e]")
          first.further = [GraphMLError(.unknownNode, "y", path: "graphml/graph[G]/edge[]")]
          return first
        }())
  }

  @Test func `What the profile leaves out is told once with its number`() throws {
    var document = GraphMLDocument(graphs: [
      .init(nodes: [.init(id: "a")], edges: [.init(from: "a", to: "a", isDirected: false)])
    ])
    document.graphs[0].locator = "elsewhere"
    document.graphs[0].nodes[0].foreign = [.element("<a/>"), .element("<b/>")]
    document.graphs[0].nodes[0].values = .init([.init("n", 1, time: 1), .init("n", 2, time: 2)])
    let warnings = try document.write { _ in }
    #expect(
      warnings == [
        GraphMLError(.notWritten, "a locator"),
        GraphMLError(.notWritten, "the time of a value", count: 2),
        GraphMLError(.notWritten, "an earlier value of an attribute that has several"),
        GraphMLError(.notWritten, "XML that GraphML does not define", count: 2),
        GraphMLError(.mixedDirections),
      ])
  }

  @Test func `An edge that leaves its nested graph is written in the graph around both ends`()
    throws
  {
    var outer = GraphMLDocument.Graph(id: "outer", nodes: [.init(id: "a"), .init(id: "b")])
    outer.nodes[0].graphs = [
      .init(
        id: "inner", isDirected: false, nodes: [.init(id: "c")], edges: [.init(from: "c", to: "b")])
    ]
    let graph = try #require(
      try GraphMLDocument.read(bytes: GraphMLDocument(graphs: [outer]).bytes()).document.graphs
        .first)
    #expect(graph.nodes[0].graphs[0].edges.isEmpty)
    #expect(graph.edges == [.init(from: "c", to: "b", isDirected: false)])
  }

  @Test func `A document without graphs keeps its attributes`() throws {
    var document = GraphMLDocument()
    document.declare("产值（万元）", for: .node, as: .double)
    document.desc = "empty"
    #expect(try GraphMLDocument.read(bytes: document.bytes()).document == document)
  }

  private func text(_ document: GraphMLDocument) throws -> String {
    String(decoding: try document.bytes(), as: UTF8.self)
  }
}
