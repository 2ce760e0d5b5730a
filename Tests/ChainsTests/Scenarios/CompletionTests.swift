import Chains
import Testing

/// Projects that are completed.
@Suite struct CompletionTests {
  /// `cars()` with a project and its effects.
  private func tables(
    _ effects: Effect..., phase: Phase? = .construction, edit: (inout Tables) -> Void = { _ in }
  ) -> Tables {
    var tables = cars()
    tables.projects = [Project(id: "P", name: "扩建", enterprise: "A", phase: phase)]
    tables.effects = effects
    edit(&tables)
    return tables
  }

  private func completed(_ tables: Tables) throws -> ScenarioOutcome {
    try Chain(tables).outcome(of: Scenario([.complete("扩建")]))
  }

  private func effect(
    _ kind: EffectKind, _ product: Product.ID = "car", _ amount: Limit = .limited(20),
    at enterprise: Enterprise.ID? = nil, to customer: Enterprise.ID? = nil
  ) -> Effect {
    Effect(
      project: "P", kind: kind, enterprise: enterprise, product: product, customer: customer,
      amount: amount)
  }

  @Test func `capacity comes on top, at the project's enterprise where none is named`() throws {
    let result = try completed(
      tables(effect(.capacity), effect(.capacity, "steel", .limited(100), at: "B")))
    #expect(result.chain.tables.capacities.map(\.capacity) == [100, 600])
    #expect(result.chain.tables.capacities.map(\.provenance.grade) == [.assumed, .assumed])
    #expect(result.chain.tables.projects[0].phase == .production)
  }

  @Test func `where there is no row one is made; a tie alone has an unknown capacity`() throws {
    let new = try completed(tables(effect(.capacity, "steel")))
    #expect(new.chain.tables.capacities.last?.capacity == 20)
    #expect(new.edits.map(\.before) == [.absent])
    let shown = try completed(
      tables(effect(.capacity, "steel", at: "B")) { $0.capacities.removeLast() })
    #expect(shown.chain.tables.capacities.last?.enterprise == "B")
    #expect(shown.chain.tables.capacities.last?.capacity == nil)
  }

  @Test func `the tie of a new maker does not hide its capacity`() throws {
    let result = try completed(
      tables(
        effect(.tie, "steel", .limited(5), at: "A", to: "B"),
        effect(.capacity, "steel", .limited(7), at: "A")))
    #expect(result.chain.tables.capacities.last?.capacity == 7)
    #expect(result.chain.tables.ties.last?.volume == .limited(5))
  }

  @Test(arguments: [
    (Limit.unknown, Limit.limited(20), Limit.unknown), (.limited(5), .unknown, .unknown),
    (.unknown, .unlimited, .unlimited), (.unlimited, .limited(20), .unlimited),
    (.limited(0), .limited(20), .limited(20)), (.limited(5), .unlimited, .unlimited),
  ])
  func `what is unknown stays so, unless there is no limit`(
    _ before: Limit, _ amount: Limit, _ sum: Limit
  ) throws {
    let outside = try completed(
      tables(effect(.external, "steel", amount)) { $0.products[1].external = before })
    #expect(outside.chain.products[1].external == sum)
    #expect(outside.edits.map(\.after) == [.figure(sum)])
    let tie = try completed(
      tables(effect(.tie, "steel", amount, at: "B", to: "A")) { $0.ties[0].volume = before })
    #expect(tie.chain.tables.ties.map(\.volume) == [sum])
  }

  @Test func `an unknown capacity stays unknown, and so does a stock`() throws {
    let result = try completed(
      tables(effect(.capacity), effect(.stock)) { $0.capacities[0].capacity = nil })
    #expect(result.chain.tables.capacities[0].capacity == nil)
    #expect(result.chain.tables.capacities[0].stock == nil)
    let known = try completed(tables(effect(.stock)) { $0.capacities[0].stock = 3 })
    #expect(known.chain.tables.capacities[0].stock == 23)
  }

  @Test func `a stock makes no maker`() throws {
    let chain = try completed(tables(effect(.stock, "steel"))).chain
    let new = try #require(chain.tables.capacities.last)
    #expect(new.enterprise == "A" && new.stock == 20 && new.capacity == 0)
    #expect(
      chain.activities(making: 1).map { chain.carries(chain.activities[$0]) } == [true, false])
  }

  @Test func `a planned enterprise and a planned tie start, a stopped one does not`() throws {
    func status(_ status: Status) throws -> [Status] {
      let chain = try completed(
        tables(effect(.capacity), effect(.tie, "steel", at: "B", to: "A")) {
          $0.enterprises[0].status = status
          $0.ties[0].status = status
        }
      ).chain
      return [chain.enterprises[0].status, chain.tables.ties[0].status]
    }
    #expect(try status(.planned) == [.running, .running])
    #expect(try status(.stopped) == [.stopped, .stopped])
    #expect(try status(.limited) == [.limited, .limited])
  }

  @Test func `a project in production, without effects or without bounds is refused`() throws {
    func problem(_ tables: Tables) -> String? {
      let error = #expect(throws: ScenarioProblems.self) { try completed(tables) }
      return error?.description
    }
    let inProduction = problem(tables(effect(.capacity), phase: .production))
    #expect(inProduction?.hasPrefix("the project “扩建” is in production") == true)
    #expect(problem(tables())?.hasPrefix("the project “扩建” has no effects") == true)
    let unlimited = problem(tables(effect(.capacity, "car", .unlimited)))
    #expect(unlimited?.hasPrefix("the capacity that “扩建” adds is unlimited") == true)
    let chain = try Chain(tables(effect(.capacity)))
    let missing = #expect(throws: ScenarioProblems.self) { try chain.completing("Q") }
    #expect(missing?.description == "no project “Q”; there are: P 扩建")
    let twice = #expect(throws: ScenarioProblems.self) {
      try chain.outcome(of: Scenario([.complete("P"), .complete("P")]))
    }
    #expect(twice?.problems.map(\.change) == [1])
  }
}
