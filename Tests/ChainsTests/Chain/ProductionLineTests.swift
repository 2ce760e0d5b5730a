import Chains
import Testing

@Suite struct ProductionLineTests {
  private func chain(_ capacities: [Capacity], asOf: CalendarDate? = nil) throws -> Chain {
    var tables = cars()
    tables.capacities = capacities
    tables.ties = []
    return try Chain(tables, asOf: asOf)
  }

  @Test func `products of one enterprise with the same line share it`() throws {
    let chain = try chain([
      Capacity(enterprise: "B", product: "steel", capacity: 500, line: "1"),
      Capacity(enterprise: "A", product: "car", capacity: 80, line: "总装"),
      Capacity(enterprise: "A", product: "steel", capacity: 40, line: "总装"),
    ])
    #expect(chain.sharedLines.map(\.enterprise) == [0])
    #expect(chain.sharedLines.map(\.name) == ["总装"])
    #expect(chain.sharedLines.map(\.activities) == [[1, 2]])
  }

  @Test func `lines of one name in two enterprises are two, blank lines are none`() throws {
    let chain = try chain([
      Capacity(enterprise: "A", product: "car", line: "1"),
      Capacity(enterprise: "B", product: "steel", line: "1"),
      Capacity(enterprise: "B", product: "car"), Capacity(enterprise: "A", product: "steel"),
    ])
    #expect(chain.sharedLines == [])
  }

  @Test func `of a history the row in force says the line`() throws {
    let dates = (2023...2024).map { Provenance(asOf: CalendarDate(year: $0)) }
    let rows = [
      Capacity(enterprise: "A", product: "car", line: "1", provenance: dates[0]),
      Capacity(enterprise: "A", product: "car", provenance: dates[1]),
      Capacity(enterprise: "A", product: "steel", line: "1"),
    ]
    #expect(try chain(rows).sharedLines == [])
    let then = try chain(rows, asOf: CalendarDate(year: 2023)).sharedLines
    #expect(then.map(\.name) == ["1"])
    #expect(then.map(\.activities.count) == [2])
  }
}
