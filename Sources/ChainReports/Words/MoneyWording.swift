internal import ChainAnalysis
internal import Chains

/// Money figures of two analyses side by side, in words.
struct MoneyWording {
  let before: MoneyRow
  let after: MoneyRow
  /// The target that goes with each; a bound beyond it says nothing.
  let targets: (before: Double?, after: Double?)

  var beforeText: Bilingual { Self.text(before, target: targets.before) }
  var afterText: Bilingual { Self.text(after, target: targets.after) }

  /// How the figure moves, as far as that is known.
  enum Change: Hashable {
    case exactly(Double)
    /// What the worst and what the best that unknown figures can be move by; `certain` is the part of it
    /// that holds whatever they are, 0 where not even the direction does.
    case bounds(worst: Double, best: Double, certain: Double)
  }

  var change: Change? {
    func settled(_ difference: Double, _ size: Double) -> Double {
      abs(difference) <= 1e-7 * max(1, abs(size)) ? 0 : difference
    }
    if let a = before.exact, let b = after.exact { return .exactly(settled(b - a, a)) }
    guard let a = before.atLeast, let b = after.atLeast, let c = before.atMost,
      let d = after.atMost
    else { return nil }
    let (worst, best) = (settled(b - a, a), settled(d - c, c))
    // Bounds that say nothing do not move for a reason.
    if worst == 0, best == 0, Self.bounds(before, target: targets.before) == nil { return nil }
    // The worst of one beyond the best of the other.
    let certain = max(0, b - c) - max(0, a - d)
    return .bounds(worst: worst, best: best, certain: settled(certain, c))
  }

  var changeText: Bilingual {
    switch change {
    case .exactly(0): return Bilingual("不变", "none")
    case .exactly(let difference):
      let share =
        (before.exact ?? 0) > 0
        ? " (\(Self.sign(difference))\(Numerals.percent(abs(difference) / (before.exact ?? 1))))"
        : ""
      let text = Self.signed(difference) + share
      return Bilingual(text, text)
    case .bounds(0, 0, _): return Bilingual("界限不变", "same bounds")
    case .bounds(let worst, let best, _):
      let text = "\(Self.signed(worst)) / \(Self.signed(best))"
      return Bilingual(text, text)
    case nil: return Bilingual("待核", "not known")
    }
  }

  static func signed(_ value: Double) -> String {
    value == 0 ? "0" : sign(value) + Numerals.money(abs(value))
  }

  static func sign(_ value: Double) -> String { value < 0 ? "−" : "+" }

  private static func text(_ row: MoneyRow, target: Double?) -> Bilingual {
    if let exact = row.exact {
      return Bilingual(Numerals.money(exact), Numerals.money(exact))
    }
    guard let bounds = bounds(row, target: target) else { return Bilingual("待核", "not known") }
    return Bilingual(bounds, bounds)
  }

  /// `nil` where there is nothing to say: nothing as lower bound, the whole target as upper bound.
  private static func bounds(_ row: MoneyRow, target: Double?) -> String? {
    let least = row.atLeast.flatMap { $0 > 0 ? Numerals.money($0) : nil }
    let most = row.atMost.flatMap { most in
      target.map { most < $0 } ?? true ? Numerals.money(most) : nil
    }
    switch (least, most) {
    case (let least?, let most?): return "\(least)–\(most)"
    case (let least?, nil): return "≥\(least)"
    case (nil, let most?): return "≤\(most)"
    case (nil, nil): return nil
    }
  }
}
