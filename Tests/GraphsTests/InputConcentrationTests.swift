import Graphs
import Testing

@Suite struct InputConcentrationTests {
  @Test func `without inputs, or with inputs of nothing, there is no index`() throws {
    _ = try graph("").inputConcentration(weights: [])
    let inputs = try graph("a → b, a → b").inputConcentration(weights: [0, 0])
    #expect(inputs.index(of: 0) == nil)
    #expect(inputs.index(of: 1) == nil)
    #expect(inputs.effectiveCount(of: 1) == nil)
    let merged = try graph("a → b, a → b").inputConcentration(weights: [0, 0], .merged)
    #expect(merged.index(of: 1) == nil)
  }

  /// U.S. Department of Justice, Federal Trade Commission, *Horizontal merger guidelines* (2010),
  /// section 5.3, footnote 9: shares of 30, 30, 20 and 20 per cent have an index of 2600.
  @Test func `the example of the merger guidelines comes out`() throws {
    let inputs = try graph("a → e, b → e, c → e, d → e")
      .inputConcentration(weights: [30, 30, 20, 20])
    #expect(abs((inputs.index(of: 4) ?? 0) - 0.26) < 1e-15)
    #expect(abs((inputs.effectiveCount(of: 4) ?? 0) - 1 / 0.26) < 1e-12)
  }

  @Test func `parallel edges are one input when merged, a loop is one like others`() throws {
    let graph = try graph("a → b, a → b, b → b, c → b")
    #expect(try graph.inputConcentration(weights: [1, 1, 1, 1]).index(of: 1) == 0.25)
    #expect(try graph.inputConcentration(weights: [1, 1, 1, 1], .merged).index(of: 1) == 0.375)
  }

  @Test func `neither the greatest nor the smallest numbers get lost`() throws {
    let graph = try graph("a → b, a → b, c → b")
    for weight in [Double.greatestFiniteMagnitude, 1e200, 1e-200, .leastNonzeroMagnitude] {
      let weights = [weight, weight, weight]
      let counted = try #require(try graph.inputConcentration(weights: weights).index(of: 1))
      #expect(abs(counted - 1.0 / 3) < 1e-15)
      let merged = try #require(
        try graph.inputConcentration(weights: weights, .merged).index(of: 1))
      #expect(abs(merged - 5.0 / 9) < 1e-15)
    }
  }

  @Test func `the generated networks have the sums that other programs find`() throws {
    for (network, facts) in [
      (SupplyNetwork.small, SupplyNetworkFacts.small), (.medium, .medium),
    ] {
      let graph = try network.digraph()
      let weights = network.capacities.map(Double.init)
      let vertices = 0..<graph.vertexCount
      let counted = try graph.inputConcentration(weights: weights)
      #expect(abs(vertices.compactMap(counted.index).reduce(0, +) - facts.concentrationSum) < 1e-6)
      let merged = try graph.inputConcentration(weights: weights, .merged)
      let sum = vertices.compactMap(merged.index).reduce(0, +)
      #expect(abs(sum - facts.mergedConcentrationSum) < 1e-6)
    }
  }

  @Test func `the index is the sum of the squared shares`() throws {
    for seed in 0..<200 as Range<UInt64> {
      let graph = try Digraph.random(seed: seed)
      var random = SplitMix64(seed: seed)
      let weights = (0..<graph.edgeCount).map { _ in Double(random.below(4)) }
      let counted = try graph.inputConcentration(weights: weights)
      let merged = try graph.inputConcentration(weights: weights, .merged)
      for vertex in 0..<graph.vertexCount {
        let edges = (0..<graph.edgeCount).filter { graph.target(of: $0) == vertex }
        let total = edges.map { weights[$0] }.reduce(0, +)
        var bySource = [Double](repeating: 0, count: graph.vertexCount)
        for edge in edges { bySource[graph.source(of: edge)] += weights[edge] }
        for (index, inputs) in [
          (counted.index(of: vertex), edges.map { weights[$0] }),
          (merged.index(of: vertex), bySource),
        ] {
          #expect((index == nil) == (total == 0), "seed \(seed)")
          let expected = inputs.map { $0 / total * ($0 / total) }.reduce(0, +)
          if let index { #expect(abs(index - expected) < 1e-14, "seed \(seed)") }
        }
      }
    }
  }

  @Test func `a weight that is none is refused`() throws {
    let graph = try graph("a → b")
    for weight in [-1, Double.infinity, .nan] {
      #expect(throws: WeightError.self) { try graph.inputConcentration(weights: [weight]) }
    }
  }
}
