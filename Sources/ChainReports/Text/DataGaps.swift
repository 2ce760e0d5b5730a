public import ChainAnalysis
public import Chains

/// The figures that are missing and would decide something, product by product: the answer of `check`.
public struct DataGaps {
  private let analysis: Analysis
  private let language: Language

  public init(_ analysis: Analysis, language: Language) {
    self.analysis = analysis
    self.language = language
  }

  private struct Gap {
    let finding: Finding
    let products: [String]
    let missing: Bilingual
  }

  private var gaps: [Gap] {
    let wording = ReasonWording(chain: analysis.chain)
    return analysis.findings.flatMap { finding in
      finding.evidence.filter { $0.code == .g07 }.map { evidence in
        Gap(
          finding: finding, products: finding.subjects.map(analysis.chain.name),
          missing: wording.text(evidence, of: finding))
      }
    }
  }

  private func say(_ chinese: String, _ english: String) -> String {
    Bilingual(chinese, english)[language]
  }

  public func text(of path: String, style: Style = .plain) -> String {
    let chain = analysis.chain
    let gaps = gaps
    var lines = [
      style("✓ ", .green)
        + say(
          "\(path) 读取无误：产品 \(chain.products.count)、投入 \(chain.tables.inputs.count)、"
            + "企业 \(chain.enterprises.count)、产能 \(chain.tables.capacities.count)、"
            + "供应关系 \(chain.tables.ties.count)",
          "\(path) is consistent: \(chain.products.count) products, "
            + "\(chain.tables.inputs.count) inputs, \(chain.enterprises.count) enterprises, "
            + "\(chain.tables.capacities.count) capacities, \(chain.tables.ties.count) ties")
    ]
    let idle = analysis.products.filter { !$0.isRequired }.map {
      chain.products[$0.product].name
    }
    if !idle.isEmpty {
      lines.append(
        say(
          "  终端产品用不到的产品：\(idle.joined(separator: "、"))（核对投入表是否漏写）",
          "  not needed by any final product: \(idle.joined(separator: ", ")) "
            + "(is a row of inputs missing?)"))
    }
    guard !gaps.isEmpty else {
      return (lines + [say("  没有待核的数据", "  nothing is left to verify")])
        .joined(separator: "\n") + "\n"
    }
    lines.append("")
    lines.append(
      style(say("待核数据 \(gaps.count) 处", "To verify: \(gaps.count)"), .bold)
        + say("（影响大的在前）", " (what matters most first)"))
    let width = min(24, gaps.map { $0.products.joined(separator: "＋").displayWidth }.max() ?? 0)
    for gap in gaps {
      let name = gap.products.joined(separator: "＋").truncated(to: width).padded(to: width)
      let wrapped = gap.missing[language].wrapped(to: 74 - width)
      lines += wrapped.enumerated().map { number, line in
        "  " + (number == 0 ? name : "".padded(to: width)) + "  " + line
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  public var csv: String {
    rows.map { CSVRow.text($0) }.joined()
  }

  public var markdown: String { MarkdownTable.text(rows) }

  public var json: String {
    let value: JSONValue = [
      "schema": .integer(AnalysisJSON.schema),
      "gaps": .list(
        gaps.map { gap in
          [
            "finding": .string(gap.finding.id),
            "severity": .integer(gap.finding.severity.rawValue),
            "products": .list(gap.products.map(JSONValue.string)),
            "missing": ["zh": .string(gap.missing.chinese), "en": .string(gap.missing.english)],
          ]
        }),
    ]
    return value.text
  }

  private var rows: [[String]] {
    [[say("编号", "id"), say("产品", "product"), say("等级", "severity"), say("缺什么", "missing")]]
      + gaps.map {
        [
          $0.finding.id, $0.products.joined(separator: "＋"),
          $0.finding.severity.name[language], $0.missing[language],
        ]
      }
  }
}
