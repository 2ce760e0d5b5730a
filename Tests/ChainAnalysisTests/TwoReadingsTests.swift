import Chains
import Testing

@testable import ChainAnalysis

/// What is said of a chain in which some figures are not known.
@Suite struct TwoReadingsTests {
  private func isNear(_ a: Double?, _ b: Double) -> Bool {
    a.map { abs($0 - b) <= 1e-6 * max(1, abs(b)) } ?? false
  }

  private func isNear(_ range: ValueRange?, _ least: Double, _ most: Double) -> Bool {
    isNear(range?.atLeast, least) && isNear(range?.atMost, most)
  }

  /// Cars and buses of which cars lose a share by lack of seats that nobody knows.
  private func seats(_ share: Double? = nil) -> Sketch {
    var sketch = Sketch()
    sketch.product("car", final: true, value: 1, demand: 100)
    sketch.product("bus", final: true, value: 3, demand: 100)
    sketch.product("seat", external: .limited(20))
    sketch.needs("car", "seat", 1, .nonEssential)
    sketch.tables.inputs[0].share = share
    sketch.needs("bus", "seat", 0.1)
    sketch.makes("A", "car", 100)
    sketch.makes("B", "bus", 100)
    return sketch
  }

  @Test func `a balanced plan has two readings like any other`() throws {
    var settings = Settings()
    settings.objective = .balanced
    let summary = try seats().chain().analysis(with: settings).summary
    #expect(isNear(summary.balancedRate, 20.0 / 110, 1))
    #expect(isNear(summary.capacityLimitedAtLeast, 400 * 20.0 / 110))
    #expect(isNear(summary.capacityLimitedAtMost, 400))
    let known = try seats(1).chain().analysis(with: settings).summary
    #expect(isNear(known.balancedRate?.exact, 20.0 / 110))
  }

  @Test func `where a final product cannot be made, balance leaves the value of the others`() throws
  {
    var sketch = seats()
    sketch.product("bike", final: true, value: 1, demand: 10)
    var settings = Settings()
    settings.objective = .balanced
    let chain = try sketch.chain()
    let (even, most) = (chain.analysis(with: settings).summary, chain.analysis().summary)
    #expect(even.balancedRate == ValueRange(atLeast: 0, atMost: 0))
    #expect(isNear(even.capacityLimitedAtLeast, try #require(most.capacityLimitedAtLeast)))
    #expect(isNear(even.capacityLimitedAtMost, try #require(most.capacityLimitedAtMost)))
  }

  @Test func `what is lost without a useful input is a figure to find out`() throws {
    let analysis = try seats().chain().analysis()
    let figure = OpenFigure(product: 2, figure: .share(row: 0))
    #expect(analysis.quantities.unknowns.map(\.figure) == [figure])
    #expect(isNear(analysis.quantities.unknowns.first?.effect, 90))
    let finding = try #require(analysis.findings.first { $0.also.contains(.g07) })
    #expect(isNear(finding.value.interval, 310, 400))
    #expect(isNear(finding.value.gainRange, 0, 90))
  }

