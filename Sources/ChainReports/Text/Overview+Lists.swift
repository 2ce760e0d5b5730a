internal import ChainAnalysis
internal import Chains

extension Overview {
  /// One list: a heading, the header of the columns, two lines a finding.
  func list(_ standing: Standing, _ columns: Columns) -> [String] {
    let ranked = analysis.findings.enumerated().filter { $0.element.standing == standing }
    guard !ranked.isEmpty else {
      guard standing == .loss else { return [] }
      return noLosses + [""]
    }
    var lines = heading(standing, ranked.count)
    lines.append(style(header(standing, columns), .faint))
    let shown = limit > 0 ? Array(ranked.prefix(limit)) : ranked
    for (number, finding) in shown {
      lines.append(row(number + 1, finding, columns))
      let reason = indented(reason(finding))
      lines += reason.map { style($0, .faint) }
    }
    if shown.count < ranked.count {
      let rest = ranked.count - shown.count
      lines.append(
        style(
          "    " + say("其余 \(rest) 项：加 --top 0 全部列出", "\(rest) more: --top 0 lists all"), .faint))
    }
    return lines + [""]
  }

  /// "None found" is said of what can be computed, not of what is unknown.
  private var noLosses: [String] {
    let summary = analysis.summary
    let isUnsolved = analysis.quantities.gaps.contains { gap in
      switch gap {
      case .unsound, .uncertified: true
      case .noLimit, .tiesLeftOut, .outputAboveReach, .sweepsLeftOut: false
      }
    }
    if isUnsolved {
      return say(
        "现实损失：产值未能算出，无从判定（原因见下）",
        "Losses now: not known, for the value could not be computed (see below)"
      )
      .wrapped(to: width)
    }
    guard summary.coveredProducts < summary.requiredProducts else {
      return [style(say("现实损失：没有", "Losses now: none"), .green)]
    }
    let text = say(
      "现实损失：可算的部分没有发现（\(summary.requiredProducts) 种产品中 \(summary.coveredProducts) 种能算保障度）",
      "Losses now: none among what can be computed "
        + "(\(summary.coveredProducts) of \(summary.requiredProducts) products)")
    return text.wrapped(to: width)
  }

  private func heading(_ standing: Standing, _ count: Int) -> [String] {
    let name = standing.name[language]
    let text = "\(name) \(count)" + say(" 项：", ": ") + standing.explanation[language]
    return text.wrapped(to: width).enumerated().map { number, line in
      guard number == 0, line.hasPrefix(name) else { return style(line, .faint) }
      return style(name, .bold) + style(String(line.dropFirst(name.count)), .faint)
    }
  }

  /// The widths of the columns: what their cells take, and for the subject what is left of the line.
  struct Columns {
    fileprivate let rank: Int
    fileprivate let severity: Int
    fileprivate let amount: Int
    fileprivate let share: Int
    fileprivate let gain: Int
    fileprivate let subject: Int
  }

  private static var codeWidth: Int { 4 }

  /// The same for all lists, so that they line up with one another.
  var columns: Columns {
    func widest(_ cells: [String]) -> Int { cells.map(\.displayWidth).max() ?? 0 }
    let findings = analysis.findings
    let rank = max(3, "\(findings.count)".count)
    let severity = widest([severityTitle] + findings.map { $0.severity.name[language] })
    let amount = widest(Standing.allCases.map(amountTitle) + findings.map(amountCell))
    let gain = widest([gainTitle] + findings.map(gainCell))
    let share = widest([shareTitle] + findings.map(shareCell))
    let taken = rank + severity + Self.codeWidth + amount + share + gain
    return Columns(
      rank: rank, severity: severity, amount: amount, share: share, gain: gain,
      subject: max(10, width - taken - 6))
  }

  private var severityTitle: String { say("等级", "severity") }
  private var shareTitle: String { say("占比", "share") }
  private var gainTitle: String { say("解决可增", "gain") }

  private func amountTitle(_ standing: Standing) -> String {
    standing == .loss ? say("每年损失", "lost a year") : say("涉及产值", "at stake")
  }

  private func amountCell(_ finding: Finding) -> String {
    finding.stake.flatMap { Numerals.range($0) } ?? "—"
  }

  /// The share of the reference value; of a range the larger end.
  private func shareCell(_ finding: Finding) -> String {
    guard let stake = finding.stake, let most = stake.atMost,
      let reference = analysis.summary.reference
    else { return "" }
    return (stake.exact == nil ? "≤" : "") + Numerals.percent(min(1, most / reference))
  }

  private func gainCell(_ finding: Finding) -> String {
    finding.standing == .exposure ? "" : finding.gains.flatMap { Numerals.range($0) } ?? ""
  }

  private func header(_ standing: Standing, _ columns: Columns) -> String {
    line(
      columns, rank: "#", severity: severityTitle, code: say("代码", "code"),
      subject: say("对象", "subject"), amount: amountTitle(standing), share: shareTitle,
      gain: standing == .exposure ? "" : gainTitle, ink: nil)
  }

  private func row(_ rank: Int, _ finding: Finding, _ columns: Columns) -> String {
    return line(
      columns, rank: "\(rank)", severity: finding.severity.name[language],
      code: finding.code.rawValue,
      subject: finding.subjects.map(chain.name).joined(separator: "＋"),
      amount: amountCell(finding), share: shareCell(finding), gain: gainCell(finding),
      ink: ink(finding.severity))
  }

