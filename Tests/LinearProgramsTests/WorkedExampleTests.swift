import LinearPrograms
import Testing

func isNear(_ value: Double?, _ expected: Double) -> Bool {
  guard let value else { return false }
  return abs(value - expected) <= 1e-6 * max(1, abs(expected))
}

/// The worked examples of this project, whose results HiGHS and (the first) GLPK's exact
/// arithmetic computed.
@Suite struct WorkedExampleTests {
  @Test func `The battery chain is worth 900 between products and 850 between makers`() throws {
    var product = try Solver(Network.battery.productProgram().program)
    var tie = try Solver(Network.battery.tieProgram().program)
    #expect(isNear(product.solve().objective, 900))
    #expect(isNear(tie.solve().objective, 850))
  }

  @Test func `Of the battery chain's limits between products only the chip's gains`() throws {
    let named = Network.battery.productProgram()
    var solver = try Solver(named.program)
    _ = solver.solve()
    for (name, row) in named.rows.sorted(by: { $0.value < $1.value })
    where !name.hasPrefix("dem") && named.program.bounds(of: row).upper > 0 {
      let outcome = try solver.outcome(settingUpperBoundOf: row, to: .infinity)
      #expect(isNear(outcome.objective, name == "imp:chip" ? 1050 : 900), "\(name)")
    }
    let fifteen = try solver.outcome(
      settingUpperBoundOf: try #require(named.rows["imp:chip"]), to: 105)
    #expect(isNear(fifteen.objective, 1050))
  }

  @Test func `Of the battery chain's limits between makers each of three ties gains 50`() throws {
    let named = Network.battery.tieProgram()
    var solver = try Solver(named.program)
    _ = solver.solve()
    let gaining = ["tie:E3→E1", "tie:E3→E2", "tie:E4→E2"]
    for (name, row) in named.rows.sorted(by: { $0.value < $1.value })
    where !name.hasPrefix("dem") && !name.hasPrefix("out") {
      let outcome = try solver.outcome(settingUpperBoundOf: row, to: .infinity)
      #expect(isNear(outcome.objective, gaining.contains(name) ? 900 : 850), "\(name)")
    }
  }

  @Test(arguments: [
    ("E1", 550.0), ("E2", 300), ("E3", 650), ("E4", 200), ("E5", 450), ("E6", 250), ("E7", 850),
    ("E8", 850), ("E9", 850),
  ])
  func `Without a maker the battery chain loses what the example says`(
    name: String, loss: Double
  ) throws {
    let named = Network.battery.tieProgram()
    var solver = try Solver(named.program)
    _ = solver.solve()
    let row = try #require(named.rows["cap:\(name)"])
    #expect(isNear(try solver.outcome(settingUpperBoundOf: row, to: 0).objective, 850 - loss))
    #expect(isNear(solver.solve().objective, 850))
  }

  @Test func `Of three equal limits in series none gains alone, no two do, all together do`() throws
  {
    let named = Network.series.productProgram()
    var solver = try Solver(named.program)
    #expect(isNear(solver.solve().objective, 100))
    let rows = try ["cap:A", "cap:B", "cap:C"].map { try #require(named.rows[$0]) }
    for relieved in [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]] {
      let outcome = try solver.outcome(
        trying: relieved.map { .constraint(rows[$0], .atMost(.infinity)) })
      #expect(isNear(outcome.objective, relieved.count == 3 ? 150 : 100), "\(relieved)")
    }
  }

  @Test func `The shared pool is worth 960, and 923 when both products get the same share`() throws
  {
    let named = Network.sharedPool.productProgram()
    var solver = try Solver(named.program)
    let solution = try #require(solver.solve().solution)
    let phone = try #require(named.sales["phone"])
    let meter = try #require(named.sales["meter"])
    #expect(isNear(solution.objective, 960))
    #expect(isNear(solution[phone], 80) && isNear(solution[meter], 40))

    var balanced = named.program
    let share = balanced.addVariable(0...1)
    balanced.addConstraint([(phone, 1), (share, -80)], atLeast: 0)
    balanced.addConstraint([(meter, 1), (share, -100)], atLeast: 0)
    var second = try Solver(balanced)
    try second.setObjective([(share, 1)])
    #expect(isNear(second.solve().objective, 10.0 / 13))
    let plan = try #require(
      try second.outcome(maximizing: [(phone, 10), (meter, 4)], nearOptimum: 0).solution)
    #expect(isNear(plan.objective, 12000.0 / 13))
  }

  @Test func `The broken chain is worth 50 between products and nothing between makers`() throws {
    var product = try Solver(Network.broken.productProgram().program)
    var tie = try Solver(Network.broken.tieProgram().program)
    #expect(isNear(product.solve().objective, 50))
    #expect(isNear(tie.solve().objective, 0))
  }
}