  @Test(arguments: [(0.3, 91.5, 130.714), (1, 0, 0)])
  func `more capacity helps without an input only by its share`(
    _ share: Double, _ gain: Double, _ units: Double
  ) throws {
    var sketch = Sketch()
    sketch.product("car", final: true, value: 1, demand: 100)
    sketch.product("seat", external: .limited(5))
    sketch.needs("car", "seat", 1, .nonEssential)
    sketch.tables.inputs[0].share = share
    sketch.makes("A", "car", 10)
    let analysis = try sketch.chain().analysis()
    let finding = try #require(analysis.findings.first { $0.code == .g04 })
    #expect(isNear(finding.value.gain, gain))
    #expect(finding.value.breakpoint == (units > 0 ? units : nil))
    let relief = analysis.quantities.reliefs.first { $0.restrictions == [.making(0)] }
    #expect(isNear(relief?.gain ?? 0, gain))
    #expect(relief?.breakpoints.first ?? 0 == units)
    if gain > 0 { #expect((finding.value.firmness?.binding ?? 0) > 0.99) }
  }

  @Test func `a set that gains only together is found beside what gains alone`() throws {
    var sketch = series()
    sketch.tables.profile.tiesKnown = .partial
    sketch.product("D", final: true, value: 1, demand: 50)
    sketch.makes("FD", "D", 49)
    for product in ["X", "Y"] { sketch.product(product, final: product == "Y", value: 1) }
    sketch.tables.products[5].demand = 30
    sketch.needs("Y", "X", 1)
    for product in ["X", "Y"] { sketch.makes("F\(product)", product, 10) }
    let analysis = try sketch.chain().analysis()
    #expect(analysis.subjects(.b06) == ["A+B+C", "X+Y"])
    #expect(isNear(analysis.finding("B06:A+B+C")?.value.gain, 50))
    #expect(isNear(analysis.finding("B06:X+Y")?.value.gain, 20))
    #expect(analysis.quantities.reliefs.map(\.restrictions) == [[.making(3)]])
  }

  @Test func `a need that only unknown supply fills is to be verified`() throws {
    var sketch = Sketch()
    sketch.tables.profile.tiesKnown = .complete
    sketch.product("car", final: true, value: 1, demand: 100)
    sketch.product("seat", external: .unknown)
    sketch.needs("car", "seat", 1)
    sketch.makes("A", "car", 100)
    sketch.makes("S", "seat", 100)
    let analysis = try sketch.chain().analysis()
    let tie = try #require(analysis.finding("G03:A+seat"))
    #expect(tie.standing == .toVerify && tie.value.loss == nil)
    #expect(isNear(tie.value.gainRange, 0, 100))
    #expect(analysis.finding("G07:seat")?.severity == .breaking)
    #expect(isNear(analysis.quantities.unknowns.first?.effect, 100))
  }

  @Test func `a capacity is asked for where only the ties need it`() throws {
    var sketch = Sketch()
    sketch.tables.profile.tiesKnown = .complete
    sketch.product("car", final: true, value: 10, demand: 100)
    sketch.product("seat")
    sketch.needs("car", "seat", 1)
    sketch.makes("A", "car", 100)
    sketch.makes("S1", "seat", 120)
    sketch.makes("S2", "seat")
    sketch.tie("S1", "A", "seat", 30)
    sketch.tie("S2", "A", "seat", 100)
    let analysis = try sketch.chain().analysis()
    #expect(analysis.summary.capacityLimited == 1000)
    #expect(
      analysis.quantities.unknowns.map(\.figure)
        == [OpenFigure(product: 1, figure: .capacity(activity: 2))])
    #expect(isNear(analysis.quantities.unknowns.first?.effect, 700))
    let tie = try #require(analysis.findings.first { $0.code == .b03 })
    #expect(tie.standing == .toVerify && isNear(tie.value.gainRange, 0, 700))
  }

  @Test func `an unknown capacity elsewhere takes no figure away`() throws {
    var sketch = battery()
    sketch.tables.profile.tiesKnown = .partial
    sketch.product("lamp", final: true, value: 1, demand: 10)
    sketch.makes("E1", "lamp")
    let analysis = try sketch.chain().analysis()
    #expect(isNear(analysis.quantities.levels.first?.value, 900, 910))
    let chip = try #require(analysis.finding("G02:chip"))
    #expect(isNear(chip.value.gain, 150) && isNear(chip.value.breakpoint, 15))
    #expect(chip.value.next.map(analysis.chain.key) == ["cell"])
    let e3 = analysis.quantities.removals.first { analysis.chain.key($0.subject) == "E3" }
    #expect(isNear(e3?.loss, 600))
    let e1 = analysis.quantities.removals.first { analysis.chain.key($0.subject) == "E1" }
    #expect(isNear(e1?.range, 500, 510))
    #expect(analysis.quantities.ladder.count == 10)
    let solves = analysis.solves(for: chip)
    #expect(solves.first.map { isNear($0.value, 900, 910) } ?? false)
  }

  @Test func `output above what the figures allow is a contradiction`() throws {
    var sketch = series()
    sketch.tables.capacities[2].output = 120
    let analysis = try sketch.chain().analysis()
    #expect(analysis.summary.actual == nil)
    #expect(
      analysis.quantities.gaps == [.outputAboveReach(level: .ties, output: 120, reach: 100)])
    sketch.tables.capacities[2].output = 90
    #expect(try sketch.chain().analysis().summary.actual == 90)
  }

  @Test func `a product of which an open market has enough puts nothing at stake`() throws {
    var sketch = Sketch()
    sketch.product("car", final: true, value: 1, demand: 100)
    sketch.product("seat", external: .unlimited)
    sketch.product("foam")
    sketch.needs("car", "seat", 1)
    sketch.needs("seat", "foam", 1)
    sketch.makes("A", "car", 100)
    sketch.makes("S", "seat", 100)
    sketch.makes("F", "foam", 90)
    sketch.makes("G", "foam", 10)
    let foam = try #require(sketch.chain().analysis().finding("B11:foam"))
    #expect(foam.value.exposure == 0 && foam.severity == .watch)
    sketch.tables.products[1].external = .limited(0)
    let needed = try #require(sketch.chain().analysis().finding("B11:foam"))
    #expect(isNear(needed.value.exposure, 90) && needed.standing == .exposure)
    sketch.tables.profile.enterprisesKnown = .partial
    #expect(try sketch.chain().analysis().finding("B11:foam")?.standing == .toVerify)
  }
}

