import Foundation
import GraphML
import Testing

@Suite struct DialectTests {
  typealias Dialect = GraphMLDocument.Dialect

  /// Two enterprises, a product inside one, and what some dialects have no place for.
  static var document: GraphMLDocument {
    var document = GraphMLDocument()
    document.declare("kind", for: .node, as: .string, role: .kind)
    document.declare("full name", for: .node, as: .string, role: .label)
    document.declare("red", for: .node, as: .int, role: .red)
    document.declare("green", for: .node, as: .int, role: .green)
    document.declare("blue", for: .node, as: .int, role: .blue)
    document.declare("listed", for: .node, as: .boolean, defaultValue: false)
    document.declare("relation", for: .edge, as: .string, role: .kind)
    document.declare("volume", for: .edge, as: .double, role: .weight)
    document.declare("year", for: .node, as: .int)
    document.declare("year", for: .edge, as: .int)
    var firm = GraphMLDocument.Node(
      id: "甲 & Co", values: ["kind": "企业", "full name": "甲公司", "listed": true], desc: "a note")
    firm.values["red"] = .int(255)
    firm.values["green"] = .int(8)
    firm.values["blue"] = .int(0)
    firm.graphs = [.init(nodes: [.init(id: "组件", values: ["kind": "产品", "year": .int(2024)])])]
    document.graphs = [
      .init(
        id: "G", nodes: [firm, .init(id: "乙")],
        edges: [
          .init(from: "甲 & Co", to: "乙", values: ["relation": "供应", "volume": 2.5]),
          .init(id: "x", from: "乙", to: "组件", values: ["relation": "投资", "volume": 0.0]),
          .init(from: "乙", to: "甲 & Co", isDirected: false, values: ["year": .int(2025)]),
        ])
    ]
    return document
  }

