internal import ChainAnalysis
internal import Chains

/// What the programs say of the chain as a whole: the steps from the target down, what each failure
/// costs, what must grow, which answers matter.
extension Overview {
  // MARK: Waterfall

  /// The lines below the target: within capacity, within ties, made.
  func reachable() -> [(String, String)?] {
    let summary = analysis.summary
    let capacity = ValueRange(
      atLeast: summary.capacityLimitedAtLeast, atMost: summary.capacityLimitedAtMost)
    let ties = ValueRange(
      atLeast: summary.tieLimitedAtLeast, atMost: summary.tieLimitedAtMost)
    var lines: [(String, String)?] = []
    if analysis.quantities.level(.products) != nil {
      lines.append((Level.products.name[language], text(capacity, below: summary.target)))
    }
    if analysis.quantities.level(.ties) != nil {
      lines.append((Level.ties.name[language], text(ties, below: summary.target)))
    }
    if let rate = summary.balancedRate.flatMap({ Numerals.range($0, Numerals.percent) }) {
      lines.append(
        (
          say("均衡达成率", "Balanced rate"),
          rate
            + say("（按均衡达成计算，不是产值最大）", " (plans meet all targets evenly, not for most value)")
        ))
    }
    if let actual = summary.actual {
      lines.append((say("实际产出", "Made"), share(actual, of: summary.target)))
    }
    return lines
  }

  private func text(_ range: ValueRange, below target: Double?) -> String {
    if let exact = range.exact { return share(exact, of: target) }
    // Nothing as lower bound and the whole target as upper bound say nothing.
    let least = range.atLeast.flatMap { $0 > 0 ? $0 : nil }
    let most = range.atMost.flatMap { $0 < target ?? .infinity ? $0 : nil }
    let bounds = [
      least.map { say("至少 ", "at least ") + share($0, of: target) },
      most.map { say("至多 ", "at most ") + share($0, of: target) },
    ].compactMap { $0 }
    return bounds.isEmpty ? say("待核", "not known") : bounds.joined(separator: say("，", ", "))
  }

  private func share(_ value: Double, of target: Double?) -> String {
    let amount = "\(Numerals.money(value)) \(perYear)"
    guard let target, target > 0 else { return amount }
    return amount + say("（目标的 ", " (") + Numerals.percent(value / target)
      + say("）", " of the target)")
  }

  // MARK: Below the lists

  private var shownLines: Int { limit > 0 ? min(5, limit) : Int.max }

  /// Who or what costs most while it has failed, all the rest arranged as well as can be.
  func removals() -> [String] {
    let losses = analysis.quantities.removals.filter { ($0.range.atLeast ?? 0) > 0 }
    guard !losses.isEmpty, let reference = analysis.summary.reference else { return [] }
    let rows = losses.prefix(shownLines).map { entry in
      [
        name(entry.subject), Numerals.range(entry.range) ?? "—",
        Numerals.range(entry.range) { Numerals.percent(min(1, $0 / reference)) } ?? "—",
      ]
    }
    let title = say("断供损失", "Lost while it has failed")
    let text = say(
      "：一处中断、其余重新调配后，每年仍损失的产值（\(losses.count) 处有损失）",
      ": a year, all the rest rearranged (\(losses.count) with a loss)")
    return section(title, text) + table(rows) + [""]
  }

  private func name(_ subject: Subject) -> String {
    if case .product = subject {
      return chain.name(subject) + say("（外购）", " (from outside)")
    }
    return chain.name(subject)
  }

  /// The steps of the ladder at which something more has to grow, and the last one.
  func ladder() -> [String] {
    let steps = analysis.quantities.ladder
    guard !steps.isEmpty else { return [] }
    let shown = steps.enumerated().filter { number, step in
      number == steps.count - 1
        || Set(steps[number + 1].extra.map(\.restriction)) != Set(step.extra.map(\.restriction))
    }.map(\.element)
    let wording = ReasonWording(chain: chain)
    let title = say("扩能阶梯", "What must grow")
    let text = say("：要达到某一产值，至少同时增加多少", ": the least that must grow together to reach a value")
    var lines = section(title, text)
    let amounts = shown.map { Numerals.money($0.value) }
    let indent = amounts.map(\.displayWidth).max() ?? 0
    for (step, amount) in zip(shown, amounts) {
      let extra = step.extra.map { wording.growth($0)[language] }
      let wrapped = extra.packed(to: max(30, width - indent - 6), separator: say("、", ", "))
      lines += wrapped.enumerated().map { number, line in
        "    " + (number == 0 ? amount : "").padded(to: indent, trailing: true) + "  " + line
      }
    }
    if analysis.quantities.ladderNeedsNewProducts {
      lines.append(
        "    " + say("其中有目前无人生产、也无处外购的产品", "some of it nobody makes or sells today"))
    }
    return lines + [""]
  }

  /// The unknown figures whose answers could change most.
  func unknowns() -> [String] {
    let effects = analysis.quantities.unknowns.filter { ($0.effect ?? 0) > 0 }
    guard !effects.isEmpty else { return [] }
    let wording = ReasonWording(chain: chain)
    let rows = effects.prefix(shownLines).map { entry in
      [
        chain.products[entry.figure.product].name + say("：", ": ")
          + wording.unknown([entry.figure.figure])[language],
        say("±", "±") + Numerals.money(entry.effect ?? 0),
      ]
    }
    let title = say("先核实这些数", "Find out first")
    let text = say(
      "：答案最多能改变的年产值（共 \(effects.count) 个）",
      ": how much each answer could change a year (\(effects.count) matter)")
    return section(title, text) + table(rows) + [""]
  }

  private func section(_ title: String, _ text: String) -> [String] {
    (title + text).wrapped(to: width).enumerated().map { number, line in
      guard number == 0, line.hasPrefix(title) else { return style(line, .faint) }
      return style(title, .bold) + style(String(line.dropFirst(title.count)), .faint)
    }
  }

  /// Rows whose first cell is a name and whose other cells are figures.
  private func table(_ rows: [[String]]) -> [String] {
    guard let first = rows.first else { return [] }
    let widths = first.indices.map { column in rows.map { $0[column].displayWidth }.max() ?? 0 }
    let figures = widths.dropFirst().reduce(0) { $0 + $1 + 2 }
    let room = min(widths[0], max(12, width - 4 - figures))
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        column == 0
          ? cell.truncated(to: room).padded(to: room)
          : "  " + cell.padded(to: widths[column], trailing: true)
      }
      return ("    " + cells.joined()).trimmedEnd
    }
  }
}
