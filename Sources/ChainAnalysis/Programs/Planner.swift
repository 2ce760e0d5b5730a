internal import LinearPrograms

/// Solves one plan in one reading of what is unknown, again and again after small changes.
///
/// Every figure is the objective of a solve whose certificate holds.
struct PlanSolver: ~Copyable {
  let plan: PlanProgram
  /// The plan as it stands; every try starts from its basis.
  let outcome: Outcome
  private var solver: Solver

  /// - Throws: `LinearProgramError` when the figures make no program that can be solved.
  init(_ plan: PlanProgram) throws(LinearProgramError) {
    self.plan = plan
    solver = try Solver(plan.program)
    outcome = solver.solve()
  }

  var solution: Solution? { outcome.solution }
  /// Where every try starts.
  var basis: LinearPrograms.Basis { solver.basis }

  /// What comes of some changes together; the plan is left as it was.
  mutating func outcome(
    trying changes: [Solver.Change]
  ) throws(LinearProgramError) -> Outcome { try solver.outcome(trying: changes) }

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

  /// A solver of the plan after some changes, which starts from the basis of the plan as it stands.
  func solver(after changes: [Solver.Change]) throws(LinearProgramError) -> Solver {
    var other = solver.copy()
    for change in changes { try other.make(change) }
    return other
  }
}

/// Solves one level of a chain in both readings of what is unknown; in one where they are the same.
struct Planner: ~Copyable {
  var hopeful: PlanSolver
  var cautious: PlanSolver?
  private var hopefulOutages: Outages?
  private var cautiousOutages: Outages?
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
    let most = Self.money(best.outcome.objective, tolerance)
    if hopeful == cautious {
      self.init(best, nil, tolerance, ValueRange(atLeast: most, atMost: most))
    } else {
      let worst = try PlanSolver(cautious)
      let least = Self.money(worst.outcome.objective, tolerance)
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

  var plan: PlanProgram { hopeful.plan }
  var level: Level { plan.level }
  /// Whether there is nothing unknown that a plan could feel.
  var isOneReading: Bool { cautious == nil }

  private static func money(_ objective: Double?, _ tolerance: Double) -> Double? {
    objective.map { abs($0) < tolerance ? 0 : cut($0) }
  }

  /// The value after some changes of either plan.
  mutating func value(
    trying changes: (PlanProgram) -> [Solver.Change]
  ) throws(LinearProgramError) -> ValueRange {
    let most = Self.money(
      try hopeful.outcome(trying: changes(hopeful.plan)).objective, tolerance)
    let least = try cautious?.outcomeTrying(changes)
    return ValueRange(
      atLeast: least.map { Self.money($0.objective, tolerance) } ?? most, atMost: most)
  }

  /// Solves for outages, so that their losses are known; see ``Outages/solve(without:threads:spend:report:)``.
  mutating func solve(
    without outages: [Set<PlanProgram.Holder>], threads: Int, spend: () -> Bool,
    report: (_ done: Int, _ total: Int) -> Void
  ) {
    if hopefulOutages == nil { hopefulOutages = Outages(of: hopeful) }
    hopefulOutages?.solve(without: outages, threads: threads, spend: spend, report: report)
    guard let cautious = cautious.take() else { return }
    if cautiousOutages == nil { cautiousOutages = Outages(of: cautious) }
    self.cautious = consume cautious
    cautiousOutages?.solve(
      without: outages, threads: threads, spend: { true }, report: report)
  }

  /// What is lost when some holders fall out; `nil` where it was not solved for.
  ///
  /// Where a reading loses nothing because something else that is not known stands still already, that says
  /// nothing: then the bounds are what is lost for certain and at most, whatever the unknown figures are.
  mutating func losses(of holders: Set<PlanProgram.Holder>) -> ValueRange? {
    let most = Self.money(hopefulOutages?.value(without: holders), tolerance)
    let least =
      isOneReading ? most : Self.money(cautiousOutages?.value(without: holders), tolerance)
    let losses = differences(value, ValueRange(atLeast: least, atMost: most))
    guard let smaller = losses.atLeast else { return nil }
    if smaller > 0 || value.exact != nil { return losses }
    return ValueRange(atLeast: 0, atMost: difference(value.atMost, least))
  }

  /// The most of a sum that plans as good as the best can deliver: the value of final output where the
  /// objective is another.
  ///
  /// - Parameters:
  ///   - form: the sum in the hopeful program.
  ///   - cautiousForm: the same sum in the cautious one, whose variables are others.
  func bestValue(
    of form: [(LinearProgram.Variable, Double)],
    orCautious cautiousForm: [(LinearProgram.Variable, Double)]
  ) -> ValueRange {
    func best(
      _ solver: borrowing PlanSolver, _ form: [(LinearProgram.Variable, Double)]
    ) -> Double? {
      let reach = try? solver.reach(of: form, after: [], nearOptimum: 1e-10)
      return Self.money(reach.flatMap { $0 }?.highest, tolerance)
    }
    let most = best(hopeful, form)
    return switch cautious {
    case .some(let solver): ValueRange(atLeast: best(solver, cautiousForm), atMost: most)
    case .none: ValueRange(atLeast: most, atMost: most)
    }
  }

  /// What a value has over another one in each reading, 0 or more: the smaller and the larger of both;
  /// less than the tolerance is nothing.
  func differences(_ more: ValueRange, _ less: ValueRange) -> ValueRange {
    guard let least = difference(more.atLeast, less.atLeast),
      let most = difference(more.atMost, less.atMost)
    else { return .unknown }
    return ValueRange(atLeast: min(least, most), atMost: max(least, most))
  }

  private func difference(_ more: Double?, _ less: Double?) -> Double? {
    guard let more, let less else { return nil }
    let difference = more - less
    return difference <= max(tolerance, 1e-7 * max(abs(more), abs(less))) ? 0 : cut(difference)
  }
}

extension PlanSolver {
  mutating fileprivate func outcomeTrying(
    _ changes: (PlanProgram) -> [Solver.Change]
  ) throws(LinearProgramError) -> Outcome { try outcome(trying: changes(plan)) }
}
