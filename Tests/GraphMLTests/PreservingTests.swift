import Foundation
import GraphML
import Testing

@Suite struct PreservingTests {
  static func copy(_ bytes: [UInt8]) throws -> [UInt8] {
    var copy: [UInt8] = []
    try GraphMLDocument.copy(bytes: bytes) { copy += $0 }
    return copy
  }

  @Test func `A copy keeps comments, instructions, CDATA, blanks, prefixes and unknown XML`() throws
  {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE g:graphml PUBLIC "-//x//y" "graphml.dtd">
      <!-- before -->
      <?style sheet?>
      <g:graphml xmlns:g="http://graphml.graphdrawing.org/xmlns" xmlns:y="urn:y" y:extra="&quot;&#9;">
        <g:key id="d" for="node"/><!--é 电池-->
        <g:graph edgedefault="directed">\t
          <g:node id="a"><g:data key="d"><![CDATA[<b>]]]]><![CDATA[>]]> &amp; &#13;<y:z xmlns=""><w/></y:z></g:data></g:node>
        </g:graph>
      </g:graphml>
      <!-- after -->

      """
    #expect(String(decoding: try Self.copy(Array(text.utf8)), as: UTF8.self) == text)
  }

  @Test func `A copy of our own odd file is that file, byte by byte`() throws {
    let path = Shared.package.appending(
      path: "Tests/GraphMLTests/Fixtures/everything-odd.graphml")
    let bytes = Array(try Data(contentsOf: path))
    #expect(try Self.copy(bytes) == bytes)
    let reading = try GraphMLDocument.read(bytes: bytes)
    let again = try reading.document.file(for: .preserve)
    Self.expectEqual(try GraphMLDocument.read(bytes: again.bytes).document, reading.document, "odd")
  }

  @Test func `A copy is UTF-8 without compression, whatever the file was`() throws {
    for name in ["encoding-gb18030", "encoding-utf16le", "encoding-big5", "encoding-shift-jis"] {
      let path = Shared.package.appending(path: "Tests/GraphMLTests/Fixtures/\(name).graphml").path
      var copy: [UInt8] = []
      try GraphMLDocument.copy(path: path) { copy += $0 }
      #expect(copy.starts(with: Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)))
      #expect(
        try GraphMLDocument.read(bytes: copy).document
          == GraphMLDocument.read(path: path).document)
    }
  }

  @Test func `Defaults of the document type stay, its declarations are a loss`() throws {
    let text = """
      <!DOCTYPE graphml [ <!ATTLIST node kind (a|b) "a"> <!-- inside --> <!ELEMENT x ANY> ]>
      <graphml><graph edgedefault="directed"><node id="n"/></graph></graphml>
      """
    var copy: [UInt8] = []
    let losses = try GraphMLDocument.copy(bytes: Array(text.utf8)) { copy += $0 }
    #expect(losses.map(\.count) == [3])
    #expect(String(decoding: copy, as: UTF8.self).contains("<node id=\"n\" kind=\"a\"/>"))
    #expect(!String(decoding: copy, as: UTF8.self).contains("inside"))
  }

  @Test func `What is not GraphML, declares entities or is malformed is not copied`() throws {
    let entity = "<!DOCTYPE graphml [<!ENTITY e 'x'>]><graphml/>"
    for (text, code) in [
      ("<gexf/>", GraphMLError.Code.notGraphML), (entity, .entityDeclaration),
      ("<graphml><graph></graphml>", .notWellFormed), ("", .notWellFormed),
    ] {
      let error = try #require(throws: GraphMLError.self) { try Self.copy(Array(text.utf8)) }
      #expect(error.code == code)
      let known = try #require(throws: GraphMLError.self) {
        try GraphMLDocument.read(bytes: Array(text.utf8))
      }
      #expect(error.location == known.location)
    }
  }

  @Test func `What the receiver of a copy throws ends it`() throws {
    struct Full: Error {}
    let long = "<graphml>" + String(repeating: "<!-- x -->", count: 20_000) + "</graphml>"
    var pieces = 0
    #expect(throws: Full.self) {
      try GraphMLDocument.copy(bytes: Array(long.utf8)) { _ in
        pieces += 1
        throw Full()
      }
    }
    #expect(pieces == 1)
  }

  @Test(arguments: UInt64(0)..<200)
  func `A preserved file reads back to the document that was written`(seed: UInt64) throws {
    var documents = RandomDocuments(generator: SeededGenerator(seed: seed))
    documents.isNested = seed % 3 == 0
    var document = documents.document()
    // A key without a name is called by its id.
    for place in document.attributes.indices where document.attributes[place].name.isEmpty {
      document.attributes[place].name = "(none)"
    }
    document.changeValues { if $0.name.isEmpty { $0.name = "(none)" } }
    let file = try document.file(for: .preserve)
    let reading = try GraphMLDocument.read(bytes: file.bytes)
    Self.expectEqual(reading.document, document, "seed \(seed)")
    let again = try reading.document.file(for: .preserve)
    #expect(again.bytes == file.bytes && again.losses.isEmpty, "seed \(seed)")
  }

  /// Compares two documents but for what no file says: roles, and the ids of keys that have none or share one.
  static func expectEqual(
    _ found: GraphMLDocument, _ expected: GraphMLDocument, _ comment: Comment
  ) {
    let (a, b) = (plain(found), plain(expected))
    #expect(a.attributes == b.attributes, comment)
    #expect(a.foreign == b.foreign, comment)
    for (first, second) in zip(a.graphs, b.graphs) {
      #expect(first.nodes == second.nodes, comment)
      #expect(first.edges == second.edges, comment)
      #expect(first.hyperedges == second.hyperedges, comment)
      #expect(first.values == second.values, comment)
    }
    #expect(a == b, comment)
  }

  private static func plain(_ document: GraphMLDocument) -> GraphMLDocument {
    var document = document
    for place in document.attributes.indices {
      document.attributes[place].role = nil
      document.attributes[place].keyID = nil
      if document.attributes[place].spelledKind == "xml" {
        document.attributes[place].spelledKind = nil
      }
    }
    // Not a number is not equal to itself.
    document.changeValues { if $0.value?.number?.isNaN == true { $0.value = "NaN" } }
    return document
  }
}

extension GraphMLDocument {
  /// Changes the entries of the nodes, edges and graphs at the top.
  fileprivate mutating func changeValues(_ change: (inout Entry) -> Void) {
    for graph in graphs.indices {
      for place in graphs[graph].values.indices { change(&graphs[graph].values[place]) }
      for node in graphs[graph].nodes.indices {
        for place in graphs[graph].nodes[node].values.indices {
          change(&graphs[graph].nodes[node].values[place])
        }
        for inner in graphs[graph].nodes[node].graphs.indices {
          var document = GraphMLDocument(graphs: [graphs[graph].nodes[node].graphs[inner]])
          document.changeValues(change)
          graphs[graph].nodes[node].graphs[inner] = document.graphs[0]
        }
      }
      for edge in graphs[graph].edges.indices {
        for place in graphs[graph].edges[edge].values.indices {
          change(&graphs[graph].edges[edge].values[place])
        }
      }
    }
  }
}

/// Copies of other people's files, compared by programs that know Canonical XML.
@Suite(.enabled(if: Shared.hasCorpus, "no ../shared/graphml/corpus with oracle.json"))
struct PreservingCorpusTests {
  /// The files that lxml reads and that are refused here, as ``CorpusTests/refusals``.
  private func wellFormed() throws -> [String] {
    try Shared.oracle().filter { name, counts in
      counts.nodes != nil && CorpusTests.refusals[name] == nil
    }.map(\.0)
  }

  @Test func `A copy of every well-formed file has the same canonical form`() throws {
    try Peers.withFolder { folder in
      var pairs: [String] = []
      for name in try wellFormed() {
        let copy = folder.appending(path: name)
        var bytes: [UInt8] = []
        try GraphMLDocument.copy(path: Shared.corpus(name)) { bytes += $0 }
        #expect(try PreservingTests.copy(bytes) == bytes, "\(name)")
        try Data(bytes).write(to: copy)
        pairs += [Shared.corpus(name), copy.path]
      }
      if Peers.python != nil {
        let changed = try Peers.check(["--c14n"] + pairs)
        #expect(changed.isEmpty)
        print("Copies: lxml finds \(pairs.count / 2) files alike.")
      }
      if let xmllint = Peers.xmllint {
        var alike = 0
        for place in stride(from: 0, to: pairs.count, by: 2) {
          let forms = pairs[place...(place + 1)].map {
            Peers.run(xmllint, ["--nonet", "--c14n", $0], keepsErrors: false)
          }
          // xmllint gives up at depths and lengths where its tree ends.
          guard forms[0].status == 0 else { continue }
          #expect(forms[0].output == forms[1].output, "\(pairs[place])")
          alike += 1
        }
        print("Copies: xmllint finds \(alike) files alike.")
      }
    }
  }

  @Test func `Every well-formed file reads back from a preserved file as the same document`() throws
  {
    var count = 0
    for name in try wellFormed() {
      let document = try GraphMLDocument.read(path: Shared.corpus(name)).document
      let file = try document.file(for: .preserve)
      let copy = try GraphMLDocument.read(bytes: file.bytes, name: name).document
      PreservingTests.expectEqual(copy, document, "\(name)")
      count += 1
    }
    print("Preserved: \(count) documents read back equal.")
  }
}
