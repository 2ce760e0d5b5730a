import ChainAnalysis
import Chains
import Foundation
import Testing

@testable import ChainReports

/// What people and programs read of a scenario.
@Suite struct ScenarioReportTests {
  struct Case: CustomTestStringConvertible {
    let name: String
    let example: String
    let scenario: Scenario

    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "stop", example: Examples.bread,
      scenario: Scenario([.stop(.enterprise("乙面粉")), .stop(.external("flour"))], name: "断粮")),
    Case(
      name: "build", example: Examples.bread,
      scenario: Scenario([
        .set(.capacity(500, of: "flour", at: "乙面粉")), .set(.capacity(1000, of: "bread", at: "甲烘焙")),
      ])),
    Case(
      name: "panel", example: Examples.panel,
      scenario: Scenario([
        .stop(.region("邻市")), .set(.external(.unlimited, of: "resin")),
        .set(.demand(nil, of: "module")),
      ])),
  ]

  private func parts(_ example: Case) throws -> (Comparison, ScenarioOutcome) {
    let chain = try chain(example.example)
    let outcome = try chain.outcome(of: example.scenario)
    return (outcome.chain.analysis().comparison(with: chain.analysis()), outcome)
  }

  private func report(
    _ example: Case, _ language: Language, style: Style = .plain, width: Int = 80,
    limit: Int = 8, saved: String? = nil
  ) throws -> String {
    let (comparison, outcome) = try parts(example)
    return ScenarioReport(
      comparison, of: example.scenario, outcome: outcome, language: language, style: style,
      width: width, limit: limit,
      command: ScenarioReport.Command(
        path: "\(example.name).yaml", options: ["--region", "示例市"],
        changes: ["--remove", "E1"], saved: saved)
    ).text
  }

  @Test(arguments: cases, Language.allCases)
  func `the answer`(_ example: Case, _ language: Language) throws {
    let (comparison, outcome) = try parts(example)
    let list = ScenarioList(
      comparison, of: example.scenario, outcome: outcome, language: language)
    try Snapshot.expect(
      try report(example, language) + "\n----\n\n" + list.markdown,
      "scenario-\(example.name).\(language.rawValue).txt")
  }

  @Test(arguments: [60, 80, 120], Language.allCases)
  func `every line but a command keeps to the width`(_ width: Int, _ language: Language) throws {
    for example in Self.cases {
      let text = try report(example, language, width: width, limit: 0)
      for line in text.split(separator: "\n") where !line.hasPrefix("  liantu ") {
        #expect(String(line).displayWidth <= width, "\(example.name): \(line)")
      }
    }
  }

  @Test func `colours change nothing but the colours`() throws {
    for example in Self.cases {
      let plain = try report(example, .chinese)
      let coloured = try report(example, .chinese, style: Style(isColoured: true))
      #expect(coloured != plain && !plain.contains("\u{1B}"))
      #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    }
  }

  @Test func `a limit shows so many rows of each list and counts the rest`() throws {
    let all = try report(Self.cases[2], .english, limit: 0)
    let some = try report(Self.cases[2], .english, limit: 1)
    #expect(!all.contains("--top 0") && some.contains("more: --top 0 lists all"))
    #expect(some.split(separator: "\n").count < all.split(separator: "\n").count)
  }

  @Test func `where the chain was written, its findings are explained there`() throws {
    let text = try report(Self.cases[0], .english, saved: "after it.yaml")
    #expect(text.contains("liantu explain 'after it.yaml' "))
    #expect(!text.contains("--save"))
  }

  @Test func `what changes nothing says so`() throws {
    let text = try report(
      Case(
        name: "none", example: Examples.bread, scenario: Scenario([.set(.value(1.2, of: "bread"))])),
      .english)
    #expect(text.contains("Within capacity: no change."))
    #expect(text.contains("No final product stops or starts again."))
    #expect(text.contains("Gaps and bottlenecks are the same as now."))
  }

  @Test func `notes say why a change does less than may be expected`() throws {
    let yaml = """
      chain: {id: n, region: 市}
      regions: [{id: 市}, {id: 空}, {id: 外}]
      products:
        - {id: f, name: 成品, final: yes, value: 1, demand: 10}
        - {id: x, name: 料, external: 5}
      inputs: [{product: f, input: x, amount: 1}]
      enterprises:
        - {id: A, region: 市}
        - {id: S, region: 市, status: stopped}
        - {id: O, region: 外}
      capacities:
        - {enterprise: A, product: f}
        - {enterprise: S, product: x, capacity: 3}
        - {enterprise: O, product: x, capacity: 3}
      ties: [{supplier: O, customer: A, product: x}]
      projects: [{id: P, enterprise: A}]
      effects:
        - {project: P, kind: capacity, product: f, amount: 5}
        - {project: P, kind: capacity, enterprise: S, product: x, amount: 5}
      """
    let chain = try chain(yaml)
    let scenario = Scenario([
      .complete("P"), .stop(.tie(supplier: "O", customer: "A", product: "x")),
      .stop(.external("料")), .stop(.region("空")), .stop(.enterprise("S")),
    ])
    let outcome = try chain.outcome(of: scenario)
    let notes = ScenarioWording(before: chain, after: outcome.chain)
      .notes(scenario, outcome.edits, from: outcome.chain.viewpoint()).map(\.english)
    #expect(
      notes == [
        "the capacity of A · 成品 or what is added to it is not known, so the sum is not: "
          + "state it, --set capacity:A/f=…",
        "“S” does not work, so that nothing comes of what is added: "
          + "--set status:…=running starts it again",
        "1 recorded outside maker of 料 still delivers: name them with --remove to stop them too",
        "no enterprise is recorded in this region", "“S” was stopped before: nothing changes",
        "ties are known in part only, so that any maker may serve any user: "
          + "a single tie changes nothing",
      ])
  }

  @Test func `JSON is the same each time, and says what is unknown as null`() throws {
    let (comparison, outcome) = try parts(Self.cases[2])
    func json() -> String {
      ScenarioJSON(
        comparison, of: Self.cases[2].scenario, outcome: outcome, version: "0"
      ).text
    }
    #expect(json() == json())
    let object = try JSONSerialization.jsonObject(with: Data(json().utf8)) as? [String: Any]
    let money = try #require(object?["money"] as? [[String: Any]])
    #expect(money.map { $0["figure"] as? String }.prefix(2) == ["target", "capacity_limited"])
    let target = try #require(money[0]["after"] as? [String: Any])
    #expect(target["exact"] is NSNull, "a target is missing")
    let scenario = try #require(object?["scenario"] as? [String: Any])
    #expect(
      scenario["changes"] as? [String] == [
        "remove region:邻市", "set external:resin=unlimited", "set demand:module=unknown",
      ])
  }

  @Test func `buying is suggested where it helps, and not where the scenario forbids it`() throws {
    let short = Scenario([.set(.capacity(0, of: "flour", at: "乙面粉"))])
    let text = try report(
      Case(name: "less", example: Examples.bread, scenario: short), .english)
    // 700 are required, 300 come from outside already.
    #expect(text.contains("--remove E1 --set 'external:flour=700'"), "\(text)")
    let cut = Scenario(short.changes + [.stop(.external("flour"))])
    let none = try report(Case(name: "cut", example: Examples.bread, scenario: cut), .english)
    #expect(none.contains("Stops: 面包") && !none.contains("external:flour="))
  }
}
