internal import Chains
internal import LinearPrograms

/// What it would bring to take a restriction away, or several together, all else as it is.
public struct Relief: Hashable, Sendable {
  /// What is taken away together.
  public let restrictions: [Restriction]
  public let level: Level
  /// The value as things stand, and with the restrictions taken away, money a year.
  public let now: ValueRange
  public let relieved: ValueRange
  /// `relieved` − `now`, 0 or more: the smaller and the larger of what is gained with the worst and with
  /// the best that unknown figures can be.
  public let gains: ValueRange
  /// Units a year that must come on top before something else limits, one a restriction; empty where
  /// nothing is gained or unknown figures decide it.
  public let breakpoints: [Double]
  /// What limits next: each alone, taken away as well, would bring more.
  public let next: [Restriction]

  /// The gain, where both readings agree.
  public var gain: Double? { gains.exact }
  /// Whether there is a gain whatever unknown figures are.
  var isCertain: Bool { (gains.atLeast ?? 0) > 0 }
}

extension Planner {
  /// What every single restriction that could gain would bring, the most first.
  ///
  /// A price of 0 proves that there is nothing to gain (measures, §3.4); any other only says where to
  /// ask the program. What is not known to be limited is no restriction: it is asked about instead.
  ///
  /// - Parameters:
  ///   - detailed: of how many it is also asked how much more is wanted and what limits then.
  ///   - spend: asked before every solve; where it says no, the rest is left out.
  mutating func reliefs(
    detailed: Int, spend: (Int) -> Bool
  ) throws(LinearProgramError) -> [Relief] {
    let priced = priced()
    var reliefs: [(lever: PlanProgram.Lever, relief: Relief)] = []
    for lever in plan.levers where priced.contains(lever.restriction) && spend(1) {
      let relief = try relief(of: [lever], asking: .gain)
      if let gain = relief.gains.atMost, gain > 0 { reliefs.append((lever, relief)) }
    }
    let ranked = reliefs.enumerated().sorted { a, b in
      let (aGain, bGain) = (a.element.relief.gains, b.element.relief.gains)
      return aGain != bGain ? bGain.isLess(than: aGain) : a.offset < b.offset
    }.map(\.element)
    var result: [Relief] = []
    for (number, entry) in ranked.enumerated() {
      let isDetailed = number < detailed && spend(20)
      result.append(isDetailed ? try relief(of: [entry.lever]) : entry.relief)
    }
    return result
  }

  /// What is limited alike in both readings and has a price in one.
  private func priced() -> Set<Restriction> {
    let priced = hopeful.priced()
    switch cautious {
    case .some(let solver):
      return priced.union(solver.priced()).filter { restriction in
        solver.plan.lever(of: restriction)?.limit == plan.lever(of: restriction)?.limit
      }
    case .none: return priced
    }
  }

  /// What taking some restrictions away together would bring.
  mutating func relief(
    of levers: [PlanProgram.Lever], asking detail: ReliefDetail = .breakpoints
  ) throws(LinearProgramError) -> Relief {
    let restrictions = levers.map(\.restriction)
    let after = try value(trying: { $0.relief(of: restrictions) })
    let gains = differences(after, value)
    var end = ReliefEnd()
    if let gain = gains.exact, gain > 0 {
      end = try hopeful.end(of: restrictions, asking: detail, tolerance)
      if let other = try cautious?.end(of: restrictions, asking: detail, tolerance) {
        end = end.agreeing(with: other)
      }
    }
    return Relief(
      restrictions: restrictions, level: level, now: value, relieved: after, gains: gains,
      breakpoints: end.breakpoints, next: end.next)
  }
}

/// What is asked besides the gain: what limits then, and how much more is wanted until it does.
enum ReliefDetail: Comparable { case gain, next, breakpoints }

/// How far a relief helps, in one reading.
struct ReliefEnd: Hashable {
  var breakpoints: [Double] = []
  var next: [Restriction] = []

  /// What holds in another reading too.
  func agreeing(with other: ReliefEnd) -> ReliefEnd {
    ReliefEnd(
      breakpoints: breakpoints == other.breakpoints ? breakpoints : [],
      next: next.filter(other.next.contains))
  }
}

extension PlanSolver {
  /// The finite restrictions of which more may gain, by their prices.
  fileprivate func priced() -> Set<Restriction> {
    guard let solution else { return [] }
    return Set(
      plan.levers.filter { $0.isFinite && plan.isPriced($0, in: solution) }.map(\.restriction))
  }

  fileprivate func end(
    of restrictions: [Restriction], asking detail: ReliefDetail, _ tolerance: Double
  ) throws(LinearProgramError) -> ReliefEnd {
    guard detail > .gain else { return ReliefEnd() }
    var relieved = try solver(after: plan.relief(of: restrictions))
    guard let solution = relieved.solve().solution else { return ReliefEnd() }
    var end = ReliefEnd()
    for lever in restrictions.compactMap(plan.lever) where detail == .breakpoints {
      guard let more = try breakpoint(of: lever, among: restrictions, solution.objective) else {
        end.breakpoints = []
        break
      }
      end.breakpoints.append(more)
    }
    for lever in mostPriced(besides: restrictions, in: solution) {
      let more = try relieved.outcome(trying: plan.relief(of: lever)).objective
      if let more, more > solution.objective + max(tolerance, 1e-7 * solution.objective) {
        end.next.append(lever.restriction)
      }
    }
    return end
  }

  /// The least units on top of a limit with which a value is reached when others are taken away.
  private func breakpoint(
    of lever: PlanProgram.Lever, among restrictions: [Restriction], _ value: Double
  ) throws(LinearProgramError) -> Double? {
    var plan = plan
    for change in plan.relief(of: restrictions.filter { $0 != lever.restriction }) {
      plan.program.make(change)
    }
    var ladder = try Ladder(plan, from: basis, growing: [lever], size: { _ in 1 })
    return try ladder.step(to: value - 1e-10 * abs(value)).map { $0.extra.first?.units ?? 0 }
  }

  /// Restrictions that may limit next: those with the highest prices, for there can be hundreds, and few of
  /// them gain alone.
  private func mostPriced(
    besides restrictions: [Restriction], in solution: Solution
  ) -> [PlanProgram.Lever] {
    plan.levers.enumerated().filter { _, lever in
      lever.isFinite && !restrictions.contains(lever.restriction)
        && plan.isPriced(lever, in: solution)
    }.sorted { a, b in
      let (aPrice, bPrice) = (
        solution.price(of: a.element.part) * a.element.limit,
        solution.price(of: b.element.part) * b.element.limit
      )
      return aPrice != bPrice ? aPrice > bPrice : a.offset < b.offset
    }.prefix(8).sorted { $0.offset < $1.offset }.map(\.element)
  }
}

extension PlanProgram {
  /// The sum that the upper bound of a part limits.
  func form(of part: Part) -> [(LinearProgram.Variable, Double)] {
    switch part {
    case .variable(let variable): [(variable, 1)]
    case .constraint(let constraint): program.terms(of: constraint)
    }
  }

  /// The changes that take some restrictions away; one that the plan does not have changes nothing.
  func relief(of restrictions: [Restriction]) -> [Solver.Change] {
    restrictions.compactMap(lever).flatMap { relief(of: $0) }
  }
}
