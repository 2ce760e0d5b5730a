import ChainAnalysis
import Chains
import Testing

/// ex01 with the figures of the specification.
@Suite struct BatteryTests {
  let analysis: Analysis

  init() throws { analysis = try battery().chain().analysis() }

  /// Product, units required, units to be had.
  static let balances: [(String, Double, Double)] = [
    ("pack", 120, 140), ("cell", 240, 210), ("bms", 120, 110), ("cathode", 120, 130),
    ("electrolyte", 48, 50), ("chip", 120, 90), ("salt", 72, 70), ("ore", 144, 300),
  ]

  @Test(arguments: balances)
  func `gross requirements and coverages are exact`(
    _ product: String, _ required: Double, _ available: Double
  ) throws {
    let state = try #require(analysis.state(product))
    #expect(isClose(state.requirement.exact, required))
    guard case .exactly(let ratio) = state.coverage else {
      Issue.record("coverage of \(product) is \(state.coverage)")
      return
    }
    #expect(isClose(ratio, available / required))
  }

  @Test func `the waterfall goes from 1200 to 900`() {
    let summary = analysis.summary
    #expect(summary.target == 1200)
    #expect(summary.reference == 1200)
    #expect(summary.basis == .target)
    #expect(isClose(summary.capacityLimitedAtLeast, 900))
    #expect(isClose(summary.capacityLimitedAtMost, 900))
    #expect(isClose(summary.capacityLimited, 900))
    #expect(summary.coverage == 0.75)
    #expect(summary.coveredProducts == 8)
    #expect(summary.requiredProducts == 8)
  }

  @Test func `five points stop the pack alone`() {
    #expect(analysis.subjects(.b09) == ["E7", "E8", "E9", "chip", "ore"])
    for finding in analysis.findings where finding.code == .b09 {
      #expect(finding.severity == .breaking)
      #expect(isClose(finding.value.exposure, 850))
      #expect(finding.standing == .exposure)
    }
  }

  @Test func `five pairs stop it together, none with a common cause`() {
    #expect(analysis.pairs.isComplete)
    #expect(analysis.pairs.unrelated == 5)
    #expect(analysis.subjects(.b10) == [])
  }

  @Test func `a common owner makes a pair a finding`() throws {
    var sketch = battery()
    for row in sketch.tables.enterprises.indices
    where ["E3", "E4"].contains(sketch.tables.enterprises[row].id.text) {
      sketch.tables.enterprises[row].owner = "H"
    }
    let analysis = try sketch.chain().analysis()
    #expect(analysis.subjects(.b10) == ["E3+E4"])
    #expect(analysis.pairs.unrelated == 4)
  }

  @Test func `clearing the chip alone gains 150 until cells limit`() throws {
    let chip = try #require(analysis.findings(about: .product(5)).first)
    #expect(analysis.chain.products[5].id == "chip")
    #expect(chip.also.contains(.g04) || chip.code == .g04)
    #expect(isClose(chip.value.now, 900))
    #expect(isClose(chip.value.relieved, 1050))
    #expect(isClose(chip.value.gain, 150))
    #expect(isClose(chip.value.breakpoint, 15))
    #expect(chip.value.next.map(analysis.chain.key) == ["cell"])
    #expect(isClose(chip.value.loss, 300))
  }

  @Test func `clearing any other shortage alone gains nothing`() throws {
    #expect(analysis.subjects(.g04) == ["bms", "cell", "chip", "salt"])
    for finding in analysis.findings where finding.subjects != [.product(5)] {
      if finding.code == .g04 { #expect(finding.value.gain == 0, "\(finding.id)") }
    }
  }

  @Test func `ore and chip are local blanks, and nothing is unknown`() {
    #expect(analysis.subjects(.g02) == ["chip", "ore"])
    #expect(analysis.subjects(.g01) == [])
    #expect(analysis.subjects(.g03) == [])
    #expect(analysis.subjects(.g07) == [])
  }

  @Test func `the path of evidence leads from the pack down to the only maker`() throws {
    let finding = try #require(analysis.finding("B09:E7"))
    guard case .only(let path, let verified) = try #require(finding.evidence.first).reason else {
      Issue.record("no path")
      return
    }
    let names = path.map {
      switch $0 {
      case .product(let number): analysis.chain.products[number].id.text
      case .enterprise(let number): analysis.chain.enterprises[number].id.text
      }
    }
    #expect(names == ["pack", "cell", "cathode", "salt", "E7"])
    #expect(verified)
  }

  @Test func `a finding is found by its id and by its rank`() {
    #expect(analysis.finding("1") == analysis.findings.first)
    #expect(analysis.finding("0") == nil)
    #expect(analysis.finding("\(analysis.findings.count + 1)") == nil)
    #expect(analysis.finding("nonsense") == nil)
  }
}
