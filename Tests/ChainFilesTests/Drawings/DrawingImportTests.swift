import ChainFiles
import Chains
import Foundation
import GraphML
import Testing

/// Graphs that somebody drew, as chains.
@Suite struct DrawingImportTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func document(_ text: String) throws -> GraphMLDocument {
    try GraphMLDocument.read(bytes: Array(text.utf8)).document
  }

  /// A graph of nodes `id` with the attribute `kind`, and of edges.
  private func graph(
    _ nodes: [(id: String, values: GraphMLDocument.Values)],
    _ edges: [(from: String, to: String, values: GraphMLDocument.Values)] = []
  ) -> GraphMLDocument {
    var document = GraphMLDocument(graphs: [
      .init(
        nodes: nodes.map { .init(id: $0.id, values: $0.values) },
        edges: edges.map { .init(from: $0.from, to: $0.to, values: $0.values) })
    ])
    for entry in nodes.flatMap(\.values) {
      document.declare(entry.name, for: .node, as: entry.value?.kind ?? .string)
    }
    for entry in edges.flatMap(\.values) {
      document.declare(entry.name, for: .edge, as: entry.value?.kind ?? .string)
    }
    return document
  }

  private func mapping(_ entries: (String, String)...) throws -> GraphMapping {
    var mapping = GraphMapping()
    for (what, value) in entries { try mapping.set(what, to: value) }
    return mapping
  }

  @Test func `The worked example with its mapping is a whole chain`() throws {
    let folder = Self.root.appending(path: "docs/examples")
    let document = try GraphMLDocument.read(
      path: folder.appending(path: "drawing.graphml").path
    ).document
    var mapping = GraphMapping()
    try mapping.add(fileAt: folder.appending(path: "drawing-map.yaml").path)
    let draft = try DrawingImport(document, path: "drawing.graphml", mapping: mapping)
    let tables = draft.tables
    #expect(tables.profile.id == "drawing" && tables.profile.region == "甲市")
    #expect(tables.products.map(\.id) == ["面粉", "酵母", "面包"])
    #expect(tables.products.map(\.stage) == ["上游", "上游", "下游"])
    #expect(tables.products.map(\.isFinal) == [false, false, true])
    #expect(tables.products.last?.value == 1.2 && tables.products.last?.demand == 1000)
    #expect(tables.products.allSatisfy { $0.external == .unlimited })
    #expect(tables.inputs.map(\.input) == ["面粉", "酵母"])
    #expect(tables.inputs.map(\.product) == ["面包", "面包"])
    #expect(tables.inputs.map(\.amount) == [0.7, 0.01])
    #expect(tables.capacities.map(\.capacity) == [1200, 900])
    #expect(tables.ties.map(\.product) == ["面粉"])
    #expect(tables.enterprises.map(\.region) == ["甲市", "甲市", "乙市"])
    #expect(try Chain(tables).products.count == 3)
    let report = draft.notices.map(\.text.chinese)
    #expect(report.contains("未读入的节点（既不是产品也不是企业）：1"))
    #expect(report.contains("未读入的边：边“投资”不是供应、投入或产能：1"))
    #expect(report.contains("当作终端产品（不再投入别的产品）：面包"))
    #expect(report.contains("产能：cap_2023 → capacity"))
  }

  @Test func `Attributes are columns by their names, in either language`() throws {
    let document = graph(
      [
        ("p", ["Kind": ":Product", "单位": "吨", "Value": 2.5, "colour": "red"]),
        ("e", ["Kind": "企业", "地区": "CN", "员工数": .int(30)]),
      ], [("e", "p", ["产能": "5万吨"])])
    let draft = try DrawingImport(document, path: "a/b.graphml")
    #expect(draft.tables.products[0].unit == "吨" && draft.tables.products[0].value == 2.5)
    #expect(draft.tables.products[0].extras.isEmpty)
    #expect(draft.tables.enterprises[0].region == "CN")
    #expect(draft.tables.enterprises[0].employees == 30)
    #expect(draft.tables.capacities[0].capacity == 50_000)
  }

  @Test func `What only looks like a column is kept and does not stop the reading`() throws {
    let document = graph(
      [("p", ["kind": "product", "share": "big", "id": "7"]), ("e", ["kind": "firm"])],
      [("e", "p", ["weight": 2.5])])
    let draft = try DrawingImport(document, path: "g.graphml")
    #expect(draft.tables.capacities[0].weight == nil)
    #expect(draft.tables.capacities[0].extras == ["graph_weight": "2.5"])
    #expect(draft.tables.products[0].id == "p")
    #expect(draft.tables.products[0].extras == ["graph_id": "7", "share": "big"])
    #expect(draft.notices.contains { $0.text.english.contains("“graph_weight”") })
    // Asked for, it is an error with the value.
    let error = try #require(throws: FileProblems.self) {
      try DrawingImport(
        document, path: "g.graphml", mapping: mapping(("capacities.weight", "weight")))
    }
    #expect(error.problems.map(\.value) == ["2.5"])
  }

  @Test func `Edges lead from what goes in, unless their word says the contrary`() throws {
    let nodes = ["a", "b", "c"].map { (id: $0, values: ["kind": "part"] as GraphMLDocument.Values) }
    let document = graph(
      nodes, [("a", "b", ["relation": "supplies"]), ("c", "b", ["relation": "depends on"])])
    let tables = try DrawingImport(document, path: "g").tables
    #expect(tables.inputs.map(\.input) == ["a", "b"])
    #expect(tables.inputs.map(\.product) == ["b", "c"])
    #expect(tables.products.filter(\.isFinal).map(\.id) == ["c"])
    let turned = try DrawingImport(document, path: "g", mapping: mapping(("needs", "supplies")))
    #expect(turned.tables.inputs.map(\.input) == ["b", "b"])
  }

  @Test func `Makers may stand at either end where no other edge tells them apart`() throws {
    let nodes: [(id: String, values: GraphMLDocument.Values)] = [
      ("p", ["kind": "product"]), ("e", ["kind": "company"]), ("f", ["kind": "company"]),
    ]
    let one = try DrawingImport(graph(nodes, [("p", "e", [:])]), path: "g")
    #expect(one.tables.capacities.map(\.enterprise) == ["e"])
    #expect(one.notices.contains { $0.text.english.contains("taken for its maker: 1") })
    let both = try DrawingImport(graph(nodes, [("e", "p", [:]), ("p", "f", [:])]), path: "g")
    #expect(both.tables.capacities.map(\.enterprise) == ["e"])
    #expect(both.notices.contains { $0.text.english.contains("uses a product") })
  }

  @Test func `A network of firms alone has the products that its ties name`() throws {
    let document = graph(
      [("1", ["Label": "A Ltd"]), ("2", ["Label": "B GmbH"]), ("3", ["Label": "丙公司"])],
      [("1", "2", ["product": "cell"]), ("2", "3", ["product": "pack"]), ("1", "3", [:])])
    let draft = try DrawingImport(document, path: "g")
    #expect(draft.tables.enterprises.map(\.id) == ["A Ltd", "B GmbH", "丙公司"])
    #expect(draft.tables.products.map(\.id) == ["cell", "pack"])
    #expect(draft.tables.ties.map(\.product) == ["cell", "pack"])
    #expect(draft.tables.capacities.map(\.enterprise) == ["A Ltd", "B GmbH"])
    #expect(draft.tables.capacities.allSatisfy { $0.capacity == nil })
    #expect(draft.notices.contains { $0.text.english.contains("does not say of which product") })
    let fixed = try DrawingImport(document, path: "g", mapping: mapping(("ties.product", "=all")))
    #expect(fixed.tables.ties.map(\.product) == ["all", "all", "all"])
  }

  @Test func `Words and kinds can be said, and groups can be regions`() throws {
    var document = graph(
      [("x", [:]), ("y", ["t": "矿"]), ("z", ["t": "户"])], [("z", "y", [:])])
    document.graphs[0].nodes[0].graphs = [.init(nodes: [.init(id: "f", values: ["t": "户"])])]
    let draft = try DrawingImport(
      document, path: "g",
      mapping: mapping(("节点类型", "t"), ("产品词", "矿"), ("企业词", "户、店"), ("分组", "region")))
    #expect(draft.tables.products.map(\.id) == ["y"])
    #expect(draft.tables.enterprises.map(\.id) == ["f", "z"])
    #expect(draft.tables.enterprises.map(\.region) == ["x", nil])
  }

  @Test func `Mistakes of a mapping are named with what there is`() throws {
    let document = graph([("a", ["k": "v"])])
    let error = try #require(throws: FileProblems.self) {
      try DrawingImport(document, path: "g", mapping: mapping(("capacity", "nope")))
    }
    #expect(
      error.problems.map(\.text.english) == ["the graph has no attribute “nope”; there are: k"])
    for (what, value) in [("nonsense", "k"), ("group", "x"), ("inputs.product", "k"), ("x.y", "k")]
    {
      #expect(throws: FileProblem.self) { try mapping((what, value)) }
    }
    let folder = try TemporaryFolder()
    try folder.write("m.yaml", "capacity: cap\nnonsense: x\ngroup: y\n")
    var wrong = GraphMapping()
    let file = try #require(throws: FileProblems.self) {
      try wrong.add(fileAt: folder.path + "/m.yaml")
    }
    #expect(file.problems.map(\.location.line) == [2, 3])
  }

  @Test func `The label of yEd is the text before its models, unescaped, on one line`() throws {
    let document = try document(
      """
      <graphml xmlns:y="urn:y"><key id="g" for="node" yfiles.type="nodegraphics"/>
      <graph edgedefault="directed"><node id="n0"><data key="g"><y:ShapeNode><y:NodeLabel/>
      <y:NodeLabel a="1">钢 &amp;
      铁<y:LabelModel/></y:NodeLabel></y:ShapeNode></data></node></graph></graphml>
      """)
    #expect(try DrawingImport(document, path: "g").tables.products.map(\.name) == ["钢 & 铁"])
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: corpus.path), "no ../shared/graphml/corpus")
  )
  func `Every file of other people is a draft, or says what is wrong`() throws {
    var drafts = 0
    for file in try FileManager.default.contentsOfDirectory(atPath: Self.corpus.path).sorted() {
      let path = Self.corpus.appending(path: file).path
      guard let document = try? GraphMLDocument.read(path: path).document else { continue }
      let draft = try DrawingImport(document, path: file)
      #expect(!draft.notices.isEmpty, "\(file)")
      #expect(try DrawingImport(document, path: file).tables == draft.tables, "\(file)")
      drafts += 1
    }
    print("Drafts: \(drafts) corpus files.")
  }

  static let corpus = root.appending(path: "../shared/graphml/corpus").standardizedFileURL

  /// Quadratic import took minutes for as many.
  @Test func `A drawing of thousands of nodes is imported in seconds`() throws {
    let count = 6_000
    let drawn = graph(
      (0..<count).map { ("零件\($0)", ["kind": "产品", "Region": "甲市"]) },
      (1..<count).map { ("零件\($0 - 1)", "零件\($0)", [:]) })
    let start = ContinuousClock.now
    let found = try DrawingImport(drawn, path: "large.graphml", mapping: GraphMapping())
    #expect(ContinuousClock.now - start < .seconds(20))
    #expect(found.tables.products.count == count)
  }
}
