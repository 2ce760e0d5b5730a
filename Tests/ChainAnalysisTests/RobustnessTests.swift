import Chains
import LinearPrograms
import Testing

@testable import ChainAnalysis

@Suite struct RobustnessTests {
  @Test func `the shares of draws are those of solving every draw anew`() throws {
    var compared = 0
    for seed in UInt64(5000)..<5150 {
      guard let chain = try? Chain(randomTables(seed: seed)) else { continue }
      if try robustnessIsThatOfDraws(chain, "seed \(seed)") { compared += 1 }
    }
    #expect(compared > 40)
  }

  @Test func `of more than five that limit, those that gain most lead`() throws {
    var tables = Tables(
      profile: Profile(id: "seven", region: "home", enterprisesKnown: .complete),
      regions: [Region(id: "home")])
    for number in 1...7 {
      let (product, enterprise) = (Product.ID("p\(number)"), Enterprise.ID("e\(number)"))
      tables.products.append(
        Product(
          id: product, isFinal: true, value: Double(number), demand: 100, external: .limited(0)))
      tables.enterprises.append(Enterprise(id: enterprise, region: "home"))
      tables.capacities.append(
        Capacity(enterprise: enterprise, product: product, capacity: 50))
    }
    let chain = try Chain(tables)
    #expect(try robustnessIsThatOfDraws(chain, "seven"))
    let robustness = chain.analysis().quantities.robustness
    #expect(robustness.binding(.making(0)) == 1)
    #expect(robustness.binding(.making(6)) == 1)
    #expect(robustness.leading(.making(0)) == 0)
    #expect(robustness.leading(.making(6)) == 1)
  }

  /// Takes every lever of every draw away in a program of its own, whatever its price.
  /// - Returns: whether there is a program to draw.
  private func robustnessIsThatOfDraws(_ chain: Chain, _ name: String) throws -> Bool {
    var settings = Settings()
    settings.draws = 6
    var measurement = Measurement(Situation(chain, settings))
    guard measurement.values[.products]?.exact != nil, let plan = measurement.plan(of: .products)
    else { return false }
    let robustness = measurement.robustness()
    let draws = Draws(chain, seed: settings.seed)
    var (binding, leading): ([Restriction: Int], [Restriction: Int]) = ([:], [:])
    for number in 0..<settings.draws {
      let gains = try gains(of: plan.drawn(draws[number]))
      for gain in gains { binding[gain, default: 0] += 1 }
      for gain in gains.prefix(5) { leading[gain, default: 0] += 1 }
    }
    #expect(robustness.draws == settings.draws, "\(name)")
    for lever in plan.levers {
      let (all, top) = (
        robustness.binding(lever.restriction), robustness.leading(lever.restriction)
      )
      #expect(all == Double(binding[lever.restriction, default: 0]) / 6, "\(name), \(lever)")
      #expect(top == Double(leading[lever.restriction, default: 0]) / 6, "\(name), \(lever)")
    }
    return true
  }

  private func gains(of plan: PlanProgram) throws -> [Restriction] {
    var solver = try Solver(plan.program)
    let value = try #require(solver.solve().objective)
    var gains: [(restriction: Restriction, gain: Double)] = []
    for lever in plan.levers where lever.isFinite {
      var program = plan.program
      for change in plan.relief(of: lever) { program.make(change) }
      var anew = try Solver(program)
      let outcome = anew.solve()
      let gain = outcome == .unbounded ? .infinity : try #require(outcome.objective) - value
      if gain > 1e-7 * value { gains.append((lever.restriction, gain)) }
    }
    return gains.enumerated().sorted {
      $0.element.gain != $1.element.gain
        ? $0.element.gain > $1.element.gain : $0.offset < $1.offset
    }.map(\.element.restriction)
  }
}
