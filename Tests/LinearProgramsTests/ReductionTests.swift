import Testing

@testable import LinearPrograms

@Suite struct ReductionTests {
  static let seeds: ClosedRange<UInt64> = 1...250

  private func reduced(_ program: LinearProgram) -> Reduction? {
    Reduction(of: program, Scaling(of: program))
  }

  /// Two makers in a row, one tie between them: nothing is left but what is delivered.
  private func line(capacity: Double, volume: Double) -> LinearProgram {
    var program = LinearProgram()
    let cell = program.addVariable(0...capacity, name: "cells")
    let pack = program.addVariable(0...100, name: "packs")
    let flow = program.addVariable(0...volume, name: "flow")
    let sold = program.addVariable(0...1_000, objective: 10, name: "sold")
    program.addConstraint([(flow, 1), (pack, -4)], atLeast: 0, name: "cells for packs")
    program.addConstraint([(cell, 1), (flow, -1)], atLeast: 0, name: "cells")
    program.addConstraint([(pack, 1), (sold, -1)], atLeast: 0, name: "packs")
    return program
  }

  @Test func `Of a line of makers only what is delivered is left`() throws {
    let reduction = try #require(reduced(line(capacity: 80, volume: 60)))
    #expect(reduction.eliminations.count == 3)
    #expect(reduction.program.variableCount == 1 && reduction.program.constraintCount == 0)
    #expect(reduction.program.bounds(of: reduction.program.variables[0]) == Bounds(0, 15))
  }

  @Test func `The price is that of the bound which binds`() throws {
    var solver = try Solver(line(capacity: 80, volume: 60))
    let solution = try #require(solver.solve().solution)
    #expect(solution.objective == 150 && solution.values == [60, 15, 60, 15])
    #expect(solution.reducedCosts == [0, 0, 2.5, 0])
    let (cell, flow) = (LinearProgram.Variable(index: 0), LinearProgram.Variable(index: 2))
    let wider = try solver.outcome(trying: [.variable(flow, .atLeast(0))]).solution
    #expect(wider?.objective == 200 && wider?.reducedCosts == [2.5, 0, 0, 0])
    let without = try solver.outcome(trying: [.variable(cell, .equal(0))])
    #expect(without.objective == 0)
  }

  @Test func `What has two suppliers keeps its row, and the variable that is a sum is gone`() throws
  {
    var program = LinearProgram()
    let output = program.addVariable(0...10)
    let sold = program.addVariable(0...4, objective: 1)
    let handed = program.addVariable(0...9, objective: 1)
    program.addConstraint([(output, 1), (sold, -1), (handed, -1)], atLeast: 0)
    let reduction = try #require(reduced(program))
    #expect(reduction.variables == [1, 2] && reduction.rows == [0])
    #expect(reduction.program.bounds(of: reduction.program.constraints[0]) == .atMost(10))
    var solver = try Solver(program)
    let solution = try #require(solver.solve().solution)
    #expect(solution.objective == 10 && solution[output] == 10)
    #expect(solution.reducedCost(of: output) == 1 && solution.duals == [-1])
  }

  @Test(
    arguments: [
      // More of the variable is wanted for itself, or for another floor; it may not be 0; the floor is no floor.
      { (program: inout LinearProgram) in program.setObjective(1, of: .init(index: 0)) },
      { $0.addConstraint([(.init(index: 0), 1), (.init(index: 1), -1)], atLeast: 0) },
      { $0.setBounds(Bounds(1, 9), of: LinearProgram.Variable(index: 0)) },
      { $0.setBounds(Bounds(0, 9), of: LinearProgram.Constraint(index: 0)) },
      { $0.setBounds(.free, of: LinearProgram.Variable(index: 1)) },
      { $0.addConstraint([(.init(index: 0), 1)], equalTo: 2) },
    ] as [@Sendable (inout LinearProgram) -> Void])
  func `A variable that is wanted otherwise is not eliminated`(
    change: @Sendable (inout LinearProgram) -> Void
  ) {
    var program = LinearProgram()
    let source = program.addVariable(0...9)
    let use = program.addVariable(0...9, objective: 1)
    program.addConstraint([(source, 1), (use, -1)], atLeast: 0)
    #expect(reduced(program) != nil)
    change(&program)
    #expect(reduced(program) == nil)
  }

