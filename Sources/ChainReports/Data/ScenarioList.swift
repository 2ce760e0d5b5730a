public import ChainAnalysis
public import Chains

/// What a scenario does to a chain, as tables of Markdown for a report.
public struct ScenarioList {
  private let comparison: Comparison
  private let before: Analysis
  private let after: Analysis
  private let scenario: Scenario
  private let edits: [Edit]
  private let language: Language

  public init(
    _ comparison: Comparison, of scenario: Scenario, outcome: ScenarioOutcome, language: Language
  ) {
    self.comparison = comparison
    self.scenario = scenario
    edits = outcome.edits
    before = comparison.before.printable
    after = comparison.after.printable
    self.language = language
  }

  private func say(_ chinese: String, _ english: String) -> String {
    Bilingual(chinese, english)[language]
  }

  /// Headings and pipe tables: the changes, the figures, the findings that differ.
  public var markdown: String {
    let name = scenario.name ?? say("情景", "Scenario")
    let tables = [
      (say("变动", "Changes"), changes), (say("结果", "Result"), figures),
      (say("断点和堵点的变化", "Gaps and bottlenecks that differ"), findings),
    ].filter { $0.1.count > 1 }.map { "## \($0)\n\n\(MarkdownTable.text($1))" }
    return "# \(after.chain.profile.name) · \(name)\n\n" + tables.joined(separator: "\n")
  }

  private var changes: [[String]] {
    let wording = ScenarioWording(before: before.chain, after: after.chain)
    return [[say("对象", "subject"), say("内容", "what"), say("现在", "now"), say("情景", "scenario")]]
      + edits.map { edit in
        [
          wording.subject(edit), wording.column(edit)[language],
          wording.content(edit.before)[language],
          wording.content(edit.after)[language] + wording.unit(edit),
        ]
      }
  }

  private var figures: [[String]] {
    let targets = (before.summary.target, after.summary.target)
    let unit = after.chain.profile.money
    let money = zip(before.summary.moneyRows, after.summary.moneyRows).map { before, after in
      let row = MoneyWording(before: before, after: after, targets: targets)
      return [
        before.figure.name[language] + say("（\(unit)/年）", " (\(unit) a year)"),
        row.beforeText[language], row.afterText[language], row.changeText[language],
      ]
    }
    let finals = comparison.finals.filter { $0.before != $0.after }.map { change in
      [
        after.chain.products[change.product].name, change.before.name[language],
        change.after.name[language], "",
      ]
    }
    return [["", say("现在", "now"), say("情景", "scenario"), say("变化", "change")]] + money + finals
  }

  private var findings: [[String]] {
    func row(_ what: String, _ finding: Finding, _ analysis: Analysis) -> [String] {
      let reason = finding.evidence.first.map {
        ReasonWording(chain: analysis.chain).text($0, of: finding)[language]
      }
      return [
        what, finding.id, finding.code.name[language], finding.severity.name[language],
        finding.subjects.map(analysis.chain.name).joined(separator: "＋"),
        finding.stake.flatMap { Numerals.range($0) } ?? "", reason ?? "",
      ]
    }
    let header = [
      say("变化", "change"), say("编号", "id"), say("类型", "kind"), say("等级", "severity"),
      say("对象", "subject"), say("损失或涉及产值", "lost or at stake"), say("依据", "evidence"),
    ]
    return [header] + comparison.new.map { row(say("新增", "new"), $0, after) }
      + comparison.shifts.map { row($0.direction.name[language], $0.after, after) }
      + comparison.closings.map {
        row(say("不再成立：", "no longer holds: ") + $0.reason.name[language], $0.finding, before)
      }
  }
}
