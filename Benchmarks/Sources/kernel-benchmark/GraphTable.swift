import Graphs

/// An answer that other programs do not agree with.
struct WrongFact: Error, CustomStringConvertible {
  let description: String
}

/// Times the algorithms on one generated network, compares what they answer with what other programs
/// found, and prints a line for each.
struct GraphTable {
  private let graph: Digraph
  private let network: SupplyNetwork
  private let facts: SupplyNetworkFacts
  private let capacities: [Double]
  private let leadTimes: [Double]
  private let trials: Int

  init(_ name: String, _ network: SupplyNetwork, _ facts: SupplyNetworkFacts, trials: Int) throws {
    self.network = network
    self.facts = facts
    self.trials = trials
    capacities = network.capacities.map(Double.init)
    leadTimes = network.leadTimes.map(Double.init)
    graph = try network.digraph()
    print("\(name): \(graph.vertexCount) vertices, \(graph.edgeCount) edges; ms minimum, median")
    try expect(network.tieChecksum, facts.tieChecksum, "ties")
    try expect(network.enterpriseChecksum, facts.enterpriseChecksum, "enterprises")
  }

  func printAll() throws {
    try structure()
    try order()
    try ranks()
    try paths()
  }

  private func structure() throws {
    try line("build both directions") {
      try network.digraph()
    } check: {
      try expect($0.edgeCount, graph.edgeCount, $1)
    }
    try line("breadth-first search") {
      graph.breadthFirstSearch(from: facts.hub)
    } check: {
      try expect($0.order.count, facts.reachedFromHub, $1)
    }
    try line("weak components") {
      graph.weaklyConnectedComponents()
    } check: { parts, name in
      let largest = parts.largest.map { parts.members(of: $0).count }
      try expect([parts.count, largest ?? 0], facts.weakComponents, name)
    }
    try line("strong components") {
      graph.stronglyConnectedComponents()
    } check: { parts, name in
      let sizes = (0..<parts.count).map { parts.members(of: $0).count }
      try expect([parts.count, sizes.max() ?? 0], facts.strongComponents, name)
    }
    try line("articulation points, bridges") {
      graph.cutPoints()
    } check: { cuts, name in
      try expect(cuts.articulationPoints.count, facts.articulationPointCount, name)
      try expect(cuts.bridges.count, facts.bridgeCount, name)
      try expect(Checksum(cuts.articulationPoints), facts.articulationPointChecksum, name)
      try expect(Checksum(cuts.bridges), facts.bridgeChecksum, name)
    }
    try line("core numbers") {
      graph.coreNumbers()
    } check: { cores, name in
      try expect(cores.maximum, facts.highestCore, name)
      try expect(
        Checksum((0..<graph.vertexCount).map { cores.core(of: $0) }), facts.coreChecksum, name)
    }
    try line("core numbers, merged") {
      graph.coreNumbers(.merged)
    } check: { cores, name in
      if let highest = facts.highestSimpleCore { try expect(cores.maximum, highest, name) }
      try expect(
        Checksum((0..<graph.vertexCount).map { cores.core(of: $0) }), facts.simpleCoreChecksum, name
      )
    }
  }

  private func order() throws {
    let roots = network.enterprises(inTier: 0)
    try line("dominators") {
      graph.dominators(from: roots)
    } check: { tree, name in
      let dominating = (0..<graph.vertexCount).count { tree.count(dominatedBy: $0) > 1 }
      try expect([tree.reachedCount, dominating], facts.dominators, name)
      let parents = (0..<graph.vertexCount).map {
        tree.isReached($0) ? tree.immediateDominator(of: $0) ?? graph.vertexCount : -1
      }
      try expect(Checksum(parents), facts.dominatorChecksum, name)
    }
    let condensation = try line("condensation") {
      graph.condensation()
    } check: {
      try expect($0.graph.edgeCount, facts.condensationEdgeCount, $1)
    }
    try line("layers") {
      condensation.layers()
    } check: { _, _ in
    }
    try line("longest paths") {
      try condensation.longestPaths(weights: leadTimes)
    } check: {
      try expect($0.length, facts.longestPath, $1)
    }
    try line("reachability counts", trials: graph.vertexCount > 100_000 ? 1 : trials) {
      graph.reachabilityCounts()
    } check: {
      try expect($0.reduce(0, +), facts.reachabilitySum, $1)
    }
  }

