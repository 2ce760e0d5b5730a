internal import LinearPrograms

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
  private let extras: [(restriction: Restriction, variable: LinearProgram.Variable)]

  /// - Parameters:
  ///   - levers: what may grow.
  ///   - price: of one unit, more than 0.
  init(
    _ plan: PlanProgram, growing levers: [PlanProgram.Lever],
    price: (PlanProgram.Lever) -> Double
  ) throws(LinearProgramError) {
    var program = LinearProgram()
    let old = plan.program
    for variable in old.variables {
      _ = program.addVariable(old.bounds(of: variable), name: old.name(of: variable))
    }
    var extras: [(restriction: Restriction, variable: LinearProgram.Variable)] = []
    var slack: [LinearProgram.Constraint: [(LinearProgram.Variable, Double)]] = [:]
    for lever in levers {
      let extra = program.addVariable(objective: -price(lever))
      extras.append((lever.restriction, extra))
      for follower in plan.followers[lever.restriction, default: []] {
        slack[follower.constraint, default: []].append((extra, -follower.share))
      }
      switch lever.part {
      case .constraint(let row): slack[row, default: []].append((extra, -1))
      case .variable(let variable):
        program.setBounds(Bounds(old.bounds(of: variable).lower, .infinity), of: variable)
        program.addConstraint([(variable, 1), (extra, -1)], atMost: lever.bound)
      }
    }
    for row in old.constraints {
      program.addConstraint(
        old.terms(of: row) + slack[row, default: []], old.bounds(of: row), name: old.name(of: row))
    }
    goal = program.addConstraint(
      old.variables.map { ($0, old.objective(of: $0)) }, atLeast: 0, name: "goal")
    self.extras = extras
    solver = try Solver(program)
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
    let largest = extras.map { solution[$0.variable] }.max() ?? 0
    return LadderStep(
      value: value,
      extra: extras.compactMap { extra in
        let units = solution[extra.variable]
        return units > 1e-9 * max(1, largest)
          ? LadderStep.Extra(restriction: extra.restriction, units: cut(units, digits: 6)) : nil
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
    to goal: Double, steps: Int = 10, price: (PlanProgram.Lever) -> Double
  ) throws(LinearProgramError) -> Growth {
    guard let start = solution?.objective, goal - start > 1e-7 * goal, steps > 0 else {
      return .none
    }
    let existing = plan.levers.filter(\.isFinite)
    let absent = plan.levers.filter {
      if case .buying = $0.restriction { $0.limit == 0 } else { false }
    }
    for (levers, isNew) in [(existing, false), (existing + absent, true)] {
      var ladder = try Ladder(plan, growing: levers, price: price)
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
