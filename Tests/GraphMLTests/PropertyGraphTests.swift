import Foundation
import GraphML
import Testing

@Suite struct PropertyGraphTests {
  private func read(
    _ body: String, graph: Int = 0, keepsEdgeIDs: Bool = true
  ) throws -> PropertyGraph.Reading {
    try PropertyGraph.read(
      bytes: Array("<graphml>\(body)</graphml>".utf8), name: "f", graph: graph,
      keepsEdgeIDs: keepsEdgeIDs)
  }

  @Test func `Nodes, edges and values stand in columns`() throws {
    let reading = try read(
      """
      <key id="d0" for="node" attr.name="name" attr.type="string"/>
      <key id="d0" for="edge" attr.name="volume" attr.type="double"><default>2.5</default></key>
      <key id="d1" for="all" attr.name="year" attr.type="int"/>
      <graph id="G" edgedefault="directed"><data key="d1">2024</data>
      <node id="a"><data key="d0">甲 &lt;1&gt;</data></node>
      <node id="b"><data key="d1"> 7 </data></node>
      <edge id="e" source="a" target="b"><data key="d0">1e3</data></edge>
      <edge source="b" target="b"/></graph>
      """)
    let graph = reading.graph
    #expect(reading.warnings.isEmpty)
    #expect(Array(graph.nodeIDs) == ["a", "b"])
    #expect(graph.nodeIDs.index(of: "b") == 1)
    #expect(graph.nodeIDs.index(of: "c") == nil)
    #expect(graph.sources == [0, 1] && graph.targets == [1, 1])
    #expect(Array(graph.edgeIDs) == ["e", ""])
    let name = try #require(graph.nodeColumn("name"))
    #expect(name[0] == "甲 <1>" && name[1] == nil)
    let volume = try #require(graph.edgeColumn("volume"))
    #expect(volume[0] == 1000.0 && volume[1] == 2.5)
    #expect(volume.isStated(0) && !volume.isStated(1))
    #expect(graph.nodeColumn("year")?[1] == .int(7))
    #expect(graph.graphColumns.first?[0] == .int(2024))
  }

