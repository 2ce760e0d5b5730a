public import ChainAnalysis
public import Chains

/// One finding in full: what it is, why each code holds, what it costs, the rows that say so.
public struct Explanation {
  let analysis: Analysis
  let finding: Finding
  let language: Language
  let style: Style
  let width: Int
  /// Where a row of the document is written, such as `chains/battery.yaml:12`.
  let locate: (Place) -> String?

  public init(
    _ finding: Finding, of analysis: Analysis, language: Language, style: Style = .plain,
    width: Int = 80, locate: @escaping (Place) -> String? = { _ in nil }
  ) {
    self.finding = finding
    self.analysis = analysis.printable
    self.language = language
    self.style = style
    self.width = width
    self.locate = locate
  }

  public var text: String {
    let lines =
      heading() + reasons() + money() + solves() + flows() + affected() + projects()
      + responsible() + sources()
    return lines.joined(separator: "\n") + "\n"
  }

  var chain: Chain { analysis.chain }

  func say(_ chinese: String, _ english: String) -> String {
    Bilingual(chinese, english)[language]
  }

  private func heading() -> [String] {
    let names = finding.subjects.map(chain.name).joined(separator: "＋")
    let code = "\(finding.code.rawValue) \(finding.code.name[language])"
    let parts = [
      finding.severity.name[language], finding.standing.singular[language], finding.id,
    ]
    return "\(names)  \(code)".wrapped(to: width).map { style($0, .bold) }
      + parts.packed(to: width, separator: " · ") + [""]
  }

  private func reasons() -> [String] {
    let wording = ReasonWording(chain: chain)
    var lines = [style(say("为什么", "Why"), .bold)]
    for evidence in finding.evidence {
      lines += hanging("\(evidence.code) \(wording.named(evidence, of: finding)[language])")
    }
    return lines + [""]
  }

  private func money() -> [String] {
    let value = finding.value
    let unit = say("\(chain.profile.money)/年", "\(chain.profile.money) a year")
    func amount(_ amount: Double?) -> String? { amount.map { Numerals.money($0) + " " + unit } }
    func range(_ range: ValueRange?) -> String? {
      range.flatMap { Numerals.range($0) }.map { $0 + " " + unit }
    }
    let subjectUnit = ReasonWording(chain: chain).unit(of: finding)[language]
    let next = value.next.map(chain.name).joined(separator: say("、", ", "))
    let rows: [(label: String, value: String?)] = [
      (say("目标因此少产出", "lost for the target"), amount(value.loss)),
      (
        say("一旦发生停掉的产出", "stops while it has failed"),
        amount(value.exposure) ?? range(value.exposureRange)
      ),
      (say("现在可及", "within reach today"), amount(value.now)),
      (say("只解决它之后可及", "within reach once cleared"), amount(value.relieved)),
      (say("增加", "gain"), range(finding.gains)),
      (
        say("补到不再受限还差", "units until it limits no more"),
        value.breakpoint.map { Numerals.amount($0) + subjectUnit }
      ),
      (say("之后的限制", "limits next"), next.isEmpty ? nil : next),
      (
        say("待核数据最坏到最好", "with the worst and the best answers"),
        range(value.interval)
      ),
      (
        say("数据扰动", "figures drawn anew"),
        value.firmness.map {
          say(
            "\($0.draws) 次中 \(Numerals.percent($0.binding)) 仍成立，\(Numerals.percent($0.leading)) 居前五",
            "holds in \(Numerals.percent($0.binding)) of \($0.draws) draws, among the first five in \(Numerals.percent($0.leading))"
          )
        }
      ),
      (say("定级占比", "share that sets the severity"), value.share.map(Numerals.percent)),
    ]
    let known = rows.compactMap { row in row.value.map { (label: row.label, value: $0) } }
    guard !known.isEmpty else { return [] }
    let indent = known.map(\.label.displayWidth).max() ?? 0
    let lines = known.flatMap { label, value in
      value.wrapped(to: max(12, width - indent - 4)).enumerated().map { number, line in
        "  " + (number == 0 ? label : "").padded(to: indent) + "  " + line
      }
    }
    return [style(say("影响", "What it costs"), .bold)] + lines + [""]
  }

  private func affected() -> [String] {
    guard !finding.affected.isEmpty else { return [] }
    let entries = finding.affected.map { entry in
      (
        name: chain.products[entry.product].name,
        value: entry.value.map {
          say("产值 ", "worth ") + Numerals.money($0) + " "
            + say("\(chain.profile.money)/年", "\(chain.profile.money) a year")
        } ?? say("产值待核", "value not known"),
        stops: entry.stops ? say("停产", "stops") : ""
      )
    }
    let names = min(width / 2, entries.map(\.name.displayWidth).max() ?? 0)
    let values = entries.map(\.value.displayWidth).max() ?? 0
    let lines = entries.map { name, value, stops in
      ("  " + name.truncated(to: names).padded(to: names) + "  "
        + value.padded(to: values, trailing: true) + "  " + stops).trimmedEnd
    }
    return [style(say("涉及的终端产品", "Final products touched"), .bold)] + lines + [""]
  }

  /// The rows of the document behind the finding, each with the place where it is written.
  private func sources() -> [String] {
    var seen = Set<[String]>()
    let rows = finding.evidence.flatMap(\.rows).compactMap { place -> [String]? in
      let figure = FigureWording(chain: chain, language: language).text(at: place)
      let location = locate(place)
      guard seen.insert([figure, location ?? ""]).inserted else { return nil }
      return sourceLines(figure, location)
    }
    return rows.isEmpty
      ? [] : [style(say("依据的数据", "Rows that say so"), .bold)] + rows.flatMap { $0 }
  }

  private func sourceLines(_ figure: String, _ location: String?) -> [String] {
    var lines = hanging(figure)
    guard let location else { return lines }
    let last = lines[lines.count - 1]
    if last.displayWidth + 2 + location.displayWidth <= width {
      lines[lines.count - 1] = last + style("  " + location, .faint)
    } else {
      lines.append(style("    " + location, .faint))
    }
    return lines
  }

  /// A text below a heading, its further lines indented once more.
  func hanging(_ text: String) -> [String] {
    text.wrapped(to: max(20, width - 4)).enumerated().map { ($0 == 0 ? "  " : "    ") + $1 }
  }
}
