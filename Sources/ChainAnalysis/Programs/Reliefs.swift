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
  /// `relieved` − `now`, 0 or more; `nil` where unknown figures decide it.
  public let gain: Double?
  /// Units a year that must come on top before something else limits, one a restriction; empty where
  /// nothing is gained.
  public let breakpoints: [Double]
  /// What limits next: each alone, taken away as well, would bring more.
  public let next: [Restriction]
}

extension Planner {
  /// What every single restriction that could gain would bring, the most first.
  ///
  /// A price of 0 proves that there is nothing to gain (measures, §3.4); any other only says where to
  /// ask the program.
  ///
  /// - Parameters:
  ///   - detailed: of how many it is also asked how much more is wanted and what limits then.
  ///   - spend: asked before every solve; where it says no, the rest is left out.
  mutating func reliefs(
    detailed: Int, spend: (Int) -> Bool
  ) throws(LinearProgramError) -> [Relief] {
    guard value.exact != nil, let solution = hopeful.solution else { return [] }
    var reliefs: [(lever: PlanProgram.Lever, relief: Relief)] = []
    for lever in plan.levers where lever.isFinite && isPriced(lever, solution) && spend(1) {
      let relief = try relief(of: [lever], asking: .gain)
      if let gain = relief.gain, gain > 0 { reliefs.append((lever, relief)) }
    }
    let ranked = reliefs.enumerated().sorted { a, b in
      let (aGain, bGain) = (a.element.relief.gain ?? 0, b.element.relief.gain ?? 0)
      return aGain != bGain ? aGain > bGain : a.offset < b.offset
    }.map(\.element)
    var result: [Relief] = []
    for (number, entry) in ranked.enumerated() {
      let isDetailed = number < detailed && spend(20)
      result.append(isDetailed ? try relief(of: [entry.lever]) : entry.relief)
    }
    return result
  }

  private func isPriced(_ lever: PlanProgram.Lever, _ solution: Solution) -> Bool {
    solution.price(of: lever.part) > 0
      || plan.followers[lever.restriction, default: []].contains {
        solution.dual(of: $0.constraint) > 0
      }
  }

  /// What is asked besides the gain: what limits then, and how much more is wanted until it does.
  enum Detail: Comparable { case gain, next, breakpoints }

  /// What taking some restrictions away together would bring.
  mutating func relief(
    of levers: [PlanProgram.Lever], asking detail: Detail = .breakpoints
  ) throws(LinearProgramError) -> Relief {
    let changes = { (plan: PlanProgram) in
      levers.compactMap { plan.lever(of: $0.restriction) }.flatMap(plan.relief)
    }
    let after = try value(trying: changes)
    let gain = difference(after, value).map { max(0, $0) }
    var breakpoints: [Double] = []
    var next: [Restriction] = []
    if detail > .gain, let gain, gain > 0, let most = after.atMost {
      for lever in levers where detail == .breakpoints {
        let reach = try hopeful.reach(
          of: plan.form(of: lever.part), after: changes(plan), nearOptimum: 1e-10)
        let more = reach?.lowest.map { max(0, $0 - lever.bound) }
        if let more { breakpoints.append(cut(more, digits: 6)) }
      }
      if breakpoints.count < levers.count { breakpoints = [] }
      next = try self.next(after: levers, changes(plan), value: most)
    }
    return Relief(
      restrictions: levers.map(\.restriction), level: level, now: value, relieved: after,
      gain: gain, breakpoints: breakpoints, next: next)
  }

  private mutating func next(
    after levers: [PlanProgram.Lever], _ changes: [Solver.Change], value most: Double
  ) throws(LinearProgramError) -> [Restriction] {
    guard let solution = try hopeful.outcome(trying: changes).solution else { return [] }
    // Those with the highest prices; there can be hundreds, and few of them gain alone.
    let priced = plan.levers.enumerated().filter { _, lever in
      lever.isFinite && !levers.contains(lever) && isPriced(lever, solution)
    }.sorted { a, b in
      let (aPrice, bPrice) = (
        solution.price(of: a.element.part) * a.element.limit,
        solution.price(of: b.element.part) * b.element.limit
      )
      return aPrice != bPrice ? aPrice > bPrice : a.offset < b.offset
    }.prefix(8).sorted { $0.offset < $1.offset }
    var next: [Restriction] = []
    for (_, lever) in priced {
      let more = try hopeful.outcome(trying: changes + plan.relief(of: lever)).objective
      if let more, more > most + max(tolerance, 1e-7 * most) { next.append(lever.restriction) }
    }
    return next
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
}
