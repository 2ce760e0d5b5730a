import Chains
import Testing

@Suite struct ReferencesTests {
  @Test func `a mention may be an id, a name or an alias, and becomes the id`() throws {
    var tables = cars()
    tables.profile.leaders = ["老甲"]
    tables.profile.region = "镇"
    tables.ties[0] = Tie(supplier: "乙厂", customer: "老甲", product: "钢材")
    tables.inputs[0].product = "轿车"
    let chain = try Chain(tables)
    #expect(chain.profile.leaders == ["A"])
    #expect(chain.profile.region == "town")
    #expect(chain.tables.ties[0] == Tie(supplier: "B", customer: "A", product: "steel"))
    #expect(chain.tables.inputs[0].product == "car")
  }

  @Test func `an id goes before a name`() throws {
    var tables = cars()
    tables.enterprises[1].name = "A"
    tables.ties = [Tie(supplier: "B", customer: "A", product: "steel")]
    #expect(try Chain(tables).tables.ties[0].customer == "A")
  }

  @Test func `one record under one name twice is not ambiguous`() throws {
    var tables = cars()
    tables.enterprises[0].aliases = ["甲厂", "老甲", "老甲"]
    tables.capacities[0].enterprise = "老甲"
    #expect(try Chain(tables).tables.capacities[0].enterprise == "A")
  }

  @Test func `two spellings of one enterprise are one key`() {
    let found = problems {
      $0.capacities.append(Capacity(enterprise: "老甲", product: "car", capacity: 1))
    }
    #expect(found.map(\.reason) == [.repeated(key: "A · car", firstRow: 0)])
  }

  @Test func `of similar names the most alike come first, three at most`() {
    let found = problems {
      $0.products += ["steels", "steal", "stees", "iron"].map { Product(id: $0) }
      $0.inputs[0].input = "stee"
    }
    #expect(
      found.map(\.reason) == [
        .unknownReference("stee", to: .products, similar: ["steel", "stees"])
      ])
  }

  @Test func `every table that mentions a record is checked`() {
    let found = problems {
      $0.profile.leaders = ["?1"]
      $0.products[0].stage = "?2"
      $0.stages = [Stage(id: "S", parent: "?3")]
      $0.products[1].variantOf = "?4"
      $0.enterprises[0].region = "?5"
      $0.sources = [Source(id: "Q")]
      $0.capacities[0].provenance.source = "?6"
      $0.ties[0].provenance.source = "?7"
      $0.projects = [Project(id: "P", enterprise: "?8", region: "?9")]
      $0.effects = [
        Effect(project: "?10", kind: .tie, enterprise: "?11", product: "?12", customer: "?13")
      ]
      $0.platforms = [Platform(id: "F", stages: ["S", "?14"], region: "?15")]
    }
    let unknown = found.compactMap { problem -> String? in
      if case .unknownReference(let id, _, _) = problem.reason { id } else { nil }
    }
    #expect(Set(unknown) == Set((1...15).map { "?\($0)" }))
    #expect(found.count == 15)
  }
}
