internal import LinearPrograms

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// One step of the relief ladder (扩能阶梯): what must grow, together, for a value to be reached.
public struct LadderStep: Hashable, Sendable {
  /// Money a year.
  public let value: Double
  /// Units a year on top of what there is; what need not grow is left out.
  public let extra: [Extra]

  /// Units a year of everything together; they only add up where all are of one product.
  var units: Double { extra.reduce(0) { $0 + $1.units } }

  public struct Extra: Hashable, Sendable {
    public let restriction: Restriction
    public let units: Double
  }
}

/// The least growth with which a plan reaches a value (measures, §3.6): every restriction may give way,
/// at a price a unit, and the sum of the prices is as small as can be.
///
/// It is feasible where every restriction may give way, and so takes the place of a search for what
/// makes a goal impossible (J. W. Chinneck, *Feasibility and Infeasibility in Optimization*, 2008,
/// doi:10.1007/978-0-387-74932-7).
struct Ladder: ~Copyable {
  private var solver: Solver
  private let goal: LinearProgram.Constraint
  private let extras: [Extra]

  private struct Extra {
    let restriction: Restriction
    let variable: LinearProgram.Variable
    let size: Double
  }

  /// - Parameters:
  ///   - basis: that of the plan as it stands, from which a step is a short way.
  ///   - levers: what may grow.
  ///   - size: the units a year of a lever that cost 1, more than 0; where there are none, as many as are to the plan
  ///     what those of the others are on average.
  init(
    _ plan: PlanProgram, from basis: LinearPrograms.Basis = .none,
    growing levers: [PlanProgram.Lever], size: (PlanProgram.Lever) -> Double?
  ) throws(LinearProgramError) {
    let sizes = Self.sizes(of: levers, in: plan, size)
    let old = plan.program
    var program = LinearProgram()
    for variable in old.variables {
      _ = program.addVariable(old.bounds(of: variable), name: old.name(of: variable))
    }
    var extras: [Extra] = []
    var slack: [LinearProgram.Constraint: [(LinearProgram.Variable, Double)]] = [:]
    // More of a variable than its bound is another variable that stands wherever it does. Where other bounds grow with the
    // limit, more of it may help without being used.
    var more: [LinearProgram.Variable: LinearProgram.Variable] = [:]
    var idle: [(variable: LinearProgram.Variable, extra: LinearProgram.Variable, bound: Double)] =
      []
    for (lever, size) in zip(levers, sizes) {
      let extra = program.addVariable(objective: -1 / size)
      extras.append(Extra(restriction: lever.restriction, variable: extra, size: size))
      for follower in plan.followers[lever.restriction, default: []] {
        slack[follower.constraint, default: []].append((extra, -follower.share))
      }
      switch lever.part {
      case .constraint(let row): slack[row, default: []].append((extra, -1))
      case .variable(let variable) where plan.hasFollowers(lever):
        program.setBounds(Bounds(old.bounds(of: variable).lower, .infinity), of: variable)
        idle.append((variable, extra, lever.bound))
      case .variable(let variable): more[variable] = extra
      }
    }
    func withMore(
      _ terms: [(LinearProgram.Variable, Double)]
    ) -> [(LinearProgram.Variable, Double)] {
      terms + terms.compactMap { term in more[term.0].map { ($0, term.1) } }
    }
    for row in old.constraints {
      program.addConstraint(
        withMore(old.terms(of: row)) + slack[row, default: []], old.bounds(of: row),
        name: old.name(of: row))
    }
    for (variable, extra, bound) in idle {
      program.addConstraint([(variable, 1), (extra, -1)], atMost: bound)
    }
    goal = program.addConstraint(
      withMore(old.variables.map { ($0, old.objective(of: $0)) }), atLeast: 0, name: "goal")
    self.extras = extras
    solver = try Solver(program)
    solver.start(from: basis, of: old)
  }

  /// Prices that differ by many powers of ten would hide each other in the tolerances of a solver.
  private static func sizes(
    of levers: [PlanProgram.Lever], in plan: PlanProgram,
    _ size: (PlanProgram.Lever) -> Double?
  ) -> [Double] {
    let known = levers.map(size)
    guard known.contains(nil) else { return known.compactMap(\.self) }
    let units = plan.program.variableUnits
    let natural = levers.map { lever in
      plan.form(of: lever.part).map { units[$0.0.index] / abs($0.1) }.first ?? 1
    }
    let logarithms = zip(known, natural).compactMap { size, unit in size.map { log2($0 / unit) } }
    let mean =
      logarithms.isEmpty ? 0 : logarithms.reduce(0, +) / Double(logarithms.count)
    return zip(known, natural).map { $0 ?? $1 * exp2(mean) }
  }

  /// The step for a value; `nil` where it cannot be reached or not be proved.
  ///
  /// - Parameter restrictions: what may grow of all that may; `nil` is everything.
  mutating func step(
    to value: Double, growing restrictions: Set<Restriction>? = nil
  ) throws(LinearProgramError) -> LadderStep? {
    var changes: [Solver.Change] = [.constraint(goal, .atLeast(value))]
    if let restrictions {
      for extra in extras where !restrictions.contains(extra.restriction) {
        changes.append(.variable(extra.variable, .equal(0)))
      }
    }
    guard let solution = try solver.outcome(trying: changes).solution else { return nil }
    // What costs nothing beside the others is what the solver leaves of 0.
    let costs = extras.map { solution[$0.variable] / $0.size }
    let least = max(1e-12, 1e-9 * (costs.max() ?? 0))
    return LadderStep(
      value: value,
      extra: zip(extras, costs).compactMap { extra, cost in
        guard cost > least else { return nil }
        let units = cut(solution[extra.variable], digits: 6)
        return LadderStep.Extra(restriction: extra.restriction, units: units)
      })
  }
}

/// Growth from what can be reached today to the target.
struct Growth {
  let steps: [LadderStep]
  /// Whether products count that nobody makes or sells today.
  let needsNewProducts: Bool

  static let none = Growth(steps: [], needsNewProducts: false)
}

extension PlanSolver {
  /// The ladder from the value as it stands up to a goal, in equal steps.
  ///
  /// What exists grows; only where that is not enough, what nobody has today comes from outside.
  func growth(
    to goal: Double, steps: Int = 10, size: (PlanProgram.Lever) -> Double?
  ) throws(LinearProgramError) -> Growth {
    guard let start = solution?.objective, goal - start > 1e-7 * goal, steps > 0 else {
      return .none
    }
    let existing = plan.levers.filter(\.isFinite)
    let absent = plan.levers.filter {
      if case .buying = $0.restriction { $0.limit == 0 } else { false }
    }
    for (levers, isNew) in [(existing, false), (existing + absent, true)] {
      var ladder = try Ladder(plan, from: basis, growing: levers, size: size)
      guard try ladder.step(to: goal * (1 - 1e-9)) != nil else { continue }
      var result: [LadderStep] = []
      for number in 1...steps {
        let value = start + (goal - start) * Double(number) / Double(steps)
        if let step = try ladder.step(to: value * (1 - 1e-12)) {
          result.append(LadderStep(value: cut(value), extra: step.extra))
        }
      }
      return Growth(steps: result, needsNewProducts: isNew)
    }
    return .none
  }
}
