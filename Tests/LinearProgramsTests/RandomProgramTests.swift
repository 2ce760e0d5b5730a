import LinearPrograms
import Testing

@Suite struct RandomProgramTests {
  static let seeds: ClosedRange<UInt64> = 1...1200

  @Test func `The outcome is that of exact arithmetic`() throws {
    var counts: [String: Int] = [:]
    for seed in Self.seeds {
      let program = randomProgram(seed: seed)
      guard let exact = try? program.exactOutcome() else {
        counts["skipped", default: 0] += 1
        continue
      }
      var solver = try Solver(program)
      let outcome = solver.solve()
      switch exact {
      case .optimal(let optimum):
        counts["optimal", default: 0] += 1
        #expect(isNear(outcome.objective, optimum.double), "seed \(seed): \(outcome)")
      case .infeasible:
        counts["infeasible", default: 0] += 1
        #expect(outcome == .infeasible, "seed \(seed)")
      case .unbounded:
        counts["unbounded", default: 0] += 1
        #expect(outcome == .unbounded, "seed \(seed)")
      }
    }
    #expect(counts["skipped", default: 0] <= 12, "\(counts)")
    for kind in ["optimal", "infeasible", "unbounded"] {
      #expect(counts[kind, default: 0] >= 100, "\(counts)")
    }
  }

  @Test func `Solving again after changes gives the optimum of a new solver`() throws {
    for seed in Self.seeds.prefix(400) {
      var random = SeededGenerator(seed: seed ^ 0xABCD)
      var solver = try Solver(randomProgram(seed: seed))
      _ = solver.solve()
      for _ in 0..<4 {
        try solver.changeAnything(&random)
        var cold = try Solver(solver.program)
        let (again, anew) = (solver.solve(), cold.solve())
        if let optimum = anew.objective {
          #expect(isNear(again.objective, optimum), "seed \(seed)")
        } else {
          #expect(again == anew, "seed \(seed)")
        }
      }
    }
  }

  @Test func `A try leaves the program, its basis and its outcome as they were`() throws {
    for seed in Self.seeds.prefix(300) {
      let program = randomProgram(seed: seed)
      var solver = try Solver(program)
      guard let before = solver.solve().solution else { continue }
      let basis = solver.basis
      let changes: [Solver.Change] =
        program.variables.map { .variable($0, .equal(0)) }
        + program.constraints.map { .constraint($0, .free) }
      let forwards = try changes.map { try solver.outcome(trying: [$0]) }
      let reaches = try solver.reaches(of: program.variables.map { [($0, 1)] })
      let backwards = try changes.reversed().map { try solver.outcome(trying: [$0]) }
      #expect(forwards == backwards.reversed(), "seed \(seed)")
      let again = try solver.reaches(of: program.variables.map { [($0, 1)] })
      for (reach, former) in zip(try #require(again), try #require(reaches)) {
        // Each starts where the one before ended, and the last digits may tell.
        let (lowest, highest) = (try #require(former.lowest), try #require(former.highest))
        #expect(reach.lowest == lowest || isNear(reach.lowest, lowest), "seed \(seed)")
        #expect(reach.highest == highest || isNear(reach.highest, highest), "seed \(seed)")
      }
      #expect(solver.program == program && solver.basis == basis, "seed \(seed)")
      let after = try #require(solver.solve().solution)
      #expect(before.values == after.values && before.duals == after.duals, "seed \(seed)")
    }
  }

  @Test func `Duals bound what higher limits gain`() throws {
    for seed in Self.seeds.prefix(400) {
      let program = randomProgram(seed: seed)
      var solver = try Solver(program)
      guard let solution = solver.solve().solution else { continue }
      for row in program.constraints where program.bounds(of: row).upper.isFinite {
        let bounds = program.bounds(of: row)
        let raised = try solver.outcome(settingUpperBoundOf: row, to: bounds.upper + 3)
        let optimum = try #require(raised.objective, "seed \(seed): \(raised)")
        let bound = solution.objective + max(0, solution.dual(of: row)) * 3
        #expect(optimum <= bound + 1e-6 * max(1, abs(bound)), "seed \(seed)")
        #expect(optimum >= solution.objective - 1e-6, "seed \(seed)")
      }
    }
  }

  @Test func `The reach of a variable is that of solving on the optimal face anew`() throws {
    for seed in Self.seeds.prefix(200) {
      let program = randomProgram(seed: seed)
      var solver = try Solver(program)
      guard let solution = solver.solve().solution, let variable = program.variables.first
      else { continue }
      let reach = try #require(try solver.reach(of: variable, nearOptimum: 0.1))
      var face = program
      face.addConstraint(
        program.variables.map { ($0, program.objective(of: $0)) },
        atLeast: solution.objective - 0.1 * max(abs(solution.objective), 1))
      face.setObjective([(variable, 1)])
      var highest = try Solver(face)
      face.setObjective([(variable, -1)])
      var lowest = try Solver(face)
      switch highest.solve() {
      case .optimal(let end): #expect(isNear(reach.highest, end.objective), "seed \(seed)")
      case let other: #expect(other == .unbounded && reach.highest == .infinity, "seed \(seed)")
      }
      switch lowest.solve() {
      case .optimal(let end): #expect(isNear(reach.lowest, -end.objective), "seed \(seed)")
      case let other: #expect(other == .unbounded && reach.lowest == -.infinity, "seed \(seed)")
      }
    }
  }

  @Test func `The same calls give the same bits, also in several threads at once`() async {
    let alone = outcomes()
    #expect(alone == outcomes())
    await withTaskGroup(of: [Outcome].self) { group in
      for _ in 0..<6 { group.addTask { outcomes() } }
      for await outcomes in group { #expect(outcomes == alone) }
    }
  }
}

/// Everything that some solvers say.
private func outcomes() -> [Outcome] {
  var outcomes: [Outcome] = []
  for seed in UInt64(1)...120 {
    guard var solver = try? Solver(randomProgram(seed: seed)) else { continue }
    outcomes.append(solver.solve())
    var random = SeededGenerator(seed: seed)
    try? solver.changeAnything(&random)
    outcomes.append(solver.solve())
  }
  guard var solver = try? Solver(Network.battery.tieProgram().program) else { return [] }
  outcomes.append(solver.solve())
  for row in solver.program.constraints {
    if let outcome = try? solver.outcome(settingUpperBoundOf: row, to: .infinity) {
      outcomes.append(outcome)
    }
  }
  return outcomes
}

extension Solver {
  /// Other bounds of a variable, of a constraint, or another objective.
  fileprivate mutating func changeAnything(_ random: inout SeededGenerator) throws {
    let kind = random.number(0...2)
    if kind == 0, let variable = program.variables.randomElement(using: &random) {
      let lower = random.number(-3...3)
      try setBounds(Bounds(lower, lower + random.number(0...6)), of: variable)
    } else if kind == 1, let constraint = program.constraints.randomElement(using: &random) {
      try setBounds(.atMost(random.number(-2...25)), of: constraint)
    } else {
      try setObjective(program.variables.map { ($0, random.number(-5...5)) })
    }
  }
}
