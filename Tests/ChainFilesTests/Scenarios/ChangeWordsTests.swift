import ChainFiles
import Chains
import Testing

/// Changes as they are typed behind the options of a command.
@Suite struct ChangeWordsTests {
  let chain: Chain

  init() throws {
    let yaml = """
      chain: {id: c, region: 本市}
      regions: [{id: 本市}, {id: park, name: 园区, parent: 本市}]
      products:
        - {id: pack, name: 电池包, unit: 台, final: yes, value: 10, demand: 120}
        - {id: cell, name: 电芯, unit: 万组}
        - {id: a/b, name: 半成品, unit: 吨}
      inputs: [{product: pack, input: cell, amount: 2}]
      enterprises:
        - {id: E1, name: 一厂}
        - {id: E2, name: 二厂, aliases: 老二}
        - {id: "x>y: z=1", name: 怪名}
      capacities: [{enterprise: E1, product: pack, capacity: 100}]
      ties: [{supplier: E2, customer: E1, product: cell}]
      projects: [{id: P, name: 扩建}]
      """
    chain = try ChainDocument(bytes: Array(yaml.utf8)).chain
  }

  private func removal(_ text: String) throws -> Change? {
    try ScenarioDocument(removing: [text], for: chain).scenario.changes.first
  }

  private func setting(_ text: String) throws -> Change? {
    try ScenarioDocument(setting: [text], for: chain).scenario.changes.first
  }

  @Test(arguments: [
    ("E1", Stoppage.enterprise("E1")), ("一厂", .enterprise("一厂")), (" E1 ", .enterprise("E1")),
    ("企业：老二", .enterprise("老二")), ("enterprise:E9", .enterprise("E9")),
    ("x>y: z=1", .enterprise("x>y: z=1")),
    ("tie:E2→E1/cell", .tie(supplier: "E2", customer: "E1", product: "cell")),
    ("E2>E1/cell", .tie(supplier: "E2", customer: "E1", product: "cell")),
    ("供应关系: 老二 -> 一厂 ／ 电芯", .tie(supplier: "老二", customer: "一厂", product: "电芯")),
    ("E1>x>y: z=1/a/b", .tie(supplier: "E1", customer: "x>y: z=1", product: "a/b")),
    ("external:cell", .external("cell")), ("外部：电芯", .external("电芯")),
    ("外部可得量:a/b", .external("a/b")), ("region:park", .region("park")),
    ("地区:园区", .region("园区")),
  ])
  func `what stops is read in both languages`(_ text: String, _ stoppage: Stoppage) throws {
    #expect(try removal(text) == .stop(stoppage))
  }

  @Test(arguments: [
    ("capacity:E2/pack=120", Setting.capacity(120, of: "pack", at: "E2")),
    ("产能：一厂／电池包＝1,200台", .capacity(1200, of: "电池包", at: "一厂")),
    ("产能:E1/pack=待核", .capacity(nil, of: "pack", at: "E1")),
    ("capacity:E1/pack=unknown", .capacity(nil, of: "pack", at: "E1")),
    ("capacity:E1/pack=0.5万台/年", .capacity(5000, of: "pack", at: "E1")),
    ("capacity:E1/cell=50万组", .capacity(50, of: "cell", at: "E1")),
    ("capacity:x>y: z=1/a/b=3", .capacity(3, of: "a/b", at: "x>y: z=1")),
    ("capacity:E1/a/b=3", .capacity(3, of: "a/b", at: "E1")),
    ("volume:E2→E1/cell=不限", .volume(.unlimited, of: "cell", from: "E2", to: "E1")),
    ("供应量:E2>E1/cell=7", .volume(.limited(7), of: "cell", from: "E2", to: "E1")),
    ("external:cell=无", .external(.limited(0), of: "cell")),
    ("外部:电芯=", .external(.unknown, of: "")), ("external:cell=待核", .external(.unknown, of: "cell")),
    ("需求:电池包=2e2", .demand(200, of: "电池包")), ("value:pack=12万元/台", .value(12, of: "pack")),
    ("单价:pack=3200元", .value(0.32, of: "pack")),
    ("amount:pack/cell=1.5", .amount(1.5, of: "cell", per: "pack")),
    ("单耗:电池包/半成品=2千克/台", .amount(0.002, of: "半成品", per: "电池包")),
    ("status:E1=停产", .status(.stopped, of: "E1")), ("状态:E1=planned", .status(.planned, of: "E1")),
    ("status:E2→E1/cell=running", .tieStatus(.running, of: "cell", from: "E2", to: "E1")),
  ])
  func `figures are written as in a chain document`(_ text: String, _ wanted: Setting) throws {
    guard !text.hasSuffix("=") else {
      #expect(throws: FileProblems.self) { try setting(text) }
      return
    }
    #expect(try setting(text) == .set(wanted))
  }

  @Test(arguments: [
    (
      "电芯",
      "“电芯” is a product and no enterprise: external:电芯 stops what comes from outside; "
        + "for a maker write its id: E2 二厂"
    ),
    ("园区", "“园区” is a region and no enterprise: region:园区 stops all in it"),
    ("", "say what stops, such as the id of an enterprise"),
    ("tie:E1", "“tie:E1” is no tie: write SUPPLIER>CUSTOMER/PRODUCT"),
    ("E2>/cell", "“E2>/cell” is no tie: write SUPPLIER>CUSTOMER/PRODUCT"),
  ])
  func `what cannot stop gets advice`(_ text: String, _ message: String) throws {
    let error = #expect(throws: FileProblems.self) { try removal(text) }
    #expect(error?.description == "--remove: " + message)
  }

  @Test(arguments: [
    ("capacity:E1/pack", "has no equals sign"), ("capacity:E1=5", "lacks its second half"),
    ("capacty:E1/pack=5", "what can be set is capacity, volume, external"),
    ("external:cell= ", "write it, or unknown"), ("external:cell=lots", "is not a figure"),
    ("capacity:E1/pack=5吨", "does not convert exactly to 台"),
    ("capacity:E1/cell=50万", "can be read in two ways"),
    ("demand:pack=不限", "has no meaning in this column"), ("status:E1=ill", "running"),
    ("volume:E1/cell=5", "is no tie"), ("=5", "is not clear"),
  ])
  func `what cannot be set gets advice`(_ text: String, _ part: String) throws {
    let error = #expect(throws: FileProblems.self) { try setting(text) }
    #expect(error?.description.hasPrefix("--set: ") == true)
    #expect(error?.description.contains(part) == true, "\(String(describing: error))")
  }

  @Test func `names that the chain does not have are said by the option that has them`() throws {
    let document = try ScenarioDocument(
      removing: ["E9", "E1>E2/pack"], completing: ["扩"], setting: ["capacity:一长/pack=5"],
      for: chain)
    let error = #expect(throws: FileProblems.self) { try document.outcome(in: chain) }
    #expect(
      error?.problems.map { $0.line(in: .english) } == [
        "--complete: no project “扩”; there are: P 扩建",
        "--remove: no enterprise “E9”; near it: E1 一厂, E2 二厂",
        "--remove: there is no tie E1→E2/pack",
        "--set: no enterprise “一长”; near it: E1 一厂",
      ])
    #expect(error?.kind == .badData)
  }
}
