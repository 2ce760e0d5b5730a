public import ChainAnalysis
public import Chains

/// What a scenario does to a chain, as a person reads it at a terminal: the changes, the verdict, the figures
/// side by side, the findings that differ, what to do next.
public struct ScenarioReport {
  let comparison: Comparison
  let scenario: Scenario
  let edits: [Edit]
  let before: Analysis
  let after: Analysis
  let language: Language
  let style: Style
  /// Columns of the terminal.
  let width: Int
  /// Rows shown of each list; the rest is counted.
  let limit: Int
  let command: Command

  /// How the reader called the program, for the commands that are suggested.
  public struct Command {
    let program: String
    let path: String
    /// The options that say how to read the chain, and those that say the scenario, as they were given.
    let options: [String]
    let changes: [String]
    /// The document of the scenario's chain, where it was written.
    let saved: String?

    public init(
      program: String = "liantu", path: String, options: [String] = [], changes: [String] = [],
      saved: String? = nil
    ) {
      self.program = program
      self.path = path
      self.options = options
      self.changes = changes
      self.saved = saved
    }
  }

  /// - Parameter outcome: what made the chain of the later analysis.
  public init(
    _ comparison: Comparison, of scenario: Scenario, outcome: ScenarioOutcome, language: Language,
    style: Style = .plain, width: Int = 80, limit: Int = 8, command: Command
  ) {
    self.comparison = comparison
    self.scenario = scenario
    edits = outcome.edits
    before = comparison.before.printable
    after = comparison.after.printable
    self.language = language
    self.style = style
    self.width = width
    self.limit = limit
    self.command = command
  }