  @Test func `An edge before its nodes numbers them, and a node that never comes is told`() throws {
    let reading = try read(
      """
      <graph edgedefault="undirected"><edge source="b" target="x"/><node id="a"/><node id="b"/>
      </graph>
      """)
    #expect(Array(reading.graph.nodeIDs) == ["b", "x", "a"])
    #expect(!reading.graph.isDirected)
    let place = GraphMLError.Location(file: "f", line: 1, column: 69)
    #expect(
      reading.warnings == [GraphMLError(.unknownNode, "x", at: place, path: "graphml/graph/edge")])
  }

  @Test func `Nested graphs are flattened with the node around them`() throws {
    let reading = try read(
      """
      <graph edgedefault="directed"><node id="a"><graph edgedefault="undirected">
      <node id="b"/><node id="c"/><edge source="b" target="c"/></graph></node><node id="d"/>
      <edge source="a" target="d"/></graph>
      """)
    let none = PropertyGraph.none
    #expect(reading.graph.parents == [none, 0, 0, none])
    #expect(reading.graph.directions == [false, true])
    #expect(reading.graph.isDirected(edge: 1))
  }

  @Test func `Keys of one name make one column, of the type that holds the values of all`() throws {
    func column(_ kinds: [String], _ values: [String], keysLast: Bool = false) throws
      -> (PropertyGraph.Column, [GraphMLError.Code])
    {
      let keys = kinds.enumerated().map {
        "<key id='k\($0.offset)' for='node' attr.name='x' attr.type='\($0.element)'/>"
      }.joined()
      let nodes = values.enumerated().map {
        "<node id='n\($0.offset)'><data key='k\($0.offset)'>\($0.element)</data></node>"
      }.joined()
      let graph = "<graph edgedefault='directed'>\(nodes)</graph>"
      let reading = try read(keysLast ? graph + keys : keys + graph)
      #expect(reading.graph.nodeColumns.map(\.name) == ["x"])
      return (try #require(reading.graph.nodeColumn("x")), reading.warnings.map(\.code))
    }
    for keysLast in [false, true] {
      let (long, none) = try column(
        ["int", "long"], ["1", "9007199254740993"], keysLast: keysLast)
      #expect(long.longs == [1, 9_007_199_254_740_993] && none.isEmpty)
      let (text, _) = try column(
        ["long", "string"], ["9007199254740993", "a"], keysLast: keysLast)
      #expect(text.kind == .string && text[0] == "9007199254740993" && text[1] == "a")
      let (truth, _) = try column(["boolean", "int"], ["true", "7"], keysLast: keysLast)
      #expect(truth.kind == .string && truth[0] == "true" && truth[1] == "7")
    }
    let (number, warnings) = try column(
      ["int", "long", "double"], ["1", "9007199254740993", "0.5"])
    #expect(number.doubles == [1, 9_007_199_254_740_992, 0.5])
    #expect(warnings == [.roundedNumber])
    let (exact, nothing) = try column(["double", "long"], ["0.5", "9007199254740994"])
    #expect(exact.doubles == [0.5, 9_007_199_254_740_994] && nothing.isEmpty)
  }

  @Test func `An undeclared key is told with its place and number`() throws {
    let reading = try read(
      """
      <graph edgedefault="directed"><node id="a">
      <data key="k">5</data></node><node id="b"><data key="k">6</data></node></graph>
      """)
    let warning = try #require(reading.warnings.first)
    #expect(warning.code == .undeclaredKey && warning.count == 2)
    #expect(warning.location?.line == 2 && warning.path == "graphml/graph/node")
  }

  @Test func `A key after its use gives its values their type`() throws {
    let reading = try read(
      """
      <graph edgedefault="directed"><node id="a"><data key="k">5</data></node>
      <node id="b"><data key="k">no</data></node></graph>
      <key id="k" for="node" attr.name="n" attr.type="long"/>
      """)
    let column = try #require(reading.graph.nodeColumn("n"))
    #expect(column[0] == 5 && column[1] == nil && column.kind == .long)
    #expect(reading.warnings.map(\.code) == [.unreadableValue])
  }

  @Test func `A number that its type cannot hold widens the column where nothing is lost`() throws {
    let reading = try read(
      """
      <key id="i" for="node" attr.name="i" attr.type="int"/>
      <graph edgedefault="directed"><node id="a"><data key="i">1</data></node>
      <node id="b"><data key="i">9000000000</data></node>
      <node id="c"><data key="i">1.5</data></node></graph>
      """)
    let column = try #require(reading.graph.nodeColumn("i"))
    #expect(column.longs == [1, 9_000_000_000, 0])
    #expect(column[2] == nil)
    #expect(reading.warnings.map(\.code) == [.numberOutOfRange, .unreadableValue])
  }

  @Test func `What columns have no place for is told once for each kind`() throws {
    let reading = try read(
      """
      <key id="g" for="node" yfiles.type="nodegraphics"/>
      <graph edgedefault="directed"><node id="a"><port name="p"/><port name="q"/>
      <data key="g"><y:Shape xmlns:y="urn:y"/></data></node>
      <hyperedge><endpoint node="a"/></hyperedge></graph>
      <graph edgedefault="directed"><node id="z"/></graph>
      """)
    #expect(reading.warnings.map(\.subject) == ["port", "hyperedge", "a further graph"])
    #expect(reading.warnings.first?.count == 2)
    #expect(reading.graph.nodeCount == 1)
    #expect(reading.graph.nodeColumns.isEmpty)
  }

  @Test func `Another graph of the file can be read, and one that is not there is refused`() throws
  {
    let body = """
      <graph id="1" edgedefault="directed"><node id="a"/></graph>
      <graph id="2" edgedefault="directed"><node id="b"/><node id="c"/></graph>
      """
    #expect(try read(body, graph: 1).graph.id == "2")
    #expect(throws: GraphMLError.self) { try read(body, graph: 2) }
  }

  @Test func `Strict reading throws every problem, with its place`() throws {
    var options = GraphMLDocument.ReadingOptions()
    options.isStrict = true
    let text = "<graphml><graph>\n<node id='a'/><node id='a'/><edge source='a'/></graph></graphml>"
    let error = try #require(throws: GraphMLError.self) {
      try PropertyGraph.read(bytes: Array(text.utf8), name: "f", options: options)
    }
    #expect(error.code == .oddEdgeDefault && error.location?.line == 1)
    #expect(error.further.map(\.code) == [.duplicateNodeID, .missingEnd])
  }

  @Test func `Long texts, texts in pieces and many nodes are found again`() throws {
    let count = 5_000
    let long = String(repeating: "长", count: 30_000)
    let nodes = (0..<count).map {
      "<node id='node-\($0)-\($0 % 7)'><data key='t'>x<!-- -->&amp;<![CDATA[\($0 % 10)]]></data></node>"
    }
    let edges = (0..<count).map { "<edge source='node-\($0)-\($0 % 7)' target='node-0-0'/>" }
    let graph = try read(
      "<graph edgedefault='directed'><data key='t'>\(long)</data>\(nodes.joined())\(edges.joined())</graph>"
    ).graph
    #expect(graph.nodeCount == count && graph.edgeCount == count)
    #expect(graph.sources == (0..<UInt32(count)).map { $0 })
    #expect(graph.nodeColumn("t")?[1_234] == "x&4")
    #expect(graph.nodeColumn("t")?.texts.count == 10)
    #expect(graph.graphColumns[0][0] == .string(long))
  }

  @Test(arguments: UInt64(0)..<100)
  func `Columns say what the document says`(seed: UInt64) throws {
    var documents = RandomDocuments(generator: SeededGenerator(seed: seed))
    let bytes = try documents.document().bytes()
    var options = GraphMLDocument.ReadingOptions()
    options.restoresOriginals = false
    let document = try GraphMLDocument.read(bytes: bytes, options: options).document
    for (place, graph) in document.graphs.enumerated()
    where graph.nodes.allSatisfy(\.graphs.isEmpty) {
      let found = try PropertyGraph.read(bytes: bytes, graph: place).graph
      #expect(Array(found.nodeIDs) == graph.nodes.map(\.id), "seed \(seed)")
      #expect(
        found.sources.map { found.nodeIDs[Int($0)] } == graph.edges.map(\.source), "seed \(seed)")
      #expect(
        found.edgeCount == 0 || Array(found.edgeIDs) == graph.edges.map { $0.id ?? "" },
        "seed \(seed)")
      for (row, node) in graph.nodes.enumerated() {
        for attribute in document.attributes where attribute.domain == .node {
          #expect(
            found.nodeColumn(attribute.name)?[row]
              == attribute.value(in: node.values).value, "seed \(seed), \(attribute.name)")
        }
      }
    }
  }

  @Test(arguments: [
    "0", "-0", "1", "007", "1.5", "-2.25", "1e22", "1e23", "9007199254740993", "0.1", "123456.789",
    "1e-22", "4.9e-324", ".5", "5.", "1e5", "2E+3", "179769313486231570000",
  ])
  func `A decimal number is the nearest double`(text: String) throws {
    let column = try #require(
      try read(
        """
        <key id="x" for="node" attr.name="x" attr.type="double"/><graph edgedefault="directed">
        <node id="a"><data key="x">\(text)</data></node></graph>
        """
      ).graph.nodeColumn("x"))
    #expect(column.doubles.first?.bitPattern == Double(text)?.bitPattern)
  }
}