/// Properties of open values on seeded random chains, circles and partial lists among them.
@Suite struct OpenValuePropertyTests {
  private static let chains: [(seed: UInt64, chain: Chain)] = (UInt64(7000)..<7240).compactMap {
    seed in
    var tables = randomTables(seed: seed)
    tables.profile.tiesKnown = seed.isMultiple(of: 2) ? .complete : .partial
    tables.profile.enterprisesKnown = seed.isMultiple(of: 3) ? .partial : .complete
    for row in tables.products.indices where tables.products[row].isFinal {
      tables.products[row].demand = tables.products[row].demand ?? 20
    }
    return (try? Chain(tables)).map { (seed, $0) }
  }

  private static let quick: Settings = {
    var settings = Settings()
    settings.draws = 0
    return settings
  }()

  @Test func `a value that is open hangs on a figure that is listed and found`() {
    var open = 0
    for (seed, chain) in Self.chains {
      let analysis = chain.analysis(with: Self.quick)
      let isOpen = analysis.quantities.levels.contains {
        $0.value.atMost != nil && $0.value.exact == nil
      }
      let asked = Set(
        analysis.findings.filter { $0.code == .g07 || $0.also.contains(.g07) }
          .flatMap(\.subjects))
      for unknown in analysis.quantities.unknowns where (unknown.effect ?? 0) > 0 {
        #expect(isOpen, "seed \(seed)")
        #expect(
          chain.kindsAbove(unknown.figure.product).contains { asked.contains(.product($0)) },
          "seed \(seed): \(unknown)")
      }
      guard isOpen else { continue }
      #expect(!analysis.quantities.unknowns.isEmpty && !asked.isEmpty, "seed \(seed)")
      open += 1
    }
    #expect(open >= 60, "\(open)")
  }

  @Test func `a gain ends at its break-point and not before`() throws {
    var solved = 0
    for (seed, chain) in QuantityPropertyTests.chains where seed.isMultiple(of: 2) {
      let situation = Situation(chain, Self.quick)
      for relief in chain.analysis(with: Self.quick).quantities.reliefs {
        guard let units = relief.breakpoints.first, units > 1e-6, let gain = relief.gain,
          let after = relief.relieved.exact, let row = row(of: relief, in: chain, situation)
        else { continue }
        func value(adding extra: Double) throws -> Double? {
          let more = try chain.editing { $0.capacities[row].capacity? += extra }
          let summary = more.analysis(with: Self.quick).summary
          return relief.level == .ties ? summary.tieLimited : summary.capacityLimited
        }
        let (all, most) = (
          try #require(try value(adding: units)), try #require(try value(adding: 0.9 * units))
        )
        let tolerance = 1e-4 * max(1, after)
        #expect(all >= after - tolerance, "seed \(seed), \(relief)")
        if gain > 100 * tolerance { #expect(most < after, "seed \(seed), \(relief)") }
        solved += 1
      }
    }
    #expect(solved >= 40, "\(solved)")
  }

  /// The row of the one capacity that a relief takes away.
  private func row(of relief: Relief, in chain: Chain, _ situation: Situation) -> Int? {
    let activity: Int
    switch relief.restrictions.first {
    case .activity(let number): activity = number
    case .making(let product):
      let makers = situation.sources[product].inside.filter {
        chain.activities[$0].product == product
      }
      guard makers.count == 1 else { return nil }
      activity = makers[0]
    default: return nil
    }
    guard let row = chain.activities[activity].row, chain.tables.capacities[row].line == nil else {
      return nil
    }
    return row
  }
}

extension Chain {
  /// A product and those of which it is a variant.
  fileprivate func kindsAbove(_ product: Int) -> [Int] {
    products.indices.filter { kinds(of: $0).contains(product) }
  }
}
