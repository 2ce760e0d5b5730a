import Foundation
import GraphML
import Testing

/// Reads one of our own files.
func fixture(
  _ name: String, _ change: (inout GraphMLDocument.ReadingOptions) -> Void = { _ in }
) throws -> GraphMLDocument.Reading {
  var options = GraphMLDocument.ReadingOptions()
  change(&options)
  return try GraphMLDocument.read(path: Fixtures.path(name), options: options)
}

enum Fixtures {
  static func path(_ name: String) -> String {
    Shared.package.appending(path: "Tests/GraphMLTests/Fixtures/\(name).graphml").path
  }
}

extension GraphMLDocument.Reading {
  /// The first graph.
  func graph() throws -> GraphMLDocument.Graph { try #require(document.graphs.first) }

  /// Each warning as its code and line.
  var summary: [String] { warnings.map { "\($0.code) \($0.location?.line ?? 0)" } }
}

@Suite struct ReadingTests {
  @Test(arguments: [
    "namespace-none", "namespace-old", "namespace-prefix", "encoding-utf8-bom", "keys-same-id",
    "keys-one-name", "key-sparse", "defaults", "nested", "graphs-several",
    "locator", "text-in-pieces", "foreign", "time", "doctype-harmless",
  ])
  func `What the format allows or every program writes gives no warning`(name: String) throws {
    #expect(try fixture(name) { $0.isStrict = true }.warningCount == 0)
  }

  @Test(arguments: [
    ("namespace-unknown", ["notGraphML 2"]), ("key-undeclared", ["undeclaredKey 4"]),
    ("key-duplicate", ["duplicateKeyID 4"]), ("key-without-id", ["keyWithoutID 3"]),
    ("key-odd-domain", ["unknownDomain 3"]), ("types", ["unknownKind 8"]),
    (
      "values",
      [
        "numberOutOfRange 12", "numberOutOfRange 15", "unreadableValue 16", "numberOutOfRange 16",
        "unreadableValue 17", "unreadableValue 17",
      ]
    ), ("edgedefault-missing", ["oddEdgeDefault 3"]), ("edgedefault-odd", ["oddEdgeDefault 3"]),
    ("directions", ["oddDirection 9"]), ("edge-ids-repeat", ["duplicateEdgeID 7"]),
    ("node-ids-repeat", ["duplicateNodeID 6"]), ("node-without-id", ["nodeWithoutID 5"]),
    ("edge-without-end", ["missingEnd 5", "missingEnd 6"]), ("end-undeclared", ["unknownNode 5"]),
    ("graph-in-graph", ["misplacedElement 5"]), ("data-without-key", ["dataWithoutKey 4"]),
    ("misplaced", ["misplacedElement 4"]), ("ports-odd", ["portWithoutName 4", "oddDirection 5"]),
  ])
  func `What has no meaning is a warning with its line, or an error when strict`(
    name: String, expected: [String]
  ) throws {
    #expect(try fixture(name).summary == expected)
    let error = try #require(throws: GraphMLError.self) {
      try fixture(name) { $0.isStrict = true }
    }
    let all = [error] + error.further
    #expect(all.map { "\($0.code) \($0.location?.line ?? 0)" } == expected)
    #expect(error.description.hasPrefix("\(Fixtures.path(name)):"))
  }

  @Test(arguments: ["namespace-none", "namespace-old", "namespace-unknown", "namespace-prefix"])
  func `Every namespace and prefix gives the same graph`(name: String) throws {
    let graph = try fixture(name).graph()
    #expect(graph.nodes.map(\.id) == ["a", "b"])
    #expect(graph.edges.map { "\($0.source)\($0.target)" } == ["ab"])
  }

  @Test func `A prefixed file keeps the schema location and fetches nothing`() throws {
    let document = try fixture("namespace-prefix").document
    #expect(document.foreign.count == 1)
  }

  @Test(arguments: [
    "gb18030", "gbk", "big5", "shift-jis", "utf16le", "utf16be", "utf8-bom",
  ])
  func `Every encoding gives the same names`(name: String) throws {
    let graph = try fixture("encoding-\(name)").graph()
    #expect(graph.nodes.map(\.id) == ["甲", "乙"])
    #expect(graph.edges.map(\.target) == ["乙"])
  }

  @Test func `Latin letters are read in their encoding`() throws {
    #expect(try fixture("encoding-iso-8859-1").graph().nodes.map(\.id) == ["é", "ü"])
  }

  @Test func `A file that says gb2312 may have the characters of GBK`() throws {
    #expect(try fixture("encoding-gb2312").graph().nodes.map(\.id) == ["镕", "囧"])
  }

  @Test func `An encoding given overrides the one that the file claims`() throws {
    let reading = try fixture("error-gbk-says-utf8") { $0.encoding = "gb18030" }
    #expect(try reading.graph().nodes.map(\.id) == ["甲", "乙"])
  }

  @Test func `A pipe of small pieces and one large piece give the same document`() throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: Fixtures.path("nested"))))
    #expect(
      try GraphMLDocument.read(bytes: bytes).document == fixture("nested").document)
  }

  @Test func `Warnings beyond the most kept are only counted`() throws {
    let nodes = String(repeating: "<node/>", count: 500)
    let text = "<graphml><graph edgedefault='directed'>\(nodes)</graph></graphml>"
    let reading = try GraphMLDocument.read(bytes: Array(text.utf8))
    #expect(reading.warnings.count == 100)
    #expect(reading.warningCount == 500)
    #expect(reading.nodeCount == 500)
  }
}
