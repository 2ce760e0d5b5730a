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
  /// Money a year, with the best that unknown figures can be.
  public let value: Double
  /// How far the value can be from the true optimum at most, money a year; and by how much its plan
  /// oversteps a limit, as a share: the certificate, computed without the solver.
  public let gap: Double
  public let residual: Double
  /// What the plan draws on to the full.
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
    var measurement = Measurement(Situation(chain, settings))
    return measurement.solves(for: finding)
  }

  /// How much the makers, ties and products of a finding can do in plans that are worth no less.
  public func flows(for finding: Finding) -> [FlowInterval] {
    let measurement = Measurement(Situation(chain, settings))
    return measurement.flows(for: finding)
  }
}

extension Measurement {
  fileprivate mutating func solves(for finding: Finding) -> [Solve] {
    var solves: [Solve] = []
    for evidence in finding.evidence {
      guard let (level, question, outcome) = answer(evidence, of: finding) else { continue }
      for (question, outcome) in [(.asItStands, standing(on: level)), (question, outcome)] {
        guard let solution = outcome?.solution, let plan = plan(of: level) else { continue }
        let solve = Solve(
          question: question, level: level, value: cut(solution.objective),
          gap: solution.certificate.gap, residual: solution.certificate.primalResidual,
          atLimit: plan.levers.filter {
            $0.isFinite && solution.use(of: $0.part) >= $0.bound * (1 - 1e-9)
              && solution.use(of: $0.part) > 0
          }.map(\.restriction))
        if !solves.contains(solve) { solves.append(solve) }
      }
    }
    return solves.enumerated().sorted { a, b in
      let (aKey, bKey) = (a.element.order, b.element.order)
      return aKey != bKey ? aKey < bKey : a.offset < b.offset
    }.map(\.element)
  }

  private mutating func answer(
    _ evidence: Evidence, of finding: Finding
  ) -> (Level, Solve.Question, Outcome?)? {
    switch evidence.reason {
    case .limited(let restriction, _):
      return relieved([restriction], on: finding.value.level ?? .products)
    case .together(let extra):
      return relieved(extra.map(\.restriction), on: finding.value.level ?? .products)
    case .mismatch(let link): return relieved([.link(link)], on: .ties, trying: [link])
    case .untied(let user, _):
      let links = situation.missingLinks.filter { $0.customer == user }
      return relieved(links.map { .link($0) }, on: .ties)
    case .shortage, .missing:
      guard case .product(let product)? = finding.subjects.first else { return nil }
      return (.products, .cleared, cleared(product))
    case .onlyOutside, .oneSource, .only, .pair, .commonCause:
      guard let base else { return nil }
      return (base, .failed, failed(holders(of: finding.subjects, code: evidence.code)))
    case .circular, .unknown, .concentrated: return nil
    }
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
        restriction: lever.restriction, lowest: cut(max(0, low), digits: 6),
        highest: cut(high, digits: 6))
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
