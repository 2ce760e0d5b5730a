public import ChainAnalysis
public import Chains

/// The figures that are missing and would decide something, product by product: the answer of `check`.
public struct DataGaps {
  private let analysis: Analysis
  private let language: Language
  /// Where a row of the document is written, such as `chains/battery.yaml:12`.
  private let locate: (Place) -> String?

  public init(
    _ analysis: Analysis, language: Language, locate: @escaping (Place) -> String? = { _ in nil }
  ) {
    self.analysis = analysis.printable
    self.language = language
    self.locate = locate
  }

  private struct Gap {
    let finding: Finding
    let products: [String]
    let missing: Bilingual
  }

  private var gaps: [Gap] {
    let wording = ReasonWording(chain: analysis.chain)
    return analysis.findings.flatMap { finding in
      finding.evidence.compactMap { evidence in
        guard case .unknown(let figures) = evidence.reason else { return nil }
        return Gap(
          finding: finding, products: finding.subjects.map(analysis.chain.name),
          missing: wording.unknown(figures))
      }
    }
  }

  private func say(_ chinese: String, _ english: String) -> String {
    Bilingual(chinese, english)[language]
  }

  /// What `check` says of the document at `path`, in lines of at most `width` columns.
  public func text(of path: String, style: Style = .plain, width: Int = 80) -> String {
    let chain = analysis.chain
    let gaps = gaps
    let counts = [
      say("产品 \(chain.products.count)", counted(chain.products.count, "product")),
      say("投入 \(chain.tables.inputs.count)", counted(chain.tables.inputs.count, "input")),
      say("企业 \(chain.enterprises.count)", counted(chain.enterprises.count, "enterprise")),
      say("产能 \(chain.tables.capacities.count)", capacities(chain.tables.capacities.count)),
      say("供应关系 \(chain.currentTies.count)", counted(chain.currentTies.count, "tie")),
    ]
    var lines = verdict(path, style)
    lines += counts.packed(to: width - 2, separator: " · ").map { "  " + style($0, .faint) }
    let idle = analysis.products.filter { !$0.isRequired }.map {
      chain.products[$0.product].name
    }
    if !idle.isEmpty {
      let text = say(
        "终端产品用不到：\(idle.joined(separator: "、"))（投入表是否漏写？）",
        "no final product needs: \(idle.joined(separator: ", ")) (is a row of inputs missing?)")
      lines += text.wrapped(to: width - 2).map { "  " + $0 }
    }
    lines += doubts(width)
    guard !gaps.isEmpty else {
      return (lines + [say("  没有待核的数据", "  nothing is left to verify")])
        .joined(separator: "\n") + "\n"
    }
    lines.append("")
    lines.append(
      style(say("待核数据 \(gaps.count) 处", "To verify: \(gaps.count)"), .bold)
        + say("（影响大的在前）", " (what matters most first)"))
    let names = gaps.map { $0.products.joined(separator: "＋") }
    let indent = min(width / 3, names.map(\.displayWidth).max() ?? 0)
    for (gap, name) in zip(gaps, names) {
      let wrapped = gap.missing[language].wrapped(to: max(20, width - indent - 4))
      lines += wrapped.enumerated().map { number, line in
        let label = number == 0 ? name.truncated(to: indent) : ""
        return "  " + label.padded(to: indent) + "  " + line
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func verdict(_ path: String, _ style: Style) -> [String] {
    let count = analysis.chain.doubts.count
    return count == 0
      ? [style("✓ ", .green) + say("\(path) 读取无误", "\(path) is consistent")]
      : [
        style("! ", .yellow)
          + say(
            "\(path) 可以读取，但有 \(count) 处自相矛盾",
            "\(path) can be read, but contradicts itself: \(count)")
      ]
  }

  /// What contradicts itself, each with its place.
  private func doubts(_ width: Int) -> [String] {
    analysis.chain.doubts.flatMap { doubt in
      let place = locate(doubt.place).map { $0 + say("：", ": ") } ?? ""
      return (place + doubt.text[language]).wrapped(to: max(20, width - 4)).enumerated().map {
        ($0 == 0 ? "  " : "    ") + $1
      }
    }
  }

  private func capacities(_ count: Int) -> String {
    count == 1 ? "1 capacity" : "\(count) capacities"
  }

  /// A header row, then a row a gap.
  public var csv: String {
    rows.map { CSVRow.text($0) }.joined()
  }

  /// A pipe table.
  public var markdown: String { MarkdownTable.text(rows) }

  /// `$defs/check` of `docs/analysis.schema.json`.
  public var json: String {
    let value: JSONValue = [
      "schema": .integer(AnalysisJSON.schema),
      "doubts": .list(
        analysis.chain.doubts.map { doubt in
          [
            "table": .string(doubt.place.table.rawValue), "record": .integer(doubt.place.row + 1),
            "field": .text(doubt.place.field?.rawValue), "location": .text(locate(doubt.place)),
            "text": ["zh": .string(doubt.text.chinese), "en": .string(doubt.text.english)],
          ]
        }),
      "gaps": .list(
        gaps.map { gap in
          [
            "finding": .string(gap.finding.id),
            "severity": .integer(gap.finding.severity.rawValue),
            "subjects": .list(gap.finding.subjects.map { Self.subject($0, of: analysis.chain) }),
            "missing": ["zh": .string(gap.missing.chinese), "en": .string(gap.missing.english)],
          ]
        }),
    ]
    return value.text
  }

  private static func subject(_ subject: Subject, of chain: Chain) -> JSONValue {
    [
      "table": .string(subject.table.rawValue), "id": .string(chain.key(subject)),
      "name": .string(chain.name(subject)),
    ]
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
