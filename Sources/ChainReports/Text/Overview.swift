public import ChainAnalysis
public import Chains

/// An analysis as a person reads it at a terminal: the summary, then the findings in three lists.
public struct Overview {
  let analysis: Analysis
  let language: Language
  let style: Style
  /// Columns of the terminal.
  let width: Int
  /// Findings shown of each list; the rest is counted.
  let limit: Int
  /// How the reader called the program and named the chain, for the commands that are suggested.
  let program: String
  let path: String
  /// Options that the reader gave and that the suggested commands need again.
  let options: String

  public init(
    _ analysis: Analysis, language: Language, style: Style = .plain, width: Int = 80,
    limit: Int = 8, program: String = "liantu", path: String, options: [String] = []
  ) {
    self.analysis = analysis.printable
    self.language = language
    self.style = style
    self.width = width
    self.limit = limit
    self.program = program
    self.path = path
    self.options = options.map { " " + shellQuoted($0) }.joined()
  }

  public var text: String {
    var lines = title() + summary() + [""]
    let columns = columns
    for standing in Standing.allCases { lines += list(standing, columns) }
    lines += removals() + ladder() + unknowns() + notes() + suggestions()
    return lines.joined(separator: "\n") + "\n"
  }

  var chain: Chain { analysis.chain }
  var money: String { chain.profile.money }

  func say(_ chinese: String, _ english: String) -> String {
    Bilingual(chinese, english)[language]
  }

  private func title() -> [String] {
    let name = chain.profile.name.isEmpty ? say("产业链", "industry chain") : chain.profile.name
    var parts = [name]
    if let region = analysis.viewpoint.region {
      parts.append(
        say("从\(spaced(chain.regions[region].name))看", "seen from \(chain.regions[region].name)"))
    }
    if let day = chain.asOf ?? chain.profile.asOf {
      parts.append(say("截至 \(day)", "as of \(day)"))
    }
    let counts = [
      say("产品 \(chain.products.count)", counted(chain.products.count, "product")),
      say("企业 \(chain.enterprises.count)", counted(chain.enterprises.count, "enterprise")),
      say("供应关系 \(chain.currentTies.count)", counted(chain.currentTies.count, "tie")),
    ]
    var lines = parts.packed(to: width, separator: " · ")
    if lines[0].hasPrefix(name) { lines[0] = style(name, .bold) + lines[0].dropFirst(name.count) }
    return lines + [style(counts.joined(separator: " · "), .faint), ""]
  }

  /// A name between Chinese characters, with a blank where it has a Latin letter there.
  private func spaced(_ name: String) -> String {
    (name.first?.isASCII == true ? " " : "") + name + (name.last?.isASCII == true ? " " : "")
  }

  // MARK: Summary

  private func summary() -> [String] {
    let rows = [target()] + reachable() + [coverage(), localRate()]
    let known = rows.compactMap { $0 }
    let stages = stages()
    let completeness = say("环节完整度", "Made inside")
    let labels = known.map(\.0) + (stages.isEmpty ? [] : [completeness])
    let indent = labels.map(\.displayWidth).max() ?? 0
    let room = max(20, width - indent - 2)
    func lines(_ label: String, _ values: [String]) -> [String] {
      values.enumerated().map { ($0 == 0 ? label : "").padded(to: indent) + "  " + $1 }
    }
    return known.flatMap { lines($0, $1.wrapped(to: room)) }
      + lines(completeness, stages.packed(to: room, separator: "   "))
  }

  private func target() -> (String, String)? {
    let isOwn = analysis.viewpoint.region == chain.profile.region.flatMap(chain.number(of:))
    let label = isOwn ? say("目标产值", "Target") : say("全链目标产值", "Target of the chain")
    guard let target = analysis.summary.target else {
      return (
        label,
        say("待核：有终端产品没有目标需求", "not known: a final product has no demand")
      )
    }
    return (label, "\(Numerals.money(target)) \(perYear)")
  }

  private func coverage() -> (String, String)? {
    let summary = analysis.summary
    let label = say("最低保障度", "Least coverage")
    guard let least = summary.coverage else {
      return (
        label,
        say(
          "待核：\(summary.requiredProducts) 种产品都缺数据",
          "not known for any of \(summary.requiredProducts) products")
      )
    }
    let scarce = analysis.products.filter { state in
      if case .exactly(let ratio) = state.coverage {
        state.isRequired && abs(min(1, ratio) - least) < 1e-12 && ratio < 1
      } else {
        false
      }
    }.prefix(3).map { chain.products[$0.product].name }
    let names = scarce.isEmpty ? "" : "  " + scarce.joined(separator: say("、", ", "))
    let known = say(
      "（\(summary.requiredProducts) 种产品中 \(summary.coveredProducts) 种可算）",
      " (known for \(summary.coveredProducts) of \(summary.requiredProducts) products)")
    return (label, Numerals.percent(least) + names + known)
  }

  private func localRate() -> (String, String)? {
    let summary = analysis.summary
    let label = say("本地配套率", "Local supply rate")
    guard let rate = summary.localRate else { return (label, say("待核", "not known")) }
    let basis =
      summary.localRateBasis == .value
      ? say("按产值", "by value") : say("按种数", "by number of products")
    return (
      label,
      Numerals.percent(rate)
        + say(
          "（\(basis)，\(summary.localRateProducts) 种投入品）",
          " (\(basis), \(counted(summary.localRateProducts, "input")))")
    )
  }

  /// Completeness of the stages that stand under no other stage.
  private func stages() -> [String] {
    analysis.stages.filter { chain.stages[$0.stage].parent == nil && $0.required > 0 }.map {
      state in
      let unknown =
        state.unknown > 0
        ? say("（\(state.unknown) 种待核）", " (\(state.unknown) not known)") : ""
      return "\(chain.stages[state.stage].name) \(state.madeInside)/\(state.required)\(unknown)"
    }
  }

  var perYear: String { say("\(money)/年", "\(money) a year") }
}
