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
}