  public var text: String {
    let sections = [
      title(), changes(), verdict(), figures(), finals(), newFindings(), shifts(), closings(),
      products(), next(),
    ]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  var chain: Chain { after.chain }
  var money: String { chain.profile.money }
  var wording: ScenarioWording { ScenarioWording(before: before.chain, after: after.chain) }

  func say(_ chinese: String, _ english: String) -> String {
    Bilingual(chinese, english)[language]
  }

  func heading(_ text: String, _ explanation: String = "") -> [String] {
    guard !explanation.isEmpty else { return [style(text, .bold)] }
    let lines = (text + say("：", ": ") + explanation).wrapped(to: width)
    return lines.enumerated().map { number, line in
      guard number == 0, line.hasPrefix(text) else { return style(line, .faint) }
      return style(text, .bold) + style(String(line.dropFirst(text.count)), .faint)
    }
  }

  /// A text below a heading, its further lines indented once more.
  func hanging(_ text: String, by indent: Int = 2) -> [String] {
    let blanks = String(repeating: " ", count: indent)
    return text.wrapped(to: max(20, width - indent - 2)).enumerated().map {
      ($0 == 0 ? blanks : blanks + "  ") + $1
    }
  }

  /// At most `limit` of the rows, and how many more there are.
  func limited(_ rows: [[String]]) -> [String] {
    guard limit > 0, rows.count > limit else { return rows.flatMap { $0 } }
    let rest = rows.count - limit
    return rows.prefix(limit).flatMap { $0 } + [
      style(
        "    " + say("其余 \(rest) 项：加 --top 0 全部列出", "\(rest) more: --top 0 lists all"), .faint)
    ]
  }

  // MARK: What was asked

  private func title() -> [String] {
    let name = chain.profile.name.isEmpty ? say("产业链", "industry chain") : chain.profile.name
    var parts = [name, say("情景", "scenario") + (scenario.name.map { " “\($0)”" } ?? "")]
    if let region = after.viewpoint.region {
      let name = chain.regions[region].name
      parts.append(say("从“\(name)”看", "seen from \(name)"))
    }
    if let day = chain.asOf ?? chain.profile.asOf {
      parts.append(say("截至 \(day)", "as of \(day)"))
    }
    return parts.packed(to: width, separator: " · ").map { style($0, .bold) }
  }

  private func changes() -> [String] {
    let rows = edits.map { edit -> [String] in
      let words = wording
      let change =
        edit.before == edit.after
        ? words.content(edit.after)[language]
        : words.content(edit.before)[language] + " → " + words.content(edit.after)[language]
      return hanging(
        "\(words.subject(edit))  \(words.column(edit)[language])  \(change)\(words.unit(edit))")
    }
    let notes = wording.notes(scenario, edits, from: after.viewpoint).flatMap {
      hanging(say("注意：", "Note: ") + $0[language]).map { style($0, .yellow) }
    }
    return heading(say("变动", "Changes")) + limited(rows) + notes
  }

  // MARK: What comes of it

  private func verdict() -> [String] {
    var sentences = [moneySentence].compactMap { $0 }
    func names(_ changes: [Comparison.FinalChange]) -> String {
      let names = changes.prefix(5).map { chain.products[$0.product].name }
        .joined(separator: say("、", ", "))
      let rest = changes.count - 5
      return names + (rest > 0 ? say("等 \(changes.count) 种", " and \(rest) more") : "")
    }
    if !comparison.stopped.isEmpty {
      sentences.append(
        say("停产：\(names(comparison.stopped))。", "Stops: \(names(comparison.stopped))."))
    }
    if !comparison.restarted.isEmpty {
      sentences.append(
        say("恢复生产：\(names(comparison.restarted))。", "Runs again: \(names(comparison.restarted))."))
    }
    let uncertain = comparison.finals.filter { $0.after == .toVerify }
    if !uncertain.isEmpty {
      sentences.append(
        say(
          "能否生产待核：\(names(uncertain))。",
          "Whether \(uncertain.count == 1 ? "it" : "they") can be made is to be verified: "
            + "\(names(uncertain))."))
    } else if comparison.stopped.isEmpty, comparison.restarted.isEmpty {
      sentences.append(
        say("没有终端产品停产或恢复。", "No final product stops or starts again."))
    }
    sentences.append(findingsSentence)
    return heading(say("结果", "Result"))
      + sentences.flatMap { hanging($0) }
  }

  private var moneySentence: String? {
    guard let money = reach else { return nil }
    let label = money.before.figure.name
    let sides = "\(money.beforeText[language]) → \(money.afterText[language]) \(self.money)"
    switch money.change {
    case .exactly(0): return say("\(label.chinese)的产值不变。", "\(label.english): no change.")
    case nil:
      let known =
        money.beforeText == money.afterText
        ? Bilingual("", "") : Bilingual("（\(sides)）", " (\(sides))")
      return say(
        "\(label.chinese)的产值增减待核：有些数还不知道\(known.chinese)。",
        "\(label.english): whether it changes is not known, for figures are missing\(known.english)."
      )
    case .exactly(let amount):
      return amount < 0
        ? say(
          "\(label.chinese)的产值每年减少 \(Numerals.money(-amount)) \(self.money)（\(sides)）。",
          "\(label.english): \(Numerals.money(-amount)) \(self.money) a year less (\(sides)).")
        : say(
          "\(label.chinese)的产值每年增加 \(Numerals.money(amount)) \(self.money)（\(sides)）。",
          "\(label.english): \(Numerals.money(amount)) \(self.money) a year more (\(sides)).")
    case .bounds(0, 0, _):
      return say(
        "\(label.chinese)的产值上下界不变（\(money.afterText.chinese) \(self.money)），待核的数没有变清楚。",
        "\(label.english): the same bounds (\(money.afterText.english) \(self.money)); what is "
          + "unknown stays so.")
    case .bounds(let worst, let best, let certain):
      func move(_ value: Double) -> Bilingual {
        if value == 0 { return Bilingual("不变", "the same") }
        let amount = Numerals.money(abs(value))
        return value < 0
          ? Bilingual("减少 \(amount)", "\(amount) less")
          : Bilingual("增加 \(amount)", "\(amount) more")
      }
      let sure =
        certain == 0
        ? Bilingual("", "")
        : Bilingual(
          "每年至少\(move(certain).chinese) \(self.money)；", "at least \(move(certain).english); ")
      return say(
        "\(label.chinese)的产值\(sure.chinese)待核的数按最差计\(move(worst).chinese)，按最好计"
          + "\(move(best).chinese) \(self.money)（\(sides)）。",
        "\(label.english): \(sure.english)\(move(worst).english) with the worst that unknown figures "
          + "can be, \(move(best).english) with the best, \(self.money) a year (\(sides)).")
    }
  }

  private var findingsSentence: String {
    func count(_ direction: Comparison.Shift.Direction) -> Int {
      comparison.shifts.count { $0.direction == direction }
    }
    func closed(_ reason: Comparison.Closing.Reason) -> Int {
      comparison.closings.count { $0.reason == reason }
    }
    let moot = count(.moot) + closed(.moot)
    let parts = [
      (comparison.new.count, say("新增", "new")), (count(.worse), say("加重", "worse")),
      (count(.milder), say("减轻", "milder")),
      (count(.toVerify), say("转为待核", "to verify now")), (closed(.cleared), say("解除", "cleared")),
      (closed(.happened), say("已成事实", "happened")),
      (moot, say("因终端产品已停而失去意义", "moot, for their final products stand")),
    ].filter { $0.0 > 0 }.map { say("\($1) \($0)", "\($0) \($1)") }
      .joined(separator: say("，", ", "))
    guard !parts.isEmpty else {
      return say("断点、堵点与现在相同。", "Gaps and bottlenecks are the same as now.")
    }
    return say("断点、堵点：\(parts)。", "Gaps and bottlenecks: \(parts).")
  }

  /// The most exact figure of what can be delivered: the last one whose change is known.
  var reach: MoneyWording? {
    let rows = moneyRows.filter { $0.before.figure != .target }
    return rows.last { $0.change != nil } ?? rows.first
  }

  var moneyRows: [MoneyWording] {
    let targets = (before.summary.target, after.summary.target)
    return zip(before.summary.moneyRows, after.summary.moneyRows).map {
      MoneyWording(before: $0, after: $1, targets: targets)
    }
  }

  private func figures() -> [String] {
    func counted(_ label: String, _ before: Int, _ after: Int) -> [String] {
      let change =
        before == after
        ? say("不变", "none") : MoneyWording.sign(Double(after - before)) + "\(abs(after - before))"
      return [label, "\(before)", "\(after)", change]
    }
    let stopped = (
      comparison.finals.count { $0.before == .stopped },
      comparison.finals.count { $0.after == .stopped }
    )
    let rows =
      [
        [
          say("\(money)/年", "\(money) a year"), say("现在", "now"), say("情景", "scenario"),
          say("变化", "change"),
        ]
      ]
      + moneyRows.map { row in
        [
          row.before.figure.name[language], row.beforeText[language], row.afterText[language],
          row.changeText[language],
        ]
      }
      + [counted(say("停产的终端产品", "Final products stopped"), stopped.0, stopped.1)]
    return table(rows)
  }

  /// Columns side by side; without the change where they do not fit, which the sentences say, and below one
  /// another where even that is too wide.
  private func table(_ rows: [[String]]) -> [String] {
    let widths = (0..<4).map { column in rows.map { $0[column].displayWidth }.max() ?? 0 }
    func isNarrow(_ columns: Int) -> Bool {
      widths.prefix(columns).reduce(0) { $0 + $1 + 2 } <= width
    }
    guard let columns = [4, 3].first(where: isNarrow) else {
      return rows.dropFirst().flatMap { hanging("\($0[0])  \($0[1]) → \($0[2])  \($0[3])") }
    }
    return rows.map { row in
      ("  " + row[0].padded(to: widths[0])
        + (1..<columns).map { "  " + row[$0].padded(to: widths[$0], trailing: true) }.joined())
        .trimmedEnd
    }
  }
}