  @Test(arguments: Dialect.allCases.filter { $0 != .strict })
  func `Each dialect writes the recorded file`(dialect: Dialect) throws {
    let name = "dialect-\(dialect.rawValue).graphml"
    let snapshot = Shared.package.appending(path: "Tests/GraphMLTests/Fixtures/\(name)")
    let file = try Self.document.file(for: dialect)
    let losses = file.losses.map { "<!-- \($0.subject): \($0.count) -->\n" }.joined()
    let found = losses.isEmpty ? file.bytes : file.bytes + Array(losses.utf8)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try Data(found).write(to: snapshot)
      Issue.record("recorded \(name)")
    }
    #expect(
      String(decoding: found, as: UTF8.self)
        == String(decoding: try Data(contentsOf: snapshot), as: UTF8.self))
    let reading = try GraphMLDocument.read(bytes: file.bytes)
    #expect(reading.warnings.isEmpty)
    #expect(reading.nodeCount == 3)
  }

  @Test func `A strict file is the universal one, or an error with everything to change`() throws {
    var document = GraphMLDocument(graphs: [
      .init(id: "G", nodes: [.init(id: "甲"), .init(id: "b")], edges: [.init(from: "甲", to: "b")])
    ])
    document.declare("output", for: .node, as: .double)
    #expect(try document.file(for: .strict).bytes == document.bytes())
    document.declare("a b", for: .node, as: .int)
    document.graphs[0].nodes.append(.init(id: "c d"))
    let error = try #require(throws: GraphMLError.self) { try document.file(for: .strict) }
    #expect(([error] + error.further).map(\.subject) == ["a b", "c d"])
    #expect(error.code == .needsChange)
  }

  @Test func `Undirected edges among directed ones stay, become directed, or become two`() throws {
    var options = GraphMLDocument.DialectOptions()
    func edges(_ dialect: Dialect) throws -> [Bool?] {
      try GraphMLDocument.read(bytes: Self.document.file(for: dialect, options: options).bytes)
        .document.graphs[0].edges.map(\.isDirected)
    }
    #expect(try edges(.gephi) == [nil, nil, false])
    #expect(try edges(.networkx) == [nil, nil, nil, nil])
    options.mixed = .directed
    #expect(try edges(.gephi) == [nil, nil, nil])
    options.mixed = .split
    #expect(try edges(.cytoscape) == [nil, nil, nil, nil])
    options.mixed = .keep
    options.edgeDefaultIsDirected = false
    #expect(try edges(.gephi) == [true, true, nil])
  }

  @Test func `Hyperedges and nested graphs become nodes and columns`() throws {
    var graph = GraphMLDocument.Graph(nodes: [.init(id: "a"), .init(id: "b"), .init(id: "h")])
    graph.nodes[0].graphs = [
      .init(isDirected: false, nodes: [.init(id: "c")], edges: [.init(from: "c", to: "b")])
    ]
    graph.hyperedges = [
      .init(
        id: "h",
        endpoints: [.init("a", .out), .init("b", .into), .init("c")], values: ["n": 1])
    ]
    let flat = GraphMLDocument(graphs: [graph]).flattened()
    let found = flat.graphs[0]
    #expect(found.nodes.map(\.id) == ["a", "c", "b", "h", "h_2"])
    #expect(found.nodes[1].values == ["parent": "a"])
    #expect(found.nodes[4].values == ["n": 1, "hyperedge": true])
    #expect(
      found.edges == [
        .init(from: "c", to: "b", isDirected: false), .init(from: "a", to: "h_2", isDirected: true),
        .init(from: "h_2", to: "b", isDirected: true),
        .init(from: "c", to: "h_2", isDirected: false),
      ])
    #expect(found.hyperedges.isEmpty)
  }

  @Test func `Nodes of one id get numbers of their own, and edges meet the first`() throws {
    var document = GraphMLDocument(graphs: [
      .init(nodes: [.init(id: "a"), .init(id: "b")], edges: [.init(from: "b", to: "a")])
    ])
    document.graphs[0].nodes[1].graphs = [.init(nodes: [.init(id: "a")])]
    let file = try document.file(for: .gephi)
    let graph = try GraphMLDocument.read(bytes: file.bytes).graph()
    #expect(graph.nodes.map(\.id) == ["n0", "n1", "n2"])
    #expect(graph.edges.map(\.target) == ["n0"])
  }

  @Test func `An edge that meets no node, and a forbidden character if wanted, are errors`() throws
  {
    let lost = GraphMLDocument(graphs: [
      .init(nodes: [.init(id: "a")], edges: [.init(from: "a", to: "x")])
    ])
    let control = GraphMLDocument(graphs: [.init(nodes: [.init(id: "a", values: ["t": "\u{1}"])])])
    var options = GraphMLDocument.DialectOptions()
    options.refusesForbiddenCharacters = true
    for dialect in Dialect.allCases {
      if dialect != .preserve {
        #expect(throws: GraphMLError.self) { try lost.file(for: dialect) }
      }
      #expect(throws: GraphMLError.self) { try control.file(for: dialect, options: options) }
    }
    #expect(try control.file(for: .gephi).losses.map(\.code) == [.forbiddenCharacter])
  }

  /// A file as APOC writes it, with an attribute that says something else in the second case.
  private static func apoc(_ more: String = "") -> String {
    """
    <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
    <key id="labels" for="node" attr.name="labels" attr.type="string"/>
    <key id="tags" for="node" attr.name="tags" attr.type="string" attr.list="string"/>
    <key id="label" for="edge" attr.name="label" attr.type="string"/>
    <graph edgedefault="directed">
    <node id="a" labels=":企业:上市公司"><data key="labels">:企业:上市公司</data><data key="tags">["x"]</data></node>
    <edge id="e" source="a" target="a" label="生产">\(more)</edge>
    </graph></graphml>
    """
  }

  private static func text(_ file: GraphMLDocument.DialectFile) -> String {
    String(decoding: file.bytes, as: UTF8.self)
  }

  @Test(arguments: ["", "<data key='label'>生产</data>"])
  func `APOC's kinds and lists stay what they are, and other programs find the kinds`(
    data: String
  ) throws {
    let document = try GraphMLDocument.read(bytes: Array(Self.apoc(data).utf8)).document
    let neo4j = Self.text(try document.file(for: .neo4j))
    #expect(neo4j.contains("<node id=\"a\" labels=\":企业:上市公司\">"))
    #expect(neo4j.contains("label=\"生产\"><data key=\"label\">生产</data>"))
    #expect(neo4j.contains("attr.list=\"string\""))
    #expect(try document.file(for: .neo4j).losses.isEmpty)
    #expect(
      Self.text(try document.file(for: .tinkerpop)).contains("<data key=\"labelE\">生产</data>"))
    #expect(Self.text(try document.file(for: .gephi)).contains("label=\"生产\">"))
  }

  @Test func `A kind without a role is the same in the attribute and the key`() throws {
    let document = GraphMLDocument(graphs: [
      .init(
        nodes: [.init(id: "a")],
        edges: [.init(from: "a", to: "a", values: ["kind": "供应"])])
    ])
    #expect(
      Self.text(try document.file(for: .neo4j))
        .contains("label=\"供应\"><data key=\"label\">供应</data>"))
    #expect(
      Self.text(try document.file(for: .tinkerpop)).contains("<data key=\"labelE\">供应</data>"))
    #expect(
      Self.text(try document.file(for: .cytoscape)).contains("<data key=\"interaction\">供应</data>"))
  }

  @Test func `A default that would make the file endless is refused, and kept by preserve`() throws
  {
    var document = GraphMLDocument(graphs: [.init(nodes: (0..<5_000).map { .init(id: "n\($0)") })])
    document.declare("usual", for: .node, as: .int, defaultValue: .int(5))
    document.declare(
      "long", for: .node, as: .string, defaultValue: .string(String(repeating: "长", count: 70_000)))
    for dialect in Dialect.allCases where dialect != .preserve {
      let error = try #require(throws: GraphMLError.self) { try document.file(for: dialect) }
      #expect(error.code == .longDefaults)
      #expect(error.subject == "long")
    }
    #expect(try document.file(for: .preserve).bytes.count < 1_000_000)
    for place in document.graphs[0].nodes.indices {
      document.graphs[0].nodes[place].values["long"] = "short"
    }
    #expect(try document.file(for: .gephi).losses.isEmpty)
  }

  @Test func `What is not a number never becomes the default`() throws {
    var document = GraphMLDocument(graphs: [
      .init(nodes: [.init(id: "a", values: ["n": .double(.nan)]), .init(id: "b")])
    ])
    document.declare("n", for: .node, as: .double, defaultValue: 5.0)
    let file = try document.file(for: .universal)
    #expect(file.losses.map(\.subject) == ["a value that is not a number, NaN"])
    let copy = try GraphMLDocument.read(bytes: file.bytes).document
    let attribute = try #require(copy.attribute("n", for: .node))
    #expect(attribute.value(in: copy.graphs[0].nodes[0].values) == .blank)
    #expect(attribute.value(in: copy.graphs[0].nodes[1].values) == .byDefault(5.0))
    #expect(throws: GraphMLError.self) { try document.file(for: .strict) }
  }

  @Test func `A universal file names the programs that will not show what it holds`() throws {
    var graph = GraphMLDocument.Graph(nodes: [.init(id: "a"), .init(id: "b")])
    graph.nodes[0].graphs = [.init(nodes: [.init(id: "c")])]
    graph.nodes[1].ports = [.init("p")]
    graph.hyperedges = [.init(endpoints: [.init("a"), .init("b")])]
    graph.edges = [
      .init(from: "a", to: "b", values: ["weight": 0.0, "n": .double(.leastNonzeroMagnitude)])
    ]
    let losses = try GraphMLDocument(graphs: [graph]).file(for: .universal).losses
    let told = losses.filter { $0.code == .notReadByAll }
    #expect(
      Set(told.map(\.subject)) == [
        "nestedGraph", "port", "hyperedge", "weightNotPositive", "tooSmallNumber",
      ])
    #expect(
      told.allSatisfy { $0.description.contains(" will ") && $0.chineseDescription.contains("会") })
    #expect(told.contains { $0.description.contains("igraph will not open the file") })
  }

  @Test func `edgedefault says the direction that all edges state`() throws {
    var document = GraphMLDocument(graphs: [
      .init(
        nodes: [.init(id: "a")], edges: [.init(from: "a", to: "a", isDirected: false)])
    ])
    #expect(!Self.text(try document.file(for: .universal)).contains(" directed="))
    var options = GraphMLDocument.DialectOptions()
    options.edgeDefaultIsDirected = true
    #expect(
      try document.file(for: .networkx, options: options).losses.map(\.subject)
        == ["the edgedefault asked for, against the direction of the edges"])
    document.graphs = []
    #expect(Self.text(try document.file(for: .networkx)).contains("<graph id=\"G\""))
  }

  @Test(arguments: Dialect.allCases.filter { $0 != .strict })
  func `A file is written in pieces, and is the same as a whole`(dialect: Dialect) throws {
    let document = GraphMLDocument(graphs: [
      .init(nodes: (0..<4_000).map { .init(id: "n\($0)", values: ["t": .string("文字 \($0)")]) })
    ])
    var pieces: [[UInt8]] = []
    _ = try document.write(for: dialect) { pieces.append($0) }
    #expect(Array(pieces.joined()) == (try document.file(for: dialect).bytes))
    #expect(pieces.allSatisfy { $0.count < 70_000 })
  }

  @Test(arguments: UInt64(0)..<60)
  func `Every dialect of a random document reads back with its nodes and edges`(
    seed: UInt64
  ) throws {
    var documents = RandomDocuments(generator: SeededGenerator(seed: seed))
    documents.isNested = seed % 3 == 0
    let document = documents.document()
    for dialect in Dialect.allCases where dialect.program != nil && dialect != .strict {
      let file = try document.file(for: dialect)
      #expect(try document.file(for: dialect) == file, "seed \(seed), \(dialect)")
      let reading = try GraphMLDocument.read(bytes: file.bytes)
      #expect(reading.warnings.isEmpty, "seed \(seed), \(dialect): \(reading.warnings)")
      let flat = GraphMLDocument(graphs: Array(document.graphs.prefix(1))).flattened()
      if dialect != .yed {
        #expect(
          reading.nodeCount == flat.graphs.first?.nodes.count ?? 0, "seed \(seed), \(dialect)")
        #expect(
          reading.edgeCount >= flat.graphs.first?.edges.count ?? 0, "seed \(seed), \(dialect)")
      }
    }
  }
}

