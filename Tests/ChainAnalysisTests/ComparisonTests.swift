import ChainAnalysis
import Chains
import Testing

/// What differs between a chain and a scenario of it.
@Suite struct ComparisonTests {
  private func compare(_ chain: Chain, _ changes: Change...) throws -> Comparison {
    try chain.outcome(of: Scenario(changes)).chain.analysis()
      .comparison(with: chain.analysis())
  }

  @Test func `nothing differs between a chain and itself`() throws {
    let same = try compare(try battery().chain())
    #expect(same.new.isEmpty && same.shifts.isEmpty && same.closings.isEmpty)
    #expect(same.products.isEmpty && same.stopped.isEmpty && same.restarted.isEmpty)
    #expect(same.finals.map(\.before) == [.running] && same.finals.map(\.after) == [.running])
  }

  @Test func `of an only maker that stops, the risk has happened, and its rivals' risks are moot`()
    throws
  {
    let chain = try battery().chain()
    let difference = try compare(chain, .stop(.enterprise("E7")))
    #expect(difference.stopped.map(\.product) == [chain.number(of: Product.ID("pack"))])
    let reasons = Dictionary(
      difference.closings.map { ($0.finding.id, $0.reason) }, uniquingKeysWith: { a, _ in a })
    #expect(reasons["B09:E7"] == .happened)
    #expect(reasons["B09:E8"] == .moot)
    #expect(!reasons.values.contains(.cleared))
    let salt = try #require(difference.shifts.first { $0.after.id == "G01:salt" })
    #expect(salt.before.id == "G04:salt" && salt.direction == .worse)
    #expect(!difference.new.contains { $0.id == "G01:salt" }, "it is said as a change")
    let ore = try #require(difference.shifts.first { $0.after.id == "G02:ore" })
    #expect(ore.direction == .moot)
    #expect(difference.worse.map(\.severity) == difference.worse.map(\.severity).sorted(by: >))
  }

  @Test func `what is built again restarts the final product and clears the gap`() throws {
    let chain = try battery().chain().stopping(.enterprise("E7"))
    let difference = try compare(chain, .set(.status(.running, of: "E7")))
    #expect(difference.restarted.count == 1 && difference.stopped.isEmpty)
    let salt = try #require(difference.shifts.first { $0.before.id == "G01:salt" })
    #expect(salt.direction == .milder)
    #expect(difference.products.map(\.after.isMadeInside).allSatisfy { $0 })
  }

  @Test func `enough supply clears a shortage`() throws {
    let chain = try battery().chain()
    let difference = try compare(chain, .set(.capacity(500, of: "cell", at: "E3")))
    let closed = difference.closings.filter { $0.finding.id == "G04:cell" }
    #expect(
      closed.map(\.reason) == [.cleared]
        || difference.shifts.contains {
          $0.before.id == "G04:cell" && $0.direction == .milder
        })
    let cell = try #require(difference.products.first)
    #expect(cell.product == chain.number(of: Product.ID("cell")))
    #expect(isClose(cell.before.coverage.ratio, 0.875))
  }

  @Test func `a maker that leaves a product to the unknown turns its finding into one to verify`()
    throws
  {
    var sketch = Sketch()
    sketch.product("f", final: true, value: 1, demand: 10)
    sketch.product("x", external: .unlimited)
    sketch.needs("f", "x", 1)
    sketch.makes("A", "f", 10)
    sketch.makes("B", "x", 10)
    let chain = try sketch.chain()
    let difference = try compare(
      chain, .stop(.enterprise("B")), .set(.external(.unknown, of: "x")))
    #expect(difference.finals.map(\.after) == [.toVerify])
    #expect(difference.stopped.isEmpty, "it may run on")
  }

  @Test func `the money rows are the summary's, an interval where it is one`() throws {
    let exact = try battery().chain().analysis().summary
    #expect(exact.moneyRows.map(\.figure).prefix(2) == [.target, .capacityLimited])
    #expect(isClose(exact.moneyRows[0].exact, exact.target))
    #expect(isClose(exact.moneyRows[1].exact, exact.capacityLimited))
    let open = try battery().chain().setting(.capacity(nil, of: "pack", at: "E1"))
      .analysis().summary
    #expect(open.moneyRows[1].exact == nil)
    #expect(isClose(open.moneyRows[1].atLeast, open.capacityLimitedAtLeast))
    #expect(isClose(open.moneyRows[1].atMost, open.capacityLimitedAtMost))
  }

  @Test func `a final product stands as the findings say, whatever stops`() throws {
    let chain = try battery().chain()
    for enterprise in chain.enterprises {
      let after = try chain.stopping(.enterprise(enterprise.id))
      let analysis = after.analysis()
      // All figures are known, so that the two readings agree with one another and with the finding.
      let isOnly = chain.analysis().findings.contains { $0.id == "B09:\(enterprise.id)" }
      #expect(after.finalProduction() == [isOnly ? .stopped : .running], "\(enterprise.id)")
      let isGone = analysis.findings.contains { finding in
        finding.code == .g01 && finding.standing == .loss
          && finding.affected.contains(where: \.stops)
      }
      #expect(isGone == isOnly, "\(enterprise.id)")
    }
  }

  @Test func `supply without limit is no more than supply without limit`() throws {
    var sketch = Sketch()
    sketch.product("f", final: true, value: 1, demand: 10)
    sketch.product("x", external: .unlimited)
    sketch.needs("f", "x", 1)
    sketch.makes("A", "f", 10)
    sketch.makes("B", "x", nil)
    #expect(try compare(sketch.chain(), .set(.capacity(5, of: "x", at: "B"))).products.isEmpty)
  }
}
