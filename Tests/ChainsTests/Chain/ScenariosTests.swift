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

  @Test func `what the chain does not have cannot stop`() throws {
    let chain = try Chain(cars())
    let stoppages: [(Stoppage, String)] = [
      (.enterprise("X"), "the chain has no enterprise “X”"),
      (.external("X"), "the chain has no product “X”"),
      (.region("X"), "the chain has no region “X”"),
      (
        .tie(supplier: "A", customer: "B", product: "car"),
        "the chain has no tie from “A” to “B” for “car”"
      ),
    ]
    for (stoppage, text) in stoppages {
      let error = #expect(throws: NothingToStop.self) { try chain.stopping(stoppage) }
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
}