/// Agreement with the document reader on other people's files.
@Suite(.enabled(if: Shared.hasCorpus, "no ../shared/graphml/corpus with oracle.json"))
struct PropertyGraphCorpusTests {
  @Test func `Every corpus file gives the nodes and edges of the document, or its refusal`() throws
  {
    var (agreeing, several, refused) = (0, 0, 0)
    for (name, _) in try Shared.oracle() {
      let path = Shared.corpus(name)
      guard let reading = try? GraphMLDocument.read(path: path) else {
        refused += 1
        #expect(throws: GraphMLError.self, "\(name)") { try PropertyGraph.read(path: path) }
        continue
      }
      let columns = try PropertyGraph.read(path: path)
      if reading.document.graphs.count > 1 {
        several += 1
        continue
      }
      #expect(columns.nodeElementCount == reading.nodeCount, "\(name)")
      #expect(columns.edgeElementCount == reading.edgeCount, "\(name)")
      agreeing += 1
    }
    print("Columns: \(agreeing) files agree, \(several) have several graphs, \(refused) refused.")
  }

  @Test
  func `Rows without a value have a limit, so that a small file does not become a large graph`()
    throws
  {
    let keys = (0..<2_000).map {
      "<key id='k\($0)' for='node' attr.name='k\($0)' attr.type='double'/>"
    }.joined()
    let nodes = (0..<20_000).map { "<node id='n\($0)'/>" }.joined()
    let values = (0..<2_000).map { "<data key='k\($0)'>1</data>" }.joined()
    let start = "<graphml>\(keys)<graph edgedefault='directed'>"
    let end = "</graph></graphml>"
    // Each attribute first stated by the last node, or by none.
    for text in [
      "\(start)\(nodes)<node id='z'>\(values)</node>\(end)", "\(start)\(nodes)\(end)",
    ] {
      let error = try #require(throws: GraphMLError.self) {
        try PropertyGraph.read(bytes: Array(text.utf8))
      }
      #expect(error.code == .limitExceeded && error.subject == "cells")
      var options = GraphMLDocument.ReadingOptions()
      options.limits.sparseness = 1_000
      let graph = try PropertyGraph.read(bytes: Array(text.utf8), options: options).graph
      #expect(graph.nodeColumns.count == 2_000)
    }
  }
}
