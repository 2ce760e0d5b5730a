import Glibc
import Liantu
import LinearPrograms

/// Times the quantitative analysis of generated chains and checks what it says.
///
///     swift run -c release quantity-benchmark            # 400 and 3,000 enterprises, L1, warm starts
///     swift run -c release quantity-benchmark mps        # the plan of the warm start, for other solvers
@main
struct Main {
  static func main() throws {
    let wanted = Set(CommandLine.arguments.dropFirst())
    if wanted == ["mps"] { return print(plan.mps, terminator: "") }
    func isWanted(_ name: String) -> Bool { wanted.isEmpty || wanted.contains(name) }
    if isWanted("400") { try analysis(enterprises: 400, ties: 1_980, trials: 5, threads: 1) }
    if isWanted("structure") { try structure(enterprises: 400, ties: 1_980) }
    if isWanted("products") { try products(5_000) }
    if isWanted("warm") { try warmStart() }
    if isWanted("3000") { try analysis(enterprises: 3_000, ties: 10_000, trials: 1, threads: 2) }
  }

  /// A line at once, though a pipe is behind it.
  private static func say(_ text: String) {
    print(text)
    fflush(nil)
  }

  private static func seconds<T>(_ work: () throws -> T) rethrows -> (T, Double) {
    let start = clock()
    let answer = try work()
    return (answer, Double(clock() - start) / Double(CLOCKS_PER_SEC))
  }

  private static func check(_ isTrue: Bool, _ claim: String) {
    guard !isTrue else { return }
    print("WRONG: \(claim)")
    exit(1)
  }

  /// The whole analysis: both levels, reliefs, removals, ladder, links, draws.
  private static func analysis(enterprises: Int, ties: Int, trials: Int, threads: Int) throws {
    let chain = try generatedChain(enterprises: enterprises, ties: ties, seed: 7)
    var times: [Double] = []
    var last: Analysis?
    var elapsed = Duration.zero
    for _ in 0..<trials {
      let start = ContinuousClock.now
      let (analysis, time) = seconds { chain.analysis(threads: threads) }
      elapsed = ContinuousClock.now - start
      times.append(time)
      last = analysis
    }
    guard let analysis = last else { return }
    let summary = analysis.summary
    let quantities = analysis.quantities
    guard let target = summary.target, let capacity = summary.capacityLimited,
      let tied = summary.tieLimited
    else { return check(false, "all three steps of the waterfall are known") }
    check(tied <= capacity * (1 + 1e-9) && capacity <= target * (1 + 1e-9), "the steps go down")
    check(
      quantities.removals.allSatisfy { ($0.loss ?? 0) <= tied * (1 + 1e-9) },
      "no loss above the value")
    check(quantities.gaps.isEmpty, "nothing was left out: \(quantities.gaps)")
    // Some removals once more, as chains of their own.
    for entry in quantities.removals.prefix(3) {
      guard case .enterprise(let number) = entry.subject else { continue }
      let without = try chain.stopping(.enterprise(chain.enterprises[number].id)).analysis()
      let left = without.summary.tieLimited ?? -1
      check(abs(tied - left - (entry.loss ?? -1)) <= 1e-6 * tied, "the loss without \(number)")
    }
    times.sort()
    say(
      "analysis \(enterprises)/\(chain.currentTies.count) median \(times[times.count / 2]) s of processor time "
        + "(\(threads) threads, \(elapsed) on the clock): "
        + "target \(target), capacity \(capacity), ties \(tied), "
        + "\(quantities.removals.count) removals, \(quantities.reliefs.count) reliefs, "
        + "\(quantities.robustness.draws) draws")
  }

  /// What the analysis tells without asking again and again: structure, both levels, coverage.
  private static func structure(enterprises: Int, ties: Int) throws {
    let chain = try generatedChain(enterprises: enterprises, ties: ties, seed: 7)
    var settings = Settings()
    settings.draws = 0
    settings.solveBudget = 0
    var times: [Double] = []
    for _ in 0..<5 {
      let (analysis, time) = seconds { chain.analysis(with: settings) }
      check(analysis.summary.tieLimited != nil, "L2 has a value")
      check(analysis.findings.contains { $0.code == .b09 }, "there are single points of failure")
      times.append(time)
    }
    say("structure \(enterprises)/\(ties) \(median(times)) s, with both levels and no sweep")
  }

  /// L1 of many products, with the structure.
  private static func products(_ count: Int) throws {
    var settings = Settings()
    settings.draws = 0
    settings.solveBudget = 0
    let chain = try generatedChain(
      enterprises: count, ties: 0, seed: 7, tiesKnown: .partial, products: count)
    var times: [Double] = []
    for _ in 0..<3 {
      let (analysis, time) = seconds { chain.analysis(with: settings) }
      check(analysis.summary.capacityLimited != nil, "L1 has a value")
      times.append(time)
    }
    say("L1 \(count) products \(median(times)) s, with the structure")
  }

  private static var plan: LinearProgram {
    SupplyNetwork(enterprises: 2_000, ties: 8_000, tiers: 8, sectorsPerTier: 10, seed: 42).plan()
  }

  /// One bound of a plan of 10,000 variables changed: from the last basis against from nothing.
  private static func warmStart() throws {
    let program = plan
    var random = SplitMix64(seed: 3)
    var solver = try Solver(program)
    guard let base = solver.solve().solution else { return check(false, "the plan has an optimum") }
    // What CLP, HiGHS, GLOP and GLPK find.
    check(abs(base.objective - 10_884_643) <= 1, "the optimum is \(base.objective)")
    let used = program.variables.filter { base[$0] > 1e-6 }
    var (ratios, warmTimes, coldTimes): ([Double], [Double], [Double]) = ([], [], [])
    for _ in 0..<15 {
      let variable = used[random.below(used.count)]
      let bounds = Bounds(0, base[variable] * Double(random.below(100)) / 100)
      let (warm, warmTime) = try seconds {
        try solver.outcome(trying: [.variable(variable, bounds)]).objective
      }
      var changed = program
      changed.setBounds(bounds, of: variable)
      let (cold, coldTime) = try seconds {
        var anew = try Solver(changed)
        return anew.solve().objective
      }
      check(abs((warm ?? -1) - (cold ?? -2)) <= 1e-6 * base.objective, "warm and cold agree")
      ratios.append(coldTime / max(warmTime, 1e-6))
      warmTimes.append(warmTime)
      coldTimes.append(coldTime)
    }
    ratios.sort()
    say(
      "warm start \(median(warmTimes)) s, cold start \(median(coldTimes)) s, "
        + "\(ratios[ratios.count / 2]) times as fast (medians of 15)")
  }

  private static func median(_ times: [Double]) -> Double { times.sorted()[times.count / 2] }
}
