import Chains
import Testing

@testable import ChainAnalysis

/// The worked examples of the specification, figure by figure, to a millionth.
@Suite struct QuantityTests {
  private func isNear(_ a: Double?, _ b: Double) -> Bool {
    a.map { abs($0 - b) <= 1e-6 * max(1, abs(b)) } ?? false
  }

  private func subject(_ key: String, in analysis: Analysis) -> RemovalLoss? {
    analysis.quantities.removals.first { analysis.chain.key($0.subject) == key }
  }

  @Test func `ex01: the waterfall goes 1200, 900, 850`() throws {
    let summary = try battery().chain().analysis().summary
    #expect(summary.target == 1200)
    #expect(isNear(summary.capacityLimited, 900))
    #expect(isNear(summary.tieLimited, 850))
    #expect(summary.actual == nil)
  }

  @Test func `ex01: chips limit capacity, three ties limit supply`() throws {
    let analysis = try battery().chain().analysis()
    #expect(analysis.subjects(.b05) == ["chip"])
    #expect(analysis.subjects(.b01) == [])
    #expect(analysis.subjects(.b02) == [])
    #expect(analysis.subjects(.b03) == ["E3→E1/cell", "E3→E2/cell", "E4→E2/cell"])
    #expect(analysis.subjects(.b06) == [])
    let chip = try #require(analysis.quantities.reliefs.first { $0.level == .products })
    #expect(isNear(chip.gain, 150) && isNear(chip.breakpoints.first, 15))
    for finding in analysis.findings where finding.code == .b03 {
      #expect(isNear(finding.value.now, 850) && isNear(finding.value.relieved, 900))
      #expect(isNear(finding.value.gain, 50) && isNear(finding.value.breakpoint, 10))
      #expect(finding.value.next.map(analysis.chain.key) == ["chip"])
      #expect(finding.value.level == .ties)
    }
  }

  @Test func `ex01: a tie between the idle cell maker and the short pack maker gains 50`() throws {
    let analysis = try battery().chain().analysis()
    #expect(analysis.subjects(.b04) == ["E4+E1+cell"])
    let finding = try #require(analysis.finding("B04:E4+E1+cell"))
    #expect(isNear(finding.value.gain, 50))
  }

  /// Enterprise, loss on L1, loss on L2.
  static let removals: [(String, Double, Double)] = [
    ("E1", 500, 550), ("E2", 0, 300), ("E3", 600, 650), ("E4", 150, 200), ("E5", 500, 450),
    ("E6", 0, 250), ("E7", 900, 850), ("E8", 900, 850), ("E9", 900, 850),
  ]

  @Test func `ex01: losses without each enterprise, with ties and without`() throws {
    var sketch = battery()
    let ties = try sketch.chain().analysis()
    sketch.tables.profile.tiesKnown = .partial
    let products = try sketch.chain().analysis()
    #expect(products.summary.tieLimited == nil)
    for (enterprise, onProducts, onTies) in Self.removals {
      #expect(isNear(subject(enterprise, in: products)?.loss, onProducts), "\(enterprise)")
      #expect(isNear(subject(enterprise, in: ties)?.loss, onTies), "\(enterprise)")
    }
  }

  static let tieRemovals: [(String, Double)] = [
    ("E3→E1/cell", 550), ("E3→E2/cell", 100), ("E4→E2/cell", 200), ("E5→E3/cathode", 450),
    ("E6→E3/cathode", 50), ("E6→E4/cathode", 200), ("E7→E5/salt", 450), ("E7→E6/salt", 250),
    ("E8→E3/electrolyte", 650), ("E8→E4/electrolyte", 200), ("E9→E1/bms", 550),
    ("E9→E2/bms", 300), ("ore", 850), ("chip", 850),
  ]

  @Test func `ex01: losses without each tie and outside source`() throws {
    let analysis = try battery().chain().analysis()
    for (key, loss) in Self.tieRemovals {
      #expect(isNear(subject(key, in: analysis)?.loss, loss), "\(key)")
    }
    #expect(analysis.quantities.removals.count == 9 + 14)
  }

