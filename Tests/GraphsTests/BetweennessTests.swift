import Graphs
import Testing

@Suite struct BetweennessTests {
  /// Exact, of the small generated network.
  private static let exact = Result { try SupplyNetwork.small.digraph().betweenness() }
  private static var small: Betweenness { get throws { try exact.get() } }

  @Test func `the empty graph has no values`() throws {
    #expect(try graph("").betweenness().values == [])
    #expect(try graph("").betweenness(weights: []).values == [])
    var random = SplitMix64(seed: 1)
    let estimate = try graph("").betweenness(sampleCount: 5, using: &random)
    #expect(estimate.betweenness.values == [])
    #expect(estimate.error(confidence: 0.9) == 0)
  }

  @Test func `without edges nothing is on any way`() throws {
    let lone = try Digraph(vertexCount: 3, edges: [])
    #expect(lone.betweenness(threads: 2).values == [0, 0, 0])
    #expect(try lone.betweenness(weights: []).values == [0, 0, 0])
  }

  @Test func `loops and unreached vertices add nothing`() throws {
    let graph = try graph("a → b, b → b, b → c", vertexCount: 4)
    #expect(graph.betweenness().values == [0, 1, 0, 0])
    #expect(try graph.betweenness(weights: [1, 1, 1]).values == [0, 1, 0, 0])
  }

  @Test func `parallel edges are as many paths when counted, one when merged`() throws {
    let graph = try graph("a → b, a → b, a → c, b → d, c → d")
    #expect(graph.betweenness().values == [0, 2.0 / 3, 1.0 / 3, 0])
    #expect(graph.betweenness(.merged).values == [0, 0.5, 0.5, 0])
    let weights = [2.0, 1, 1, 1, 1]
    #expect(try graph.betweenness(weights: weights).values == [0, 0.5, 0.5, 0])
    #expect(try graph.betweenness(weights: weights, .merged).values == [0, 0.5, 0.5, 0])
  }

  /// L. C. Freeman, *A set of measures of centrality based on betweenness*, Sociometry 40 (1977),
  /// doi:10.2307/3033543: all paths of a star go through its middle.
  @Test func `the middle of a star is between all pairs`() throws {
    let star = try graph("a → b, a → c, a → d, a → e, b → a, c → a, d → a, e → a")
    #expect(star.betweenness().values == [12, 0, 0, 0, 0])
    #expect(star.betweenness().highest(2) == [0, 1])
  }

  @Test func `the small generated network has the values that other programs find`() throws {
    let graph = try SupplyNetwork.small.digraph()
    let counted = try Self.small
    #expect(counted.highest(10) == [174, 755, 360, 940, 421, 114, 792, 56, 529, 353])
    let values = [
      106_250.6371, 56_317.3697, 36_624.7408, 33_308.7721, 28_675.3005, 22_036.1498, 21_525.4500,
      21_335.5955, 20_044.7519, 19_722.2443,
    ]
    for (vertex, value) in zip(counted.highest(10), values) {
      #expect(abs(counted.value(of: vertex) - value) < 1e-4)
    }
    #expect(abs(counted.values.reduce(0, +) - 2_100_077.0) < 0.05)
    let merged = graph.betweenness(.merged)
    #expect(merged.highest(1) == [174])
    let mergedValues = [
      103_052.3470, 50_426.9868, 35_033.1067, 29_986.3232, 28_145.8447, 21_881.9972, 21_831.3119,
      21_239.4853, 19_841.0323, 19_495.0328,
    ]
    for (vertex, value) in zip(merged.highest(10), mergedValues) {
      #expect(abs(merged.value(of: vertex) - value) < 1e-4)
    }
  }

  @Test func `the network of 100,000 has the highest value that other programs find`() throws {
    let facts = SupplyNetworkFacts.medium
    let graph = try SupplyNetwork.medium.digraph()
    let count = facts.betweennessSources
    let sources = (0..<count).map { $0 * (graph.vertexCount / count) }
    let betweenness = graph.betweenness(from: sources, threads: 2)
    #expect(betweenness.highest(1) == [facts.highestBetweenness.vertex])
    let value = betweenness.value(of: facts.highestBetweenness.vertex)
    #expect(abs(value - facts.highestBetweenness.value) < 1e-4)
  }

  /// The oracle enumerates all simple paths.
  @Test func `values are parts of shortest paths`() throws {
    for seed in 0..<60 as Range<UInt64> {
      let graph = try Digraph.random(seed: seed)
      guard graph.vertexCount <= 7 else { continue }
      var random = SplitMix64(seed: seed)
      let weights = (0..<graph.edgeCount).map { _ in Double(1 + random.below(3)) }
      let ones = [Double](repeating: 1, count: graph.edgeCount)
      for (values, weights, parallelEdges) in [
        (graph.betweenness().values, ones, ParallelEdges.counted),
        (graph.betweenness(.merged).values, ones, .merged),
        (try graph.betweenness(weights: weights).values, weights, .counted),
        (try graph.betweenness(weights: weights, .merged).values, weights, .merged),
      ] {
        var expected = [Double](repeating: 0, count: graph.vertexCount)
        for source in 0..<graph.vertexCount {
          for target in 0..<graph.vertexCount where source != target {
            var ways = graph.simplePaths(from: source, to: target, weights)
            if parallelEdges == .merged {
              // One of several ways over the same vertices.
              var seen: Set<[Int]> = []
              ways = ways.sorted { $0.length < $1.length }
                .filter { seen.insert($0.vertices).inserted }
            }
            let shortest = ways.filter { $0.length == ways.map(\.length).min() }
            for way in shortest {
              for vertex in way.vertices.dropFirst().dropLast() {
                expected[vertex] += 1 / Double(shortest.count)
              }
            }
          }
        }
        for (value, other) in zip(values, expected) {
          #expect(abs(value - other) < 1e-12, "seed \(seed)")
        }
      }
    }
  }

