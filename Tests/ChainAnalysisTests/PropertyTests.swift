import Chains
import Testing

@testable import ChainAnalysis

/// What must hold for every chain (measures, §15), on seeded random ones.
@Suite struct PropertyTests {
  /// Random chains with their seeds; those that contradict themselves are left out.
  static let chains: [(seed: UInt64, chain: Chain)] = (UInt64(1000)..<1330).compactMap { seed in
    (try? Chain(randomTables(seed: seed))).map { (seed, $0) }
  }

  @Test func `most random drafts are chains`() { #expect(Self.chains.count >= 300) }

  @Test func `findings are well formed`() {
    for (seed, chain) in Self.chains {
      let analysis = chain.analysis()
      let ids = analysis.findings.map(\.id)
      #expect(Set(ids).count == ids.count, "seed \(seed)")
      for finding in analysis.findings {
        let name = "seed \(seed), \(finding.id)"
        #expect(finding.evidence.first?.code == finding.code, "\(name)")
        #expect(Set(finding.evidence.map(\.code)) == Set([finding.code] + finding.also), "\(name)")
        #expect(!finding.subjects.isEmpty, "\(name)")
        for place in finding.evidence.flatMap(\.rows) {
          #expect(place.row >= 0 && place.row < rows(of: place.table, in: chain), "\(name)")
        }
        let figures = figures(finding) + finding.affected.flatMap { [$0.value, $0.loss] }
        #expect(figures.allSatisfy { $0 == nil || ($0?.isFinite == true && $0! >= 0) }, "\(name)")
        #expect((finding.value.share ?? 0) <= 1 + 1e-9, "\(name)")
      }
    }
  }

  @Test func `the same input twice gives the same result`() {
    for (seed, chain) in Self.chains {
      let (first, second) = (chain.analysis(), chain.analysis())
      #expect(first.findings == second.findings, "seed \(seed)")
      #expect(first.summary == second.summary && first.products == second.products)
    }
  }

  @Test func `bounds are in order`() {
    for (seed, chain) in Self.chains {
      let summary = chain.analysis().summary
      let most = summary.capacityLimitedAtMost
      if let least = summary.capacityLimitedAtLeast, let most {
        #expect(least <= most * (1 + 1e-12), "seed \(seed)")
      }
      if let most, let target = summary.target { #expect(most <= target, "seed \(seed)") }
    }
  }

  @Test func `what can be built also runs`() {
    for (seed, chain) in Self.chains {
      let situation = Situation(chain, Settings())
      for availability in [situation.gaps, situation.hopeful, situation.cautious] {
        let stopped = availability.stopped()
        #expect(!availability.buildable().contains { stopped.contains($0) }, "seed \(seed)")
      }
    }
  }

  @Test func `the order of rows does not matter`() throws {
    for (seed, chain) in Self.chains {
      var random = SplitMix64(seed: seed)
      let shuffled = try chain.editing {
        $0.regions = random.shuffled($0.regions)
        $0.products = random.shuffled($0.products)
        $0.inputs = random.shuffled($0.inputs)
        $0.enterprises = random.shuffled($0.enterprises)
        $0.capacities = random.shuffled($0.capacities)
        $0.ties = random.shuffled($0.ties)
      }
      expectSame(chain.analysis(), shuffled.analysis(), "seed \(seed)")
    }
  }

  @Test func `the unit of a product does not matter`() throws {
    for (seed, chain) in Self.chains {
      var random = SplitMix64(seed: seed)
      let chosen = random.below(chain.products.count)
      // Variants are counted in the unit of the product above them.
      let root = chain.products.indices.first { chain.kinds(of: $0).contains(chosen) } ?? chosen
      let ids = Set(chain.kinds(of: root).map { chain.products[$0].id })
      let scaled = try chain.editing { tables in
        for row in tables.products.indices where ids.contains(tables.products[row].id) {
          tables.products[row].demand? *= 8
          tables.products[row].value? /= 8
          tables.products[row].external = tables.products[row].external.times(8)
        }
        for row in tables.capacities.indices where ids.contains(tables.capacities[row].product) {
          tables.capacities[row].capacity? *= 8
        }
        for row in tables.inputs.indices {
          if ids.contains(tables.inputs[row].input) { tables.inputs[row].amount? *= 8 }
          if ids.contains(tables.inputs[row].product) { tables.inputs[row].amount? /= 8 }
        }
        for row in tables.ties.indices where ids.contains(tables.ties[row].product) {
          tables.ties[row].volume = tables.ties[row].volume.times(8)
        }
      }
      expectSame(chain.analysis(), scaled.analysis(), "seed \(seed)", withBreakpoints: false)
    }
  }

  @Test func `more capacity never makes the bounds smaller`() throws {
    for (seed, chain) in Self.chains {
      let before = chain.analysis().summary
      for row in chain.tables.capacities.indices.prefix(4) {
        guard let capacity = chain.tables.capacities[row].capacity, capacity > 0 else { continue }
        let after = try chain.editing { $0.capacities[row].capacity = capacity + 7 }
          .analysis().summary
        for (low, high) in [
          (before.capacityLimitedAtLeast, after.capacityLimitedAtLeast),
          (before.capacityLimitedAtMost, after.capacityLimitedAtMost),
        ] {
          if let low, let high { #expect(high >= low * (1 - 1e-12), "seed \(seed), row \(row)") }
        }
      }
    }
  }

  private func rows(of table: Table, in chain: Chain) -> Int {
    switch table {
    case .products: chain.products.count
    case .inputs: chain.tables.inputs.count
    case .enterprises: chain.enterprises.count
    case .capacities: chain.tables.capacities.count
    case .ties: chain.tables.ties.count
    case .regions: chain.regions.count
    default: 0
    }
  }

  private func figures(_ finding: Finding) -> [Double?] {
    let value = finding.value
    return [value.now, value.relieved, value.gain, value.loss, value.exposure, value.share]
  }

  private func expectSame(
    _ a: Analysis, _ b: Analysis, _ name: String, withBreakpoints: Bool = true
  ) {
    let others = Dictionary(grouping: b.findings, by: \.id).compactMapValues(\.first)
    #expect(a.ids == b.ids, "\(name)")
    for finding in a.findings {
      guard let other = others[finding.id] else { continue }
      #expect(finding.code == other.code && finding.severity == other.severity, "\(name)")
      #expect(finding.standing == other.standing, "\(name), \(finding.id)")
      #expect(Set(finding.also) == Set(other.also), "\(name), \(finding.id)")
      var pairs = Array(zip(figures(finding), figures(other)))
      if withBreakpoints { pairs.append((finding.value.breakpoint, other.value.breakpoint)) }
      #expect(pairs.allSatisfy { isClose($0, $1) }, "\(name), \(finding.id), \(pairs)")
      #expect(
        Set(finding.value.next.map(a.chain.key)) == Set(other.value.next.map(b.chain.key)),
        "\(name), \(finding.id)")
    }
    #expect(isClose(a.summary.capacityLimitedAtLeast, b.summary.capacityLimitedAtLeast), "\(name)")
    #expect(isClose(a.summary.capacityLimitedAtMost, b.summary.capacityLimitedAtMost), "\(name)")
  }
}

extension Limit {
  fileprivate func times(_ factor: Double) -> Limit {
    if case .limited(let amount) = self { .limited(amount * factor) } else { self }
  }
}
