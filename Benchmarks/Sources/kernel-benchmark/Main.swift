import Glibc
import Graphs

/// Measures the algorithms on generated networks, and checks what they answer.
///
/// The arguments say what: `failures`, `S`, `M` or `L`; all but `L` without arguments. `serve M` and
/// `write M FOLDER` are for `peers/compare.py`.
@main
struct Main {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch (arguments.first, arguments.count) {
    case ("serve", 2): try serve(Example(arguments[1]))
    case ("write", 3): try Example(arguments[1]).network.write(to: arguments[2])
    default:
      for argument in arguments.isEmpty ? ["S", "M", "failures"] : arguments {
        if argument == "failures" { try failures() } else { try printTable(Example(argument)) }
      }
    }
  }

  private static func printTable(_ example: Example) throws {
    print("\(example.name): ms of processor time, minimum and median; wall, median")
    for isStored in [false, true] {
      for item in try GraphCases(example.network, example.facts, isStored: isStored).all {
        let time = try item.measure(item.isLong && example.name == "L" ? 1 : example.trials)
        print(
          "  \(padded(item.name, 24))\(padded(time.minimum.milliseconds, 10))"
            + "\(padded(time.median.milliseconds, 10))\(time.wallMedian.milliseconds)")
      }
    }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(width - text.count, 1))
  }

  /// Prints the facts of all cases, then for each name that it reads how long that case took.
  private static func serve(_ example: Example) throws {
    let cases = try [false, true].flatMap {
      try GraphCases(example.network, example.facts, isStored: $0).all
    }
    let facts = cases.map { "\"\($0.name)\": \($0.facts)" }
    answer("{\(facts.joined(separator: ", "))}")
    while let name = readLine() {
      guard let item = cases.first(where: { $0.name == name }) else {
        throw WrongFact(description: "there is no case \(name)")
      }
      let time = try item.measure(1)
      answer("{\"wall\": \(time.wallMedian), \"cpu\": \(time.minimum)}")
    }
  }

  private static func answer(_ line: String) {
    print(line)
    fflush(nil)
  }

  private static func failures() throws {
    // From one sector a tier, where most needs have several sources, to many, where most have one.
    for sectorsPerTier in [1, 5, 75] {
      let network = SupplyNetwork(
        enterprises: 100_000, ties: 430_000, tiers: 8, sectorsPerTier: sectorsPerTier, seed: 42)
      try measure("8 tiers of \(sectorsPerTier) sectors, ties back", network)
    }
    let network = SupplyNetwork(
      enterprises: 100_000, ties: 430_000, tiers: 8, sectorsPerTier: 1, seed: 42, backPercent: 0)
    try measure("8 tiers of 1 sector, no ties back", network)
  }

  private static func measure(_ name: String, _ network: SupplyNetwork) throws {
    let graph = try network.andOrGraph()
    print("\(name): \(graph.vertexCount) vertices, \(graph.linkCount) links")
    for semantics in [AndOrGraph.Semantics.running, .buildable] {
      let (points, time) = Measurement.of(trials: 5) { graph.singlePointsOfFailure(semantics) }
      print(
        "  \(semantics): minimum \(time.minimum.milliseconds) ms, "
          + "median \(time.median.milliseconds) ms processor time")
      print("    \(summary(of: points, network))")
      try check(points, of: graph, semantics, samples: 10)
    }
  }

  private static func summary(of points: SinglePointsOfFailure, _ network: SupplyNetwork) -> String
  {
    let counts = (0..<network.enterpriseCount).compactMap {
      points.count(of: network.enterpriseCount + $0)
    }
    let mean = Double(counts.reduce(0, +)) / Double(max(counts.count, 1))
    return "single points of an enterprise: mean \((mean * 10).rounded() / 10), "
      + "at most \(counts.max() ?? 0); not available: \(network.enterpriseCount - counts.count)"
  }
}
