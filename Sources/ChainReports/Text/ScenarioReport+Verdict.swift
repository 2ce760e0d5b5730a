internal import ChainAnalysis
internal import Chains

extension ScenarioReport {
  /// What comes of it, in a few sentences.
  func verdict() -> [String] {
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
        let amount = "\(Numerals.money(abs(value))) \(self.money)"
        return value < 0
          ? Bilingual("每年减少 \(amount)", "\(amount) a year less")
          : Bilingual("每年增加 \(amount)", "\(amount) a year more")
      }
      let sure =
        certain == 0
        ? Bilingual("", "")
        : Bilingual("至少\(move(certain).chinese)；", "at least \(move(certain).english); ")
      return say(
        "\(label.chinese)的产值：\(sure.chinese)待核的数按最差计，\(move(worst).chinese)；按最好计，"
          + "\(move(best).chinese)（\(sides)）。",
        "\(label.english): \(sure.english)\(move(worst).english) with the worst that unknown figures "
          + "can be, \(move(best).english) with the best (\(sides)).")
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
}
