import Graphs
import Testing

/// More threads change the time and nothing else; long runs can be stopped.
@Suite struct ThreadsTests {
  private static let graphs: [Digraph] = {
    let random = (0..<20 as Range<UInt64>).compactMap { try? Digraph.random(seed: $0) }
    let network = SupplyNetwork(
      enterprises: 800, ties: 4000, tiers: 8, sectorsPerTier: 3, seed: 5)
    return random + [try? network.digraph()].compactMap(\.self)
  }()

  @Test func `betweenness is the same to the last bit for any number of threads`() throws {
    #expect(Self.graphs.count == 21)
    for graph in Self.graphs {
      let weights = (0..<graph.edgeCount).map { Double(1 + $0 % 7) / 3 }
      let one = graph.betweenness()
      let oneWeighted = try graph.betweenness(weights: weights)
      let sources = (0..<graph.vertexCount).filter { $0 % 3 == 0 }
      let some = graph.betweenness(from: sources, .merged)
      var random = SplitMix64(seed: 3)
      let estimate = graph.betweenness(sampleCount: 50, using: &random)
      for threads in [2, 3, 8] {
        #expect(graph.betweenness(threads: threads) == one)
        #expect(try graph.betweenness(weights: weights, threads: threads) == oneWeighted)
        #expect(graph.betweenness(from: sources, .merged, threads: threads) == some)
        var again = SplitMix64(seed: 3)
        #expect(
          graph.betweenness(sampleCount: 50, using: &again, threads: threads) == estimate)
      }
    }
  }

  @Test func `a graph is the same for any number of threads`() throws {
    for graph in Self.graphs {
      let sources = (0..<graph.edgeCount).map { UInt32(graph.source(of: $0)) }
      let targets = (0..<graph.edgeCount).map { UInt32(graph.target(of: $0)) }
      for threads in [1, 2, 5] {
        let same = try Digraph(
          vertexCount: graph.vertexCount, sources: sources, targets: targets, threads: threads)
        #expect(same == graph)
      }
    }
  }

  @Test func `a breadth-first search is the same for any number of threads`() throws {
    // So many vertices that those of a large level are asked by several threads, the last 8 in a word of
    // their own.
    let network = SupplyNetwork(
      enterprises: 48_008, ties: 240_040, tiers: 8, sectorsPerTier: 3, seed: 9)
    let large = try network.digraph()
    let hub =
      (0..<large.vertexCount).max {
        large.successors(of: $0).count < large.successors(of: $1).count
      } ?? 0
    for (graph, source) in Self.graphs.map({ ($0, 0) }) + [(large, hub)] {
      let one = graph.breadthFirstSearch(from: source)
      let distances = (0..<graph.vertexCount).map(one.distance)
      for threads in [2, 3, 8] {
        let same = graph.breadthFirstSearch(from: source, threads: threads)
        let areEqual =
          same.order == one.order && (0..<graph.vertexCount).map(same.distance) == distances
        #expect(areEqual)
      }
    }
    let search = large.breadthFirstSearch(from: hub, threads: 2)
    #expect(search.reachedCount > 35_000)
    let isShortest = (0..<large.edgeCount).allSatisfy { edge in
      guard let start = search.distance(to: large.source(of: edge)) else { return true }
      return search.distance(to: large.target(of: edge)).map { $0 <= start + 1 } ?? false
    }
    #expect(isShortest)
  }

  @Test func `a renumbered graph is the same for any number of threads`() throws {
    for graph in Self.graphs {
      let one = graph.renumberedDepthFirst()
      for threads in [2, 5] {
        #expect(graph.renumberedDepthFirst(threads: threads) == one)
      }
    }
  }

  @Test func `reachability counts are the same for any number of threads`() throws {
    // Without cycles there are enough components for several parts.
    let network = SupplyNetwork(
      enterprises: 12_000, ties: 24_000, tiers: 8, sectorsPerTier: 3, seed: 5, backPercent: 0)
    for graph in Self.graphs + [try network.digraph()] {
      let one = graph.reachabilityCounts()
      for threads in [2, 3, 8] {
        let same = graph.reachabilityCounts(threads: threads) == one
        #expect(same)
      }
    }
  }

  private struct Stopped: Error {}

  @Test func `a check ends long runs with what it throws`() throws {
    let graph = try SupplyNetwork.small.digraph()
    let weights = [Double](repeating: 1, count: graph.edgeCount)
    for threads in [1, 2] {
      var calls = 0
      func check() throws(Stopped) {
        calls += 1
        if calls == 3 { throw Stopped() }
      }
      #expect(throws: Stopped.self) {
        try graph.betweenness(from: 0..<1000, threads: threads, check: check)
      }
      #expect(calls == 3)
      #expect(throws: Stopped.self) {
        try graph.reachabilityCounts(threads: threads) { () throws(Stopped) in throw Stopped() }
      }
      #expect(throws: Stopped.self) {
        try graph.betweenness(from: 0..<1000, weights: weights, threads: threads) {
          throw Stopped()
        }
      }
    }
    #expect(
      try graph.betweenness(from: 0..<1000, threads: 2, check: Task.checkCancellation)
        == graph.betweenness())
  }

  @Test func `cancelling a task ends its run`() async throws {
    let graph = try SupplyNetwork.small.digraph()
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return try graph.betweenness(from: 0..<1000, threads: 2, check: Task.checkCancellation)
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