  private func line(
    _ columns: Columns, rank: String, severity: String, code: String, subject: String,
    amount: String, share: String, gain: String, ink: Style.Ink?
  ) -> String {
    let cells = [
      rank.padded(to: columns.rank, trailing: true),
      style(severity.padded(to: columns.severity), ink),
      code.padded(to: Self.codeWidth),
      subject.truncated(to: columns.subject).padded(to: columns.subject),
      amount.padded(to: columns.amount, trailing: true),
      share.padded(to: columns.share, trailing: true),
      gain.padded(to: columns.gain, trailing: true),
    ]
    return cells.joined(separator: " ").trimmedEnd
  }

  func ink(_ severity: Severity) -> Style.Ink {
    switch severity {
    case .breaking: .brightRed
    case .serious: .red
    case .considerable: .yellow
    case .moderate: .cyan
    case .watch: .faint
    }
  }

  /// The name of the code and its reason, with what clears it and how far the data can be trusted.
  private func reason(_ finding: Finding) -> String {
    let wording = ReasonWording(chain: chain)
    var text = finding.evidence.first.map { wording.named($0, of: finding)[language] } ?? ""
    if let relief = relief(finding) { text += say("；", "; ") + relief }
    if finding.value.interval?.exact == nil,
      let range = finding.value.interval.flatMap({ Numerals.range($0) })
    {
      text += say("；产值因此在 ", "; with the answers output is ") + "\(range) \(money)" + say("之间", "")
    }
    if !finding.also.isEmpty {
      let codes = finding.also.map(\.rawValue).joined(separator: " ")
      text += say("；兼有 \(codes)", "; also \(codes)")
    }
    if let grade = finding.grade, grade >= .c { text += "  [\(trust(grade))]" }
    return text
  }

  private func trust(_ grade: Grade) -> String {
    grade == .assumed
      ? say("数据为假设", "assumed data") : say("数据可信度 \(grade.chinese)", "data grade \(grade.rawValue)")
  }

  /// What clearing the finding brings, where that is known.
  func relief(_ finding: Finding) -> String? {
    guard let gains = finding.gains, (gains.atMost ?? 0) > 0, let gain = Numerals.range(gains)
    else {
      return nil
    }
    let next = finding.value.next.prefix(3).map(chain.name)
      .joined(separator: say("、", ", "))
    let unit = ReasonWording(chain: chain).unit(of: finding)[language]
    let units = finding.value.breakpoint.map { Numerals.amount($0) + unit }
    let more =
      units.map { units in
        // Between a figure or a Latin unit and a Chinese word there is a blank.
        let blank = units.last?.isASCII == true ? " " : ""
        return say("补 \(units)\(blank)即增 ", "\(units) more give ")
      } ?? say("解决可增 ", "clearing it gains ")
    let then =
      next.isEmpty
      ? ""
      : say("，之后受\(next)限制", ", then \(next) \(finding.value.next.count == 1 ? "limits" : "limit")")
    let firm =
      finding.value.firmness.map {
        say(
          "（\($0.draws) 次扰动中 \(Numerals.percent($0.binding)) 仍成立）",
          " (in \(Numerals.percent($0.binding)) of \($0.draws) draws)")
      } ?? ""
    return more + "\(gain) \(money)" + then + firm
  }

  private func indented(_ text: String) -> [String] {
    text.wrapped(to: max(30, width - 4)).map { "    " + $0 }
  }

  // MARK: Below the lists

  func notes() -> [String] {
    var notes: [String] = []
    let pairs = analysis.pairs
    if pairs.unrelated > 0 {
      notes.append(
        say(
          "另有 \(pairs.unrelated) 对企业同时停产会使终端产品停产，但既不同地也不同主，未列出",
          counted(pairs.unrelated, "more pair") + " of enterprises would stop a final product "
            + "together; they share neither region nor owner and are not listed"))
    }
    if !pairs.isComplete {
      notes.append(
        say(
          "双点只查了同一地区和同一控股方（链太大，未逐对检查）",
          "pairs were only looked for by region and owner: the chain is too large to try each"))
    }
    notes += analysis.quantities.gaps.map { $0.text(in: chain)[language] }
    if analysis.summary.basis != .target {
      notes.append(
        say("占比的基准：", "shares are of: ") + analysis.summary.basis.explanation[language])
    }
    guard !notes.isEmpty else { return [] }
    return notes.flatMap { $0.wrapped(to: width) }.map { style($0, .faint) } + [""]
  }

  func suggestions() -> [String] {
    let name = shellQuoted(path)
    let tool = shellQuoted(program)
    var commands: [(command: String, purpose: String)] = []
    if let first = analysis.findings.first {
      commands.append(
        ("\(tool) explain \(name) 1\(options)", say("看第 1 项（\(first.id)）的依据", "why \(first.id)")))
    }
    commands.append(
      (
        "\(tool) export \(name) --to graphml -o chain.graphml\(options)",
        say("用 Gephi、yEd 打开", "open it in Gephi or yEd")
      ))
    return [say("下一步", "Next")] + hints(commands)
  }

  /// Commands with what they are for beside them, or above them where the line would get too long.
  private func hints(_ commands: [(command: String, purpose: String)]) -> [String] {
    let longest = commands.map(\.command.displayWidth).max() ?? 0
    let widest = commands.map(\.purpose.displayWidth).max() ?? 0
    return commands.flatMap { command, purpose in
      let comment = style("# " + purpose, .faint)
      return longest + widest + 6 <= width
        ? ["  " + command.padded(to: longest) + "  " + comment] : ["  " + comment, "  " + command]
    }
  }
}

/// A path as it can be typed into a shell.
package func shellQuoted(_ text: String) -> String {
  let safe = text.allSatisfy { character in
    character.isLetter || character.isNumber || "/._-+@%:".contains(character)
  }
  return safe && !text.isEmpty
    ? text
    : "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
}
