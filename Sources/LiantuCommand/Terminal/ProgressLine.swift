import Liantu

/// Says on standard error what is being done: on a terminal on one line that goes away.
struct ProgressLine: Sendable {
  private enum Place { case terminal, elsewhere, nowhere }

  private let place: Place
  private let language: Language

  init(isQuiet: Bool, language: Language) {
    if isQuiet {
      place = .nowhere
    } else {
      place = Output.isTerminal(2) && environment("TERM") != "dumb" ? .terminal : .elsewhere
    }
    self.language = language
  }

  /// What goes on from now, with the part that is done, if it is known; for a terminal only.
  func show(_ what: Bilingual, part: Double? = nil) {
    guard place == .terminal else { return }
    let percent = part.map { " \(Int($0 * 100)) %" } ?? ""
    Output.message("\r\u{1B}[K\(what[language])\(percent) …")
  }

  /// Clears the line.
  func end() {
    if place == .terminal { Output.message("\r\u{1B}[K") }
  }

  /// Shows steps that come many times a second: five times a second on a terminal after the first second, and every ten
  /// seconds in a log.
  func pace(_ work: (@escaping (Progress) -> Void) -> Analysis) -> Analysis {
    guard place != .nowhere else { return work { _ in } }
    let start = ContinuousClock.now
    var last: ContinuousClock.Instant?
    let (patience, wait): (Duration, Duration) =
      place == .terminal ? (.seconds(1), .milliseconds(200)) : (.seconds(10), .seconds(10))
    defer { if last != nil { end() } }
    return work { progress in
      let now = ContinuousClock.now
      guard now - start >= patience, last.map({ now - $0 >= wait }) ?? true else { return }
      last = now
      let text = "\(progress.phase.name[language]) \(progress.done)/\(progress.total)"
      if place == .terminal { Output.message("\r\u{1B}[K\(text)") } else { Output.error(text) }
    }
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
