import ChainFiles
import Chains
import Foundation
import Testing

/// Scenario files.
@Suite struct ScenarioDocumentTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../..")
  let chain: Chain
  let folder: TemporaryFolder

  init() throws {
    let battery = Self.root.appending(path: "chains/battery.yaml").path
    chain = try ChainDocument(reading: battery).chain
    folder = try TemporaryFolder()
  }

  private func read(_ text: String) throws -> ScenarioDocument {
    try folder.write("s.yaml", Array(text.utf8))
    return try ScenarioDocument(reading: folder.path + "/s.yaml", for: chain)
  }

  private func problems(_ text: String, _ language: Language = .english) throws -> [String] {
    func lines(_ problems: FileProblems) -> [String] {
      problems.problems.map {
        $0.line(in: language).replacing(folder.path + "/", with: "")
      }
    }
    do {
      _ = try read(text).outcome(in: chain)
      return []
    } catch let problems as FileProblems {
      return lines(problems)
    }
  }

  @Test func `the page's examples say the same in both languages`() throws {
    let page = try String(
      contentsOf: Self.root.appending(path: "docs/scenarios.md"), encoding: .utf8)
    let blocks = page.components(separatedBy: "```yaml\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
    #expect(blocks.count == 2)
    let scenarios = try blocks.map { try read($0) }
    #expect(scenarios.map(\.scenario.name) == ["洪水后扩产", "洪水后扩产"])
    #expect(scenarios.allSatisfy { $0.scenario.changes.count == 6 })
    let chains = try scenarios.map { try $0.outcome(in: chain).chain }
    #expect(chains[0] == chains[1])
    #expect(chains[0] != chain)
  }

  @Test func `a change alone needs no list, settings may be a list`() throws {
    let changes = try read("remove: E7\nset: ['external:chip=105', 需求:pack=130]\n")
      .scenario.changes
    #expect(
      changes == [
        .stop(.enterprise("E7")), .set(.external(.limited(105), of: "chip")),
        .set(.demand(130, of: "pack")),
      ])
  }

  @Test func `every problem has its line`() throws {
    let text = """
      名称: 试
      remove: [E7, E77,
        external:chop]
      complete:
        - J1
      set:
        capacity:E2/pack: -5
        external:chip: 很多
        demand:pack:
      stop: [E1]
      """
    #expect(
      try problems(text).map { $0.prefix { $0 != " " } } == [
        "s.yaml:8:18:", "s.yaml:9:15:", "s.yaml:10:1:",
      ])
    let rest = text.split(separator: "\n").prefix(7).joined(separator: "\n")
    #expect(
      try problems(rest, .chinese) == [
        "s.yaml:2:14: 没有企业“E77”；相近的有：E7 锂盐厂", "s.yaml:3:3: 没有产品“chop”；相近的有：chip 芯片",
        "s.yaml:5:5: 没有项目“J1”：一个也没有",
      ])
    #expect(
      try problems("set: {capacity:E2/pack: -5}\n")
        == ["s.yaml:1:25: -5 is negative: at least 0 is wanted"])
  }

  @Test(arguments: [
    ("", "keys remove, complete and set"), ("- E7\n", "keys remove, complete and set"),
    ("name: x\n", "changes nothing"), ("remove:\n", "changes nothing"),
    ("remove: [[E7]]\n", "a text is wanted"), ("set: {capacity:E2/pack: [5]}\n", "FIGURE"),
    ("remove: [E7\n", "not valid YAML"), ("停：[E7]\n", "keys remove, complete and set"),
  ])
  func `what is no scenario is said`(_ text: String, _ part: String) throws {
    let found = try problems(text)
    #expect(found.count == 1 && found.allSatisfy { $0.contains(part) }, "\(found)")
  }

  @Test func `a missing file and a folder are said`() throws {
    for (path, kind) in [("nowhere.yaml", FileProblem.Kind.noSuchInput), ("", .badData)] {
      let error = #expect(throws: FileProblems.self) {
        try ScenarioDocument(reading: folder.path + "/" + path, for: chain)
      }
      #expect(error?.kind == kind)
    }
  }

  @Test func `GB18030 is read, and said`() throws {
    let text: [UInt8] =
      Array("remove: [".utf8) + [0xEF, 0xAE, 0xD1, 0xCE, 0xB3, 0xA7] + Array("]\n".utf8)
    try folder.write("gb.yaml", text)
    let scenario = try ScenarioDocument(reading: folder.path + "/gb.yaml", for: chain)
    #expect(scenario.scenario.changes == [.stop(.enterprise("锂盐厂"))])
    #expect(scenario.notices.count == 1)
  }

  @Test func `what options say comes on top of a file`() throws {
    let file = try read("name: 停\nremove: [E7]\n")
    let both = file.joined(with: try ScenarioDocument(removing: ["E8"], for: chain))
    #expect(both.scenario.name == "停")
    let after = try both.outcome(in: chain).chain
    #expect(
      after.enterprises.filter { $0.status == .stopped }.map(\.id.text) == ["E7", "E8"])
  }

  @Test func `the chain of any scenario reads back as it was written`() throws {
    var changed = 0
    for seed in 0..<20 as Range<UInt64> {
      let chain = try Chain(RandomTables(seed: seed).tables)
      let projects = chain.tables.projects.filter { $0.phase != .production }
      var changes: [Change] = [
        .stop(.enterprise(chain.enterprises[0].id)), .stop(.external(chain.products[0].id)),
        .set(.capacity(nil, of: chain.products[0].id, at: chain.enterprises[1].id)),
      ]
      // A capacity or a stock without limit is refused; projects with one are left out.
      changes += projects.compactMap { project in
        (try? chain.completing(project.id)).map { _ in .complete(project.id) }
      }
      let after = try chain.outcome(of: Scenario(changes)).chain
      changed += changes.count - 3
      let bytes = after.tables.yamlText(headers: .chinese)
      expectEqual(try ChainDocument(bytes: bytes).chain.tables, after.tables, "seed \(seed)")
    }
    #expect(changed > 5, "some projects are completed")
  }

  @Test(arguments: 0..<4)
  func `a damaged scenario is refused in words`(part: Int) throws {
    var random = SeededNumbers(seed: UInt64(part))
    let text = """
      名称: 洪水
      停止: [锂盐厂, 外部:锂矿, 正极二厂→电芯二厂/正极材料, region:示例市]
      set:
        产能:电池包二厂/电池包: 80
        external:salt: 不限
        amount:pack/cell: 1.5e1
      complete: [J1]
      """
    for _ in 0..<400 {
      let bytes = FuzzTests.mutated(Array(text.utf8), &random)
      try folder.write("s.yaml", bytes)
      do throws(FileProblems) {
        let path = folder.path + "/s.yaml"
        _ = try ScenarioDocument(reading: path, for: chain).outcome(in: chain)
      } catch {
        #expect(error.problems.allSatisfy { !$0.text.english.isEmpty && !$0.text.chinese.isEmpty })
        #expect(error.problems.allSatisfy { $0.location.path == folder.path + "/s.yaml" })
      }
    }
  }
}
