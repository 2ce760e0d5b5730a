import Chains
import Testing

@Suite struct DraftTests {
  @Test func `a table that is missing is read off its mentions, in their order`() throws {
    let chain = try Chain(
      Tables(
        profile: Profile(name: "链", region: "本地"),
        products: [Product(id: "p", stage: "整机", isFinal: true, value: 1)],
        capacities: [
          Capacity(
            enterprise: "Z", product: "p", provenance: Provenance(source: "年报")),
          Capacity(enterprise: "A", product: "p"),
        ],
        ties: [Tie(supplier: "M", customer: "Z", product: "p")],
        effects: [Effect(project: "扩建", kind: .stock, enterprise: "A", product: "p")]))
    #expect(chain.enterprises.map(\.id.text) == ["Z", "A", "M"])
    #expect(chain.stages.map(\.name) == ["整机"])
    #expect(chain.regions.map(\.id.text) == ["本地"])
    #expect(chain.sources.map(\.title) == ["年报"])
    #expect(chain.tables.projects.map(\.id.text) == ["扩建"])
    #expect(chain.profile.id == "链")
  }

  @Test func `a table that is there is not added to`() {
    let found = problems { $0.capacities[0].enterprise = "someone else entirely" }
    #expect(found.map(\.place) == [Place(.capacities, row: 0, .enterprise)])
  }

  @Test func `a record is called by its id, and known by its name`() throws {
    var tables = cars()
    tables.products.append(Product(id: "", name: "玻璃"))
    tables.products.append(Product(id: "tyre"))
    tables.inputs.append(Input(product: "car", input: "玻璃"))
    let chain = try Chain(tables)
    #expect(chain.products[2].id == "玻璃")
    #expect(chain.products[3].name == "tyre")
  }

  @Test func `shares of different dates are not added up`() {
    let found = problems {
      $0.capacities[0].share = 0.9
      $0.capacities.append(
        Capacity(
          enterprise: "B", product: "car", share: 0.9,
          provenance: Provenance(asOf: CalendarDate(year: 2020))))
    }
    #expect(found == [])
  }

  @Test func `an effect without enterprise has that of its project`() {
    let found = problems {
      $0.projects = [Project(id: "P", enterprise: "A")]
      $0.effects = [
        Effect(project: "P", kind: .capacity, product: "car"),
        Effect(project: "P", kind: .tie, product: "car", customer: "B"),
        Effect(project: "P", kind: .external, product: "steel"),
      ]
    }
    #expect(found == [])
  }

  @Test func `a chain built from a chain's tables is that chain`() throws {
    let chain = try Chain(cars())
    #expect(try Chain(chain.tables) == chain)
    #expect(try Chain(chain.tables).hashValue == chain.hashValue)
    #expect(chain.seen(asOf: CalendarDate(year: 2020)) != chain)
    #expect(try chain.editing { $0.capacities[0].capacity = 81 } != chain)
  }
}
