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

  @Test(arguments: UInt64(0)..<60)
  func `Every dialect of a random document reads back with its nodes and edges`(
    seed: UInt64
  ) throws {
    var documents = RandomDocuments(generator: SeededGenerator(seed: seed))
    documents.isNested = seed % 3 == 0
    let document = documents.document()
    for dialect in Dialect.linted where dialect != .strict {
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
      let others = Dialect.linted.filter { ![.strict, .networkx, .igraph].contains($0) }
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
