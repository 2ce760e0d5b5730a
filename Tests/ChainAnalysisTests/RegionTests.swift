import ChainAnalysis
import Chains
import Testing

/// One world chain, seen from its countries.
@Suite struct RegionTests {
  /// Phones are assembled in B, from chips of A (all its firms in one row) and of the rest of the world,
  /// on wafers of C alone.
  private func world() -> Sketch {
    var sketch = Sketch()
    sketch.tables.profile.region = "world"
    sketch.tables.regions = [
      Region(id: "world", kind: .world), Region(id: "A", kind: .country, parent: "world"),
      Region(id: "B", kind: .country, parent: "world"),
      Region(id: "C", kind: .country, parent: "world"), Region(id: "port", parent: "B"),
    ]
    sketch.product("phone", final: true, value: 1, demand: 90)
    sketch.product("chip")
    sketch.product("wafer")
    sketch.needs("phone", "chip", 1)
    sketch.needs("chip", "wafer", 1)
    for number in 1...3 { sketch.makes("B\(number)", "phone", 100, region: "port") }
    sketch.makes("A all", "chip", 60, region: "A", tags: ["地区合计"])
    sketch.makes("rest", "chip", 40, region: "world", tags: ["汇总"])
    sketch.makes("C1", "wafer", 200, region: "C")
    return sketch
  }

  private func seen(from region: Region.ID, _ sketch: Sketch) throws -> Analysis {
    try sketch.chain().analysis(with: Settings(region: region))
  }

  @Test func `from the world everything is inside`() throws {
    let analysis = try seen(from: "world", world())
    #expect(analysis.subjects(.g02) == [])
    #expect(analysis.subjects(.b09) == ["C1"])
    #expect(analysis.subjects(.b10) == ["port"], "three firms, one port; nor is B told twice")
  }

  @Test func `from the assembler's country parts come from outside`() throws {
    let analysis = try seen(from: "B", world())
    #expect(analysis.subjects(.g02) == ["chip", "wafer"])
    #expect(analysis.subjects(.g06) == ["wafer"], "the rest of the world delivers chips too")
    #expect(analysis.subjects(.b09) == [], "what chips are made of is their makers' business")
  }

  @Test func `from outside all firms of a country are one holder`() throws {
    var sketch = world()
    sketch.tables.capacities.removeAll { $0.enterprise == "rest" }
    let analysis = try seen(from: "B", sketch)
    #expect(analysis.subjects(.g06) == ["chip", "wafer"])
    #expect(analysis.subjects(.b09) == ["A all"])
  }

  @Test func `within their country they are many`() throws {
    var sketch = world()
    sketch.tables.products[1].isFinal = true
    sketch.tables.products[1].value = 1
    sketch.tables.products[1].demand = 10
    let analysis = try seen(from: "A", sketch)
    #expect(!analysis.subjects(.b09).contains("A all"))
    #expect(analysis.subjects(.b09) == ["C1"])
    #expect(analysis.subjects(.g02) == ["phone", "wafer"])
  }

  @Test func `a region of a chain stops as its enterprises do together`() throws {
    let chain = try world().chain()
    let after = try chain.stopping(.region("port")).analysis()
    #expect(after.subjects(.g01) == ["phone"])
  }
}
