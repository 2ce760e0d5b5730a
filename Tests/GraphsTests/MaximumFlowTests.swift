import Graphs
import Testing

@Suite struct MaximumFlowTests {
  @Test func `without sources or sinks nothing flows`() throws {
    #expect(try graph("").maximumFlow(from: [], to: [], capacities: []).value == 0)
    let flow = try graph("a → b").maximumFlow(from: [], to: [1], capacities: [3])
    #expect(flow.value == 0)
    #expect(flow.cutEdges == [])
    #expect(flow.lastCutEdges == [])
  }

  @Test func `parallel edges carry each their own, loops nothing`() throws {
    let flow = try graph("a → b, a → a, a → b, b → b", vertexCount: 3)
      .maximumFlow(from: 0, to: 1, capacities: [2, 9, 3, 9])
    #expect(flow.value == 5)
    #expect(flow.flows == [2, 0, 3, 0])
    #expect(flow.cutEdges == [0, 2])
    #expect(!flow.sourceSide.contains(2) && !flow.sinkSide.contains(2))
  }

  /// T. H. Cormen, C. E. Leiserson, R. L. Rivest, C. Stein, *Introduction to Algorithms*, 3rd edition
  /// (2009), figure 26.1 and 26.5: s v1 v2 v3 v4 t are a to f here.
  @Test func `the textbook example carries 23`() throws {
    let graph = try graph("a → b, a → c, b → d, c → b, c → e, d → c, d → f, e → d, e → f")
    let flow = try graph.maximumFlow(
      from: 0, to: 5, capacities: [16, 13, 12, 4, 14, 9, 20, 7, 4])
    #expect(flow.value == 23)
    #expect(Array(flow.sourceSide) == [0, 1, 2, 4])
    #expect(flow.cutEdges == [2, 7, 8])
  }

  @Test func `the two cuts are the first and the last of the smallest ones`() throws {
    let flow = try graph("a → b, b → c, c → d, c → d").maximumFlow(
      from: 0, to: 3, capacities: [1, 1, 1, 0])
    #expect(flow.cutEdges == [0])
    #expect(flow.lastCutEdges == [2])
    #expect(Array(flow.sourceSide) == [0])
    #expect(Array(flow.sinkSide) == [3])
  }

  @Test func `a way may go through another source or sink`() throws {
    let flow = try graph("a → b, b → c, c → d, e → b").maximumFlow(
      from: [0, 1, 4], to: [2, 3], capacities: [5, 4, 1, 5])
    #expect(flow.value == 4)
    #expect(flow.cutEdges == [1])
  }

  @Test func `the generated networks carry what other programs find`() throws {
    for (network, facts) in [
      (SupplyNetwork.small, SupplyNetworkFacts.small), (.medium, .medium),
    ] {
      let flow = try network.digraph().maximumFlow(
        from: network.enterprises(inTier: 0), to: network.enterprises(inTier: 7),
        capacities: network.capacities.map(Double.init))
      #expect(flow.value == facts.maximumFlow)
      for cut in [flow.cutEdges, flow.lastCutEdges] {
        #expect(cut.reduce(0) { $0 + Double(network.capacities[$1]) } == facts.maximumFlow)
      }
    }
  }

  /// The oracle tries all cuts: the value of the smallest is that of the flow (Ford and Fulkerson).
  @Test func `flows are flows and as great as the smallest cut`() throws {
    for seed in 0..<200 as Range<UInt64> {
      let graph = try Digraph.random(seed: seed)
      guard graph.vertexCount >= 2 else { continue }
      var random = SplitMix64(seed: seed)
      let capacities = (0..<graph.edgeCount).map { _ in Double(random.below(6)) }
      let sources = graph.vertexCount > 4 ? [0, 1] : [0]
      let sinks = graph.vertexCount > 4 ? [2, 3] : [1]
      let flow = try graph.maximumFlow(from: sources, to: sinks, capacities: capacities)
      var smallest = Double.infinity
      var firstSide = Int.max
      var lastSide = 0
      let sourceBits = sources.reduce(0) { $0 | 1 << $1 }
      let sinkBits = sinks.reduce(0) { $0 | 1 << $1 }
      for side in 0..<1 << graph.vertexCount
      where side & sourceBits == sourceBits && side & sinkBits == 0 {
        let value = (0..<graph.edgeCount).reduce(0.0) { sum, edge in
          let leaves =
            side >> graph.source(of: edge) & 1 == 1 && side >> graph.target(of: edge) & 1 == 0
          return leaves ? sum + capacities[edge] : sum
        }
        if value < smallest { (smallest, firstSide, lastSide) = (value, side, side) }
        if value == smallest { (firstSide, lastSide) = (firstSide & side, lastSide | side) }
      }
      #expect(flow.value == smallest, "seed \(seed)")
      let vertices = 0..<graph.vertexCount
      #expect(
        Array(flow.sourceSide) == vertices.filter { firstSide >> $0 & 1 == 1 }, "seed \(seed)")
      #expect(Array(flow.sinkSide) == vertices.filter { lastSide >> $0 & 1 == 0 }, "seed \(seed)")
      for cut in [flow.cutEdges, flow.lastCutEdges] {
        #expect(cut.reduce(0) { $0 + capacities[$1] } == flow.value, "seed \(seed)")
      }
      var balances = [Double](repeating: 0, count: graph.vertexCount)
      for edge in 0..<graph.edgeCount {
        let amount = flow.flow(through: edge)
        #expect(amount >= 0 && amount <= capacities[edge], "seed \(seed)")
        balances[graph.source(of: edge)] -= amount
        balances[graph.target(of: edge)] += amount
      }
      #expect(sinks.reduce(0) { $0 + balances[$1] } == flow.value, "seed \(seed)")
      for vertex in vertices where !sources.contains(vertex) && !sinks.contains(vertex) {
        #expect(balances[vertex] == 0, "seed \(seed)")
      }
    }
  }

  @Test func `fractions end and are no greater than the capacities`() throws {
    for seed in 0..<100 as Range<UInt64> {
      let graph = try Digraph.random(seed: seed)
      guard graph.vertexCount >= 2 else { continue }
      var random = SplitMix64(seed: seed)
      let capacities = (0..<graph.edgeCount).map { _ in Double(random.below(1000)) / 7 }
      let flow = try graph.maximumFlow(from: 0, to: 1, capacities: capacities)
      #expect(zip(flow.flows, capacities).allSatisfy { $0 >= 0 && $0 <= $1 }, "seed \(seed)")
      let cut = flow.cutEdges.reduce(0) { $0 + capacities[$1] }
      #expect(abs(cut - flow.value) <= 1e-9, "seed \(seed)")
    }
  }

  @Test func `a capacity that is none is refused`() throws {
    let graph = try graph("a → b")
    for capacity in [-1, Double.infinity, .nan] {
      #expect(throws: WeightError.self) {
        try graph.maximumFlow(from: 0, to: 1, capacities: [capacity])
      }
    }
  }
}
