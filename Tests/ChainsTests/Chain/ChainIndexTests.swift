import Chains
import Testing

/// Histories, recipes and kinds.
@Suite struct ChainIndexTests {
  /// One enterprise with a capacity for each of some dates; 1 unit for the first, 2 for the second, …
  private func history(_ dates: [CalendarDate?], asOf day: CalendarDate? = nil) throws -> Double? {
    var tables = cars()
    tables.capacities = dates.enumerated().map {
      Capacity(
        enterprise: "A", product: "car", capacity: Double($0 + 1),
        provenance: Provenance(asOf: $1))
    }
    let chain = try Chain(tables, asOf: day)
    return chain.activities.first { $0.row != nil }.flatMap { chain.capacity(of: $0)?.capacity }
  }

  private func day(_ year: Int, _ month: Int? = nil, _ day: Int? = nil) -> CalendarDate? {
    CalendarDate(year: year, month: month, day: day)
  }

  @Test func `of a history the latest row counts, wherever it stands`() throws {
    #expect(try history([day(2022), day(2024), day(2023)]) == 2)
    #expect(try history([day(2023, 5), day(2023)]) == 1, "a month is more exact than its year")
  }

  @Test func `a row without a date is the oldest`() throws {
    #expect(try history([nil, day(1999)]) == 2)
    #expect(try history([day(1999), nil]) == 1)
    #expect(try history([nil, day(2024)], asOf: day(2020)) == 1)
  }

  @Test func `as of a day the latest row not after it counts`() throws {
    let dates = [day(2022), day(2023, 6), day(2024, 1, 15)]
    #expect(try history(dates, asOf: day(2023)) == 2)
    #expect(try history(dates, asOf: day(2023, 5)) == 1)
    #expect(try history(dates, asOf: day(2024, 1, 14)) == 2)
    #expect(try history(dates, asOf: day(2024, 1, 15)) == 3)
    #expect(try history(dates, asOf: day(2021)) == nil, "nothing was known then")
  }

  @Test func `a chain can be seen as of another day`() throws {
    var tables = cars()
    tables.ties.append(
      Tie(
        supplier: "B", customer: "A", product: "steel", volume: .limited(9),
        provenance: Provenance(asOf: day(2024))))
    let chain = try Chain(tables)
    #expect(chain.currentTies == [1])
    #expect(chain.seen(asOf: day(2023)).currentTies == [0])
    #expect(chain.seen(asOf: day(2023)).ties(into: 0) == [0])
    #expect(chain.seen(asOf: day(2023)).seen(asOf: nil) == chain)
  }

  @Test func `a tie shows that its supplier makes the product`() throws {
    var tables = cars()
    tables.capacities.removeLast()
    let chain = try Chain(tables)
    let steel = try #require(chain.number(of: Product.ID("steel")))
    #expect(chain.activities(making: steel).map { chain.activities[$0].row } == [nil])
    #expect(chain.activities.allSatisfy(chain.carries))
  }

  @Test func `stopped and planned enterprises, samples and zero capacity carry nothing`() throws {
    func carries(_ edit: (inout Tables) -> Void) throws -> Bool {
      var tables = cars()
      edit(&tables)
      let chain = try Chain(tables)
      return chain.carries(chain.activities[0])
    }
    #expect(try carries { $0.enterprises[0].status = .limited })
    #expect(try !carries { $0.enterprises[0].status = .stopped })
    #expect(try !carries { $0.enterprises[0].status = .planned })
    #expect(try !carries { $0.capacities[0].weight = .negligible })
    #expect(try carries { $0.capacities[0].weight = .minor })
    #expect(try !carries { $0.capacities[0].capacity = 0 })
    #expect(try carries { $0.capacities[0].capacity = nil })
  }

  @Test func `the kinds of a product are itself and its variants at any depth`() throws {
    let chain = try Chain(recipe("f 1 cell, lfp < cell, blade < lfp, ncm < cell"))
    let names = { (product: Product.ID) in
      chain.number(of: product).map { chain.kinds(of: $0).map { chain.products[$0].id.text } }
    }
    #expect(names("cell") == ["cell", "lfp", "blade", "ncm"])
    #expect(names("lfp") == ["lfp", "blade"])
    #expect(names("f") == ["f"])
  }

  @Test func `a variant needs what the product above needs, at any depth`() throws {
    let chain = try Chain(recipe("f 1 cell, cell 1 foil, lfp < cell, blade < lfp, lfp 1 iron"))
    #expect(chain.inputs(of: "blade") == ["iron", "foil"])
    #expect(chain.inputs(of: "lfp") == ["iron", "foil"])
    #expect(chain.inputs(of: "cell") == ["foil"])
  }

  @Test func `an own row replaces an inherited one for the same input`() throws {
    let chain = try Chain(recipe("f 1 cell, cell 3 foil, lfp < cell, lfp 2 foil"))
    let lfp = try #require(chain.number(of: Product.ID("lfp")))
    #expect(chain.recipe(of: lfp).map { chain.input(of: $0).amount } == [2])
  }

  @Test func `an own row for a variant of the input replaces the inherited row`() throws {
    let chain = try Chain(
      recipe("f 1 cell, cell 1 salt, pure < salt, purest < pure, lfp < cell, lfp 1 purest"))
    #expect(chain.inputs(of: "lfp") == ["purest"])
    let reverse = try Chain(recipe("f 1 cell, cell 1 pure, pure < salt, lfp < cell, lfp 1 salt"))
    #expect(reverse.inputs(of: "lfp") == ["salt", "pure"], "a wider row replaces nothing")
  }

  @Test func `a variant made of what it is a kind of does not need itself`() throws {
    let chain = try Chain(recipe("f 1 glass, glass 1 sheet, sheet < glass"))
    #expect(chain.inputs(of: "sheet") == [])
  }

  @Test func `a line of a hundred thousand products is a chain`() throws {
    var tables = Tables(profile: Profile(id: "deep"))
    tables.products = (0..<100_000).map {
      Product(id: Identifier("p\($0)"), isFinal: $0 == 0, value: 1)
    }
    tables.inputs = (1..<100_000).map {
      Input(product: Identifier("p\($0 - 1)"), input: Identifier("p\($0)"), amount: 1)
    }
    #expect(try Chain(tables).recipe(of: 99_998).count == 1)
  }
}
