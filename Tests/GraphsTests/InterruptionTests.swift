import Graphs
import Testing

/// Everything that can take seconds asks now and then whether it is to go on.
@Suite struct InterruptionTests {
  private struct Stopped: Error {}

  /// Runs some work to its end, then again until its last question.
  private func expectStop<Answer: Equatable>(
    _ expected: Answer, sourceLocation: SourceLocation = #_sourceLocation,
    _ work: (() throws -> Void) throws -> Answer
  ) throws {
    var questions = 0
    let answer = try work { questions += 1 }
    #expect(answer == expected, sourceLocation: sourceLocation)
    try #require(questions > 1, sourceLocation: sourceLocation)
    var left = questions
    #expect(throws: Stopped.self, sourceLocation: sourceLocation) {
      try work {
        left -= 1
        if left == 0 { throw Stopped() }
      }
    }
    #expect(left == 0, sourceLocation: sourceLocation)
  }

  @Test func `sampled betweenness can be stopped`() throws {
    let graph = try SupplyNetwork.small.digraph()
    for threads in [1, 2] {
      var random = SplitMix64(seed: 1)
      let expected = graph.betweenness(sampleCount: 64, using: &random)
      try expectStop(expected) { check in
        var random = SplitMix64(seed: 1)
        return try graph.betweenness(
          sampleCount: 64, using: &random, threads: threads, check: check)
      }
    }
  }

  @Test func `ranks can be stopped`() throws {
    let graph = try SupplyNetwork.small.digraph()
    try expectStop(graph.pageRank()) { try graph.pageRank(check: $0) }
    try expectStop(graph.cheiRank()) { try graph.cheiRank(check: $0) }
  }

  @Test func `flows and paths can be stopped`() throws {
    let network = SupplyNetwork.small
    let graph = try network.digraph()
    let capacities = network.capacities.map(Double.init)
    let (first, last) = (network.enterprises(inTier: 0), network.enterprises(inTier: 7))
    try expectStop(SupplyNetworkFacts.small.maximumFlow) {
      try graph.maximumFlow(from: first, to: last, capacities: capacities, check: $0).value
    }
    let (source, target) = (SupplyNetworkFacts.small.hub, last[0])
    let paths = try graph.shortestPaths(from: source, to: target, count: 5, weights: capacities)
    #expect(paths.count == 5)
    try expectStop(paths.map(\.vertices)) {
      try graph.shortestPaths(
        from: source, to: target, count: 5, weights: capacities, check: $0
      ).map(\.vertices)
    }
  }

  @Test func `a long search for a flow is stopped on its way`() throws {
    let network = SupplyNetwork.medium
    let graph = try network.digraph()
    let (first, last) = (network.enterprises(inTier: 0), network.enterprises(inTier: 7))
    var questions = 0
    let flow = try graph.maximumFlow(
      from: first, to: last, capacities: network.capacities.map(Double.init)
    ) { questions += 1 }
    #expect(flow.value == SupplyNetworkFacts.medium.maximumFlow)
    // Between the rounds alone there are three.
    #expect(questions > 5)
  }

  @Test func `structural holes can be stopped`() throws {
    let star = try Digraph.star(1000)
    try expectStop(star.structuralHoles()) { try star.structuralHoles(check: $0) }
  }

  @Test(arguments: [AndOrGraph.Semantics.running, .buildable])
  func `points and pairs of failure can be stopped`(_ semantics: AndOrGraph.Semantics) throws {
    let graph = try AndOrGraph.random(seed: 5, leaves: 150, others: 150)
    let vertices = 0..<graph.vertexCount
    let all = graph.singlePointsOfFailure(semantics)
    try expectStop(vertices.map(all.count)) { check in
      vertices.map(try graph.singlePointsOfFailure(semantics, check: check).count)
    }
    let top = try #require(
      vertices.last {
        !(graph.pairsOfFailure(of: $0, among: graph.leaves, semantics) ?? []).isEmpty
      })
    try expectStop(all.leaves(stopping: top)) {
      try graph.singlePointsOfFailure(of: top, semantics, check: $0)
    }
    try expectStop(graph.pairsOfFailure(of: top, among: graph.leaves, semantics)) {
      try graph.pairsOfFailure(of: top, among: graph.leaves, semantics, check: $0)
    }
  }
}
