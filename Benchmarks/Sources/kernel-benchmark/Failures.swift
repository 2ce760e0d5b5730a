import Graphs

/// The single points of failure of all vertices of generated and-or graphs, measured and checked.
enum Failures {
  /// From one sector a tier, where most needs have several sources, to many, where most have one.
  static func run() throws {
    for sectorsPerTier in [1, 5, 75] {
      let network = SupplyNetwork(
        enterprises: 100_000, ties: 430_000, tiers: 8, sectorsPerTier: sectorsPerTier, seed: 42)
      try measure("8 tiers of \(sectorsPerTier) sectors, ties back", network, trials: 5)
    }
    let network = SupplyNetwork(
      enterprises: 100_000, ties: 430_000, tiers: 8, sectorsPerTier: 1, seed: 42, backPercent: 0)
    try measure("8 tiers of 1 sector, no ties back", network, trials: 5)
  }

  /// On the network L, in a process of its own, so that the peak of memory is that of this run; on M
  /// before, so that one sees that it grows as the answer does.
  static func runLarge() throws {
    try measure("M", .medium, trials: 1)
    try measure("L", .large, trials: 1)
  }

  private static func measure(_ name: String, _ network: SupplyNetwork, trials: Int) throws {
    let graph = try network.andOrGraph()
    print("\(name): \(graph.vertexCount) vertices, \(graph.linkCount) links")
    for semantics in [AndOrGraph.Semantics.running, .buildable] {
      let before = peakMemory
      let (points, time) = Measurement.of(trials: trials) { graph.singlePointsOfFailure(semantics) }
      print(
        "  \(semantics): minimum \(time.minimum.milliseconds) ms, "
          + "median \(time.median.milliseconds) ms processor time; "
          + "peak \(peakMemory / 1_000_000) MB, before \(before / 1_000_000)")
      print("    \(summary(of: points, network))")
      print("    leaves in all sets: \(size(of: points, graph))")
      try check(points, of: graph, semantics, samples: 10)
    }
  }

  /// How long the answer would be, written down set by set.
  private static func size(of points: SinglePointsOfFailure, _ graph: AndOrGraph) -> Int {
    (0..<graph.vertexCount).reduce(0) { $0 + (points.count(of: $1) ?? 0) }
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
