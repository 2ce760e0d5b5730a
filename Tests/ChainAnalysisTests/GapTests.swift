import ChainAnalysis
import Chains
import Testing

/// Gaps: ex18 and ex04 of the specification, and what makes each rule hold or not.
@Suite struct GapTests {
  @Test func `there is one gap of each kind in ex18`() throws {
    let analysis = try gapKinds().chain().analysis()
    #expect(analysis.subjects(.g01) == ["d_coater"])
    #expect(analysis.subjects(.g02) == ["a_ore", "c_film"])
    #expect(analysis.finding("G02:a_ore")?.severity == .watch, "an open market is no danger")
    #expect(analysis.subjects(.g03) == ["P1+b_resin"])
    #expect(analysis.subjects(.g06) == [])
    #expect(analysis.subjects(.g07) == [])
    #expect(isClose(analysis.summary.capacityLimitedAtMost, 50))
  }

  @Test func `the gain of a missing product counts the makers that wait for it`() throws {
    var sketch = Sketch()
    sketch.product("car", final: true, value: 2, demand: 100)
    sketch.product("engine")
    sketch.needs("car", "engine", 1)
    sketch.makes("A", "car", 60)
    let finding = try #require(
      try sketch.chain().analysis().findings.first { $0.code == .g01 })
    #expect(finding.id == "G01:engine")
    #expect(finding.value.now == 0)
    #expect(isClose(finding.value.relieved, 120))
    #expect(isClose(finding.value.loss, 200))
    #expect(isClose(finding.value.breakpoint, 60))
  }

  @Test func `a partial list of enterprises turns a missing product into a data gap`() throws {
    var sketch = gapKinds()
    sketch.tables.profile.enterprisesKnown = .partial
    let analysis = try sketch.chain().analysis()
    #expect(analysis.subjects(.g01) == [])
    let finding = try #require(analysis.finding("G07:d_coater"))
    #expect(finding.standing == .toVerify)
    #expect(finding.evidence.first?.reason == .unknown([.maker]))
  }

  @Test func `partial ties claim no missing tie`() throws {
    var sketch = gapKinds()
    sketch.tables.profile.tiesKnown = .partial
    #expect(try sketch.chain().analysis().subjects(.g03) == [])
  }

  /// ex04: steel takes machines, machines take steel.
  private func steel(_ external: Limit) -> Sketch {
    var sketch = Sketch()
    sketch.product("steel", final: true, value: 1, demand: 10)
    sketch.product("machine", external: external)
    sketch.product("ore", external: .unlimited)
    sketch.needs("steel", "machine", 0.01)
    sketch.needs("steel", "ore", 1)
    sketch.needs("machine", "steel", 2)
    sketch.makes("Steel", "steel", 100)
    sketch.makes("Mach", "machine", 100)
    return sketch
  }

  @Test func `a circle runs today but could not be started again`() throws {
    let analysis = try steel(.limited(0)).chain().analysis()
    let finding = try #require(analysis.finding("G01:machine+steel"))
    #expect(finding.standing == .exposure)
    #expect(finding.affected.map(\.stops) == [false])
    #expect(analysis.subjects(.b09) == ["Mach", "Steel"])
    #expect(isClose(analysis.summary.capacityLimited, 10), "it runs, and delivers its target")
  }

  @Test func `machines from outside start the circle`() throws {
    let analysis = try steel(.limited(50)).chain().analysis()
    #expect(analysis.subjects(.g01) == [])
    #expect(analysis.subjects(.b09) == ["Steel"])
  }

  @Test func `a circle without one of its makers is missing that one`() throws {
    var sketch = steel(.limited(0))
    sketch.tables.capacities.removeLast()
    let analysis = try sketch.chain().analysis()
    #expect(analysis.subjects(.g01) == ["machine"])
    #expect(analysis.finding("G01:machine")?.standing == .loss)
  }

  @Test(arguments: [Status.stopped, .planned])
  func `a maker that does not work leaves the product missing`(_ status: Status) throws {
    var sketch = battery()
    sketch.tables.enterprises[6].status = status
    let analysis = try sketch.chain().analysis()
    let finding = try #require(analysis.finding("G01:salt"))
    #expect(finding.evidence.first?.reason == .missing(idleMakers: [6]))
    #expect(finding.severity == .breaking)
  }

  @Test func `samples and zero capacity leave it missing as well`() throws {
    var samples = battery()
    samples.tables.capacities[6].weight = .negligible
    #expect(try samples.chain().analysis().subjects(.g01) == ["salt"])
    var empty = battery()
    empty.tables.capacities[6].capacity = 0
    #expect(try empty.chain().analysis().subjects(.g01) == ["salt"])
  }

  @Test func `a group is missing only when none of its members can be had`() throws {
    var sketch = Sketch()
    sketch.product("car", final: true, value: 1, demand: 10)
    sketch.product("steel", external: .unlimited)
    sketch.product("aluminium")
    sketch.needs("car", "steel", 1, group: "body")
    sketch.needs("car", "aluminium", 1, group: "body")
    sketch.makes("A", "car", 100)
    #expect(try sketch.chain().analysis().subjects(.g01) == [])
    sketch.tables.products[1].external = .limited(0)
    #expect(try sketch.chain().analysis().subjects(.g01) == ["aluminium", "steel"])
  }

  @Test func `one named source is all only where nothing else comes from outside`() throws {
    func isClaimed(_ external: Limit, _ capacity: Double?) throws -> Bool {
      var sketch = Sketch()
      sketch.tables.profile.region = "home"
      sketch.tables.regions = [Region(id: "home"), Region(id: "abroad")]
      sketch.product("car", final: true, value: 1, demand: 10)
      sketch.product("chip", external: external)
      sketch.needs("car", "chip", 1)
      sketch.makes("A", "car", 100)
      sketch.makes("F", "chip", capacity, region: "abroad")
      return try sketch.chain().analysis().subjects(.g06) == ["chip"]
    }
    #expect(try isClaimed(.limited(0), 50))
    #expect(try isClaimed(.limited(0), nil))
    #expect(try !isClaimed(.limited(50), 50), "fifty come from others")
    #expect(try isClaimed(.unknown, 50))
    #expect(try !isClaimed(.unlimited, 50))
  }

  @Test func `an untied need of one of two makers costs what that one could add`() throws {
    var sketch = Sketch()
    sketch.tables.profile.tiesKnown = .complete
    sketch.product("car", final: true, value: 1, demand: 10)
    sketch.product("seat")
    sketch.needs("car", "seat", 1)
    sketch.makes("A", "car", 5)
    sketch.makes("B", "car", 5)
    sketch.makes("S", "seat", 10)
    sketch.tie("S", "A", "seat", 10)
    let finding = try #require(try sketch.chain().analysis().finding("G03:B+seat"))
    #expect(isClose(finding.value.loss, 5) && isClose(finding.value.gain, 5))
    #expect(finding.standing == .loss)
    #expect(finding.affected == [])
  }

  @Test func `what can be bought further down costs nothing when it is missing`() throws {
    var sketch = Sketch()
    sketch.product("car", final: true, value: 1, demand: 100)
    sketch.product("seat", external: .unlimited)
    sketch.product("foam")
    sketch.needs("car", "seat", 1)
    sketch.needs("seat", "foam", 1)
    sketch.makes("A", "car", 100)
    sketch.makes("S", "seat", 100)
    let free = try sketch.chain().analysis()
    let foam = try #require(free.findings(about: .product(2)).first)
    #expect(foam.code == .g01 && foam.standing == .exposure && foam.value.loss == 0)
    #expect(free.summary.capacityLimited == 100)

    sketch.tables.products[1].external = .limited(40)
    let tight = try sketch.chain().analysis()
    let missing = try #require(tight.findings(about: .product(2)).first)
    #expect(missing.standing == .loss && missing.value.loss == 60 && missing.value.gain == 60)
    #expect(tight.summary.capacityLimited == 40)
  }
}
