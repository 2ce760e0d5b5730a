import Liantu

/// Says on standard error how far a long analysis is: a line that changes on a terminal, a line every
/// ten seconds elsewhere, nothing where it takes less than a second.
final class ProgressLine {
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?
  private let isTerminal = Output.isTerminal(2)

  func show(_ progress: Progress) {
    let now = ContinuousClock.now
    let wait: Duration = isTerminal ? .milliseconds(200) : .seconds(10)
    guard now - start >= .seconds(1), last.map({ now - $0 >= wait }) ?? true else { return }
    last = now
    let text = "\(progress.phase.name[Spoken.language]) \(progress.done)/\(progress.total)"
    if isTerminal { Output.message("\r\u{1B}[K\(text)") } else { Output.error(text) }
  }

  /// Takes the line away.
  func end() {
    if isTerminal, last != nil { Output.message("\r\u{1B}[K") }
  }
}

extension Chain {
  /// The analysis, with its progress on standard error unless that is not wanted.
  func analysis(with settings: Settings, isQuiet: Bool) -> Analysis {
    guard !isQuiet else { return analysis(with: settings) }
    let line = ProgressLine()
    defer { line.end() }
    return analysis(with: settings, progress: line.show)
  }
}

extension Progress.Phase {
  fileprivate var name: Bilingual {
    switch self {
    case .draws: Bilingual("扰动数据", "drawing figures anew")
    case .removals: Bilingual("计算断供损失", "losses without each")
    case .unknowns: Bilingual("计算待核数据的影响", "effects of unknown figures")
    }
  }
}
