public import ChainAnalysis
public import Chains

/// The ranked findings as a list that an office works from: one row each, as CSV or Markdown.
public struct FindingList {
  private let analysis: Analysis
  private let language: Language

  public init(_ analysis: Analysis, language: Language) {
    self.analysis = analysis.printable
    self.language = language
  }

  /// A header row, then a row a finding; figures without separators.
  public var csv: String {
    rows(number: { $0.map { "\(Numerals.significant($0, digits: 9))" } ?? "" })
      .map(CSVRow.text).joined()
  }

  /// A pipe table under a heading.
  public var markdown: String {
    let name = analysis.chain.profile.name
    let heading = name.isEmpty ? say("断点堵点清单", "Gaps and bottlenecks") : name
    return "# \(heading)\n\n"
      + MarkdownTable.text(rows(number: { $0.map(Numerals.amount) ?? "" }))
  }

  private func say(_ chinese: String, _ english: String) -> String {
    Bilingual(chinese, english)[language]
  }

  private func rows(number: (Double?) -> String) -> [[String]] {
    let chain = analysis.chain
    let wording = ReasonWording(chain: chain)
    let money = chain.profile.money
    let header = [
      say("序号", "rank"), say("编号", "id"), say("类型", "kind"), say("代码", "code"),
      say("兼有", "also"), say("清单", "list"), say("等级", "severity"),
      say("环节", "stage"), say("对象", "subject"),
      say("每年损失（\(money)）", "lost a year (\(money))"),
      say("涉及产值（\(money)）", "at stake (\(money))"),
      say("解决可增（\(money)）", "gain (\(money))"), say("占比", "share"),
      say("终端产品", "final products"), say("依据", "evidence"), say("数据可信度", "data grade"),
      say("责任单位", "office"), say("对应项目", "projects"), say("项目阶段", "phases"),
    ]
    func cell(_ exact: Double?, _ range: ValueRange?) -> String {
      range.flatMap { Numerals.range($0) } ?? number(exact)
    }
    let body = analysis.findings.enumerated().map { position, finding in
      [
        "\(position + 1)", finding.id, finding.code.name[language], finding.code.rawValue,
        finding.also.map(\.rawValue).joined(separator: " "), finding.standing.name[language],
        finding.severity.name[language], stages(finding).joined(separator: say("、", ", ")),
        finding.subjects.map(chain.name).joined(separator: "＋"), number(finding.value.loss),
        cell(finding.value.exposure, finding.value.exposureRange),
        cell(finding.value.gain, finding.value.gainRange),
        finding.value.share.map(Numerals.percent) ?? "",
        finding.affected.map { chain.products[$0.product].name }
          .joined(separator: say("、", ", ")),
        finding.evidence.map { wording.text($0, of: finding)[language] }
          .joined(separator: say("；", "; ")),
        finding.grade.map { $0.name[language] } ?? "", chain.profile.office ?? "",
      ] + projects(finding)
    }
    return [header] + body
  }

  /// The projects that touch the finding, and in the same order their phases.
  private func projects(_ finding: Finding) -> [String] {
    let projects = analysis.chain.projects(touching: finding)
    let phases = projects.map { $0.phase?.name[language] ?? say("待核", "not known") }
    return [projects.map(\.name), phases].map { $0.joined(separator: say("、", ", ")) }
  }

  private func stages(_ finding: Finding) -> [String] {
    let chain = analysis.chain
    return finding.subjects.compactMap { subject in
      guard case .product(let number) = subject,
        let stage = chain.products[number].stage.flatMap(chain.number(of:))
      else { return nil }
      return chain.stages[stage].name
    }
  }
}
