internal import LinearPrograms

/// Solves one plan in one reading of what is unknown, again and again after small changes.
///
/// Every figure is the objective of a solve whose certificate holds.
struct PlanSolver: ~Copyable {
  let plan: PlanProgram
  /// The plan as it stands; every try starts from its basis.
  let outcome: Outcome
  private var solver: Solver
  /// Solutions worth as much as the best, with which it can be seen at once that nothing is lost.
  private var equals: [Solution] = []

  /// - Throws: `LinearProgramError` when the figures make no program that can be solved.
  init(_ plan: PlanProgram) throws(LinearProgramError) {
    self.plan = plan
    solver = try Solver(plan.program)
    outcome = solver.solve()
    if let solution = outcome.solution { equals = [solution] }
  }

  private init(_ plan: PlanProgram, _ outcome: Outcome, _ solver: consuming Solver) {
    self.plan = plan
    self.outcome = outcome
    self.solver = solver
    if let solution = outcome.solution { equals = [solution] }
  }

  /// Another solver of the same plan, for another thread.
  func copy() -> PlanSolver { PlanSolver(plan, outcome, solver.copy()) }

  var solution: Solution? { outcome.solution }
  /// Where every try starts.
  var basis: LinearPrograms.Basis { solver.basis }

  /// Looks for an optimal plan that uses little, beside the one that was found first.
  mutating func findLeanPlan() {
    if let lean = (try? leanest(after: [])).flatMap({ $0 }) { equals.append(lean) }
  }

  /// What comes of some changes together; the plan is left as it was.
  mutating func outcome(
    trying changes: [Solver.Change]
  ) throws(LinearProgramError) -> Outcome { try solver.outcome(trying: changes) }

  /// What comes of other upper bounds, all of them lower; without a solve where some optimal plan does
  /// not feel them.
  mutating func outcome(
    lowering bounds: [(part: PlanProgram.Part, upper: Double)]
  ) throws(LinearProgramError) -> Outcome {
    guard isFelt(lowering: bounds), let best = outcome.objective else { return outcome }
    let lowered = try solver.outcome(
      trying: bounds.map { plan.change($0.part, upper: max(0, $0.upper)) })
    if let solution = lowered.solution, solution.objective >= best * (1 - 1e-12),
      equals.count < 24
    {
      equals.append(solution)
    }
    return lowered
  }

  /// Whether every optimal plan that has been found uses more than other, lower bounds allow.
  func isFelt(lowering bounds: [(part: PlanProgram.Part, upper: Double)]) -> Bool {
    equals.allSatisfy { solution in
      bounds.contains { solution.use(of: $0.part) > $0.upper }
    }
  }

  /// How far a form can go within the nearly optimal plans after some changes.
  func reach(
    of form: [(LinearProgram.Variable, Double)], after changes: [Solver.Change],
    nearOptimum share: Double
  ) throws(LinearProgramError) -> Reach? {
    var other = try solver(after: changes)
    return try other.reaches(of: [form], nearOptimum: share)?.first
  }
}

extension PlanSolver {
  /// Of the plans as good as the best after some changes one that draws as little as possible on what
  /// is limited, so that nothing is used up without need.
  func leanest(after changes: [Solver.Change]) throws(LinearProgramError) -> Solution? {
    let use = plan.levers.filter(\.isFinite).flatMap { lever in
      plan.form(of: lever.part).map { ($0.0, -$0.1 / lever.limit) }
    }
    var other = try solver(after: changes)
    return try other.outcome(maximizing: use, nearOptimum: 1e-9).solution
  }

  private func solver(after changes: [Solver.Change]) throws(LinearProgramError) -> Solver {
    var other = solver.copy()
    for change in changes {
      switch change {
      case .variable(let variable, let bounds): try other.setBounds(bounds, of: variable)
      case .constraint(let row, let bounds): try other.setBounds(bounds, of: row)
      }
    }
    return other
  }
}

/// Solves one level of a chain in both readings of what is unknown; in one where they are the same.
struct Planner: ~Copyable {
  var hopeful: PlanSolver
  private var cautious: PlanSolver?
  /// What counts as nothing, in money a year.
  let tolerance: Double
  let value: ValueRange

