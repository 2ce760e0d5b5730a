internal import Graphs
internal import LinearPrograms

/// The best that a plan can be while something has fallen out, for many outages.
///
/// Not solved for: what some optimal plan does not use, and what brings the same to a standstill as an
/// outage before (``Standstill``). The rest is solved for in blocks, each by a solver of its own from the
/// basis of the plan as it stands, so that the outcome is the same to the last bit for any number of threads.
struct Outages {
  typealias Bounds = [(part: PlanProgram.Part, upper: Double)]

  private let plan: PlanProgram
  private let base: Solution
  private let basis: LinearPrograms.Basis
  /// Plans worth as much as the best.
  private var optimal: [Solution]
  private var standstill: Standstill
  /// The optimum by what stands still; `nil` where it was not proved.
  private var known: [Standstill.State: Double?] = [:]

  private static var blockSize: Int { 16 }
  private static var blocksBetweenLooks: Int { 8 }
  private static var mostPlans: Int { 24 }

  /// - Returns: `nil` where the plan itself has no proved optimum.
  init?(of solver: borrowing PlanSolver) {
    guard let base = solver.solution else { return nil }
    plan = solver.plan
    self.base = base
    basis = solver.basis
    optimal = [base]
    if let lean = (try? solver.leanest(after: [])).flatMap({ $0 }) { optimal.append(lean) }
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
  ///   - report: told how many solves of how many are done.
  mutating func solve(
    without outages: [Set<PlanProgram.Holder>], threads: Int, spend: () -> Bool,
    report: (_ done: Int, _ total: Int) -> Void
  ) {
    var wanted: [(state: Standstill.State, bounds: Bounds)] = []
    var seen = Set<Standstill.State>()
    for holders in outages {
      let bounds = plan.remainders(without: holders)
      guard isFelt(bounds) else { continue }
      let state = standstill.state(lowering: bounds)
      guard known[state] == nil, seen.insert(state).inserted else { continue }
      guard spend() else { break }
      wanted.append((state, bounds))
    }
    var next = 0
    while next < wanted.count {
      report(next, wanted.count)
      // Plans found meanwhile show that some need no solve any more.
      var round: [(state: Standstill.State, bounds: Bounds)] = []
      while next < wanted.count, round.count < Self.blockSize * Self.blocksBetweenLooks {
        if isFelt(wanted[next].bounds) { round.append(wanted[next]) }
        next += 1
      }
      solve(round, threads)
    }
  }

  private mutating func solve(
    _ round: [(state: Standstill.State, bounds: Bounds)], _ threads: Int
  ) {
    let blocks = stride(from: 0, to: round.count, by: Self.blockSize).map {
      Array(round[$0..<min($0 + Self.blockSize, round.count)].map(\.bounds))
    }
    let before = self
    var place = 0
    ParallelWork(threads: threads).run(
      parts: blocks.count, check: {}, { before.outcomes(of: blocks[$0]) },
      combine: { block in
        for value in block.values {
          known[round[place].state] = .some(value)
          place += 1
        }
        optimal += block.optimal.prefix(max(0, Self.mostPlans - optimal.count))
      })
  }

  private struct Block: Sendable {
    var values: [Double?] = []
    /// Plans that are worth as much as without any outage.
    var optimal: [Solution] = []
  }

  private func outcomes(of outages: [Bounds]) -> Block {
    var block = Block()
    guard var solver = try? Solver(plan.program) else {
      block.values = outages.map { _ in nil }
      return block
    }
    solver.basis = basis
    for bounds in outages {
      let changes = bounds.map { plan.change($0.part, upper: max(0, $0.upper)) }
      let solution = (try? solver.outcome(trying: changes))?.solution
      block.values.append(solution?.objective)
      if let solution, solution.objective >= base.objective * (1 - 1e-12) {
        block.optimal.append(solution)
      }
    }
    return block
  }

  /// Whether every optimal plan that has been found uses more than lower bounds allow.
  private func isFelt(_ bounds: Bounds) -> Bool {
    optimal.allSatisfy { solution in
      bounds.contains { solution.use(of: $0.part) > $0.upper }
    }
  }
}
