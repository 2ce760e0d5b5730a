import Glibc
import Liantu
import LinearPrograms

/// Times the quantitative analysis of generated chains and checks what it says.
///
///     swift run -c release quantity-benchmark            # 400 and 3,000 enterprises, L1, warm starts
@main
struct Main {
  static func main() throws {
    let wanted = Set(CommandLine.arguments.dropFirst())
    func isWanted(_ name: String) -> Bool { wanted.isEmpty || wanted.contains(name) }
    if isWanted("400") { try analysis(enterprises: 400, ties: 1_980, trials: 5, threads: 1) }
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

  /// L1 alone.
  private static func products(_ count: Int) throws {
    let chain = try generatedChain(
      enterprises: count, ties: 0, seed: 7, tiesKnown: .partial, products: count)
    var settings = Settings()
    settings.draws = 0
    settings.solveBudget = 0
    let (analysis, time) = seconds { chain.analysis(with: settings) }
    check(analysis.summary.capacityLimited != nil, "L1 has a value")
    say("L1 \(chain.products.count) products \(time) s, with the structure")
  }

  /// One bound changed: from the last basis against from nothing.
  private static func warmStart() throws {
    var random = SplitMix64(seed: 3)
    var program = LinearProgram()
    let flows = (0..<4_000).map { number in
      program.addVariable(0...Double(1 + random.below(100)), objective: Double(number % 7))
    }
    for row in 0..<2_000 {
      var terms: [(LinearProgram.Variable, Double)] = [
        (flows[2 * row], 1), (flows[2 * row + 1], 1),
      ]
      for _ in 0..<3 { terms.append((flows[random.below(4_000)], Double(1 + random.below(5)))) }
      program.addConstraint(terms, atMost: Double(50 + random.below(200)))
    }
    var solver = try Solver(program)
    let base = solver.solve().objective ?? -1
    var ratios: [Double] = []
    for number in 0..<15 {
      let bounds = Bounds(0, Double(random.below(20)))
      let variable = flows[number * 211]
      let (warm, warmTime) = try seconds {
        try solver.outcome(trying: [.variable(variable, bounds)]).objective
      }
      var changed = program
      changed.setBounds(bounds, of: variable)
      let (cold, coldTime) = try seconds {
        var anew = try Solver(changed)
        return anew.solve().objective
      }
      check(abs((warm ?? -1) - (cold ?? -2)) <= 1e-6 * base, "warm and cold agree")
      ratios.append(coldTime / max(warmTime, 1e-6))
    }
    ratios.sort()
    say("warm start \(ratios[ratios.count / 2]) times as fast as a cold one (median of 15)")
  }
}
