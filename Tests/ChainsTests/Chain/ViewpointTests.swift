import Chains
import Testing

@Suite struct ViewpointTests {
  /// world ⊃ {province ⊃ {town ⊃ park, village}, abroad}; an enterprise in each, and some others.
  private func world(from own: Region.ID? = "province") throws -> Chain {
    var tables = cars()
    tables.profile.region = own
    tables.regions = [
      Region(id: "world"), Region(id: "province", parent: "world"),
      Region(id: "town", parent: "province"), Region(id: "village", parent: "province"),
      Region(id: "park", parent: "town"), Region(id: "abroad", parent: "world"),
    ]
    tables.enterprises = tables.regions.map {
      Enterprise(id: Identifier("in \($0.id)"), region: $0.id)
    }
    tables.enterprises.append(Enterprise(id: "nowhere"))
    tables.enterprises.append(Enterprise(id: "rest", region: "world", tags: ["汇总"]))
    tables.capacities = []
    tables.ties = []
    return try Chain(tables)
  }

  private func names(_ localities: [Viewpoint.Locality]) -> String {
    localities.map {
      switch $0 {
      case .inside: "i"
      case .outside: "o"
      case .unknown: "?"
      }
    }.joined()
  }

  /// In the order world, province, town, village, park, abroad, nowhere, rest of the world.
  @Test func `inside is the subtree, unknown is what holds it, the rest is outside`() throws {
    let chain = try world()
    #expect(names(chain.viewpoint().localities) == "?iiiioio")
    #expect(names(chain.viewpoint(from: "town").localities) == "??ioio?o")
    #expect(names(chain.viewpoint(from: "park").localities) == "???oio?o")
    #expect(names(chain.viewpoint(from: "abroad").localities) == "?ooooioo")
    #expect(names(chain.viewpoint(from: "world").localities) == "iiiiiiii")
  }

  @Test func `without any region all is inside`() throws {
    let chain = try world(from: nil)
    #expect(names(chain.viewpoint().localities) == "iiiiiiii")
    #expect(chain.viewpoint().region == nil)
    #expect(names(chain.viewpoint(from: "town").localities) == "??ioio?o")
  }

  @Test func `areas go up from an enterprise as long as they do not hold the viewpoint`() throws {
    let chain = try world()
    let regions = { (viewpoint: Viewpoint) in
      viewpoint.areas.map { $0.map { chain.regions[$0].id.text }.joined(separator: "<") }
    }
    #expect(
      regions(chain.viewpoint())
        == ["", "", "town", "village", "park<town", "abroad", "", ""])
    #expect(
      regions(chain.viewpoint(from: "town"))
        == ["", "", "", "village", "park", "abroad", "", ""])
    #expect(
      regions(chain.viewpoint(from: "abroad"))
        == ["", "province", "town<province", "village<province", "park<town<province", "", "", ""])
  }

  @Test func `a region is found by id and, where it is the only one, by name`() throws {
    var tables = cars()
    tables.regions.append(Region(id: "x", name: "国外"))
    let chain = try Chain(tables)
    #expect(chain.region(called: "town")?.id == "town")
    #expect(chain.region(called: "镇")?.id == "town")
    #expect(chain.region(called: "国外") == nil)
    #expect(chain.region(called: "nowhere") == nil)
  }
}
