internal import Chains
internal import LinearPrograms

/// How much the answer to one open question could change what the chain is found to reach.
public struct UnknownEffect: Hashable, Sendable {
  public let figure: OpenFigure
  /// Money a year: what the worst answer takes away when all other unknown figures are at their best,
  /// or the best answer adds when all others are at their worst, whichever is more; `nil` where no
  /// certified optimum was found.
  public let effect: Double?
}

extension Measurement {
  /// The levels whose value depends on what is not known.
  var openLevels: [Level] {
    Level.allCases.filter { level in
      values[level].map { $0.atMost != nil && $0.exact == nil } ?? false
    }
  }

  /// The effects of all figures that are found unknown, and those of them on which a value depends.
  ///
  /// Where a value is open though no figure alone could change it, it depends on all of them.
  mutating func unknownFigures() -> (effects: [UnknownEffect], deciding: Set<OpenFigure>) {
    let chain = situation.chain
    let listed = situation.unknownFigures().flatMap { $0.openFigures(in: chain) }
    let open = openLevels.isEmpty ? [] : situation.openFigures
    var seen = Set<OpenFigure>()
    let effects = unknownEffects(of: (listed + open).filter { seen.insert($0).inserted })
    var deciding = Set(effects.filter { ($0.effect ?? 0) > 0 }.map(\.figure))
    if deciding.isEmpty { deciding = Set(open) }
    let stated = deciding.union(listed)
    return (effects.filter { stated.contains($0.figure) }, deciding)
  }

  /// The effect of each unknown figure on the values of both levels, the largest first.
  ///
  /// Where a value is the same in both readings no answer changes it. At most half of the work that is
  /// left goes into it.
  mutating func unknownEffects(of figures: [OpenFigure]) -> [UnknownEffect] {
    let (levels, reserve) = (openLevels, workLeft / 2)
    let effects = figures.enumerated().map { number, figure -> UnknownEffect in
      report(.unknowns, number, of: figures.count)
      let effects = levels.map { effect(of: figure, on: $0, keeping: reserve) }
      return UnknownEffect(
        figure: figure, effect: effects.contains(nil) ? nil : effects.compactMap { $0 }.max() ?? 0)
    }
    return effects.enumerated().sorted { a, b in
      let (aEffect, bEffect) = (a.element.effect ?? -1, b.element.effect ?? -1)
      return aEffect != bEffect ? aEffect > bEffect : a.offset < b.offset
    }.map(\.element)
  }

  private mutating func effect(
    of figure: OpenFigure, on level: Level, keeping reserve: Int
  ) -> Double? {
    guard spend(20, on: level, keeping: reserve) else { return nil }
    return effect(
      on: level,
      worst: situation.program(level, Assumption(reading: .hopeful, exceptions: [figure])),
      best: situation.program(level, Assumption(reading: .cautious, exceptions: [figure])))
  }

  /// What some unknown figures together leave open: the value with all of them at their worst, and at
  /// their best, everything else unknown at its best.
  mutating func interval(of figures: [OpenFigure]) -> ValueRange? {
    guard let level = base, let best = values[level]?.atMost, spend(10, on: level) else {
      return nil
    }
    let worst = objective(level, Assumption(reading: .hopeful, exceptions: Set(figures)))
    return ValueRange(atLeast: worst, atMost: best)
  }

  private func objective(_ level: Level, _ assumption: Assumption) -> Double? {
    guard var solver = try? Solver(situation.program(level, assumption).program) else {
      return nil
    }
    return solver.solve().objective.map { abs($0) < reference * 1e-9 ? 0 : cut($0) }
  }
}

extension Planner {
  /// What a figure could change: what the worst answer takes from the best that the value can be, or the
  /// best answer adds to the worst, whichever is more.
  mutating func effect(worst: PlanProgram, best: PlanProgram) -> Double? {
    func difference(_ more: Double?, _ less: Double?) -> Double? {
      guard let more, let less else { return nil }
      return more - less > max(tolerance, 1e-7 * abs(more)) ? cut(more - less) : 0
    }
    let low = hopeful.objective(of: worst)
    let high = cautious?.objective(of: best) ?? nil
    return [difference(value.atMost, low), difference(high, value.atLeast)]
      .compactMap { $0 }.max()
  }
}

extension PlanSolver {
  /// The optimum of another plan; where it differs in bounds alone, from the basis of this one.
  mutating fileprivate func objective(of other: PlanProgram) -> Double? {
    let (old, new) = (plan.program, other.program)
    guard old.variableCount == new.variableCount, old.constraintCount == new.constraintCount else {
      return Self.optimum(other)
    }
    var same = old
    var changes: [Solver.Change] = []
    for variable in new.variables where old.bounds(of: variable) != new.bounds(of: variable) {
      same.setBounds(new.bounds(of: variable), of: variable)
      changes.append(.variable(variable, new.bounds(of: variable)))
    }
    for row in new.constraints where old.bounds(of: row) != new.bounds(of: row) {
      same.setBounds(new.bounds(of: row), of: row)
      changes.append(.constraint(row, new.bounds(of: row)))
    }
    return same == new ? (try? outcome(trying: changes))?.objective : Self.optimum(other)
  }

  private static func optimum(_ plan: PlanProgram) -> Double? {
    guard var solver = try? Solver(plan.program) else { return nil }
    return solver.solve().objective
  }
}