  private func ranks() throws {
    let vertices = 0..<graph.vertexCount
    try line("concentration") {
      try graph.inputConcentration(weights: capacities)
    } check: {
      try expect(vertices.compactMap($0.index).reduce(0, +), facts.concentrationSum, 1e-9, $1)
    }
    try line("concentration, merged") {
      try graph.inputConcentration(weights: capacities, .merged)
    } check: {
      guard let sum = facts.mergedConcentrationSum else { return }
      try expect(vertices.compactMap($0.index).reduce(0, +), sum, 1e-9, $1)
    }
    try line("PageRank to 1e-10") {
      try graph.pageRank()
    } check: { ranks, name in
      let sum = ranks.highest(10).map(ranks.rank).reduce(0, +)
      try expect(sum, facts.highestRanks, 1e-9, name)
    }
    try line("CheiRank to 1e-10") {
      try graph.cheiRank()
    } check: { _, _ in
    }
    let count = facts.betweennessSources
    let sources = (0..<count).map { $0 * (graph.vertexCount / count) }
    try line("betweenness, \(count) sources") {
      graph.betweenness(from: sources)
    } check: {
      let highest = $0.highest(1)
      try expect(highest, [facts.highestBetweenness.vertex], $1)
      try expect($0.value(of: highest[0]), facts.highestBetweenness.value, 1e-9, $1)
    }
    if graph.vertexCount <= 100_000 {
      try line("structural holes") {
        try graph.structuralHoles()
      } check: { _, _ in
      }
    }
    if graph.vertexCount <= 1000 {
      try line("betweenness, weighted") {
        try graph.betweenness(weights: leadTimes)
      } check: {
        _, _ in
      }
    }
  }

  private func paths() throws {
    let sources = network.enterprises(inTier: 0)
    let sinks = network.enterprises(inTier: 7)
    try line("maximum flow, cuts", trials: graph.vertexCount > 100_000 ? 1 : trials) {
      try graph.maximumFlow(from: sources, to: sinks, capacities: capacities)
    } check: { flow, name in
      try expect(flow.value, facts.maximumFlow, name)
      try expect(flow.cutEdges.reduce(0) { $0 + capacities[$1] }, facts.maximumFlow, name)
      try expect(flow.lastCutEdges.reduce(0) { $0 + capacities[$1] }, facts.maximumFlow, name)
    }
    let paths = try line("shortest paths") {
      try graph.shortestPaths(from: facts.hub, weights: leadTimes)
    } check: { paths, name in
      let reached = (0..<graph.vertexCount).count { paths.isReached($0) }
      try expect(reached, facts.reachedFromHub, name)
    }
    let order = graph.breadthFirstSearch(from: facts.hub).order
    let far = order[order.count - 1]
    try line("20 shortest paths") {
      try graph.shortestPaths(from: facts.hub, to: far, count: 20, weights: leadTimes)
    } check: {
      try expect($0.first?.length ?? -1, paths.distance(to: far) ?? -2, $1)
    }
  }

  /// Measures, checks and prints.
  @discardableResult
  private func line<Answer>(
    _ name: String, trials: Int? = nil, _ work: () throws -> Answer,
    check: (Answer, String) throws -> Void
  ) throws -> Answer {
    let time = try Measurement(trials: trials ?? self.trials, work)
    try check(time.answer, name)
    print("  \(padded(name, 30))\(padded(time.minimum, 10))\(time.median)")
    return time.answer
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(width - text.count, 1))
  }

  private func expect<Value: Equatable>(_ found: Value, _ fact: Value, _ name: String) throws {
    if found != fact { throw WrongFact(description: "\(name): \(found) and not \(fact)") }
  }

  private func expect(_ found: Checksum, _ fact: String?, _ name: String) throws {
    if let fact { try expect(found.description, fact, name) }
  }

  /// Equal up to a part of the fact.
  private func expect(_ found: Double, _ fact: Double, _ part: Double, _ name: String) throws {
    if !((found - fact).magnitude <= part * fact) { try expect(found, fact, name) }
  }
}
