import Chains
import Testing

@Suite struct ScenariosTests {
  @Test func `an enterprise that stops keeps its rows`() throws {
    let chain = try Chain(cars())
    let after = try chain.stopping(.enterprise("A"))
    #expect(after.enterprises.map(\.status) == [.stopped, .running])
    #expect(after.tables.capacities == chain.tables.capacities)
    #expect(!after.carries(after.activities[0]))
  }

  @Test func `every row of a tie's history stops`() throws {
    var tables = cars()
    tables.ties.append(
      Tie(
        supplier: "B", customer: "A", product: "steel",
        provenance: Provenance(asOf: CalendarDate(year: 2024))))
    tables.ties.append(Tie(supplier: "B", customer: "A", product: "car"))
    let after = try Chain(tables).stopping(.tie(supplier: "B", customer: "A", product: "steel"))
    #expect(after.tables.ties.map(\.status) == [.stopped, .stopped, .running])
  }

  @Test func `external supply that stops is none`() throws {
    #expect(try Chain(cars()).stopping(.external("steel")).products[1].external == .limited(0))
  }

  @Test func `a region stops with all below it, and with those that are in it by default`() throws {
    var tables = cars()
    tables.enterprises += [
      Enterprise(id: "P", region: "park"), Enterprise(id: "N"),
      Enterprise(id: "V", region: "province"),
    ]
    let after = try Chain(tables).stopping(.region("town"))
    #expect(
      after.enterprises.map(\.status) == [.stopped, .running, .stopped, .stopped, .running])
  }

  @Test func `what the chain does not have cannot stop, and what is near is named`() throws {
    let chain = try Chain(cars())
    let stoppages: [(Stoppage, String)] = [
      (.enterprise("X"), "no enterprise “X”; there are: A 甲厂, B 乙厂"),
      (.enterprise("甲"), "no enterprise “甲”; there are: A 甲厂, B 乙厂"),
      (.enterprise("甲厂子"), "no enterprise “甲厂子”; near it: A 甲厂"),
      (.external("stel"), "no product “stel”; near it: steel 钢材"),
      (.region("park 2"), "no region “park 2”; near it: park 园"),
      (
        .tie(supplier: "A", customer: "B", product: "car"),
        "there is no tie A→B/car"
      ),
      (
        .tie(supplier: "A", customer: "B", product: "steel"),
        "there is no tie A→B/steel; near it: B→A/steel"
      ),
    ]
    for (stoppage, text) in stoppages {
      let error = #expect(throws: ScenarioProblems.self) { try chain.stopping(stoppage) }
      #expect(error?.description == text)
    }
  }

  @Test func `an edit that contradicts itself is refused, a good one keeps the day`() throws {
    let chain = try Chain(cars(), asOf: CalendarDate(year: 2024))
    #expect(throws: ChainProblems.self) { try chain.editing { $0.products = [] } }
    let edited = try chain.editing { $0.capacities[0].capacity = 90 }
    #expect(edited.asOf == chain.asOf)
    #expect(edited.tables.capacities[0].capacity == 90)
    #expect(chain.tables.capacities[0].capacity == 80, "the chain itself is as it was")
  }

  @Test func `the order of the changes says nothing: set, then built, then stopped`() throws {
    var tables = cars()
    tables.projects = [Project(id: "P", enterprise: "A")]
    tables.effects = [
      Effect(project: "P", kind: .capacity, product: "car", amount: .limited(20)),
      Effect(project: "P", kind: .external, product: "steel", amount: .limited(5)),
    ]
    let chain = try Chain(tables)
    let changes: [Change] = [
      .stop(.external("steel")), .complete("P"), .set(.capacity(10, of: "car", at: "A")),
      .set(.status(.running, of: "A")), .stop(.enterprise("A")),
      .set(.external(.limited(40), of: "steel")),
    ]
    let after = try chain.outcome(of: Scenario(changes)).chain
    #expect(after.tables.capacities[0].capacity == 30)
    #expect(after.products[1].external == .limited(0))
    #expect(after.enterprises[0].status == .stopped)
    for turn in 1..<changes.count {
      let turned = Array(changes[turn...] + changes[..<turn])
      #expect(try chain.outcome(of: Scenario(turned)).chain == after)
    }
    #expect(try chain == Chain(tables), "the chain itself is as it was")
  }

  @Test func `what stops is told with what it was, even where nothing changes`() throws {
    var tables = cars()
    tables.enterprises[1].status = .stopped
    let result = try Chain(tables).outcome(
      of: Scenario([.stop(.enterprise("乙厂")), .stop(.enterprise("A"))]))
    #expect(result.edits.map(\.change) == [0, 1])
    #expect(result.edits.map(\.before) == [.status(.stopped), .status(.running)])
    #expect(result.edits.map(\.place.row) == [1, 0])
  }

  @Test func `the share of a holder that stops falls to the others`() throws {
    var tables = cars()
    tables.enterprises.append(Enterprise(id: "C"))
    tables.capacities = [
      Capacity(enterprise: "A", product: "steel", share: 0.6),
      Capacity(enterprise: "B", product: "steel", share: 0.3),
      Capacity(enterprise: "C", product: "steel", share: 0.1),
      Capacity(enterprise: "A", product: "car", share: 1),
    ]
    let chain = try Chain(tables)
    let after = try chain.stopping(.enterprise("A")).tables.capacities
    #expect(after[0].share == 0)
    #expect(abs((after[1].share ?? 0) - 0.75) < 1e-12 && abs((after[2].share ?? 0) - 0.25) < 1e-12)
    #expect(after[3].share == 1, "where nothing is left there is nothing to share")
    let both = try chain.outcome(
      of: Scenario([.stop(.enterprise("A")), .stop(.enterprise("B"))])
    ).chain.tables.capacities
    #expect(both[0].share == 0 && both[1].share == 0)
    #expect(abs((both[2].share ?? 0) - 1) < 1e-12)
    let again = try chain.stopping(.enterprise("A")).stopping(.enterprise("A"))
    #expect(again.tables.capacities == after, "what has stopped already takes nothing away")
  }

  @Test func `shares of random documents stay shares after any stops`() throws {
    for seed in 0..<40 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      var tables = cars()
      let makers = (0..<6).map { Enterprise(id: Identifier("m\($0)")) }
      tables.enterprises += makers
      tables.ties = []
      tables.capacities = [Capacity(enterprise: "A", product: "car", capacity: 1)]
      var left = [nil: 1.0, CalendarDate(year: 2024): 1.0] as [CalendarDate?: Double]
      for maker in makers {
        for date in [nil, CalendarDate(year: 2024)] where Bool.random(using: &random) {
          let share = Double.random(in: 0...1, using: &random) * (left[date] ?? 0)
          left[date]? -= share
          tables.capacities.append(
            Capacity(
              enterprise: maker.id, product: "steel", share: share,
              provenance: Provenance(asOf: date)))
        }
      }
      let stops = makers.filter { _ in Bool.random(using: &random) }
      // Shares above one would be refused as a contradiction.
      let after = try Chain(tables).outcome(
        of: Scenario(stops.map { .stop(.enterprise($0.id)) }))
      #expect(after.edits.count == stops.count, "seed \(seed)")
    }
  }
}
