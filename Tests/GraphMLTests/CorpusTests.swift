import Foundation
import GraphML
import Testing

/// Agreement with lxml on other people's files in a shared folder, where it is present.
@Suite(.enabled(if: Shared.hasCorpus, "no ../shared/graphml/corpus with oracle.json"))
struct CorpusTests {
  /// The files that lxml reads and that are refused here, with the reason.
  static let refusals: [String: GraphMLError.Code] = [
    // Not GraphML at all.
    "syn__bad_gexf.graphml": .notGraphML,
    // Declares an entity, though it does not use it.
    "syn__adv_xxe_param.graphml": .entityDeclaration,
    // An element's name beyond the 50,000 bytes of libxml2, which lxml was told to lift.
    "syn__adv_long_name.graphml": .notWellFormed,
  ]

  @Test func `Every well-formed file is read with the counts of lxml`() throws {
    var (agreeing, refused) = (0, 0)
    for (name, oracle) in try Shared.oracle() {
      guard let nodes = oracle.nodes, let edges = oracle.edges else { continue }
      do {
        let reading = try GraphMLDocument.read(path: Shared.corpus(name))
        #expect(reading.nodeCount == nodes && reading.edgeCount == edges, "\(name)")
        #expect(Self.refusals[name] == nil, "\(name)")
        agreeing += 1
      } catch {
        #expect(Self.refusals[name] == error.code, "\(name): \(error)")
        refused += 1
      }
    }
    print("Corpus: \(agreeing) files agree with lxml, \(refused) are refused on purpose.")
  }

  @Test func `A document has every node, edge and value of its file`() throws {
    var options = GraphMLDocument.ReadingOptions()
    options.maximumWarnings = .max
    options.restoresOriginals = false
    for (name, oracle) in try Shared.oracle() {
      guard let nodes = oracle.nodes, let edges = oracle.edges,
        let reading = try? GraphMLDocument.read(path: Shared.corpus(name), options: options)
      else { continue }
      let found = Content(reading.document)
      let warnings = Dictionary(grouping: reading.warnings, by: \.code)
      // Nodes of one id in one graph are one; those that only edges name are made.
      let made = warnings[.unknownNode]?.count ?? 0
      let repeated = warnings[.duplicateNodeID]?.count ?? 0
      #expect((nodes - repeated...nodes).contains(found.nodes - made), "\(name)")
      if repeated == 0 { #expect(found.nodes == nodes + made, "\(name)") }
      // An end of a hyperedge can be missing, too.
      let dropped = warnings[.missingEnd]?.count ?? 0
      #expect((edges - dropped...edges).contains(found.edges), "\(name)")
      if dropped + oracle.valuesWithoutKey == 0, warnings[.misplacedElement] == nil {
        for (domain, count) in oracle.values {
          #expect(found.values[domain, default: 0] == count, "\(name), \(domain)")
        }
      }
    }
  }

  /// What a document holds, at every level.
  private struct Content {
    var (nodes, edges) = (0, 0)
    /// By the name of the element that states them.
    var values: [String: Int] = [:]

    init(_ document: GraphMLDocument) {
      add(document.values, "graphml")
      for graph in document.graphs { add(graph) }
    }

    private mutating func add(_ graph: GraphMLDocument.Graph) {
      add(graph.values, "graph")
      nodes += graph.nodes.count
      edges += graph.edges.count
      for node in graph.nodes {
        add(node.values, "node")
        for part in node.ports { add(part) }
        for part in node.graphs { add(part) }
      }
      for edge in graph.edges {
        add(edge.values, "edge")
        for part in edge.graphs { add(part) }
      }
      for hyperedge in graph.hyperedges {
        add(hyperedge.values, "hyperedge")
        for part in hyperedge.endpoints { add(part.values, "endpoint") }
        for part in hyperedge.graphs { add(part) }
      }
    }

    private mutating func add(_ port: GraphMLDocument.Port) {
      add(port.values, "port")
      for part in port.ports { add(part) }
    }

    private mutating func add(_ values: GraphMLDocument.Values, _ owner: String) {
      self.values[owner, default: 0] += values.count
    }
  }

  @Test func `Every malformed file is refused where lxml finds it malformed`() throws {
    for (name, oracle) in try Shared.oracle() where oracle.nodes == nil {
      let error = try #require(throws: GraphMLError.self, "\(name)") {
        try GraphMLDocument.read(path: Shared.corpus(name))
      }
      // An entity is refused where it is declared, before the place where lxml counts too many.
      guard error.code != .entityDeclaration, let line = oracle.line else { continue }
      #expect(error.location?.line == line, "\(name): \(error)")
      // What is no GraphML is refused at its root. Of nothing but zero bytes libxml2 2.9 has no column, lxml's 2.14 has.
      if error.code == .notGraphML || name == "igraph__invalid4.graphml" { continue }
      // lxml counts columns from 0.
      #expect(error.location?.column == oracle.column.map { $0 + 1 }, "\(name): \(error)")
    }
  }

  @Test func `Every file made to exhaust a reader ends within a second`() throws {
    for (name, _) in try Shared.oracle() where name.hasPrefix("syn__adv_") {
      let start = ContinuousClock.now
      _ = try? GraphMLDocument.read(path: Shared.corpus(name))
      #expect(ContinuousClock.now - start < .seconds(1), "\(name)")
    }
  }

  @Test func `Every file that is read is written valid and reads back to the same graphs`() throws {
    try Peers.withFolder { folder in
      var (flat, nested): ([URL], [URL]) = ([], [])
      for (name, _) in try Shared.oracle() {
        guard let document = try? GraphMLDocument.read(path: Shared.corpus(name)).document else {
          continue
        }
        let bytes = try document.bytes()
        let copy = try GraphMLDocument.read(bytes: bytes, name: name)
        #expect(copy.warningCount == 0, "\(name): \(copy.warnings)")
        #expect(copy.document.attributes.count >= document.attributes.count, "\(name)")
        #expect(nodes(copy.document) == nodes(document), "\(name)")
        // Texts that are no number of their type, such as 339.0 for an int, are numbers from here on.
        let settled = try copy.document.bytes()
        #expect(
          try GraphMLDocument.read(bytes: settled).document.bytes() == settled, "\(name)")
        let file = folder.appending(path: name)
        try Data(bytes).write(to: file)
        let text = String(decoding: bytes, as: UTF8.self)
        if text.split(separator: "<graph ").count > 2 {
          nested.append(file)
        } else {
          flat.append(file)
        }
      }
      guard Peers.python != nil, Shared.has("schema/offline/1.1/graphml.xsd") else { return }
      let schema = Shared.graphml.appending(path: "schema/offline/1.1/graphml.xsd")
      #expect(try Peers.invalid(flat, schema: schema).isEmpty)
      #expect(try Peers.check(["--xmlschema", schema.path] + nested.map(\.path)).isEmpty)
    }
  }

  /// The ids of the nodes at the top of each graph.
  private func nodes(_ document: GraphMLDocument) -> [[String]] {
    document.graphs.map { $0.nodes.map(\.id) }
  }
}
