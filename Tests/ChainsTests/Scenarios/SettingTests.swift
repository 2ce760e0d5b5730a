import Chains
import Testing

/// Figures and states that a scenario sets.
@Suite struct SettingTests {
  private func outcome(_ changes: Change..., of tables: Tables = cars()) throws -> ScenarioOutcome {
    try Chain(tables).outcome(of: Scenario(changes))
  }

  private func problems(_ changes: Change..., of tables: Tables = cars()) throws -> [String] {
    let chain = try Chain(tables)
    do throws(ScenarioProblems) {
      _ = try chain.outcome(of: Scenario(changes))
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  @Test func `a capacity is set in the row in force, and is nobody's statement any more`() throws {
    var tables = cars()
    tables.sources = [Source(id: "report", title: "年报", grade: .a)]
    let dates = [2023, 2024].map { CalendarDate(year: $0) }
    tables.capacities[0].provenance = Provenance(asOf: dates[0], source: "report", grade: .a)
    tables.capacities.append(
      Capacity(
        enterprise: "A", product: "car", capacity: 90, line: "1",
        provenance: Provenance(asOf: dates[1], source: "report")))
    let result = try outcome(.set(.capacity(120, of: "轿车", at: "老甲")), of: tables)
    let after = result.chain.tables.capacities
    #expect(after.map(\.capacity) == [80, 500, 120])
    #expect(after[0] == tables.capacities[0])
    #expect(after[2].provenance == Provenance(asOf: dates[1], grade: .assumed))
    #expect(after[2].line == "1")
    #expect(
      result.edits.map(\.place) == [Place(.capacities, row: 2, .capacity)])
    #expect(result.edits.map(\.before) == [.figure(.limited(90))])
    #expect(result.edits.map(\.after) == [.figure(.limited(120))])
  }

  @Test func `an enterprise that did not make a product makes it then`() throws {
    let result = try outcome(.set(.capacity(7, of: "steel", at: "A")))
    #expect(result.chain.tables.capacities.last?.capacity == 7)
    #expect(result.chain.activities(making: 1).count == 2)
    #expect(result.edits.map(\.before) == [.absent])
  }

  @Test func `a maker of samples whose capacity is set can carry the chain`() throws {
    var tables = cars()
    tables.capacities[0].weight = .negligible
    let chain = try outcome(.set(.capacity(5, of: "car", at: "A")), of: tables).chain
    #expect(chain.carries(chain.activities[0]))
  }

  @Test func `a figure can be set to unknown, which is not none`() throws {
    let result = try outcome(
      .set(.capacity(nil, of: "car", at: "A")), .set(.external(.unknown, of: "steel")),
      .set(.demand(nil, of: "car")))
    #expect(result.chain.tables.capacities[0].capacity == nil)
    #expect(result.chain.products[1].external == .unknown)
    #expect(result.chain.products[0].demand == nil)
    #expect(result.edits.map(\.after) == Array(repeating: .figure(.unknown), count: 3))
  }

  @Test func `external supply, demand, value, amount and states are set`() throws {
    let chain = try outcome(
      .set(.external(.unlimited, of: "steel")), .set(.demand(150, of: "car")),
      .set(.value(12, of: "car")), .set(.amount(1.5, of: "steel", per: "car")),
      .set(.status(.limited, of: "B")),
      .set(.tieStatus(.planned, of: "steel", from: "B", to: "A"))
    ).chain
    #expect(chain.products[1].external == .unlimited)
    #expect(chain.products[0].demand == 150)
    #expect(chain.products[0].value == 12)
    #expect(chain.tables.inputs[0].amount == 1.5)
    #expect(chain.enterprises[1].status == .limited)
    #expect(chain.tables.ties[0].status == .planned)
  }

  @Test func `the volume of a tie is set, and one that is not there is made`() throws {
    let result = try outcome(
      .set(.volume(.limited(200), of: "steel", from: "B", to: "A")),
      .set(.volume(.unlimited, of: "car", from: "A", to: "B")))
    let ties = result.chain.tables.ties
    #expect(ties.map(\.volume) == [.limited(200), .unlimited])
    #expect(ties.map(\.provenance.grade) == [.assumed, .assumed])
    #expect(result.edits.map(\.before) == [.figure(.limited(160)), .absent])
  }

  @Test func `all that cannot be set is said at once, in the order of the changes`() throws {
    #expect(
      try problems(
        .set(.capacity(1, of: "car", at: "C")), .set(.demand(5, of: "steel")),
        .set(.amount(1, of: "car", per: "car")), .set(.external(.limited(1), of: "steel")),
        .set(.external(.limited(2), of: "钢材")),
        .set(.tieStatus(.running, of: "car", from: "A", to: "B"))) == [
          "no enterprise “C”; there are: A 甲厂, B 乙厂",
          "“钢材” is no final product, its requirement follows from those: "
            + "set the demand of a final product",
          "the recipe of “car” has no “car”; it has: car/steel",
          "the same figure is set twice: keep one of the two", "there is no tie A→B/car",
        ])
  }

  @Test func `figures that contradict themselves are refused, with the change that sets them`()
    throws
  {
    let chain = try Chain(cars())
    let changes: [Change] = [
      .set(.demand(5, of: "car")), .set(.capacity(-5, of: "car", at: "A")),
    ]
    let error = #expect(throws: ScenarioProblems.self) {
      try chain.outcome(of: Scenario(changes))
    }
    #expect(error?.problems.map(\.change) == [1])
    #expect(error?.description == "-5 is negative: at least 0 is wanted")
    #expect(try problems(.set(.value(nil, of: "car"))).count == 1)
    #expect(try problems(.set(.volume(.limited(1), of: "car", from: "A", to: "A"))).count == 1)
    #expect(try problems(.set(.amount(0, of: "steel", per: "car"))).count == 1)
  }

  @Test func `a name with several meanings asks for the id`() throws {
    var tables = cars()
    tables.enterprises.append(Enterprise(id: "A2", name: "甲厂"))
    #expect(
      try problems(.stop(.enterprise("甲厂")), of: tables)
        == ["several enterprises are called “甲厂”, write the id: A, A2"])
  }
}
