import Graphs
import Testing

/// What is done differently where there is much to do.
@Suite struct LargeGraphTests {
  /// Random edges, half of them at few vertices, over `vertexCount` vertices.
  private static func random(
    _ vertexCount: Int, _ edgeCount: Int, seed: UInt64
  ) throws -> Digraph {
    var random = SplitMix64(seed: seed)
    func end() -> UInt32 {
      UInt32(random.below(2) == 0 ? random.below(vertexCount) : random.below(1 + vertexCount / 50))
    }
    let sources = (0..<edgeCount).map { _ in end() }
    return try Digraph(
      vertexCount: vertexCount, sources: sources, targets: (0..<edgeCount).map { _ in end() })
  }

  @Test func `the rows of millions of edges are complete and in order`() throws {
    let graph = try Self.random(70_001, 1 << 21 + 5, seed: 1)
    var outgoing = 0
    var incoming = 0
    var isRight = true
    for vertex in 0..<graph.vertexCount {
      var last = -1
      for (edge, target) in zip(graph.outgoingEdges(of: vertex), graph.successors(of: vertex)) {
        isRight =
          isRight && edge > last && graph.source(of: edge) == vertex
          && graph.target(of: edge) == target
        last = edge
        outgoing += 1
      }
      last = -1
      for (edge, source) in zip(graph.incomingEdges(of: vertex), graph.predecessors(of: vertex)) {
        isRight =
          isRight && edge > last && graph.target(of: edge) == vertex
          && graph.source(of: edge) == source
        last = edge
        incoming += 1
      }
    }
    #expect(isRight)
    #expect(outgoing == graph.edgeCount)
    #expect(incoming == graph.edgeCount)
    let same = try Digraph(
      vertexCount: graph.vertexCount, sources: graph.allSources, targets: graph.allTargets,
      threads: 2)
    let areEqual = same == graph
    #expect(areEqual)
    let renumbered = graph.renumberedDepthFirst()
    for threads in [1, 2] {
      let stored = try RenumberedDigraph(
        vertexCount: graph.vertexCount, sources: graph.allSources, targets: graph.allTargets,
        threads: threads)
      let areEqual = stored == renumbered
      #expect(areEqual)
    }
  }

  /// Levels that are a large part of the graph are found from their own side.
  @Test(arguments: 0..<8 as Range<UInt64>)
  func `distances in dense graphs are those of the definition`(_ seed: UInt64) throws {
    // The last two fill the last word of a set of bits, and all but fill it.
    let count = seed < 6 ? 600 + 37 * Int(seed) : 640 - (Int(seed) - 6)
    let graph = try Self.random(count, 6000, seed: seed)
    let search = graph.breadthFirstSearch(from: [0, 500])
    var distances = [Int?](repeating: nil, count: graph.vertexCount)
    var level: Set<Int> = [0, 500]
    var distance = 0
    while !level.isEmpty {
      for vertex in level { distances[vertex] = distance }
      level = Set(level.flatMap(graph.successors)).filter { distances[$0] == nil }
      distance += 1
    }
    #expect((0..<graph.vertexCount).map(search.distance) == distances)
    #expect(search.order.count == search.reachedCount)
    let nearest = (0..<graph.vertexCount).filter { distances[$0] != nil }
      .sorted { (distances[$0] ?? 0, $0) < (distances[$1] ?? 0, $1) }
    #expect(search.order == nearest)
    for vertex in 0..<graph.vertexCount {
      guard let path = search.path(to: vertex) else { continue }
      #expect(path.count == search.distance(to: vertex).map { $0 + 1 })
      for (from, to) in zip(path, path.dropFirst()) {
        #expect(graph.successors(of: from).contains(to))
      }
    }
  }

  /// A flow that is as great as a cut is a greatest one.
  @Test(arguments: 0..<6 as Range<UInt64>)
  func `flows in dense graphs are conserved and as great as their cuts`(_ seed: UInt64) throws {
    let graph = try Self.random(400 + 29 * Int(seed), 5000, seed: seed)
    var random = SplitMix64(seed: seed)
    let capacities = (0..<graph.edgeCount).map { _ in Double(random.below(50)) }
    let sources = [100, 101, 102]
    let sinks = [200, 201, 202, 203]
    let flow = try graph.maximumFlow(from: sources, to: sinks, capacities: capacities)
    var left = [Double](repeating: 0, count: graph.vertexCount)
    for edge in 0..<graph.edgeCount {
      #expect((0...capacities[edge]).contains(flow.flow(through: edge)))
      left[graph.source(of: edge)] -= flow.flow(through: edge)
      left[graph.target(of: edge)] += flow.flow(through: edge)
    }
    for vertex in 0..<graph.vertexCount where !sources.contains(vertex) && !sinks.contains(vertex) {
      #expect(left[vertex] == 0)
    }
    #expect(sinks.reduce(0) { $0 + left[$1] } == flow.value)
    #expect(flow.value > 0)
    #expect(flow.cutEdges.reduce(0) { $0 + capacities[$1] } == flow.value)
    #expect(flow.lastCutEdges.reduce(0) { $0 + capacities[$1] } == flow.value)
    #expect(sources.allSatisfy(flow.sourceSide.contains))
    #expect(sinks.allSatisfy(flow.sinkSide.contains))
  }

  /// The oracle walks from every vertex.
  @Test(arguments: 0..<4 as Range<UInt64>)
  func `reachability counts of a thousand components are those of walks`(_ seed: UInt64) throws {
    let network = SupplyNetwork(
      enterprises: 2400, ties: 4000 + 500 * Int(seed), tiers: 8, sectorsPerTier: 2, seed: seed,
      backPercent: Int(seed))
    let graph = try network.digraph()
    let counts = (0..<graph.vertexCount).map { graph.breadthFirstSearch(from: $0).reachedCount }
    let isRight = graph.reachabilityCounts() == counts
    #expect(isRight)
  }

  /// By definition: nothing can be taken away for having fewer edges than the core number.
  @Test func `core numbers of a dense graph are those of the definition`() throws {
    let graph = try Self.random(300, 2500, seed: 8)
    let cores = graph.coreNumbers()
    for core in 1...cores.maximum {
      var members = Set(0..<graph.vertexCount)
      while true {
        let gone = members.filter { vertex in
          let neighbors = Array(graph.successors(of: vertex)) + graph.predecessors(of: vertex)
          return neighbors.count { $0 != vertex && members.contains($0) } < core
        }
        if gone.isEmpty { break }
        members.subtract(gone)
      }
      #expect(cores.members(ofCore: core) == members.sorted())
    }
  }
}