  @Test func `The outcome of a plan is that of exact arithmetic`() throws {
    var (optimal, eliminated) = (0, 0)
    for seed in Self.seeds {
      let program = randomPlan(seed: seed)
      eliminated += reduced(program)?.eliminations.count ?? 0
      guard let exact = try? program.exactOutcome() else { continue }
      var solver = try Solver(program)
      let outcome = solver.solve()
      switch exact {
      case .optimal(let optimum):
        optimal += 1
        #expect(isNear(outcome.objective, optimum.double), "seed \(seed): \(outcome)")
      case .infeasible: #expect(outcome == .infeasible, "seed \(seed)")
      case .unbounded: #expect(outcome == .unbounded, "seed \(seed)")
      }
    }
    #expect(optimal > 150 && eliminated > 400, "\(optimal) \(eliminated)")
  }

  @Test func `After changes of every kind the outcome is that of a new solver`() throws {
    var inadmissible = 0
    for seed in Self.seeds {
      var random = SeededGenerator(seed: seed ^ 0xFACE)
      let plan = randomPlan(seed: seed)
      guard let reduction = reduced(plan) else { continue }
      var solver = try Solver(plan)
      _ = solver.solve()
      for _ in 0..<3 {
        switch random.number(0...9) {
        case 0...5:
          let variable = solver.program.variables.randomElement(using: &random)!
          let bounds =
            random.happens(80) ? Bounds(0, random.number(0...8)) : Bounds(random.number(-2...1), 3)
          inadmissible += reduction.admits(bounds, of: variable) ? 0 : 1
          try solver.setBounds(bounds, of: variable)
        case 6, 7:
          let row = solver.program.constraints.randomElement(using: &random)!
          let bounds = random.happens(50) ? Bounds.atMost(random.number(0...9)) : .atLeast(0)
          inadmissible += reduction.admits(bounds, of: row) ? 0 : 1
          try solver.setBounds(bounds, of: row)
        default:
          let terms = solver.program.variables.map { ($0, random.number(-2...3)) }
          try solver.setObjective(terms.filter { _ in random.happens(30) })
        }
        let again = solver.solve()
        guard let exact = try? solver.program.exactOutcome() else { continue }
        switch exact {
        case .optimal(let optimum): #expect(isNear(again.objective, optimum.double), "seed \(seed)")
        case .infeasible: #expect(again == .infeasible, "seed \(seed)")
        case .unbounded: #expect(again == .unbounded, "seed \(seed)")
        }
      }
    }
    #expect(inadmissible > 40)
  }

  @Test func `A program that has grown starts from the basis of the smaller one`() throws {
    var (grown, steps, anew) = (0, 0, 0)
    for seed in Self.seeds {
      let program = randomPlan(seed: seed)
      var solver = try Solver(program)
      guard let before = solver.solve().solution else { continue }
      var larger = program
      let extra = larger.addVariable(0...1, objective: -1)
      larger.addConstraint([(extra, 1), (larger.variables[0], 1)], atLeast: 0)
      var warm = try Solver(larger)
      var cold = try Solver(larger)
      warm.start(from: solver.basis, of: program)
      let (one, other) = (try #require(warm.solve().solution), try #require(cold.solve().solution))
      #expect(isNear(one.objective, other.objective) && isNear(one.objective, before.objective))
      grown += 1
      steps += one.iterations
      anew += other.iterations
    }
    // It has nothing to do.
    #expect(grown >= 100 && steps * 10 <= anew, "\(grown), \(steps), \(anew)")
  }

  @Test func `A basis goes to the whole program and back`() throws {
    var (tried, shorter) = (0, 0)
    for seed in Self.seeds {
      let program = randomPlan(seed: seed)
      guard let reduction = reduced(program) else { continue }
      var model = ClpModel(reduction.program, reduction.scaling)
      guard model.solvePresolved(.dual) == .optimal else { continue }
      let whole = reduction.restored(basis: model.basis, of: program)
      #expect(
        whole.count { $0 == ClpModel.basic } == program.constraintCount, "seed \(seed)")
      #expect(
        zip(reduction.reduced(basis: whole), model.basis).allSatisfy {
          ($0 == ClpModel.basic) == ($1 == ClpModel.basic)
        }, "seed \(seed)")
      // The whole program has its optimum there: no step is left to take, but where a price of 0 hangs by a rounding.
      var other = ClpModel(program, Scaling(of: program))
      other.basis = whole
      #expect(other.solvePrimal() == .optimal, "seed \(seed)")
      #expect(other.iterations <= 2, "seed \(seed): \(other.iterations) steps")
      tried += 1
      shorter += other.iterations == 0 ? 1 : 0
    }
    #expect(tried > 150 && Double(shorter) > 0.95 * Double(tried), "\(shorter) of \(tried)")
  }
}