  /// - Parameter reference: what the plan is measured against, money a year; less than a billionth of
  ///   it is nothing.
  init(
    _ hopeful: PlanProgram, _ cautious: PlanProgram, reference: Double
  ) throws(LinearProgramError) {
    let tolerance = 1e-9 * reference
    let best = try PlanSolver(hopeful)
    let most = Self.money(best.outcome, tolerance)
    if hopeful == cautious {
      self.init(best, nil, tolerance, ValueRange(atLeast: most, atMost: most))
    } else {
      let worst = try PlanSolver(cautious)
      let least = Self.money(worst.outcome, tolerance)
      self.init(best, worst, tolerance, ValueRange(atLeast: least, atMost: most))
    }
  }

  private init(
    _ hopeful: consuming PlanSolver, _ cautious: consuming PlanSolver?, _ tolerance: Double,
    _ value: ValueRange
  ) {
    self.hopeful = hopeful
    self.cautious = cautious
    self.tolerance = tolerance
    self.value = value
  }

  /// Another planner of the same plans, for another thread.
  func copy() -> Planner {
    let other: PlanSolver? =
      switch cautious {
      case .some(let solver): solver.copy()
      case .none: nil
      }
    return Planner(hopeful.copy(), other, tolerance, value)
  }

  var plan: PlanProgram { hopeful.plan }
  var level: Level { plan.level }
  /// Whether there is nothing unknown that a plan could feel.
  var isOneReading: Bool { cautious == nil }

  private static func money(_ outcome: Outcome, _ tolerance: Double) -> Double? {
    outcome.objective.map { abs($0) < tolerance ? 0 : cut($0) }
  }

  /// The value after some changes of either plan.
  mutating func value(
    trying changes: (PlanProgram) -> [Solver.Change]
  ) throws(LinearProgramError) -> ValueRange {
    let most = Self.money(try hopeful.outcome(trying: changes(hopeful.plan)), tolerance)
    let least = try cautious?.outcomeTrying(changes)
    return ValueRange(atLeast: least.map { Self.money($0, tolerance) } ?? most, atMost: most)
  }

  /// Makes it cheap to see that nothing is lost without what an optimal plan can do without.
  mutating func findLeanPlans() {
    hopeful.findLeanPlan()
    cautious?.findLeanPlan()
  }

  /// Whether it takes a solve to tell what some holders are worth.
  func isFelt(without holders: Set<PlanProgram.Holder>) -> Bool {
    func isFelt(_ solver: borrowing PlanSolver) -> Bool {
      solver.isFelt(lowering: solver.plan.remainders(without: holders))
    }
    if isFelt(hopeful) { return true }
    return switch cautious {
    case .some(let solver): isFelt(solver)
    case .none: false
    }
  }

  /// The value when some holders fall out.
  mutating func value(
    without holders: Set<PlanProgram.Holder>
  ) throws(LinearProgramError) -> ValueRange {
    let lower = { (plan: PlanProgram) in plan.remainders(without: holders) }
    let most = Self.money(
      try hopeful.outcome(lowering: lower(hopeful.plan)), tolerance)
    let least = try cautious?.outcomeLowering(lower)
    return ValueRange(atLeast: least.map { Self.money($0, tolerance) } ?? most, atMost: most)
  }

  /// The most of a sum that plans as good as the best can deliver: the value of final output where the
  /// objective is another.
  func bestValue(of form: [(LinearProgram.Variable, Double)]) -> ValueRange {
    func best(_ solver: borrowing PlanSolver) -> Double? {
      let reach = try? solver.reach(of: form, after: [], nearOptimum: 1e-10)
      return reach.flatMap { $0 }?.highest.map { cut($0) }
    }
    let most = best(hopeful)
    return switch cautious {
    case .some(let solver): ValueRange(atLeast: best(solver), atMost: most)
    case .none: ValueRange(atLeast: most, atMost: most)
    }
  }

  /// What is lost, or gained, from one value to another; less than the tolerance is nothing.
  func difference(_ a: ValueRange, _ b: ValueRange) -> Double? {
    guard let a = a.exact, let b = b.exact else { return nil }
    let difference = a - b
    return abs(difference) <= max(tolerance, 1e-7 * max(abs(a), abs(b))) ? 0 : cut(difference)
  }
}

extension PlanSolver {
  mutating fileprivate func outcomeTrying(
    _ changes: (PlanProgram) -> [Solver.Change]
  ) throws(LinearProgramError) -> Outcome { try outcome(trying: changes(plan)) }

  mutating fileprivate func outcomeLowering(
    _ lower: (PlanProgram) -> [(part: PlanProgram.Part, upper: Double)]
  ) throws(LinearProgramError) -> Outcome { try outcome(lowering: lower(plan)) }
}
