import Graphs

/// The algorithms on one generated network, with what other programs found there.
///
/// Names end in `@stored` where the vertices have been renumbered for it, and in `@2` where two
/// threads work.
struct GraphCases {
  private let network: SupplyNetwork
  private let facts: SupplyNetworkFacts
  private let capacities: [Double]
  private let leadTimes: [Double]
  private let graph: Digraph
  private let renumbered: RenumberedDigraph?
  private let suffix: String

  init(_ network: SupplyNetwork, _ facts: SupplyNetworkFacts, isStored: Bool) throws {
    self.network = network
    self.facts = facts
    capacities = network.capacities.map(Double.init)
    leadTimes = network.leadTimes.map(Double.init)
    let original = try network.digraph()
    renumbered = isStored ? original.renumberedDepthFirst() : nil
    graph = renumbered?.graph ?? original
    suffix = isStored ? "@stored" : ""
    if network.tieChecksum != facts.tieChecksum
      || network.enterpriseChecksum != facts.enterpriseChecksum
    {
      throw WrongFact(description: "the network is not the one whose facts are known")
    }
  }

  var all: [Case] { (renumbered == nil ? construction : []) + structure + order + ranks + paths }

  // MARK: - Numbers of the network and of the graph

  private func vertex(_ enterprise: Int) -> Int { renumbered?.vertex(enterprise) ?? enterprise }
  private func enterprise(_ vertex: Int) -> Int { renumbered?.original(vertex) ?? vertex }
  private var vertices: [Int] { (0..<graph.vertexCount).map(vertex) }

  private func name(_ name: String, _ threads: Int) -> String {
    name + suffix + (threads > 1 ? "@\(threads)" : "")
  }

  private var sizes: [Double] {
    [Double(network.enterpriseCount), Double(network.suppliers.count)]
  }

  private func tier(_ tier: Int) -> [Int] { network.enterprises(inTier: tier).map(vertex) }

  // MARK: - The cases

  private var construction: [Case] {
    [1, 2].flatMap { threads in
      [
        Case(name("renumber", threads), facts: sizes) {
          graph.renumberedDepthFirst(threads: threads)
        } check: {
          [Double($0.graph.vertexCount), Double($0.graph.edgeCount)]
        },
        Case(name("build-stored", threads), facts: sizes) {
          try RenumberedDigraph(
            vertexCount: network.enterpriseCount, sources: network.suppliers,
            targets: network.customers, threads: threads)
        } check: {
          [Double($0.graph.vertexCount), Double($0.graph.edgeCount)]
        },
        Case(name("build", threads), facts: sizes) {
          try Digraph(
            vertexCount: network.enterpriseCount, sources: network.suppliers,
            targets: network.customers, threads: threads)
        } check: {
          [Double($0.vertexCount), Double($0.edgeCount)]
        },
      ]
    }
  }

  private var structure: [Case] {
    [1, 2].map { threads in
      Case(name("bfs", threads), facts: [Double(facts.reachedFromHub)]) {
        graph.breadthFirstSearch(from: vertex(facts.hub), threads: threads)
      } check: {
        [Double($0.reachedCount)]
      }
    } + [
      Case("weak" + suffix, facts: facts.weakComponents.map(Double.init)) {
        graph.weaklyConnectedComponents()
      } check: { parts in
        [Double(parts.count), Double(parts.largest.map { parts.members(of: $0).count } ?? 0)]
      },
      Case("strong" + suffix, facts: facts.strongComponents.map(Double.init)) {
        graph.stronglyConnectedComponents()
      } check: { parts in
        let sizes = (0..<parts.count).map { parts.members(of: $0).count }
        let least = (0..<parts.count).map { parts.members(of: $0).map(enterprise).min() ?? 0 }
        try expect(
          vertices.map { least[parts.component(of: $0)] }, facts.strongChecksum, "strong")
        return [Double(parts.count), Double(sizes.max() ?? 0)]
      },
      Case(
        "cuts" + suffix,
        facts: [Double(facts.articulationPointCount), Double(facts.bridgeCount)]
      ) {
        graph.cutPoints()
      } check: { cuts in
        try expect(
          cuts.articulationPoints.map(enterprise).sorted(), facts.articulationPointChecksum, "cuts")
        try expect(cuts.bridges, facts.bridgeChecksum, "bridges")
        return [Double(cuts.articulationPoints.count), Double(cuts.bridges.count)]
      },
      Case("cores" + suffix, facts: [Double(facts.highestCore)]) {
        graph.coreNumbers()
      } check: { cores in
        try expect(vertices.map(cores.core), facts.coreChecksum, "cores")
        return [Double(cores.maximum)]
      },
      Case(
        "cores-merged" + suffix,
        facts: [Double(facts.highestSimpleCore)]
      ) {
        graph.coreNumbers(.merged)
      } check: { cores in
        try expect(vertices.map(cores.core), facts.simpleCoreChecksum, "merged cores")
        return [Double(cores.maximum)]
      },
    ]
  }

