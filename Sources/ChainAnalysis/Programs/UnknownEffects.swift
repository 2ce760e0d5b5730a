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
  /// The effect of each unknown figure, the largest first.
  ///
  /// Every figure takes two solves of programs of their own.
  mutating func unknownEffects(of figures: [OpenFigure]) -> [UnknownEffect] {
    let effects = figures.enumerated().map { number, figure -> UnknownEffect in
      report(.unknowns, number, of: figures.count)
      let level: Level = figure.figure == .volumes ? .ties : .products
      guard let value = values[level], spend(20, on: level) else {
        return UnknownEffect(figure: figure, effect: nil)
      }
      let worst = objective(level, Assumption(reading: .hopeful, exceptions: [figure]))
      let best = objective(level, Assumption(reading: .cautious, exceptions: [figure]))
      let changes = [difference(value.atMost, worst), difference(best, value.atLeast)]
      return UnknownEffect(figure: figure, effect: changes.compactMap { $0 }.max())
    }
    return effects.enumerated().sorted { a, b in
      let (aEffect, bEffect) = (a.element.effect ?? -1, b.element.effect ?? -1)
      return aEffect != bEffect ? aEffect > bEffect : a.offset < b.offset
    }.map(\.element)
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

  private func difference(_ a: Double?, _ b: Double?) -> Double? {
    guard let a, let b else { return nil }
    return a - b > max(reference * 1e-9, 1e-7 * abs(a)) ? cut(a - b) : 0
  }
}
