import Chains
import LinearPrograms
import Testing

@testable import ChainAnalysis

/// The invariants of measures §15 that concern quantity, on seeded random chains, and the sweeps against
/// chains that are changed and analysed anew.
@Suite struct QuantityPropertyTests {
  /// Random chains whose ties are complete, circles among them.
  static let chains: [(seed: UInt64, chain: Chain)] = (UInt64(5000)..<5420).compactMap { seed in
    var tables = randomTables(seed: seed)
    tables.profile.tiesKnown = .complete
    tables.profile.enterprisesKnown = .complete
    for row in tables.products.indices where tables.products[row].isFinal {
      tables.products[row].demand = tables.products[row].demand ?? 20
    }
    // Half of them with everything known, so that every figure is exact.
    if seed.isMultiple(of: 2) {
      for row in tables.products.indices where tables.products[row].external == .unknown {
        tables.products[row].external = .limited(6)
      }
      for row in tables.capacities.indices {
        tables.capacities[row].capacity = tables.capacities[row].capacity ?? 9
      }
      for row in tables.inputs.indices {
        tables.inputs[row].amount = tables.inputs[row].amount ?? 0.5
        tables.inputs[row].share = tables.inputs[row].share ?? 0.5
      }
      for row in tables.ties.indices where tables.ties[row].volume == .unknown {
        tables.ties[row].volume = .limited(8)
      }
      for row in tables.enterprises.indices where tables.enterprises[row].region == "world" {
        tables.enterprises[row].region = "home"
      }
    }
    return (try? Chain(tables)).map { (seed, $0) }
  }

  private static let quick: Settings = {
    var settings = Settings()
    settings.draws = 0
    return settings
  }()

  @Test func `there are enough chains`() {
    #expect(Self.chains.count >= 300)
    let exact = Self.chains.filter {
      $0.chain.analysis(with: Self.quick).summary.tieLimited.map { $0 > 0 } ?? false
    }
    #expect(exact.count >= 60, "\(exact.count)")
  }

  @Test func `ties allow no more than capacities, and these no more than the target`() {
    for (seed, chain) in Self.chains {
      let summary = chain.analysis(with: Self.quick).summary
      for (low, high) in [
        (summary.tieLimitedAtLeast, summary.capacityLimitedAtLeast),
        (summary.tieLimitedAtMost, summary.capacityLimitedAtMost),
        (summary.capacityLimitedAtMost, summary.target),
        (summary.tieLimitedAtLeast, summary.tieLimitedAtMost),
      ] {
        if let low, let high { #expect(low <= high * (1 + 1e-9), "seed \(seed)") }
      }
    }
  }

  @Test func `a loss is what the chain without it lacks`() throws {
    var solved = 0
    for (seed, chain) in Self.chains {
      let analysis = chain.analysis(with: Self.quick)
      guard let now = analysis.summary.tieLimited else { continue }
      for entry in analysis.quantities.removals.prefix(5) {
        let least = try #require(entry.range.atLeast)
        let most = try #require(entry.range.atMost)
        #expect(least >= 0 && least <= most && most <= now * (1 + 1e-9), "seed \(seed)")
        guard let stoppage = stoppage(entry.subject, in: chain) else { continue }
        let after = try chain.stopping(stoppage).analysis(with: Self.quick).summary
        guard let left = after.tieLimited else { continue }
        let slack = 1e-6 * max(1, now)
        #expect(
          least - slack <= now - left && now - left <= most + slack,
          "seed \(seed), \(chain.key(entry.subject)): \(now) - \(left) is not \(entry.range)")
        if least == most { solved += 1 }
      }
    }
    #expect(solved >= 200, "\(solved)")
  }

  private func stoppage(_ subject: Subject, in chain: Chain) -> Stoppage? {
    switch subject {
    case .enterprise(let number): .enterprise(chain.enterprises[number].id)
    case .tie(let row):
      .tie(
        supplier: chain.tables.ties[row].supplier, customer: chain.tables.ties[row].customer,
        product: chain.tables.ties[row].product)
    case .product, .region, .owner: nil
    }
  }

