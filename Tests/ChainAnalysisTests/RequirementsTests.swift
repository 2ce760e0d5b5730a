import ChainAnalysis
import Chains
import Testing

/// Gross requirements, coverage and the closed form.
@Suite struct RequirementsTests {
  private func requirement(_ sketch: Sketch, _ product: String) throws -> Double? {
    try sketch.chain().analysis().state(product)?.requirement.exact
  }

  @Test func `two products share a pool in ex16`() throws {
    var sketch = Sketch()
    sketch.product("chip", external: .limited(100))
    sketch.product("phone", final: true, value: 10, demand: 80)
    sketch.product("meter", final: true, value: 4, demand: 100)
    sketch.needs("phone", "chip", 1)
    sketch.needs("meter", "chip", 0.5)
    sketch.makes("FP", "phone", 90)
    sketch.makes("FM", "meter", 120)
    let analysis = try sketch.chain().analysis()
    #expect(analysis.state("chip")?.requirement.exact == 130)
    #expect(isClose(analysis.summary.capacityLimited, 960), "80 phones and 40 meters")
  }

  /// ex17: a circle; a column of the matrix is a user.
  @Test func `requirements on a circle solve the equations of Leontief`() throws {
    var sketch = Sketch()
    sketch.product("a", final: true, value: 1, demand: 10)
    sketch.product("b", final: true, value: 1, demand: 5)
    sketch.needs("a", "a", 0.1)
    sketch.needs("a", "b", 0.4)
    sketch.needs("b", "a", 0.3)
    sketch.needs("b", "b", 0.2)
    sketch.makes("A", "a", 100)
    sketch.makes("B", "b", 100)
    #expect(isClose(try requirement(sketch, "a"), 15.8333333333333))
    #expect(isClose(try requirement(sketch, "b"), 14.1666666666667))
  }

  @Test func `a circle that leaves next to nothing is solved all the same`() throws {
    var sketch = Sketch()
    sketch.product("a", final: true, value: 1, demand: 1)
    sketch.product("b")
    sketch.needs("a", "b", 1)
    sketch.needs("b", "a", 0.999_999_9)
    sketch.makes("A", "a", 1)
    let required = try #require(try requirement(sketch, "a"))
    #expect(abs(required / 1e7 - 1) < 1e-8)
  }

  @Test func `a shortage of what is not essential does not bound the output`() throws {
    var sketch = Sketch()
    sketch.product("car", final: true, value: 1, demand: 10)
    sketch.product("radio")
    sketch.needs("car", "radio", 1, .nonEssential)
    sketch.makes("A", "car", 10)
    let analysis = try sketch.chain().analysis()
    #expect(analysis.summary.capacityLimitedAtMost == 10)
    #expect(analysis.subjects(.b09) == ["A"])
    for finding in analysis.findings(about: .product(1)) { #expect(finding.value.loss == nil) }
  }

  @Test func `a final product that others take too may be bought for them`() throws {
    var sketch = Sketch()
    sketch.product("machine", external: .limited(1000), final: true, value: 1, demand: 10)
    sketch.product("steel", final: true, value: 1, demand: 100)
    sketch.needs("steel", "machine", 1)
    sketch.makes("M", "machine", 50)
    sketch.makes("S", "steel", 100)
    let analysis = try sketch.chain().analysis()
    #expect(analysis.subjects(.g04) == [])
    #expect(isClose(analysis.summary.capacityLimited, 110))
    sketch.tables.capacities[0].capacity = 5
    let short = try sketch.chain().analysis()
    #expect(short.subjects(.g04) == ["machine"], "what is delivered must be made inside")
    #expect(short.state("machine")?.coverage == .exactly(0.5))
  }

  @Test func `what a variant gives under its own name is not there for the product above`() throws {
    var sketch = Sketch()
    sketch.product("car", final: true, value: 1, demand: 100)
    sketch.product("van", final: true, value: 1, demand: 100)
    sketch.product("cell")
    sketch.product("blade", variantOf: "cell")
    sketch.needs("car", "cell", 1)
    sketch.needs("van", "blade", 1)
    sketch.makes("A", "car", 100)
    sketch.makes("V", "van", 100)
    sketch.makes("B", "blade", 100)
    let analysis = try sketch.chain().analysis()
    #expect(analysis.state("cell")?.coverage == .exactly(0.5))
    #expect(analysis.state("blade")?.coverage == .exactly(1))
    #expect(isClose(analysis.summary.capacityLimitedAtLeast, 100))
  }

  @Test func `a variant that falls short is short itself, not the product above`() throws {
    var sketch = Sketch()
    sketch.product("car", final: true, value: 1, demand: 100)
    sketch.product("van", final: true, value: 1, demand: 100)
    sketch.product("cell")
    sketch.product("blade", variantOf: "cell")
    sketch.needs("car", "cell", 1)
    sketch.needs("van", "blade", 1)
    sketch.makes("A", "car", 100)
    sketch.makes("V", "van", 100)
    sketch.makes("B", "blade", 40)
    sketch.makes("C", "cell", 100)
    #expect(try sketch.chain().analysis().subjects(.g04) == ["blade"])
  }

  @Test func `a choice leaves the requirement open`() throws {
    var sketch = Sketch()
    sketch.product("car", final: true, value: 1, demand: 10)
    sketch.product("steel", external: .limited(5))
    sketch.product("wood", external: .limited(5))
    sketch.needs("car", "steel", 1, group: "body")
    sketch.needs("car", "wood", 1, group: "body")
    sketch.makes("A", "car", 10)
    let analysis = try sketch.chain().analysis()
    #expect(analysis.state("steel")?.requirement == Quantity(known: 0, isOpen: true))
    #expect(isClose(analysis.summary.capacityLimited, 10), "five of each")
    #expect(analysis.subjects(.g04) == [])
  }

  @Test func `a group of one is no choice`() throws {
    var sketch = Sketch()
    sketch.product("car", final: true, value: 1, demand: 10)
    sketch.product("steel", external: .limited(5))
    sketch.needs("car", "steel", 1, group: "body")
    sketch.makes("A", "car", 10)
    #expect(isClose(try sketch.chain().analysis().summary.capacityLimited, 5))
  }
}
