internal import ChainAnalysis
internal import Chains

extension Overview {
  /// One list: a heading, the header of the columns, two lines a finding.
  func list(_ standing: Standing) -> [String] {
    let ranked = analysis.findings.enumerated().filter { $0.element.standing == standing }
    guard !ranked.isEmpty else {
      guard standing == .loss else { return [] }
      return [noLosses, ""]
    }
    let heading =
      style(standing.name[language], .bold)
      + say(" \(ranked.count) 项", " \(ranked.count)")
      + style(say("　", " - ") + standing.explanation[language], .faint)
    var lines = [heading, style(header(standing), .faint)]
    let shown = limit > 0 ? Array(ranked.prefix(limit)) : ranked
    for (number, finding) in shown {
      lines.append(row(number + 1, finding))
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
  private var noLosses: String {
    let summary = analysis.summary
    guard summary.coveredProducts < summary.requiredProducts else {
      return style(say("现实损失：没有", "Losses now: none"), .green)
    }
    return say(
      "现实损失：可算的部分没有发现（\(summary.requiredProducts) 种产品中 \(summary.coveredProducts) 种能算保障度）",
      "Losses now: none among what can be computed "
        + "(\(summary.coveredProducts) of \(summary.requiredProducts) products)")
  }

  private struct Columns {
    let severity: Int
    let subject: Int
  }

  private var columns: Columns {
    let severity = language == .chinese ? 6 : 12
    // rank 3, code 3, three figures 11 + 6 + 10, blanks between.
    return Columns(severity: severity, subject: max(12, width - severity - 40))
  }

  private func header(_ standing: Standing) -> String {
    let amount =
      standing == .loss ? say("每年损失", "lost a year") : say("涉及产值", "at stake")
    return line(
      rank: "#", severity: say("等级", "severity"), code: say("码", ""),
      subject: say("对象", "subject"), amount: amount, share: say("占比", "share"),
      gain: standing == .loss ? say("解决可增", "gain") : "", ink: nil)
  }

  private func row(_ rank: Int, _ finding: Finding) -> String {
    let names = finding.subjects.map(chain.name).joined(separator: "＋")
    let value = finding.value
    let amount = finding.standing == .loss ? value.loss : value.exposure ?? value.loss
    let reference = analysis.summary.reference
    let share = amount.flatMap { amount in
      reference.map { Numerals.percent(min(1, amount / $0)) }
    }
    return line(
      rank: "\(rank)", severity: finding.severity.name[language], code: finding.code.rawValue,
      subject: names, amount: amount.map(Numerals.money) ?? "—",
      share: share ?? "",
      gain: finding.standing == .loss ? value.gain.map(Numerals.money) ?? "" : "",
      ink: ink(finding.severity))
  }

  private func line(
    rank: String, severity: String, code: String, subject: String, amount: String,
    share: String, gain: String, ink: Style.Ink?
  ) -> String {
    let columns = columns
    let cells = [
      rank.padded(to: 3, trailing: true),
      style(severity.padded(to: columns.severity), ink),
      code.padded(to: 3),
      subject.truncated(to: columns.subject).padded(to: columns.subject),
      amount.padded(to: 11, trailing: true),
      share.padded(to: 6, trailing: true),
      gain.padded(to: 10, trailing: true),
    ]
    var text = cells.joined(separator: " ")
    while text.last == " " { text.removeLast() }
    return text
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
    var text = finding.evidence.first.map { wording.text($0, of: finding)[language] } ?? ""
    text = finding.code.name[language] + say("：", ": ") + text
    if let relief = relief(finding) { text += say("；", "; ") + relief }
    if !finding.also.isEmpty {
      let codes = finding.also.map(\.rawValue).joined(separator: " ")
      text += say("　兼 \(codes)", "  also \(codes)")
    }
    if let grade = finding.grade, grade >= .c {
      text += say("　[\(grade.chinese)]", "  [\(grade.rawValue)]")
    }
    return text
  }

  /// What clearing the finding brings, where that is known.
  func relief(_ finding: Finding) -> String? {
    guard let gain = finding.value.gain, gain > 0 else { return nil }
    let next = finding.value.next.prefix(3).map { chain.products[$0].name }
      .joined(separator: say("、", ", "))
    let unit = ReasonWording(chain: chain).unit(of: finding)[language]
    let units = finding.value.breakpoint.map { Numerals.amount($0) + unit }
    let more = units.map { say("补 \($0)即增 ", "\($0) more give ") } ?? say("可增 ", "gains ")
    let then =
      next.isEmpty ? "" : say("，之后受\(next)限制", ", then \(next) limits")
    return more + "\(Numerals.money(gain)) \(money)" + then
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
          "\(pairs.unrelated) more pairs of enterprises would stop a final product together; "
            + "they share neither region nor owner and are not listed"))
    }
    if !pairs.isComplete {
      notes.append(
        say(
          "双点只查了同一地区和同一控股方（链太大，未逐对检查）",
          "pairs were only looked for by region and owner: the chain is too large to try each"))
    }
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
    var commands: [(String, String)] = []
    if let first = analysis.findings.first {
      commands.append(
        ("\(tool) explain \(name) 1", say("看第 1 项（\(first.id)）的依据", "why \(first.id)")))
    }
    commands.append(
      (
        "\(tool) export \(name) --to graphml -o chain.graphml",
        say("用 Gephi、yEd 打开", "open it in Gephi or yEd")
      ))
    let width = commands.map { $0.0.displayWidth }.max() ?? 0
    return [say("下一步", "Next")]
      + commands.map { "  " + $0.0.padded(to: width) + "  " + style("# " + $0.1, .faint) }
  }
}

/// A path as it can be typed into a shell.
func shellQuoted(_ text: String) -> String {
  let safe = text.allSatisfy { character in
    character.isLetter || character.isNumber || "/._-+@%:".contains(character)
  }
  return safe && !text.isEmpty
    ? text
    : "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
}
