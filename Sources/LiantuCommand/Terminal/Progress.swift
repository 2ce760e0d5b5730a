import Liantu

/// Says on a terminal what is being done, on one line that goes away; says nothing anywhere else.
struct Progress: Sendable {
  private let isShown: Bool
  private let language: Language

  init(isQuiet: Bool, language: Language) {
    isShown = !isQuiet && Output.isTerminal(2) && environment("TERM") != "dumb"
    self.language = language
  }

  /// What goes on from now, with the part that is done, if it is known.
  func show(_ what: Bilingual, part: Double? = nil) {
    guard isShown else { return }
    let percent = part.map { " \(Int($0 * 100)) %" } ?? ""
    Output.errorPart("\r\u{1B}[K\(what[language])\(percent) …")
  }

  /// Clears the line.
  func end() {
    if isShown { Output.errorPart("\r\u{1B}[K") }
  }
}