  private var order: [Case] {
    [
      Case("dominators" + suffix, facts: facts.dominators.map(Double.init)) {
        tier(0)
      } work: {
        graph.dominators(from: $0)
      } check: { tree in
        let parents = vertices.map {
          tree.isReached($0)
            ? tree.immediateDominator(of: $0).map(enterprise) ?? graph.vertexCount : -1
        }
        try expect(parents, facts.dominatorChecksum, "dominators")
        let dominating = (0..<graph.vertexCount).count { tree.count(dominatedBy: $0) > 1 }
        return [Double(tree.reachedCount), Double(dominating)]
      },
      Case(
        "critical-path" + suffix, facts: [Double(facts.condensationEdgeCount), facts.longestPath]
      ) {
        let condensation = graph.condensation()
        return (condensation, try condensation.longestPaths(weights: leadTimes))
      } check: {
        [Double($0.graph.edgeCount), $1.length]
      },
      Case("longest" + suffix, facts: [facts.longestPath]) {
        let condensation = graph.condensation()
        return (
          condensation.graph,
          (0..<condensation.graph.edgeCount).map { leadTimes[condensation.originalEdge(of: $0)] }
        )
      } work: {
        try $0.longestPaths(weights: $1)
      } check: {
        [$0.length]
      },
    ]
      + [1, 2].map { threads in
        Case(name("reach", threads), facts: [Double(facts.reachabilitySum)]) {
          graph.reachabilityCounts(threads: threads)
        } check: {
          [Double($0.reduce(0, +))]
        }
      }
  }

  private var ranks: [Case] {
    let count = facts.betweennessSources
    return [
      Case("hhi" + suffix, facts: [facts.concentrationSum]) {
        try graph.inputConcentration(weights: capacities)
      } check: {
        [vertices.compactMap($0.index).reduce(0, +)]
      },
      Case("hhi-merged" + suffix, facts: [facts.mergedConcentrationSum]) {
        try graph.inputConcentration(weights: capacities, .merged)
      } check: {
        [vertices.compactMap($0.index).reduce(0, +)]
      },
    ]
      + [1, 2].map { threads in
        Case(name("pagerank", threads), facts: [facts.highestRanks]) {
          try graph.pageRank(threads: threads)
        } check: { ranks in
          [ranks.highest(10).map(ranks.rank).reduce(0, +)]
        }
      }
      + [1, 2].map { threads in
        // As near as 20 rounds in 32 bits come, which others stop after.
        Case(name("pagerank-rounds", threads), facts: [facts.highestRanks], tolerance: 1e-6) {
          try graph.pageRank(tolerance: 1e-7, threads: threads)
        } check: { ranks in
          let error = zip(ranks.ranks, try graph.pageRank().ranks)
            .reduce(0) { $0 + ($1.0 - $1.1).magnitude }
          if error > 1.001e-7 { throw WrongFact(description: "PageRank is off by \(error)") }
          return [ranks.highest(10).map(ranks.rank).reduce(0, +)]
        }
      }
      + [1, 2].map { threads in
        Case(
          name("betweenness", threads),
          facts: [Double(facts.highestBetweenness.vertex), facts.highestBetweenness.value]
        ) {
          (0..<count).map { vertex($0 * (graph.vertexCount / count)) }
        } work: {
          graph.betweenness(from: $0, threads: threads)
        } check: {
          let highest = $0.highest(1)[0]
          return [Double(enterprise(highest)), $0.value(of: highest)]
        }
      }
  }

  private var paths: [Case] {
    [
      Case("flow" + suffix, facts: [facts.maximumFlow]) {
        (tier(0), tier(7))
      } work: {
        try graph.maximumFlow(from: $0, to: $1, capacities: capacities)
      } check: { flow in
        for cut in [flow.cutEdges, flow.lastCutEdges]
        where cut.reduce(0, { $0 + capacities[$1] }) != flow.value {
          throw WrongFact(description: "flow: a cut carries another amount")
        }
        return [flow.value]
      },
      Case("shortest-paths" + suffix, facts: [Double(facts.reachedFromHub)]) {
        try graph.shortestPaths(from: vertex(facts.hub), weights: leadTimes)
      } check: { paths in
        [Double((0..<graph.vertexCount).count { paths.isReached($0) })]
      },
    ]
  }
}
