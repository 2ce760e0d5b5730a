import LinearPrograms
import Testing

@Suite struct CertificateTests {
  /// Hillier and Lieberman's Wyndor Glass: optimum (2, 6) worth 36 with duals (0, 1.5, 1).
  static let program: LinearProgram = {
    var program = LinearProgram()
    let doors = program.addVariable(objective: 3)
    let windows = program.addVariable(objective: 5)
    program.addConstraint([(doors, 1)], atMost: 4)
    program.addConstraint([(windows, 2)], atMost: 12)
    program.addConstraint([(doors, 3), (windows, 2)], atMost: 18)
    return program
  }()

  @Test func `The optimum with its duals is certified`() {
    let certificate = Certificate(values: [2, 6], duals: [0, 1.5, 1], of: Self.program)
    #expect(certificate.holds)
    #expect(certificate.gap == 0 && certificate.dualObjective == 36)
    #expect(certificate.primalResidual == 0 && certificate.dualResidual == 0)
  }

  @Test(arguments: [
    // Not optimal, beyond a limit, and a little beyond it.
    ([4.0, 3], [0.0, 1.5, 1]), ([4, 6], [0, 1.5, 1]), ([2.0001, 6], [0, 1.5, 1]),
    // Negative, without end, not a number.
    ([-1, 6], [0, 1.5, 1]), ([.infinity, 6], [0, 1.5, 1]), ([.nan, 6], [0, 1.5, 1]),
    // Duals that are too low, of the wrong sign, too high, not a number, infinite.
    ([2, 6], [0, 0, 0]), ([2, 6], [0, -1.5, 1]), ([2, 6], [1, 1.5, 1]), ([2, 6], [0, .nan, 1]),
    ([2, 6], [0, 1.5, .infinity]), ([2, 6], [0, 1.5001, 1]), ([2, 6], [0, 1.4999, 1]),
  ])
  func `A wrong solution is not certified`(values: [Double], duals: [Double]) {
    #expect(!Certificate(values: values, duals: duals, of: Self.program).holds)
  }

  @Test func `Any change of a solution's figures that matters is caught`() throws {
    let program = Network.battery.tieProgram().program
    var solver = try Solver(program)
    let solution = try #require(solver.solve().solution)
    #expect(Certificate(values: solution.values, duals: solution.duals, of: program).holds)
    for index in solution.values.indices where program.objective(of: program.variables[index]) != 0
    {
      var values = solution.values
      values[index] += 0.01
      #expect(!Certificate(values: values, duals: solution.duals, of: program).holds)
    }
    for index in solution.duals.indices where solution.duals[index] != 0 {
      var duals = solution.duals
      duals[index] *= 0.99
      #expect(!Certificate(values: solution.values, duals: duals, of: program).holds)
    }
  }

