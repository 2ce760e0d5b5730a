internal import Chains
internal import Graphs
internal import LinearPrograms

/// How firm the findings of a level are when all figures are a bit off (measures, §3.12).
public struct Robustness: Hashable, Sendable {
  /// How many draws were made; 0 where there was no room for them or nothing to draw.
  public let draws: Int
  private let binding: [Restriction: Int]
  private let leading: [Restriction: Int]

  /// How many restrictions lead.
  static let leaders = 5
  static let none = Robustness(draws: 0, binding: [:], leading: [:])

  init(draws: Int, binding: [Restriction: Int], leading: [Restriction: Int]) {
    self.draws = draws
    self.binding = binding
    self.leading = leading
  }

  /// The share of draws in which taking a restriction away alone gains, 0...1.
  public func binding(_ restriction: Restriction) -> Double? {
    draws == 0 ? nil : Double(binding[restriction, default: 0]) / Double(draws)
  }

  /// The share of draws in which it is among the five that gain most, 0...1.
  public func leading(_ restriction: Restriction) -> Double? {
    draws == 0 ? nil : Double(leading[restriction, default: 0]) / Double(draws)
  }
}

extension Measurement {
  /// Draws all figures again and again and looks which restrictions of L1 still bind.
  mutating func robustness() -> Robustness {
    let settings = situation.settings
    guard values[.products]?.exact != nil, let plan = plan(of: .products),
      let basis = basis(of: .products)
    else { return .none }
    var binding: [Restriction: Int] = [:]
    var leading: [Restriction: Int] = [:]
    var wanted = 0
    while wanted < settings.draws, spend(5, on: .products) { wanted += 1 }
    var made = 0
    // Every draw is a program of its own, solved from the basis of the plan as it stands.
    let draws = Draws(situation.chain, seed: settings.seed)
    let (nothing, parts) = (1e-9 * reference, wanted)
    ParallelWork(threads: threads).run(
      parts: parts, check: { report(.draws, made, of: parts) },
      { number in
        try? plan.drawn(draws[number]).gains(from: basis, nothing: nothing)
      },
      combine: { gains in
        guard let gains else { return }
        made += 1
        for restriction in gains { binding[restriction, default: 0] += 1 }
        for restriction in gains.prefix(Robustness.leaders) {
          leading[restriction, default: 0] += 1
        }
      })
    return Robustness(draws: made, binding: binding, leading: leading)
  }
}

extension PlanProgram {
  /// The restrictions that gain something alone, the most first where there are more than can lead.
  ///
  /// - Parameter nothing: money a year; what gains no more gains nothing.
  fileprivate func gains(
    from basis: LinearPrograms.Basis, nothing: Double
  ) throws(LinearProgramError) -> [Restriction] {
    var solver = try Solver(program)
    solver.basis = basis
    guard let solution = solver.solve().solution else { return [] }
    let nothing = max(nothing, 1e-7 * solution.objective)
    let priced = levers.filter { $0.isFinite && isPriced($0, in: solution) }
    let needsOrder = priced.count > Robustness.leaders
    var gains: [(restriction: Restriction, gain: Double)] = []
    for lever in priced {
      // That there is a gain, slight growth tells too, in a tenth of the steps.
      for changes in needsOrder
        ? [relief(of: lever)] : [slightGrowth(of: lever), relief(of: lever)]
      {
        let outcome = try solver.outcome(trying: changes)
        // Where nothing else limits a final product without a target, a gain has no end.
        let value = outcome == .unbounded ? .infinity : outcome.objective
        guard let gain = value.map({ $0 - solution.objective }), gain > nothing else { continue }
        gains.append((lever.restriction, gain))
        break
      }
    }
    guard needsOrder else { return gains.map(\.restriction) }
    return gains.enumerated().sorted { a, b in
      a.element.gain != b.element.gain
        ? a.element.gain > b.element.gain : a.offset < b.offset
    }.map(\.element.restriction)
  }

  /// The changes that give a restriction a thousandth of its limit more.
  private func slightGrowth(of lever: Lever) -> [Solver.Change] {
    let more = lever.limit / 1024
    func grown(_ part: Part, by more: Double) -> Solver.Change {
      let upper = bounds(of: part).upper + more
      return change(part, upper: upper > LinearProgram.largestMagnitude ? .infinity : upper)
    }
    return [grown(lever.part, by: more)]
      + followers[lever.restriction, default: []].map {
        grown(.constraint($0.constraint), by: $0.share * more)
      }
  }
}
