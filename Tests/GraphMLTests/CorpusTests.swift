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

  @Test func `Every malformed file is refused on the line that lxml names`() throws {
    for (name, oracle) in try Shared.oracle() where oracle.nodes == nil {
      let error = try #require(throws: GraphMLError.self, "\(name)") {
        try GraphMLDocument.read(path: Shared.corpus(name))
      }
      // An entity is refused where it is declared, before the place where lxml counts too many.
      guard error.code != .entityDeclaration, let line = oracle.line else { continue }
      #expect(error.location?.line == line, "\(name): \(error)")
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