  @Test func `The certificate of a solution is the one that the program gives`() throws {
    let program = Network.battery.productProgram().program
    var solver = try Solver(program)
    let solution = try #require(solver.solve().solution)
    #expect(
      solution.certificate
        == Certificate(values: solution.values, duals: solution.duals, of: program))
  }

  /// A product of which a gram is worth 10⁻⁶ and ten thousand tonnes can be sold, beside ten ships worth 10⁵ each.
  private static let gramsAndShips: LinearProgram = {
    var program = LinearProgram()
    let sold = program.addVariable(objective: 1e-6)
    let made = program.addVariable()
    let ships = program.addVariable(objective: 1e5)
    program.addConstraint([(sold, 1), (made, -1)], atMost: 0)
    program.addConstraint([(made, 1)], atMost: 1e10)
    program.addConstraint([(ships, 1)], atMost: 10)
    return program
  }()

  @Test func `What is sold by the gram counts beside what is sold by the ship`() throws {
    let program = Self.gramsAndShips
    // Nothing of the first is worth 10⁶, all of it 10⁴ more: its price of 10⁻⁶ a gram is not nothing.
    #expect(!Certificate(values: [0, 0, 10], duals: [0, 0, 1e5], of: program).holds)
    let best = Certificate(values: [1e10, 1e10, 10], duals: [1e-6, 1e-6, 1e5], of: program)
    #expect(best.holds && best.dualObjective == 1_010_000)
    var solver = try Solver(program)
    let objective = solver.solve().objective
    #expect(isNear(objective, 1_010_000))
  }

  /// Bounds that follow step by step, in the order against which the steps go.
  @Test func `What is sold by the gram counts after many steps of work too`() throws {
    var program = LinearProgram()
    let ships = program.addVariable(0...10, objective: 1e5)
    let steps = (0..<40).map { program.addVariable(objective: $0 == 0 ? 1e-6 : 0) }
    for (one, next) in zip(steps, steps.dropFirst()) {
      program.addConstraint([(one, 1), (next, -1)], atMost: 0)
    }
    program.addConstraint([(steps[39], 1)], atMost: 1e10)
    let nothing = [Double](repeating: 0, count: 40)
    let wrong = Certificate(values: [10] + nothing, duals: nothing, of: program)
    #expect(!wrong.holds && wrong.gap > 9_999)
    let (all, prices) = (
      [Double](repeating: 1e10, count: 40), [Double](repeating: 1e-6, count: 40)
    )
    #expect(Certificate(values: [10] + all, duals: prices, of: program).holds)
    #expect(program.bounds(of: ships).upper == 10)
  }

  /// Half of what is made comes back as scrap: no bound follows step by step.
  @Test func `What a circle limits is not certified as worth nothing`() {
    var program = LinearProgram()
    let sold = program.addVariable(objective: 1e-5)
    let (made, scrap, raw) = (
      program.addVariable(), program.addVariable(), program.addVariable()
    )
    program.addConstraint([(sold, 1), (made, -1)], atMost: 0)
    program.addConstraint([(made, 1), (scrap, -1), (raw, -1)], atMost: 0)
    program.addConstraint([(scrap, 1), (made, -0.5)], atMost: 0)
    program.addConstraint([(raw, 1)], atMost: 2.5e10)
    for _ in 0..<20 { _ = program.addVariable(0...10, objective: 5e3) }
    let ships = [Double](repeating: 10, count: 20)
    // 10⁶ for the ships; what can be sold besides brings half as much again.
    let wrong = Certificate(values: [0, 0, 0, 0] + ships, duals: [0, 0, 0, 0], of: program)
    #expect(!wrong.holds)
    let best = Certificate(
      values: [5e10, 5e10, 2.5e10, 2.5e10] + ships, duals: [1e-5, 2e-5, 2e-5, 2e-5], of: program)
    #expect(best.holds && abs(best.dualObjective - 1.5e6) < 1)
  }

  @Test func `A price of a limit that is not there does not count`() {
    var program = LinearProgram()
    let (first, second) = (program.addVariable(0...10, objective: 1), program.addVariable(0...1e12))
    program.addConstraint([(second, 1), (first, -1)], atLeast: 0)
    #expect(Certificate(values: [10, 10], duals: [1e-11], of: program).holds)
    #expect(!Certificate(values: [10, 10], duals: [1e-3], of: program).holds)
  }

  @Test func `A limit of one counts beside limits of a million`() {
    var program = LinearProgram()
    let large = (0..<6).map { _ in program.addVariable(objective: 1) }
    for variable in large { program.addConstraint([(variable, 1)], atMost: 1e6) }
    let small = (0..<2).map { _ in program.addVariable() }
    program.addConstraint(small.map { ($0, 1) }, atMost: 1)
    let duals = [Double](repeating: 1, count: 6) + [0]
    func certificate(_ rest: [Double]) -> Certificate {
      Certificate(
        values: [Double](repeating: 1e6, count: 6) + rest, duals: duals, of: program)
    }
    #expect(certificate([0.5, 0.5]).holds)
    #expect(!certificate([0.50001, 0.5]).holds)
  }

  @Test func `A circle without bounds leaves the dual residual as the measure`() {
    var program = LinearProgram()
    let (first, second) = (program.addVariable(objective: 1), program.addVariable(objective: -1))
    program.addConstraint([(first, 1), (second, -1)], .equal(0))
    #expect(Certificate(values: [3, 3], duals: [1], of: program).holds)
    let wrong = Certificate(values: [3, 3], duals: [0.999], of: program)
    #expect(!wrong.holds && wrong.dualResidual > 1e-6)
  }
}
