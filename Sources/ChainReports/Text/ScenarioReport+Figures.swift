internal import ChainAnalysis
internal import Chains

extension ScenarioReport {
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

  /// Money and final products side by side.
  func figures() -> [String] {
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