  static let ladder: [(Double, [String: Double])] = [
    (950, ["buy chip": 5]), (1000, ["buy chip": 10]), (1050, ["buy chip": 15]),
    (1100, ["buy chip": 20, "make cell": 10]),
    (1150, ["buy chip": 25, "make cell": 20, "make bms": 5]),
    (1200, ["buy chip": 30, "make cell": 30, "make bms": 10, "make salt": 2]),
  ]

  @Test func `ex01: the ladder`() throws {
    let chain = try battery().chain()
    let situation = Situation(chain, Settings())
    let plan = situation.program(.products, Assumption(reading: .hopeful))
    var ladder = try Ladder(
      plan, growing: plan.levers.filter(\.isFinite), size: situation.size)
    for (value, expected) in Self.ladder {
      let step = try #require(try ladder.step(to: value))
      #expect(Set(step.extra.map { name($0.restriction, chain) }) == Set(expected.keys), "\(value)")
      for extra in step.extra {
        #expect(isNear(extra.units, expected[name(extra.restriction, chain)] ?? -1), "\(value)")
      }
    }
    let steps = chain.analysis().quantities.ladder
    #expect(steps.count == 10 && isNear(steps.last?.value, 1200))
    #expect(isNear(steps.first?.value, 930) && isNear(steps.first?.extra.first?.units, 3))
  }

  private func name(_ restriction: Restriction, _ chain: Chain) -> String {
    switch restriction {
    case .making(let product): "make \(chain.products[product].id)"
    case .buying(let product): "buy \(chain.products[product].id)"
    case .activity, .tie, .link: "\(restriction)"
    }
  }

  @Test func `ex02: nobody alone is to blame, together they gain 50`() throws {
    let analysis = try series().chain().analysis()
    #expect(isNear(analysis.summary.capacityLimited, 100))
    for code in [FindingCode.b01, .b02, .b03, .b05] { #expect(analysis.subjects(code) == []) }
    #expect(analysis.subjects(.b06) == ["A+B+C"])
    let joint = try #require(analysis.finding("B06:A+B+C"))
    #expect(isNear(joint.value.gain, 50) && isNear(joint.value.relieved, 150))
    guard case .together(let extra) = try #require(joint.evidence.first).reason else {
      Issue.record("no set")
      return
    }
    #expect(extra.count == 3 && extra.allSatisfy { isNear($0.units, 50) })
    for finding in analysis.findings where finding.code == .g04 {
      #expect(finding.value.gain == 0, "\(finding.id)")
    }
    let at120 = analysis.quantities.ladder.first { isNear($0.value, 120) }
    #expect(at120?.extra.count == 3)
    #expect(at120?.extra.allSatisfy { isNear($0.units, 20) } ?? false)
  }

  /// ex06: capacities added to A, B and C, and the value.
  static let sets: [(Double, Double, Double, Double)] = [
    (0, 0, 0, 100), (50, 0, 0, 100), (0, 50, 0, 100), (0, 0, 50, 100), (5, 5, 5, 105),
    (50, 50, 0, 100), (50, 0, 50, 100), (55, 5, 5, 105), (0, 50, 50, 100), (5, 55, 5, 105),
    (5, 5, 55, 105), (50, 50, 50, 150), (55, 55, 5, 105), (55, 5, 55, 105), (5, 55, 55, 105),
    (55, 55, 55, 150),
  ]

  @Test(arguments: sets)
  func `ex06: what sets of projects are worth`(
    _ a: Double, _ b: Double, _ c: Double, _ value: Double
  ) throws {
    let chain = try series().chain().editing { tables in
      for (row, more) in [a, b, c].enumerated() { tables.capacities[row].capacity? += more }
    }
    #expect(isNear(chain.analysis().summary.tieLimited, value))
  }

  @Test func `ex16: most value starves meters, balance does not`() throws {
    let chain = try chipPool().chain()
    let most = chain.analysis()
    #expect(isNear(most.summary.capacityLimited, 960))
    #expect(most.summary.balancedRate == nil)
    var settings = Settings()
    settings.objective = .balanced
    let even = chain.analysis(with: settings)
    #expect(isNear(even.summary.balancedRate?.exact, 0.769230769))
    #expect(isNear(even.summary.capacityLimited, 923.076923077))
    #expect(even.summary.objective == .balanced)
  }