/// Dialects of other people's files, and what the libraries that they are for make of them.
@Suite(.enabled(if: Shared.hasCorpus, "no ../shared/graphml/corpus with oracle.json"))
struct DialectCorpusTests {
  typealias Dialect = GraphMLDocument.Dialect

  @Test
  func `Every corpus file is written in dialects, and read by the libraries that they are for`()
    throws
  {
    var strict = 0
    try Peers.withFolder { folder in
      var files: [Dialect: [URL]] = [:]
      let others = Dialect.allCases.filter {
        $0.program != nil && ![.strict, .networkx, .igraph].contains($0)
      }
      for (number, (name, _)) in try Shared.oracle().enumerated() {
        guard let document = try? GraphMLDocument.read(path: Shared.corpus(name)).document,
          !document.graphs.isEmpty
        else { continue }
        if (try? document.file(for: .strict)) != nil { strict += 1 }
        // The others in turn, for the time that it takes.
        for dialect in [.networkx, .igraph, others[number % others.count]] {
          let file = try document.file(for: dialect)
          let reading = try GraphMLDocument.read(bytes: file.bytes, name: "\(dialect) \(name)")
          #expect(
            reading.warnings.allSatisfy {
              $0.code == .numberOutOfRange || $0.code == .unreadableValue
            }, "\(dialect) \(name): \(reading.warnings)")
          if dialect == .networkx || dialect == .igraph {
            let path = folder.appending(path: "\(dialect.rawValue)-\(name)")
            try Data(file.bytes).write(to: path)
            files[dialect, default: []].append(path)
          }
        }
      }
      guard Peers.python != nil else { return }
      for (dialect, paths) in files {
        let found = try Peers.check(paths.map(\.path))
        for path in paths {
          let answers = try #require(found[path.path] as? [String: Any])
          guard let answer = answers[dialect.rawValue] as? [String: Any] else { continue }
          #expect(answer["error"] == nil, "\(path.lastPathComponent): \(answer["error"] ?? "")")
          let columns = try PropertyGraph.read(path: path.path).graph
          #expect(
            (answer["nodes"] as? [Any])?.count == columns.nodeCount, "\(path.lastPathComponent)")
          #expect(
            (answer["edges"] as? [Any])?.count == columns.edgeCount, "\(path.lastPathComponent)")
        }
      }
    }
    print("Dialects: \(strict) corpus files are strict.")
  }
}
