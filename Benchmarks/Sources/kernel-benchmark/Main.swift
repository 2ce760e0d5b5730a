import Graphs

/// Measures the algorithms on generated networks, and checks what they answer.
///
/// The arguments say what: `failures`, `S`, `M` or `L`; all but `L` without arguments.
@main
struct Main {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    for argument in arguments.isEmpty ? ["S", "M", "failures"] : arguments {
      switch argument {
      case "S": try GraphTable("S", .small, .small, trials: 9).printAll()
      case "M": try GraphTable("M", .medium, .medium, trials: 5).printAll()
      case "L": try GraphTable("L", .large, .large, trials: 3).printAll()
      case "failures": try failures()
      default: throw WrongFact(description: "unknown: \(argument); choose failures, S, M or L")
      }
    }
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
      let time = Measurement(trials: 5) { graph.singlePointsOfFailure(semantics) }
      print("  \(semantics): minimum \(time.minimum) ms, median \(time.median) ms processor time")
      print("    \(summary(of: time.answer, network))")
      try check(time.answer, of: graph, semantics, samples: 10)
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
