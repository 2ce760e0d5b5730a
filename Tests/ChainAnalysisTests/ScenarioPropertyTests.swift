import Chains
import Testing

@testable import ChainAnalysis

/// What must hold for scenarios of every chain, on the seeded random ones of `PropertyTests`.
@Suite struct ScenarioPropertyTests {
  private func isAtMost(_ a: Double?, _ b: Double?) -> Bool {
    guard let a, let b else { return true }
    return a <= b + 1e-6 * max(1, b)
  }

  @Test func `what stops adds no value, what is added takes none away`() throws {
    for (seed, chain) in PropertyTests.chains {
      var random = SplitMix64(seed: seed)
      let enterprise = chain.enterprises[Int.random(in: chain.enterprises.indices, using: &random)]
      let product = chain.products[Int.random(in: chain.products.indices, using: &random)]
      let now = chain.analysis().summary
      let less = try chain.outcome(
        of: Scenario([.stop(.enterprise(enterprise.id)), .stop(.external(product.id))])
      ).chain.analysis().summary
      #expect(isAtMost(less.capacityLimitedAtLeast, now.capacityLimitedAtLeast), "seed \(seed)")
      #expect(isAtMost(less.capacityLimitedAtMost, now.capacityLimitedAtMost), "seed \(seed)")
      let more = try chain.setting(.external(.unlimited, of: product.id)).analysis().summary
      #expect(isAtMost(now.capacityLimitedAtLeast, more.capacityLimitedAtLeast), "seed \(seed)")
      #expect(isAtMost(now.capacityLimitedAtMost, more.capacityLimitedAtMost), "seed \(seed)")
    }
  }

  @Test func `each finding of either analysis is told once, or is the same in both`() throws {
    for (seed, chain) in PropertyTests.chains {
      var random = SplitMix64(seed: seed)
      let enterprise = chain.enterprises[Int.random(in: chain.enterprises.indices, using: &random)]
      let before = chain.analysis()
      let after = try chain.stopping(.enterprise(enterprise.id)).analysis()
      let difference = after.comparison(with: before)
      let told = (difference.new + difference.shifts.map(\.after)).map(\.id)
      let gone = difference.closings.map(\.finding.id) + difference.shifts.map(\.before.id)
      #expect(Set(told).count == told.count && Set(gone).count == gone.count, "seed \(seed)")
      let same = after.findings.filter { !told.contains($0.id) }
      #expect(
        same.map(\.id).sorted() == before.findings.map(\.id).filter { !gone.contains($0) }.sorted(),
        "seed \(seed)")
      for finding in same {
        #expect(before.findings.contains { $0.id == finding.id && $0.severity == finding.severity })
      }
      for change in difference.finals where change.before == .stopped {
        #expect(change.after == .stopped, "seed \(seed): a stop starts nothing")
      }
    }
  }
}
