import LinearPrograms
import Testing

@Suite struct LinearProgramTests {
  @Test func `Terms of the same variable are added and zeros dropped`() {
    var program = LinearProgram()
    let x = program.addVariable()
    let y = program.addVariable()
    let row = program.addConstraint([(y, 1), (x, 2), (y, 3), (x, -2)], atMost: 4, name: "row")
    #expect(program.terms(of: row).map(\.0) == [y])
    #expect(program.terms(of: row).map(\.1) == [4])
    #expect(program.coefficientCount == 1)
    #expect(program.bounds(of: row) == .atMost(4))
    #expect(program.name(of: row) == "row" && program.name(of: x) == "x0")
  }

  @Test func `All bad figures are reported at once, by name`() throws {
    var program = LinearProgram()
    let x = program.addVariable(Bounds(1, 0), name: "iron")
    let y = program.addVariable(Bounds(.nan, 1), objective: .infinity)
    let z = program.addVariable(.atMost(1e18), objective: .nan)
    program.addConstraint([(x, .nan), (y, 1)], atMost: 1, name: "melt")
    program.addConstraint([(x, .infinity), (z, 1)], atMost: 1)
    program.addConstraint([(x, 1e-14), (y, 1)], atMost: 1, name: "mix")
    program.addConstraint([(x, 1e-30)], Bounds(.infinity, .infinity))
    program.addConstraint([(x, 1e20)], Bounds(2, 1))
    let error = try #require(throws: LinearProgramError.self) { _ = try Solver(program) }
    #expect(
      error.problems == [
        .emptyBounds(.variable("iron"), Bounds(1, 0)), .notANumber(.variable("x1")),
        .infiniteCoefficient(.objective(variable: "x1")), .tooLarge(.variable("x2"), 1e18),
        .notANumber(.objective(variable: "x2")),
        .notANumber(.coefficient(variable: "iron", constraint: "melt")),
        .infiniteCoefficient(.coefficient(variable: "iron", constraint: "r1")),
        .tooSmall(
          .coefficient(variable: "iron", constraint: "mix"), 1e-14, largestInConstraint: 1),
        .emptyBounds(.constraint("r3"), Bounds(.infinity, .infinity)),
        .tooSmall(
          .coefficient(variable: "iron", constraint: "r3"), 1e-30, largestInConstraint: 1e-30),
        .emptyBounds(.constraint("r4"), Bounds(2, 1)),
        .tooLarge(.coefficient(variable: "iron", constraint: "r4"), 1e20),
      ])
    #expect(error.description.contains("coefficient of iron in constraint mix is 1e-14"))
  }

  @Test func `A change to bad bounds is refused and changes nothing`() throws {
    let named = Network.battery.productProgram()
    var solver = try Solver(named.program)
    let row = try #require(named.rows["imp:chip"])
    #expect(throws: LinearProgramError.self) { try solver.setBounds(Bounds(2, 1), of: row) }
    #expect(throws: LinearProgramError.self) {
      try solver.outcome(trying: [
        .constraint(row, .atMost(0)), .variable(named.program.variables[0], .atMost(.nan)),
      ])
    }
    #expect(throws: LinearProgramError.self) {
      try solver.setObjective([(named.program.variables[0], .infinity)])
    }
    #expect(solver.program == named.program)
    #expect(isNear(solver.solve().objective, 900))
  }
}