  @Test func `more paths than a number can hold are still counted`() throws {
    // 2²⁰⁰⁰ paths from end to end.
    let links = 2000
    let rail = (0..<UInt32(links)).flatMap { [$0, $0] }
    let graph = try Digraph(
      vertexCount: links + 1, sources: rail, targets: rail.map { $0 + 1 })
    let values = graph.betweenness(from: [0]).values
    let expected = [0] + (1...links).map { Double(links - $0) }
    let isRight = values == expected
    #expect(isRight)
    let weights = [Double](repeating: 3, count: 2 * links)
    let isRightWeighted = try graph.betweenness(from: [0], weights: weights).values == expected
    #expect(isRightWeighted)
    // What one source leaves behind is not seen by the next, even if there were too many for plain numbers.
    let twice = (0...links).map { expected[$0] * 2 + ($0 > 1990 ? Double(links - $0) : 0) }
    for threads in [1, 2] {
      let sum = graph.betweenness(from: [0, 1990, 0], threads: threads).values == twice
      let weighted = try graph.betweenness(from: [0, 1990, 0], weights: weights, threads: threads)
      #expect(sum && weighted.values == twice)
    }
  }

  /// Half of the paths take each of two branches, of 2¹⁵⁰⁰ paths each.
  @Test func `parts of great counts are right`() throws {
    var edges: [(Int, Int)] = []
    func branch(from start: Int) {
      edges.append((0, start))
      for vertex in start..<start + 1500 { edges += [(vertex, vertex + 1), (vertex, vertex + 1)] }
      edges.append((start + 1500, 3003))
    }
    branch(from: 1)
    branch(from: 1502)
    edges += [(1501, 3003), (3003, 3004)]
    let values = try Digraph(vertexCount: 3005, edges: edges).betweenness(from: [0]).values
    // Of three equal parts two come over the first branch.
    #expect(abs(values[1501] - 2 * 2.0 / 3) < 1e-12)
    #expect(abs(values[3002] - 2 / 3.0) < 1e-12)
    #expect(values[3003] == 1)
  }

  @Test func `the bound of an estimate is that of the formula`() throws {
    let graph = try SupplyNetwork.small.digraph()
    var random = SplitMix64(seed: 42)
    let estimate = graph.betweenness(sampleCount: 100, using: &random)
    #expect(estimate.sampleCount == 100)
    // 1000 × 998 × √(ln 40000 / 200).
    #expect(abs(estimate.error(confidence: 0.95) - 229_720.38) < 0.01)
    var again = SplitMix64(seed: 42)
    #expect(graph.betweenness(sampleCount: 100, using: &again) == estimate)
    // Paths over edges of the same weight are the shortest ones; several threads add up alike.
    var weighted = SplitMix64(seed: 42)
    let weights = [Double](repeating: 1, count: graph.edgeCount)
    let heavy = try graph.betweenness(
      sampleCount: 100, weights: weights, using: &weighted, threads: 3)
    for vertex in 0..<1000 {
      let (one, other) = (
        estimate.betweenness.value(of: vertex), heavy.betweenness.value(of: vertex)
      )
      #expect(abs(one - other) <= 1e-9 * one)
    }
    #expect(throws: WeightError.self) {
      try graph.betweenness(sampleCount: 1, weights: weights.map { $0 * 0 }, using: &weighted)
    }
  }

  /// So many samples of so few vertices that the bound means something.
  @Test func `an estimate is within its bound`() throws {
    let graph = try Digraph.star(20)
    let exact = graph.betweenness()
    var random = SplitMix64(seed: 42)
    let estimate = graph.betweenness(sampleCount: 4000, using: &random)
    let error = estimate.error(confidence: 0.95)
    // 20 × 18 × √(ln 800 / 8000), of 19 × 18 between all pairs.
    #expect(abs(error - 10.406) < 0.001)
    #expect(exact.value(of: 0) == 342)
    for vertex in 0..<20 {
      #expect(abs(estimate.betweenness.value(of: vertex) - exact.value(of: vertex)) < error)
    }
  }

  @Test func `a weight that is none is refused, and so is 0`() throws {
    let graph = try graph("a → b")
    for weight in [0, -1, Double.infinity, .nan] {
      #expect(throws: WeightError.self) { try graph.betweenness(weights: [weight]) }
    }
  }
}
