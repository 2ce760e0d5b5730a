import ChainFiles
import Chains
import Testing

@Suite struct ReadingTests {
  private func read(_ yaml: String, name: String = "-", asOf: CalendarDate? = nil) throws
    -> ChainDocument
  {
    try ChainDocument(bytes: Array(yaml.utf8), name: name, options: ReadingOptions(asOf: asOf))
  }

  @Test func `Headers may be English or Chinese, in any case, with blanks and full-width forms`()
    throws
  {
    let tables = try read(
      """
      产业链: {编号: x, 名称: 例, Money: 亿元}
      Products:
        - {ID: a, 终端产品: 是, 单价: 5000万元, Lead Time: 2周, 外部可得量: 不限, 单 位: 台}
        - {名称: b, final: NO, external: 无}
      inputs:
        - {产品: a, 投入: b, 类别: Non-Essential, share: 30%}
      """
    ).tables
    #expect(tables.profile.name == "例")
    #expect(tables.products[0].value == 0.5)
    #expect(tables.products[0].leadTime == 14)
    #expect(tables.products[0].external == .unlimited)
    #expect(tables.products[1].name == "b")
    #expect(tables.products[1].external == .limited(0))
    #expect(tables.inputs[0].essentiality == .nonEssential)
    #expect(tables.inputs[0].share == 0.3)
  }

  @Test func `Scalars are the text that is written`() throws {
    let tables = try read(
      """
      products:
        - {id: no, name: 012, final: yes, value: 010}
        - {id: 1_000, name: 2022-03-15}
        - {id: 0x1F, name: null, stage: ~, unit: }
      """
    ).tables
    #expect(tables.products.map(\.id.text) == ["no", "1_000", "0x1F"])
    #expect(tables.products.map(\.name) == ["012", "2022-03-15", "null"])
    #expect(tables.products[0].value == 10)
    #expect(tables.products[2].stage == nil)
    #expect(tables.products[2].unit == nil)
  }

  @Test func `Unknown columns are kept and named once, unknown tables are named`() throws {
    let document = try read(
      """
      products:
        - {id: a, final: yes, value: 1, 备注: 甲}
        - {id: b, 备注: 乙}
      others: [1]
      """, name: "x.yaml")
    #expect(document.tables.products.map(\.extras) == [["备注": "甲"], ["备注": "乙"]])
    #expect(
      document.notices.map(\.description) == [
        "x.yaml:2:35: the table products knows no column “备注”: it is kept, and used for nothing",
        "x.yaml:4:1: no table is called “others”, so it is not read (tables: chain, regions, stages, products, inputs, enterprises, capacities, ties, projects, effects, platforms, sources)",
      ])
  }

  @Test func `A place is found in the file`() throws {
    let document = try read(
      "产品:\n  - 编号: a\n    终端产品: 是\n    单价: 3\n  - {编号: b}\n", name: "x.yaml")
    let cell = document.location(of: Place(.products, row: 0, .value))
    #expect(cell == Location(path: "x.yaml", table: .products, line: 4, column: 9, header: "单价"))
    #expect(document.location(of: Place(.products, row: 1)).description == "x.yaml:5:5")
    #expect(document.location(of: Place(.products, row: 1, .value)).line == 5)
    #expect(document.location(of: Place(.ties, row: 3)).description == "x.yaml")
  }

  @Test func `A place is found in a folder of CSV`() throws {
    let folder = try TemporaryFolder()
    try folder.write("产品.csv", "编号,终端产品,单价\na,是,\"1\n\"\n\nb,\"否\",\n")
    let document = try ChainDocument(reading: folder.path)
    let cell = document.location(of: Place(.products, row: 1, .final))
    #expect(cell.description == folder.path + "/产品.csv:5:3")
    #expect(cell.header == "终端产品")
    #expect(document.location(of: Place(.products, row: 0, .value)).line == 2)
  }

  @Test func `Rows of one maker and product are a history that as-of picks from`() throws {
    let yaml = """
      products: [{id: a, final: yes, value: 1}]
      capacities:
        - {enterprise: e, product: a, capacity: 5, as_of: 2021年}
        - {enterprise: e, product: a, capacity: 7, as_of: 2022年3月}
      """
    #expect(try read(yaml).tables.capacities.count == 2)
    #expect(try read(yaml, asOf: CalendarDate(year: 2021)).chain.asOf?.year == 2021)
  }

  @Test func `Other files of a folder are left alone, and named if they are CSV`() throws {
    let folder = try TemporaryFolder()
    try folder.write("PRODUCTS.CSV", leastProducts)
    try folder.write("readme.txt", "x")
    try folder.write("备份.csv", "x")
    try folder.write("供应关系.tsv", "供方\t需方\t产品\ne\tf\ta\n")
    let document = try ChainDocument(reading: folder.path)
    #expect(document.tables.ties.count == 1)
    #expect(document.notices.map { $0.text.chinese.prefix(12) } == ["文件名不是任何一张表，未"])
  }

  @Test func `A graph that is no chain is refused`() {
    let graph =
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"><graph edgedefault=\"directed\"><node id=\"a\"/></graph></graphml>"
    #expect(
      problems(Array(graph.utf8)) == [
        "x.yaml: this GraphML was not exported from a chain: convert it first, as in liantu convert x.yaml chain.yaml"
      ])
  }
}