  @Test func `ex18: one gap of each kind, with what it costs`() throws {
    let analysis = try gapKinds().chain().analysis()
    #expect(isNear(analysis.summary.capacityLimited, 50))
    #expect(analysis.summary.tieLimited == 0)
    #expect(analysis.subjects(.g01) == ["d_coater"])
    #expect(analysis.subjects(.g02).contains("c_film"))
    #expect(analysis.subjects(.g03) == ["P1+b_resin"])
    let tie = try #require(analysis.finding("G03:P1+b_resin"))
    #expect(isNear(tie.value.gain, 50))
  }

  @Test func `a finding shows its solves with their certificates`() throws {
    let analysis = try battery().chain().analysis()
    let chip = try #require(analysis.finding("G02:chip"))
    let solves = analysis.solves(for: chip)
    #expect(
      solves.map { [$0.level.rawValue, "\($0.question)", "\($0.value.exact ?? -1)"] } == [
        ["products", "asItStands", "900.0"], ["products", "cleared", "1050.0"],
        ["ties", "asItStands", "850.0"], ["ties", "failed", "0.0"],
      ])
    #expect(
      solves.allSatisfy { $0.gap <= 1e-6 * max(1, $0.value.exact ?? 0) && $0.residual <= 1e-6 })
    #expect(solves[0].atLimit == [.buying(5)])
    #expect(solves[1].atLimit == [.making(4)])
  }

  @Test func `several plans are worth the same, and the interval says so`() throws {
    let analysis = try battery().chain().analysis()
    let tie = try #require(analysis.finding("B03:E3→E1/cell"))
    let flow = try #require(analysis.flows(for: tie).first)
    #expect(isNear(flow.lowest, 110) && isNear(flow.highest, 110))
    let makers = try #require(
      analysis.findings.first { $0.subjects == [.product(5)] }.map { analysis.flows(for: $0) })
    #expect(makers.count == 1)
    #expect(makers[0].lowest >= 84.9 && makers[0].highest <= 90)
  }

  @Test func `a shared line makes one product at a time`() throws {
    var sketch = Sketch()
    sketch.product("bus", final: true, value: 1, demand: 100)
    sketch.product("van", final: true, value: 1, demand: 100)
    sketch.makes("F", "bus", 60)
    sketch.makes("F", "van", 80)
    #expect(isNear(try sketch.chain().analysis().summary.capacityLimited, 140))
    for row in 0...1 { sketch.tables.capacities[row].line = "1" }
    #expect(isNear(try sketch.chain().analysis().summary.capacityLimited, 80))
    sketch.tables.profile.tiesKnown = .complete
    let analysis = try sketch.chain().analysis()
    #expect(isNear(analysis.summary.tieLimited, 80))
    #expect(isNear(subject("F", in: analysis)?.loss, 80))
  }

  @Test func `an unknown figure is worth what its answer could change`() throws {
    var sketch = battery()
    sketch.tables.capacities[6].capacity = nil  // E7, the only maker of salt
    let analysis = try sketch.chain().analysis()
    #expect(analysis.summary.capacityLimited == nil)
    #expect(analysis.summary.capacityLimitedAtLeast == 0)
    #expect(isNear(analysis.summary.capacityLimitedAtMost, 900))
    let effect = try #require(analysis.quantities.unknowns.first)
    #expect(effect.figure == OpenFigure(product: 1, figure: .capacity(activity: 6)))
    #expect(isNear(effect.effect, 900))
    let finding = try #require(
      analysis.findings.first { $0.code == .g07 || $0.also.contains(.g07) })
    #expect(finding.value.interval?.atLeast == 0)
    #expect(isNear(finding.value.interval?.atMost, 850))
  }

  @Test func `the draws are the same for the same seed, and others for another`() throws {
    let chain = try battery().chain()
    let first = chain.analysis().quantities.robustness
    #expect(first.draws == 200 && first == chain.analysis().quantities.robustness)
    var settings = Settings()
    settings.seed = 2
    #expect(chain.analysis(with: settings).quantities.robustness != first)
    settings.draws = 0
    #expect(chain.analysis(with: settings).quantities.robustness.draws == 0)
    let share = try #require(first.binding(.buying(5)))
    #expect(share > 0.1 && share < 0.9)
  }
}
