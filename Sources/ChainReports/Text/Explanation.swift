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
    self.analysis = analysis
    self.language = language
    self.style = style
    self.width = width
    self.locate = locate
  }

  public var text: String {
    let lines = heading() + reasons() + money() + affected() + sources()
    return lines.joined(separator: "\n") + "\n"
  }

  private var chain: Chain { analysis.chain }

  private func say(_ chinese: String, _ english: String) -> String {
    Bilingual(chinese, english)[language]
  }

  private func heading() -> [String] {
    let names = finding.subjects.map(chain.name).joined(separator: "＋")
    let code = "\(finding.code.rawValue) \(finding.code.name[language])"
    return [
      style("\(names)  \(code)", .bold),
      "\(finding.severity.name[language]) · \(finding.standing.name[language]) · \(finding.id)", "",
    ]
  }

  private func reasons() -> [String] {
    let wording = ReasonWording(chain: chain)
    var lines = [style(say("为什么", "Why"), .bold)]
    for evidence in finding.evidence {
      let text = wording.text(evidence, of: finding)[language]
      let name = "\(evidence.code.rawValue) \(evidence.code.name[language])" + say("：", ": ")
      let wrapped = (name + text).wrapped(to: max(30, width - 4))
      lines += wrapped.enumerated().map { ($0 == 0 ? "  " : "    ") + $1 }
    }
    return lines + [""]
  }

  private func money() -> [String] {
    let value = finding.value
    let unit = say("\(chain.profile.money)/年", "\(chain.profile.money) a year")
    func row(_ label: String, _ amount: Double?) -> String? {
      amount.map { "  " + label.padded(to: 28) + Numerals.money($0) + " " + unit }
    }
    var lines = [
      row(say("目标因此少产出", "lost for the target"), value.loss),
      row(say("一旦发生停掉的产出", "stops while it has failed"), value.exposure),
      row(say("现在可及", "within reach today"), value.now),
      row(say("只解决它之后可及", "within reach once cleared"), value.relieved),
      row(say("增加", "gain"), value.gain),
    ].compactMap { $0 }
    if let units = value.breakpoint {
      lines.append(
        "  " + say("补到不再受限还差", "units until it limits no more").padded(to: 28)
          + "" + Numerals.amount(units))
    }
    if !value.next.isEmpty {
      lines.append(
        "  " + say("之后的限制", "limits next").padded(to: 28)
          + value.next.map { chain.products[$0].name }.joined(separator: say("、", ", ")))
    }
    if let share = value.share {
      lines.append(
        "  " + say("定级占比", "share that sets the severity").padded(to: 28)
          + Numerals.percent(share))
    }
    return lines.isEmpty ? [] : [style(say("影响", "What it costs"), .bold)] + lines + [""]
  }

  private func affected() -> [String] {
    guard !finding.affected.isEmpty else { return [] }
    let lines = finding.affected.map { entry in
      let name = chain.products[entry.product].name
      let loss =
        entry.loss.map { "\(Numerals.money($0)) \(chain.profile.money)" }
        ?? say("产值待核", "value not known")
      let stops = entry.stops ? say("　停产", "  stops") : ""
      return "  \(name)　\(loss)\(stops)"
    }
    return [style(say("涉及的终端产品", "Final products touched"), .bold)] + lines + [""]
  }

  private func sources() -> [String] {
    var seen = Set<Place>()
    let places = finding.evidence.flatMap(\.rows).filter { seen.insert($0).inserted }
    let lines = places.map { place in
      let figure = FigureWording(chain: chain, language: language).text(at: place)
      let location = locate(place).map { style("  \($0)", .faint) } ?? ""
      return "  \(figure)\(location)"
    }
    return lines.isEmpty
      ? [] : [style(say("依据的数据", "Rows that say so"), .bold)] + lines
  }
}
