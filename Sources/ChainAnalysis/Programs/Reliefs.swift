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
  /// What every single restriction that could gain would bring.
  ///
  /// A price of 0 proves that there is nothing to gain (measures, §3.4); any other only says where to
  /// ask the program.
  mutating func reliefs() throws(LinearProgramError) -> [Relief] {
    guard value.exact != nil, let solution = hopeful.solution else { return [] }
    var reliefs: [Relief] = []
    for lever in plan.levers where lever.isFinite && isPriced(lever, solution) {
      let relief = try relief(of: [lever])
      if let gain = relief.gain, gain > 0 { reliefs.append(relief) }
    }
    return reliefs
  }

  private func isPriced(_ lever: PlanProgram.Lever, _ solution: Solution) -> Bool {
    solution.price(of: lever.part) > 0
      || plan.followers[lever.restriction, default: []].contains {
        solution.dual(of: $0.constraint) > 0
      }
  }

  /// What taking some restrictions away together would bring.
  mutating func relief(of levers: [PlanProgram.Lever]) throws(LinearProgramError) -> Relief {
    let changes = { (plan: PlanProgram) in
      levers.compactMap { plan.lever(of: $0.restriction) }.flatMap(plan.relief)
    }
    let after = try value(trying: changes)
    let gain = difference(after, value).map { max(0, $0) }
    var breakpoints: [Double] = []
    var next: [Restriction] = []
    if let gain, gain > 0, let most = after.atMost {
      for lever in levers {
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
    var next: [Restriction] = []
    for lever in plan.levers
    where lever.isFinite && !levers.contains(lever) && isPriced(lever, solution) {
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
