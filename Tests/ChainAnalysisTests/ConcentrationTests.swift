import ChainAnalysis
import Chains
import Testing

/// B11 with the figures of ex10.
@Suite struct ConcentrationTests {
  /// A part made by some enterprises: name, capacity, region.
  private func supply(_ makers: [(String, Double, String)]) throws -> Analysis {
    var sketch = Sketch()
    sketch.tables.profile.region = "home"
    sketch.tables.regions = [Region(id: "home"), Region(id: "abroad")]
    sketch.product("car", final: true, value: 1, demand: 10)
    sketch.product("part")
    sketch.needs("car", "part", 1)
    for number in 1...3 { sketch.makes("A\(number)", "car", 100, region: "home") }
    for (name, capacity, region) in makers {
      sketch.makes(name, "part", capacity, region: region)
    }
    return try sketch.chain().analysis()
  }

  @Test func `four makers of 40, 30, 20 and 10 have an index of 0.3, below the threshold`() throws {
    let analysis = try supply(
      [("W", 40, "home"), ("X", 30, "home"), ("Y", 20, "home"), ("Z", 10, "home")])
    let concentration = try #require(analysis.state("part")?.concentration)
    #expect(isClose(concentration.index, 0.3))
    #expect(isClose(concentration.topShare, 0.4))
    #expect(analysis.subjects(.b11) == [])
  }

  @Test func `three indicators of outside dependency together are a finding`() throws {
    let abroad = [("X", 70.0, "abroad"), ("Y", 20, "abroad"), ("Z", 10, "abroad")]
    let some = try supply(abroad + [("H", 30, "home")])
    let share = try #require(some.state("part")?.concentration)
    #expect(isClose(share.outsideIndex, 0.54))
    #expect(isClose(share.outsideShare, 100.0 / 130))
    let more = try supply(abroad + [("H", 60, "home")])
    let ratio = try #require(more.state("part")?.concentration)
    #expect(isClose(ratio.outsideRatio, 100.0 / 60))
    #expect(more.subjects(.b11) == ["part"])
    #expect(isClose(ratio.index, (4900 + 400 + 100 + 3600) / 25_600))
    #expect(try supply(abroad + [("H", 101, "home")]).subjects(.b11) == [], "ratio below 1")
  }

  @Test func `one failure of the default length sets the severity`() throws {
    let analysis = try supply([("X", 90, "home"), ("Y", 10, "home")])
    let finding = try #require(analysis.finding("B11:part"))
    #expect(isClose(finding.value.exposure, 9))
    #expect(isClose(finding.value.share, 0.9 * 56 / 365))
    #expect(finding.severity == .considerable)
  }

  @Test func `enterprises of one owner are one holder, on whichever side they stand`() throws {
    var tables = try supply([("X", 30, "home"), ("Y", 30, "abroad"), ("Z", 40, "home")])
      .chain.tables
    for row in tables.enterprises.indices
    where ["X", "Y"].contains(tables.enterprises[row].id.text) {
      tables.enterprises[row].owner = "O"
    }
    let concentration = try #require(
      try Chain(tables).analysis().state("part")?.concentration)
    #expect(concentration.holders == 2)
    #expect(isClose(concentration.topShare, 0.6))
    #expect(isClose(concentration.outsideShare, 0.3), "abroad stays abroad")
  }

  @Test func `shares of different variants are no parts of one whole`() throws {
    var sketch = Sketch()
    sketch.product("car", final: true, value: 1, demand: 10)
    sketch.product("cell")
    sketch.product("lfp", variantOf: "cell")
    sketch.product("ncm", variantOf: "cell")
    sketch.needs("car", "cell", 1)
    sketch.makes("A", "car", 10)
    sketch.makes("L", "lfp", share: 1)
    sketch.makes("N", "ncm", share: 1)
    #expect(try sketch.chain().analysis().state("cell")?.concentration == nil)
    sketch.tables.capacities[1].capacity = 90
    sketch.tables.capacities[2].capacity = 10
    let concentration = try sketch.chain().analysis().state("cell")?.concentration
    #expect(isClose(concentration?.topShare, 0.9))
  }
}
