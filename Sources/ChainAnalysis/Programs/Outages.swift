internal import Graphs
internal import LinearPrograms

/// The best that a plan can be while something has fallen out, for many outages.
///
/// Solved for only where it takes a solve. What brings the same to a standstill as an outage before
/// (``Standstill``) has the same optimum. And every solution found says something of all other outages: its
/// plan is as good as it is wherever it does without what has fallen out, and its prices are a bound from
/// above for all of them (weak duality); where both meet, the optimum is proved. The first case of this is a
/// plan as good as the best that does not use what falls out: nothing is lost.
///
/// The rest is solved for in blocks, each by a solver of its own from the basis of the plan as it stands, so
/// that the outcome is the same to the last bit for any number of threads.
struct Outages {
  typealias Bounds = [(part: PlanProgram.Part, upper: Double)]

  private let plan: PlanProgram
  private let base: Solution
  private let basis: LinearPrograms.Basis
  /// An optimal plan that uses little; its prices are those of another objective.
  private var leanest: Solution?
  private var witnesses: [Witness]
  private var standstill: Standstill
  /// The optimum by what stands still; `nil` where it was not proved.
  private var known: [Standstill.State: Double?] = [:]

  /// A solution that was found, and the most that the plan as it stands can be by its prices.
  private struct Witness: Sendable {
    let solution: Solution
    let bound: Double
  }

  /// An outage to be solved for.
  private struct Task: Sendable {
    let state: Standstill.State
    let bounds: Bounds
  }

  private static var blocks: Int { 8 }
  private static var largestBlock: Int { 16 }
  private static var mostWitnesses: Int { 96 }

  /// - Returns: `nil` where the plan itself has no proved optimum.
  init?(of solver: borrowing PlanSolver) {
    guard let base = solver.solution else { return nil }
    plan = solver.plan
    self.base = base
    basis = solver.basis
    witnesses = [Witness(solution: base, bound: base.certificate.dualObjective)]
    leanest = (try? solver.leanest(after: [])).flatMap { $0 }
    standstill = Standstill(plan.program)
  }

  /// What is left without some holders; `nil` where it was not proved or not solved for.
  mutating func value(without holders: Set<PlanProgram.Holder>) -> Double? {
    let bounds = plan.remainders(without: holders)
    guard isFelt(bounds) else { return base.objective }
    return known[standstill.state(lowering: bounds)].flatMap { $0 }
  }

  /// Solves for outages that have not been solved for.
  ///
  /// - Parameters:
  ///   - spend: asked before every solve; where it says no, the rest is left out.
  ///   - report: told how many outages of how many are done.
  mutating func solve(
    without outages: [Set<PlanProgram.Holder>], threads: Int, spend: () -> Bool,
    report: (_ done: Int, _ total: Int) -> Void
  ) {
    var wanted: [Task] = []
    var seen = Set<Standstill.State>()
    for holders in outages {
      let bounds = plan.remainders(without: holders)
      guard isFelt(bounds) else { continue }
      let state = standstill.state(lowering: bounds)
      if known[state] == nil, seen.insert(state).inserted {
        wanted.append(Task(state: state, bounds: bounds))
      }
    }
    var next = 0
    var blockSize = 1
    while next < wanted.count {
      report(next, wanted.count)
      var round: [Task] = []
      while next < wanted.count, round.count < blockSize * Self.blocks {
        let task = wanted[next]
        next += 1
        if let value = proved(task) {
          known[task.state] = .some(value)
        } else {
          guard spend() else { return }
          round.append(task)
        }
      }
      solve(round, threads)
      // The first solutions say most of the others: look at them soon.
      blockSize = min(2 * blockSize, Self.largestBlock)
    }
  }

  private mutating func solve(_ round: [Task], _ threads: Int) {
    let blocks = stride(from: 0, to: round.count, by: Self.largestBlock).map {
      Array(round[$0..<min($0 + Self.largestBlock, round.count)])
    }
    let before = self
    var found: [Solution?] = []
    ParallelWork(threads: threads).run(
      parts: blocks.count, check: {}, { before.solutions(of: blocks[$0]) },
      combine: { found += $0 })
    for (task, solution) in zip(round, found) {
      known[task.state] = .some(solution?.objective)
      guard let solution, witnesses.count < Self.mostWitnesses else { continue }
      let bound = task.bounds.reduce(solution.certificate.dualObjective) { sum, lowered in
        let price = max(0, solution.price(of: lowered.part))
        return price == 0
          ? sum : sum + price * (plan.bounds(of: lowered.part).upper - max(0, lowered.upper))
      }
      witnesses.append(Witness(solution: solution, bound: bound))
    }
  }

  private func solutions(of tasks: [Task]) -> [Solution?] {
    guard var solver = try? Solver(plan.program) else { return tasks.map { _ in nil } }
    solver.basis = basis
    return tasks.map { task in
      let changes = task.bounds.map { plan.change($0.part, upper: max(0, $0.upper)) }
      return (try? solver.outcome(trying: changes))?.solution
    }
  }

  // MARK: What is known without a solve

  /// Whether every optimal plan that has been found uses more than lower bounds allow.
  private func isFelt(_ bounds: Bounds) -> Bool {
    if let leanest, leanest.does(with: bounds) { return false }
    return witnesses.allSatisfy { witness in
      witness.solution.objective < base.objective * (1 - 1e-12)
        || !witness.solution.does(with: bounds)
    }
  }

  /// The optimum, where a plan that was found is proved to be the best by prices that were found.
  private func proved(_ task: Task) -> Double? {
    var lowest = -Double.infinity
    var highest = Double.infinity
    for witness in witnesses {
      if witness.solution.objective > lowest, witness.solution.does(with: task.bounds) {
        lowest = witness.solution.objective
      }
      if witness.bound < .infinity { highest = min(highest, bound(task, witness)) }
    }
    return highest - lowest <= 1e-10 * base.objective ? lowest : nil
  }

  /// The most that is left after an outage, by the prices of a solution.
  private func bound(_ task: Task, _ witness: Witness) -> Double {
    var bound = witness.bound
    func lower(_ part: PlanProgram.Part, by amount: Double) {
      // What has no limit has no price but for rounding.
      if amount < .infinity { bound -= max(0, witness.solution.price(of: part)) * amount }
    }
    let still = task.state.still.map { LinearProgram.Variable(index: Int($0)) }
    for variable in still {
      lower(.variable(variable), by: plan.program.bounds(of: variable).upper)
    }
    for lowered in task.bounds {
      // A variable that stands still has been counted.
      if case .variable(let variable) = lowered.part, task.state.isStill(variable) { continue }
      lower(lowered.part, by: plan.bounds(of: lowered.part).upper - max(0, lowered.upper))
    }
    return bound
  }
}

extension Solution {
  /// Whether the plan stays within lower bounds.
  fileprivate func does(with bounds: Outages.Bounds) -> Bool {
    bounds.allSatisfy { use(of: $0.part) <= $0.upper }
  }
}