  @Test func `what is not priced gains nothing, and what is priced at most its price`() throws {
    var rows = (priced: 0, free: 0)
    for (seed, chain) in Self.chains {
      let situation = Situation(chain, Self.quick)
      for level in Level.allCases {
        let plan = situation.program(level, Assumption(reading: .hopeful))
        var solver = try PlanSolver(plan)
        guard let base = solver.solution else { continue }
        for lever in plan.levers where lever.isFinite {
          let price = base.price(of: lever.part)
          let more = try solver.outcome(
            trying: [plan.change(lever.part, upper: lever.bound + 3)]
          ).objective
          let free = try solver.outcome(trying: plan.relief(of: lever)).objective
          guard let more, let free else { continue }
          let tolerance = 1e-6 * max(1, base.objective)
          #expect(more <= base.objective + 3 * max(0, price) + tolerance, "seed \(seed)")
          #expect(free >= base.objective - tolerance, "seed \(seed)")
          if price <= 0, plan.followers[lever.restriction] == nil {
            #expect(free <= base.objective + tolerance, "seed \(seed), \(lever.restriction)")
            rows.free += 1
          } else {
            rows.priced += 1
          }
        }
      }
    }
    #expect(rows.free > 1000 && rows.priced > 50, "\(rows)")
  }

  @Test func `clearing a set gains no less than clearing one of it`() throws {
    for (seed, chain) in Self.chains {
      for relief in chain.analysis(with: Self.quick).quantities.joint {
        let gain = relief.gains.atMost ?? 0
        #expect(gain > 0 && relief.restrictions.count > 1, "seed \(seed)")
        #expect(relief.breakpoints.count == relief.restrictions.count, "seed \(seed)")
      }
    }
  }

  @Test func `relief in the program is relief in the chain`() throws {
    var solved = 0
    for (seed, chain) in Self.chains {
      let analysis = chain.analysis(with: Self.quick)
      for relief in analysis.quantities.reliefs {
        guard let relieved = relief.relieved.exact, let restriction = relief.restrictions.first
        else { continue }
        let after: Chain
        switch restriction {
        case .tie(let row):
          after = try chain.editing { $0.ties[row].volume = .unlimited }
        case .activity(let number):
          guard let row = chain.activities[number].row, chain.tables.capacities[row].line == nil
          else { continue }
          after = try chain.editing { $0.capacities[row].capacity = 1e6 }
        case .buying(let product):
          guard chain.products[product].external != .unknown, !chain.hasVariants(product) else {
            continue
          }
          after = try chain.editing { $0.products[product].external = .limited(1e6) }
        case .making, .link: continue
        }
        let summary = after.analysis(with: Self.quick).summary
        let value = relief.level == .ties ? summary.tieLimited : summary.capacityLimited
        guard let value else { continue }
        #expect(abs(value - relieved) <= 1e-5 * max(1, relieved), "seed \(seed), \(restriction)")
        solved += 1
      }
    }
    #expect(solved >= 40, "\(solved)")
  }

  @Test func `a single point of the only final product loses all there is`() {
    var seen = 0
    for (seed, chain) in Self.chains where chain.finalProducts.count == 1 {
      let analysis = chain.analysis(with: Self.quick)
      guard let now = analysis.summary.tieLimited else { continue }
      for finding in analysis.findings where finding.code == .b09 && finding.standing == .exposure {
        guard let loss = finding.value.exposure, finding.affected.contains(where: \.stops) else {
          continue
        }
        #expect(abs(loss - now) <= 1e-6 * max(1, now), "seed \(seed), \(finding.id)")
        seen += 1
      }
    }
    #expect(seen >= 20, "\(seen)")
  }

  @Test func `the ladder costs more the higher it goes, and ever more a step`() throws {
    var seen = 0
    for (seed, chain) in Self.chains {
      let situation = Situation(chain, Self.quick)
      let steps = chain.analysis(with: Self.quick).quantities.ladder
      guard steps.count == 10 else { continue }
      let plan = situation.program(.products, Assumption(reading: .hopeful))
      let costs = steps.map { step in
        step.extra.reduce(0) { sum, extra in
          sum + extra.units
            / (plan.lever(of: extra.restriction).flatMap(situation.size) ?? .infinity)
        }
      }
      let tolerance = 1e-5 * max(1, costs[9])
      for (number, cost) in costs.enumerated() {
        let before = number == 0 ? 0 : costs[number - 1]
        #expect(cost >= before - tolerance, "seed \(seed)")
        guard number < 9 else { continue }
        #expect(costs[number + 1] - cost >= cost - before - tolerance, "seed \(seed), \(costs)")
      }
      seen += 1
    }
    #expect(seen >= 60, "\(seen)")
  }
}
