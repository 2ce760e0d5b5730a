internal import ChainAnalysis
internal import Chains

extension Explanation {
  /// The solves that the figures rest on: before, after, what is used up, and how well it is proved.
  func solves() -> [String] {
    let solves = analysis.solves(for: finding)
    guard !solves.isEmpty else { return [] }
    let wording = ReasonWording(chain: chain)
    let money = chain.profile.money
    var lines = [style(say("求解", "Solved for"), .bold)]
    for solve in solves {
      let question =
        switch solve.question {
        case .asItStands: say("现状", "as it stands")
        case .cleared: say("解决之后", "once cleared")
        case .failed: say("中断之后", "while it has failed")
        }
      let limits = solve.atLimit.prefix(6).map { wording.name(of: $0)[language] }
      let more = solve.atLimit.count - limits.count
      let level = solve.level.name[language].lowercased()
      var text =
        "\(question)\(say("（", " ("))\(level)\(say("）：", "): "))"
        + "\(Numerals.range(solve.value) ?? "—") \(money)"
      if !limits.isEmpty {
        text += say("；用尽的有 ", "; used up: ") + limits.joined(separator: say("、", ", "))
        if more > 0 { text += say(" 等 \(more + limits.count) 项", " and \(more) more") }
      }
      let value = solve.value.atMost ?? 0
      let gap = value > 0 ? solve.gap / value : solve.gap
      text +=
        say("；校验差 ", "; proved to ")
        + (gap < 1e-9 ? "<1e-9" : "\(Numerals.significant(gap, digits: 2))")
      lines += hanging(text)
    }
    return lines + [""]
  }

  /// How much each figure can be in plans that are worth no less.
  func flows() -> [String] {
    let flows = analysis.flows(for: finding)
    guard !flows.isEmpty else { return [] }
    let wording = ReasonWording(chain: chain)
    var lines = [style(say("不减产值的安排里", "In plans worth no less"), .bold)]
    for flow in flows {
      lines += hanging(
        "\(wording.name(of: flow.restriction)[language])\(say("：", ": "))\(range(flow))")
    }
    return lines + [""]
  }

  private func range(_ flow: FlowInterval) -> String {
    let lowest = Numerals.amount(flow.lowest)
    if flow.lowest == flow.highest { return lowest }
    if flow.highest.isFinite { return "\(lowest) – \(Numerals.amount(flow.highest))" }
    return flow.lowest == 0 ? say("多少都行", "any amount") : say("\(lowest) 以上", "\(lowest) and more")
  }
}
