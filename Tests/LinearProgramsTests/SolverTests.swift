import LinearPrograms
import Testing

@Suite struct SolverTests {
  @Test func `Wyndor Glass makes 2 doors and 6 windows for 36`() throws {
    // F. S. Hillier and G. J. Lieberman, Introduction to Operations Research, section 3.1.
    var program = LinearProgram()
    let doors = program.addVariable(objective: 3, name: "doors")
    let windows = program.addVariable(objective: 5, name: "windows")
    let plants = [
      program.addConstraint([(doors, 1)], atMost: 4),
      program.addConstraint([(windows, 2)], atMost: 12),
      program.addConstraint([(doors, 3), (windows, 2)], atMost: 18),
    ]
    var solver = try Solver(program)
    let solution = try #require(solver.solve().solution)
    #expect(isNear(solution.objective, 36))
    #expect(isNear(solution[doors], 2) && isNear(solution[windows], 6))
    #expect(plants.map { solution.dual(of: $0).rounded(toPlaces: 9) } == [0, 1.5, 1])
    #expect(solution.activity(of: plants[0]) == solution[doors])
    #expect(solution.reducedCosts == [0, 0])
    #expect(solution.certificate.holds && solution.certificate.gap <= 36e-6)
  }

  @Test func `A minimum is the negated maximum: the cheapest diet costs 92.5 cents`() throws {
    // V. Chvátal, Linear Programming (1983), chapter 1: six foods, each with its largest number of
    // servings, price, energy, protein and calcium: 4 of oatmeal, 4.5 of milk, 2 of cherry pie.
    var program = LinearProgram()
    let foods: [(Double, Double, Double, Double, Double)] = [
      (4, 3, 110, 4, 2), (3, 24, 205, 32, 12), (2, 13, 160, 13, 54), (8, 9, 160, 8, 285),
      (2, 20, 420, 4, 22), (2, 19, 260, 14, 80),
    ]
    let variables = foods.map { program.addVariable(0...$0.0, objective: -$0.1) }
    program.addConstraint(zip(variables, foods.map(\.2)).map { ($0, $1) }, atLeast: 2000)
    program.addConstraint(zip(variables, foods.map(\.3)).map { ($0, $1) }, atLeast: 55)
    program.addConstraint(zip(variables, foods.map(\.4)).map { ($0, $1) }, atLeast: 800)
    var solver = try Solver(program)
    #expect(isNear(solver.solve().objective, -92.5))
  }

  @Test func `A program on which the simplex method can cycle is solved`() throws {
    // E. M. L. Beale, Cycling in the dual simplex algorithm (1955), as a maximum.
    var program = LinearProgram()
    let x = [0.75, -150, 0.02, -6].map { program.addVariable(objective: $0) }
    program.addConstraint([(x[0], 0.25), (x[1], -60), (x[2], -0.04), (x[3], 9)], atMost: 0)
    program.addConstraint([(x[0], 0.5), (x[1], -90), (x[2], -0.02), (x[3], 3)], atMost: 0)
    program.addConstraint([(x[2], 1)], atMost: 1)
    var solver = try Solver(program)
    #expect(isNear(solver.solve().objective, 0.05))
  }

  @Test func `Nothing to decide is worth 0`() throws {
    var empty = try Solver(LinearProgram())
    #expect(empty.solve().objective == 0)
    var program = LinearProgram()
    program.addConstraint([], atMost: 1)
    var solver = try Solver(program)
    #expect(solver.solve().objective == 0)
    program.addConstraint([], atLeast: 1)
    var impossible = try Solver(program)
    #expect(impossible.solve() == .infeasible)
  }

  @Test func `Variables without constraints go to the better bound`() throws {
    var program = LinearProgram()
    _ = program.addVariable(-1...4, objective: 2)
    _ = program.addVariable(-3...5, objective: -1)
    _ = program.addVariable(.free)
    var solver = try Solver(program)
    #expect(isNear(solver.solve().objective, 11))
    _ = program.addVariable(objective: 1)
    var unbounded = try Solver(program)
    #expect(unbounded.solve() == .unbounded)
  }

  @Test func `What is both infeasible and without end is infeasible`() throws {
    var program = LinearProgram()
    let x = program.addVariable(objective: 1)
    let y = program.addVariable()
    program.addConstraint([(y, 1)], atMost: -1)
    program.addConstraint([(x, 1), (y, -1)], atLeast: 0)
    var solver = try Solver(program)
    #expect(solver.solve() == .infeasible)
  }

  @Test func `A limit of steps ends the solve without a figure`() throws {
    var solver = try Solver(Network.battery.tieProgram().program)
    _ = solver.solve()
    try solver.setObjective([(solver.program.variables[0], -1), (solver.program.variables[3], 1)])
    solver.iterationLimit = 0
    #expect(solver.solve() == .limit(.iterations))
    solver.iterationLimit = 1000
    #expect(solver.solve().solution != nil)
  }

  @Test func `Units do not change the outcome`() throws {
    // The same chain with one product counted in millionths and one in millions.
    var network = Network.battery
    let scale = ["chip": 1e6, "cathode": 1e-6, "salt": 1e3]
    network.needs = network.needs.map {
      ($0.product, $0.input, $0.amount * (scale[$0.input] ?? 1) / (scale[$0.product] ?? 1))
    }
    network.makers = network.makers.map {
      ($0.name, $0.product, $0.capacity * (scale[$0.product] ?? 1))
    }
    network.ties = network.ties.map {
      ($0.from, $0.to, $0.product, $0.volume * (scale[$0.product] ?? 1))
    }
    network.external["chip"] = 90e6
    var product = try Solver(network.productProgram().program)
    var tie = try Solver(network.tieProgram().program)
    #expect(isNear(product.solve().objective, 900))
    #expect(isNear(tie.solve().objective, 850))
  }

  @Test(arguments: [1e-9, 1e-3, 1e3, 1e9])
  func `The unit of money does not change what is proved`(unit: Double) throws {
    var network = Network.battery
    network.value["pack"] = 10 * unit
    var solver = try Solver(network.tieProgram().program)
    let optimum = try #require(solver.solve().objective)
    #expect(abs(optimum - 850 * unit) <= 850e-6 * unit)
    network.external["chip"] = 0
    var none = try Solver(network.tieProgram().program)
    #expect(abs(try #require(none.solve().objective)) <= 1e-6 * unit)
  }

  @Test func `A copy starts from the same basis and is independent`() throws {
    let named = Network.battery.tieProgram()
    var solver = try Solver(named.program)
    _ = solver.solve()
    var copy = solver.copy()
    #expect(copy.basis == solver.basis)
    try copy.setBounds(.atMost(0), of: try #require(named.rows["cap:E1"]))
    #expect(isNear(copy.solve().objective, 300))
    #expect(isNear(solver.solve().objective, 850))
  }
}

extension Double {
  func rounded(toPlaces places: Int) -> Double {
    var factor = 1.0
    for _ in 0..<places { factor *= 10 }
    return (self * factor).rounded() / factor + 0
  }
}
