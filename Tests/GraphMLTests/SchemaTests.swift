import Foundation
import GraphML
import Testing

/// Validity of what the universal profile writes, by the schemas of a shared folder where it is present.
@Suite struct SchemaTests {
  static var canValidate: Bool {
    Shared.has("schema/offline/1.1/graphml.xsd") && (Peers.xmllint ?? Peers.python) != nil
  }

  @Test(
    .enabled(if: canValidate, "no ../shared/graphml/schema, or neither xmllint nor .venv"),
    arguments: ["schema/offline/1.1/graphml.xsd", "schema/jgrapht/graphml.xsd"])
  func `A universal file is valid whatever names and values it has`(schema: String) throws {
    try Peers.withFolder { folder in
      var files: [URL] = []
      for seed in UInt64(0)..<300 {
        var documents = RandomDocuments(generator: SeededGenerator(seed: seed))
        documents.hasForbiddenCharacters = true
        let file = folder.appending(path: "\(seed).graphml")
        try Data(documents.document().bytes()).write(to: file)
        files.append(file)
      }
      let invalid = try Peers.invalid(files, schema: Shared.graphml.appending(path: schema))
      #expect(invalid.isEmpty)
    }
  }

  /// libxml2 finds fault with every edge into a nested graph, so another validator checks these.
  @Test(
    .enabled(
      if: Shared.has("schema/offline/1.1/graphml.xsd") && Peers.python != nil,
      "no ../shared/graphml/schema, or no .venv with the package xmlschema"))
  func `A universal file with nested graphs, ports and hyperedges is valid`() throws {
    try Peers.withFolder { folder in
      var files: [URL] = []
      for seed in UInt64(0)..<60 {
        var documents = RandomDocuments(generator: SeededGenerator(seed: seed))
        documents.isNested = true
        let file = folder.appending(path: "\(seed).graphml")
        try Data(documents.document().bytes()).write(to: file)
        files.append(file)
      }
      let schema = Shared.graphml.appending(path: "schema/offline/1.1/graphml.xsd").path
      #expect(try Peers.check(["--xmlschema", schema] + files.map(\.path)).isEmpty)
    }
  }

  /// Which characters a name token may have is asked of libxml2 one at a time, in a name and in an id.
  @Test(.enabled(if: canValidate, "no ../shared/graphml/schema, or neither xmllint nor .venv"))
  func `Every character can stand in an id and a name`() throws {
    var document = GraphMLDocument(graphs: [.init(id: "G")])
    for value in UInt32(0x20)..<0x3100 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      document.graphs[0].nodes.append(.init(id: "n\(scalar)\(value)"))
    }
    var kept = document
    kept.graphs[0].nodes = document.graphs[0].nodes.filter { node in
      let alone = GraphMLDocument(graphs: [.init(id: "G", nodes: [node])])
      let text = (try? alone.bytes()).map { String(decoding: $0, as: UTF8.self) } ?? ""
      return text.contains("<node id=\"\(node.id)\"")
    }
    #expect(kept.graphs[0].nodes.count > 1_000)
    try Peers.withFolder { folder in
      let files = [folder.appending(path: "all"), folder.appending(path: "kept")]
      try Data(document.bytes()).write(to: files[0])
      try Data(kept.bytes()).write(to: files[1])
      let schema = Shared.graphml.appending(path: "schema/offline/1.1/graphml.xsd")
      #expect(try Peers.invalid(files, schema: schema).isEmpty)
    }
  }
}
