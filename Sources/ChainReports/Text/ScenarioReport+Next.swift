internal import ChainAnalysis
internal import Chains

extension ScenarioReport {
  /// Commands that lead on: projects that would help, buying what is short, the reason of what weighs most.
  func next() -> [String] {
    let commands = projects() + purchase() + reasons() + missingFigures()
    guard !commands.isEmpty else { return [] }
    return [say("下一步", "Next")]
      + commands.flatMap { line, purpose in
        ("# " + purpose).wrapped(to: width - 2).map { "  " + style($0, .faint) } + ["  " + line]
      }
  }

  private typealias Suggestion = (line: String, purpose: String)

  /// The scenario with further options, as it can be typed into a shell.
  private func scenario(_ more: [String]) -> String {
    ([command.program, "what-if", command.path] + command.changes + more + command.options)
      .map(shellQuoted).joined(separator: " ")
  }

  private func projects() -> [Suggestion] {
    helpingProjects().map { project in
      (
        scenario(["--complete", project.id.text]),
        say("再加上项目“\(project.name)”会怎样", "what if “\(project.name)” were completed too")
      )
    }
  }

  /// Whether one more change lets a final product run again; where none has stopped, anything may help.
  private func helps(_ change: Change) -> Bool {
    guard !comparison.stopped.isEmpty else { return true }
    guard let further = try? chain.outcome(of: Scenario([change])) else { return false }
    return zip(
      further.chain.finalProduction(from: after.settings.region), comparison.finals
    ).contains { $0 != .stopped && $1.after == .stopped && $1.before != .stopped }
  }

  /// What newly falls short most, bought from outside.
  private func purchase() -> [Suggestion] {
    let costly = comparison.worse.filter { $0.value.loss ?? 0 > 0 }
      .sorted { ($0.value.loss ?? 0) > ($1.value.loss ?? 0) }
    for case .product(let product) in costly.prefix(20).flatMap(\.subjects) {
      let state = after.products[product]
      guard !chain.products[product].isFinal, state.coverage.isShort,
        case .limited(let external) = chain.products[product].external,
        let required = state.requirement.exact, let inside = state.inside.exact,
        let outside = state.outside.exact, required.isFinite, required > inside + outside,
        // What the scenario says of it already is not to be said otherwise.
        !edits.contains(where: { $0.place == Place(.products, row: product, .external) })
      else { continue }
      let missing = Numerals.significant(required - inside - outside, digits: 6)
      let wanted = Numerals.significant(external + missing, digits: 6)
      guard helps(.set(.external(.limited(wanted), of: chain.products[product].id))) else {
        continue
      }
      let unit = chain.products[product].unit.map { " " + $0 } ?? ""
      let amount = Numerals.amount(missing)
      let name = chain.products[product].name
      let key = say("外部可得量", "external")
      let figure = wanted == wanted.rounded() ? String(Int64(wanted)) : "\(wanted)"
      return [
        (
          scenario(["--set", "\(key):\(chain.products[product].id)=\(figure)"]),
          say(
            "所缺的\(name)（\(amount)\(unit)/年）改从外部购买会怎样",
            "what if the \(name) that is missing (\(amount)\(unit) a year) were bought outside")
        )
      ]
    }
    return []
  }

  /// Where nothing gets worse, what weighs most in the scenario is the next thing to clear.
  private func reasons() -> [Suggestion] {
    guard let first = comparison.worse.first ?? after.findings.first else { return [] }
    func explain(_ path: String) -> Suggestion {
      (
        ([command.program, "explain", path, first.id] + command.options).map(shellQuoted)
          .joined(separator: " "), say("看 \(first.id) 的依据", "why \(first.id)")
      )
    }
    if let saved = command.saved { return [explain(saved)] }
    return [
      (
        scenario(["--save", "after.yaml"]),
        say("把情景存成一条链，可再用别的命令看", "keep the scenario as a chain, for the other commands")
      ), explain("after.yaml"),
    ]
  }

  /// Where the money is not known, the figures that would tell.
  private func missingFigures() -> [Suggestion] {
    guard let reach, reach.change == nil else { return [] }
    let path = command.saved ?? "after.yaml"
    return [
      (
        ([command.program, "check", path] + command.options).map(shellQuoted)
          .joined(separator: " "), say("看缺哪些数才算不出", "which figures are missing")
      )
    ]
  }

  /// Projects that add a known amount to what is newly lacking, at an enterprise that works, and that are
  /// neither in production nor in the scenario.
  private func helpingProjects() -> [Project] {
    let lacking = Set(
      comparison.worse.filter { $0.severity >= .considerable }.flatMap(\.subjects)
        .flatMap { subject -> [Int] in
          switch subject {
          case .product(let product): chain.kinds(of: product)
          case .tie(let row): [chain.ends(ofTie: row).product]
          case .enterprise, .region, .owner: []
          }
        })
    func adds(_ effect: Effect, _ project: Project) -> Bool {
      let carrier = (effect.enterprise ?? project.enterprise).flatMap(chain.number(of:))
      return effect.project == project.id && effect.kind != .stock && effect.amount.isKnownSource
        && (chain.number(of: effect.product).map(lacking.contains) ?? false)
        && (effect.kind == .external
          || carrier.map { chain.enterprises[$0].status != .stopped } ?? false)
    }
    return chain.tables.projects.filter { project in
      project.phase != .production
        && chain.tables.effects.contains { adds($0, project) }
    }.prefix(8).filter { helps(.complete($0.id)) }.prefix(3).map(\.self)
  }
}
