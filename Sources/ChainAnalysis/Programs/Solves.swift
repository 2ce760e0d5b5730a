internal import Chains
internal import LinearPrograms

/// One solve that a finding rests on.
public struct Solve: Hashable, Sendable {
  /// What the solve answers.
  public enum Question: Hashable, Sendable {
    /// The chain as it stands.
    case asItStands
    /// With what the finding is about no longer limited, missing or apart.
    case cleared
    /// While what the finding is about has failed.
    case failed
  }

  public let question: Question
  public let level: Level
  /// Money a year, with the worst and with the best that unknown figures can be.
  public let value: ValueRange
  /// How far the value can be from the true optimum at most, money a year; and by how much its plan
  /// oversteps a limit, as a share: the certificate, computed without the solver; the larger of both
  /// readings.
  public let gap: Double
  public let residual: Double
  /// What the plan draws on to the full, with the best that unknown figures can be.
  public let atLimit: [Restriction]
}

/// How much a figure of the plan can be without final output losing value: several plans are worth the
/// same, and none of them alone says what is needed.
public struct FlowInterval: Hashable, Sendable {
  /// What is made, bought or passed.
  public let restriction: Restriction
  /// Units a year.
  public let lowest: Double
  /// Units a year; infinite where nothing limits it.
  public let highest: Double
}

extension Analysis {
  /// The solves behind a finding: before and after, each with its certificate; none where quantities
  /// are unknown.
  ///
  /// - Complexity: that of the analysis without its sweeps.
  public func solves(for finding: Finding) -> [Solve] {
    let measurement = Measurement(Situation(chain, settings))
    return measurement.solves(for: finding)
  }

  /// How much the makers, ties and products of a finding can do in plans that are worth no less.
  public func flows(for finding: Finding) -> [FlowInterval] {
    let measurement = Measurement(Situation(chain, settings))
    return measurement.flows(for: finding)
  }
}

extension Measurement {
  fileprivate func solves(for finding: Finding) -> [Solve] {
    var solves: [Solve] = []
    for evidence in finding.evidence {
      guard let asked = trial(evidence, of: finding) else { continue }
      let none = { (_: PlanProgram) in [Solver.Change]() }
      for (question, changes) in [(.asItStands, none), (asked.question, asked.changes)] {
        let solve = solve(question, asked.links, asked.level, changes)
        if let solve, !solves.contains(solve) { solves.append(solve) }
      }
    }
    return solves.enumerated().sorted { a, b in
      let (aKey, bKey) = (a.element.order, b.element.order)
      return aKey != bKey ? aKey < bKey : a.offset < b.offset
    }.map(\.element)
  }

  /// What is tried to answer a piece of evidence.
  private struct Trial {
    let level: Level
    let question: Solve.Question
    let changes: (PlanProgram) -> [Solver.Change]
    /// Ties that are not there, which need a plan of their own.
    var links: [Link] = []
  }

  private func trial(_ evidence: Evidence, of finding: Finding) -> Trial? {
    switch evidence.reason {
    case .limited(let restriction, _):
      return relief([restriction], on: finding.value.level ?? .products)
    case .together(let extra):
      return relief(extra.map(\.restriction), on: finding.value.level ?? .products)
    case .mismatch(let link): return relief([.link(link)], on: .ties, links: [link])
    case .untied(let user, _):
      let links = situation.missingLinks.filter { $0.customer == user }
      return relief(links.map { .link($0) }, on: .ties, links: links)
    case .shortage, .missing:
      guard case .product(let product)? = finding.subjects.first else { return nil }
      let chain = situation.chain
      return Trial(
        level: .products, question: .cleared,
        changes: { $0.relief(of: chain.kinds(of: product), in: chain) })
    case .onlyOutside, .oneSource, .only, .pair, .commonCause:
      guard let base else { return nil }
      let holders = holders(of: finding.subjects, code: evidence.code)
      return Trial(
        level: base, question: .failed,
        changes: { plan in
          plan.remainders(without: holders).map { plan.change($0.part, upper: max(0, $0.upper)) }
        })
    case .circular, .unknown, .concentrated: return nil
    }
  }

  private func relief(
    _ restrictions: [Restriction], on level: Level, links: [Link] = []
  ) -> Trial? {
    Trial(
      level: level, question: .cleared, changes: { $0.relief(of: restrictions) }, links: links)
  }

  private func solve(
    _ question: Solve.Question, _ links: [Link], _ level: Level,
    _ changes: (PlanProgram) -> [Solver.Change]
  ) -> Solve? {
    func program(_ reading: Availability.Reading) -> PlanProgram {
      links.isEmpty
        ? situation.program(level, Assumption(reading: reading))
        : situation.tiePlan(Assumption(reading: reading), links: links).plan
    }
    let plan = program(.hopeful)
    guard values[level] != nil, var solver = try? PlanSolver(plan),
      let solution = (try? solver.outcome(trying: changes(plan)))?.solution,
      var cautious = try? PlanSolver(program(.cautious)),
      let least = (try? cautious.outcome(trying: changes(cautious.plan)))?.solution
    else { return nil }
    let shown = (try? solver.leanest(after: changes(plan))).flatMap { $0 } ?? solution
    let certificates = [solution.certificate, least.certificate]
    return Solve(
      question: question, level: level,
      value: ValueRange(atLeast: cut(least.objective), atMost: cut(solution.objective)),
      gap: certificates.map(\.gap).max() ?? 0,
      residual: certificates.map(\.primalResidual).max() ?? 0,
      atLimit: plan.levers.filter {
        // What is used beyond its bound has been taken away.
        let use = shown.use(of: $0.part)
        return $0.isFinite && use > 0 && abs(use - $0.bound) <= 1e-6 * $0.bound
      }.map(\.restriction))
  }

  private func flows(_ subjects: [Subject], _ plan: PlanProgram) -> [PlanProgram.Lever] {
    plan.levers.filter { lever in
      switch lever.restriction {
      case .making(let product), .buying(let product):
        lever.limit > 0 && subjects.contains(.product(product))
      case .activity(let number):
        subjects.contains(.enterprise(situation.chain.activities[number].enterprise))
      case .tie(let row): subjects.contains(.tie(row))
      case .link: false
      }
    }
  }

  fileprivate func flows(for finding: Finding) -> [FlowInterval] {
    guard let base, let plan = plan(of: base) else { return [] }
    return flows(finding.subjects, plan).compactMap { lever in
      guard let reach = reach(of: lever, on: base), let low = reach.lowest,
        let high = reach.highest
      else { return nil }
      return FlowInterval(
        restriction: lever.restriction, lowest: cut(max(0, low), digits: 5),
        highest: cut(high, digits: 5))
    }
  }
}

extension Solve {
  /// Levels one after the other, each from how it stands.
  fileprivate var order: Int {
    let place =
      switch question {
      case .asItStands: 0
      case .cleared: 1
      case .failed: 2
      }
    return (level == .products ? 0 : 3) + place
  }
}
