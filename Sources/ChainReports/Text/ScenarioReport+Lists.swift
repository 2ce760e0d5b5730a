internal import ChainAnalysis
internal import Chains

extension ScenarioReport {
  // MARK: Final products

  func finals() -> [String] {
    let changed = comparison.finals.filter { $0.before != $0.after }
    guard !changed.isEmpty else { return [] }
    let names = changed.map { chain.products[$0.product].name }
    let indent = min(width / 2, names.map(\.displayWidth).max() ?? 0)
    let rows = zip(changed, names).map { change, name -> [String] in
      let product = chain.products[change.product]
      let worth = product.value.flatMap { value in product.demand.map { value * $0 } }
      let amount =
        worth.map { say("目标产值 ", "target ") + Numerals.money($0) + " " + money }
        ?? say("目标产值待核", "target not known")
      return [
        "  " + name.truncated(to: indent).padded(to: indent) + "  "
          + change.before.name[language] + " → "
          + style(change.after.name[language], change.after == .stopped ? .brightRed : .green)
          + "  " + amount
      ]
    }
    return heading(say("终端产品", "Final products")) + limited(rows)
  }

  // MARK: Findings

  func newFindings() -> [String] {
    let rows = comparison.new.map { finding in
      row(finding, of: after, label: finding.severity.name[language], ink(finding.severity))
        + reason(finding)
    }
    guard !rows.isEmpty else { return [] }
    return heading(
      say("新增 \(rows.count) 项", "\(rows.count) new"),
      say("这样一来才有的断点、堵点", "gaps and bottlenecks that come with it")) + limited(rows)
  }

  func shifts() -> [String] {
    let directions = Comparison.Shift.Direction.allCases
    let rows = directions.flatMap { direction in
      comparison.shifts.filter { $0.direction == direction }.map { shift in
        row(
          shift.after, of: after, label: weight(shift),
          direction == .worse ? ink(shift.after.severity) : .faint, was: shift.before)
          + (direction == .worse ? reason(shift.after) : [])
      }
    }
    guard !rows.isEmpty else { return [] }
    let counts = directions.compactMap { direction -> String? in
      let count = comparison.shifts.count { $0.direction == direction }
      return count == 0
        ? nil : say("\(direction.name.chinese) \(count) 项", "\(count) \(direction.name.english)")
    }
    return heading(
      say("有变化 \(rows.count) 项", "\(rows.count) changed"),
      counts.joined(separator: say("，", ", "))) + limited(rows)
  }

  func closings() -> [String] {
    let reasons = Comparison.Closing.Reason.allCases
    let sorted = reasons.flatMap { reason in comparison.closings.filter { $0.reason == reason } }
    guard !sorted.isEmpty else { return [] }
    let indent = sorted.map { $0.reason.name[language].displayWidth }.max() ?? 0
    let rows = sorted.map { closing in
      row(
        closing.finding, of: before, label: closing.reason.name[language].padded(to: indent),
        closing.reason == .cleared ? .green : .faint)
    }
    let cleared = sorted.count { $0.reason == .cleared }
    return heading(
      say("不再成立 \(rows.count) 项", "\(rows.count) no longer \(rows.count == 1 ? "holds" : "hold")"),
      cleared == 0
        ? say(
          "不是解决了，而是已经发生，或者终端产品已停",
          "none is solved: they have happened, or what hangs on them stands")
        : say("其中解除 \(cleared) 项", "\(cleared) cleared")) + limited(rows)
  }

  /// From one severity to another, where they differ.
  private func weight(_ shift: Comparison.Shift) -> String {
    arrow(shift.before.severity.name[language], shift.after.severity.name[language])
  }

  private func arrow(_ before: String, _ after: String) -> String {
    before == after ? after : "\(before) → \(after)"
  }

  /// `断链级 G01 锂盐  使目标少 900 万元`; `was` is the same finding of today.
  private func row(
    _ finding: Finding, of analysis: Analysis, label: String, _ ink: Style.Ink?,
    was: Finding? = nil
  ) -> [String] {
    let names = finding.subjects.map(analysis.chain.name).joined(separator: "＋")
    let code = arrow((was ?? finding).code.rawValue, finding.code.rawValue)
    let isLoss = finding.standing == .loss
    let words = isLoss ? say("使目标少 ", "costs the target ") : say("涉及 ", "at stake ")
    var tail: [String] = []
    if let was, was.standing != finding.standing {
      tail.append(
        arrow(was.standing.singular[language], finding.standing.singular[language]))
    }
    // Nothing at stake is not worth saying.
    if let stake = finding.stake, (stake.atMost ?? 0) > 0, let amount = Numerals.range(stake) {
      tail.append("\(words)\(amount) \(money)")
    }
    let lines = hanging(
      (["\(label)  \(code)  \(names)"] + tail).joined(separator: "  "))
    let start = "  " + label
    guard let first = lines.first, first.hasPrefix(start) else { return lines }
    return ["  " + style(label, ink) + first.dropFirst(start.count)] + lines.dropFirst()
  }

  private func ink(_ severity: Severity) -> Style.Ink? {
    switch severity {
    case .breaking: .brightRed
    case .serious: .red
    case .considerable: .yellow
    case .moderate, .watch: nil
    }
  }

  private func reason(_ finding: Finding) -> [String] {
    guard let evidence = finding.evidence.first else { return [] }
    let text = ReasonWording(chain: chain).named(evidence, of: finding)[language]
    return hanging(text, by: 4).map { style($0, .faint) }
  }

  // MARK: Products

  func products() -> [String] {
    let rows = comparison.products.compactMap { change -> [String]? in
      let name = chain.products[change.product].name
      var parts: [String] = []
      if coverage(change.before.coverage) != coverage(change.after.coverage) {
        parts.append(
          say("保障度 ", "coverage ") + coverage(change.before.coverage) + " → "
            + coverage(change.after.coverage))
      }
      if change.before.isMadeInside != change.after.isMadeInside {
        parts.append(
          change.after.isMadeInside
            ? say("本地可以生产了", "can be made inside now")
            : say("本地不能再生产", "cannot be made inside any more"))
      }
      // Less than can be seen is not worth a line.
      return parts.isEmpty ? nil : hanging(name + "  " + parts.joined(separator: say("；", "; ")))
    }
    guard !rows.isEmpty else { return [] }
    return heading(say("有变化的产品 \(rows.count) 种", "Products that change: \(rows.count)"))
      + limited(rows)
  }

  private func coverage(_ coverage: Coverage) -> String {
    if coverage.ratio == .infinity { return say("不限", "unlimited") }
    return switch coverage {
    case .exactly(let ratio): Numerals.percent(ratio)
    case .atLeast(let ratio): "≥ " + Numerals.percent(ratio)
    case .atMost(let ratio): "≤ " + Numerals.percent(ratio)
    case .unknown: say("待核", "not known")
    }
  }
}
