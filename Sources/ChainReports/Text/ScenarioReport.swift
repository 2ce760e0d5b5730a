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
}
