import GraphML
import Testing

@Suite struct ReadingValuesTests {
  @Test func `Keys count wherever they stand, even after their values`() throws {
    let reading = try fixture("keys-inside-and-after")
    let nodes = try reading.graph().nodes
    #expect(nodes[0].values["after"] == .long(7))
    #expect(nodes[0].values["within"] == .int(3))
    #expect(nodes[0].values.map(\.name) == ["after", "within"])
    #expect(nodes[1].values["within"] == .int(4))
  }

  @Test func `One id means different keys for nodes and edges, and falls back to a key for all`()
    throws
  {
    let reading = try fixture("keys-same-id")
    let graph = try reading.graph()
    #expect(graph.nodes[0].values["name"] == "甲")
    #expect(graph.edges[0].values["rank"] == .int(5))
    #expect(graph.nodes[0].values["note"] == "x")
    #expect(graph.edges[0].values["note"] == "y")
    #expect(reading.document.attribute("note", for: .edge)?.domain == .all)
  }

  @Test func `Keys of one name make one attribute of the wider type`() throws {
    let reading = try fixture("keys-one-name")
    #expect(reading.document.attributes.map(\.name) == ["rank"])
    #expect(reading.document.attributes.map(\.kind) == [.double])
    #expect(try reading.graph().nodes.map { $0.values["rank"] } == [.long(1), .double(1.5)])
  }

  @Test func `A key without name and type is text named by its id, and yEd's is XML`() throws {
    let reading = try fixture("key-sparse")
    #expect(reading.document.attributes.map(\.name) == ["k", "d6"])
    #expect(reading.document.attributes.map(\.kind) == [.string, .xml])
    #expect(reading.document.attributes.map(\.domain) == [.all, .node])
    #expect(try reading.graph().nodes[0].values["k"] == "  text ")
  }

  @Test func `Values of an undeclared key are text, reported once with their number`() throws {
    let reading = try fixture("key-undeclared")
    #expect(try reading.graph().nodes.map { $0.values["colour"] } == ["red", "blue"])
    #expect(reading.warnings.map(\.count) == [2])
    #expect(reading.document.attribute("colour", for: .node)?.kind == .string)
  }

  @Test func `Types are known by the names that other programs give them`() throws {
    let reading = try fixture("types")
    #expect(
      reading.document.attributes.map(\.kind) == [.int, .boolean, .string, .string, .long, .string])
    #expect(reading.document.attributes[3].spelledKind == "vector_float")
    let values = try reading.graph().nodes[0].values
    #expect(values.map(\.value) == [.int(4), .boolean(true), "s", "1, 2", .long(9), "?"])
  }

  @Test func `Numbers and truth values are trimmed, texts are not, and nothing is rounded`() throws
  {
    let nodes = try fixture("values").graph().nodes
    #expect(
      nodes[0].values.map(\.value) == [.int(12), .boolean(true), .double(1000), .string(" kept ")])
    #expect(
      nodes[1].values.map(\.value)
        == [.long(2_147_483_648), .boolean(false), .double(-.infinity), .string("")])
    #expect(nodes[2].values.map(\.value) == [nil, .boolean(false), .double(3)])
    #expect(nodes[3].values.map(\.value) == [.long(9_007_199_254_740_993), .double(.infinity)])
    #expect(nodes[4].values.map(\.value) == [.string("92233720368547758080")])
    #expect(nodes[5].values.map(\.value) == [.string("abc"), .string("1e400")])
    #expect(nodes[6].values.map(\.value) == [.double(1.5), .string("maybe"), .float(0.1)])
  }

  @Test func `A default applies where nothing is stated, and what is stated is known`() throws {
    let reading = try fixture("defaults")
    let colour = try #require(reading.document.attribute("colour", for: .node))
    let size = try #require(reading.document.attribute("size", for: .node))
    #expect(size.desc == "how big")
    let nodes = try reading.graph().nodes
    #expect(
      nodes.map { colour.value(in: $0.values) }
        == [.byDefault("red"), .explicit("red"), .explicit("")])
    #expect(
      nodes.map { size.value(in: $0.values) }
        == [.byDefault(.int(7)), .explicit(.int(7)), .blank])
  }

  @Test func `A text in pieces is one text without comments and instructions`() throws {
    #expect(
      try fixture("text-in-pieces").graph().nodes[0].values["s"] == "one <two> three & 四")
  }

  @Test func `Values at several times are all kept and the last one counts`() throws {
    let reading = try fixture("time")
    let values = try reading.graph().nodes[0].values
    #expect(values.map(\.time) == [1, 2])
    #expect(values["n"] == .int(6))
    #expect(reading.document.attributes[0].isDynamic)
  }

  @Test func `A value that names no key is kept as XML`() throws {
    #expect(
      try fixture("data-without-key").graph().nodes[0].foreign
        == [
          .element(
            "<data xmlns=\"http://graphml.graphdrawing.org/xmlns\">lost &amp; found</data>")
        ])
  }

  @Test func `A key that says nothing but its id is a text of that name for all elements`() throws {
    let reading = try fixture("key-bare")
    #expect(reading.document.attributes.map(\.domain) == [.all])
    #expect(reading.document.attributes.map(\.kind) == [.string])
    #expect(try reading.graph().nodes[0].values == ["weight": " 7 "])
    #expect(try reading.graph().edges[0].values == ["weight": "8"])
    #expect(reading.warnings.isEmpty)
  }
}
