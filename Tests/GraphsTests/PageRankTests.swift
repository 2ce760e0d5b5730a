import Graphs
import Testing

@Suite struct PageRankTests {
  @Test func `the empty graph has no ranks`() throws {
    #expect(try graph("").pageRank().ranks == [])
    #expect(try graph("").cheiRank(restart: []).highest(3) == [])
  }

  @Test func `one vertex has all visits, loop or not`() throws {
    #expect(try graph("", vertexCount: 1).pageRank().ranks == [1])
    #expect(try graph("a → a, a → a").pageRank().ranks == [1])
  }

  @Test func `without damping every start counts alone`() throws {
    let graph = try graph("a → b, b → c, c → a, c → c")
    for damping in [0, 1e-300] {
      #expect(try graph.pageRank(damping: damping, restart: [1, 3, 0]).ranks == [0.25, 0.75, 0])
    }
    let ranks = try graph.pageRank(damping: 1e-20, restart: [1, 3, 0])
    #expect(abs(ranks.rank(of: 2) - 7.5e-21) < 1e-33)
  }

  /// The fixed point by hand: half of what leaves a dangling vertex comes back to each of two.
  @Test func `a dangling vertex gives back to all`() throws {
    let ranks = try graph("a → b").pageRank(damping: 0.5).ranks
    // a = 1/4 + b/4 and b = a/2 + 1/4 + b/4, a + b = 1.
    #expect(abs(ranks[0] - 0.4) < 1e-10)
    #expect(abs(ranks[1] - 0.6) < 1e-10)
  }

  @Test func `parallel edges count each`() throws {
    let graph = try graph("a → b, a → b, a → c, b → a, c → a")
    let ranks = try graph.pageRank(damping: 0.5, restart: [1, 0, 0], tolerance: 1e-14).ranks
    #expect(abs(ranks[1] - 2 * ranks[2]) < 1e-14)
  }

  @Test func `of equal ranks the lowest number comes first`() throws {
    #expect(try graph("d → b, d → c, a → d").pageRank().highest(4) == [3, 1, 2, 0])
  }

  @Test func `the generated networks have the ranks that other programs find`() throws {
    for (network, facts) in [
      (SupplyNetwork.small, SupplyNetworkFacts.small), (.medium, .medium),
    ] {
      let graph = try network.digraph()
      let ranks = try graph.pageRank(tolerance: 1e-12)
      let highest = ranks.highest(10)
      #expect(abs(highest.map(ranks.rank).reduce(0, +) - facts.highestRanks) < 1e-12)
      #expect(abs(ranks.ranks.reduce(0, +) - 1) < 1e-12)
    }
    let graph = try SupplyNetwork.small.digraph()
    #expect(try graph.pageRank().highest(10) == [114, 193, 12, 755, 987, 174, 465, 863, 321, 56])
    #expect(try graph.reversed.cheiRank() == graph.pageRank())
  }

  /// The oracle is the walk itself, step by step, from the definition.
  @Test func `ranks are within the tolerance of the walk`() throws {
    for seed in 0..<100 as Range<UInt64> {
      let graph = try Digraph.random(seed: seed)
      var random = SplitMix64(seed: seed)
      let damping = [0.3, 0.85, 0.95][random.below(3)]
      let restart = (0..<graph.vertexCount).map { _ in Double(random.below(3)) }
      let starts = restart.contains { $0 > 0 } ? restart : nil
      let weights = starts ?? [Double](repeating: 1, count: graph.vertexCount)
      let shares = weights.map { $0 / weights.reduce(0, +) }
      var visits = shares
      for _ in 0..<800 {
        var next = [Double](repeating: 0, count: graph.vertexCount)
        var fresh = 1.0
        for vertex in 0..<graph.vertexCount {
          for successor in graph.successors(of: vertex) {
            let step = damping * visits[vertex] / Double(graph.successors(of: vertex).count)
            next[successor] += step
            fresh -= step
          }
        }
        visits = zip(next, shares).map { $0 + fresh * $1 }
      }
      for tolerance in [1e-3, 1e-10] {
        let ranks = try graph.pageRank(damping: damping, restart: starts, tolerance: tolerance)
          .ranks
        let error = zip(ranks, visits).map { abs($0 - $1) }.reduce(0, +)
        #expect(error <= tolerance + 1e-12, "seed \(seed)")
      }
    }
  }

  @Test func `a chain takes one round, and on a cycle all are alike`() throws {
    #expect(try Digraph.chain(300_000).pageRank().rounds == 1)
    let ranks = try Digraph.cycle(20_000).pageRank()
    #expect(ranks.rounds < 10)
    #expect(ranks.ranks.reduce(0) { $0 + abs($1 - 1 / 20_000) } < 1e-10)
  }

  /// Rounds alone took 653 on a random graph of 50,000 vertices.
  @Test func `where little is lost, few rounds do as well`() throws {
    let star = try Digraph(
      vertexCount: 1000, sources: (1..<1000).flatMap { [0, $0] },
      targets: (1..<1000).flatMap { [$0, 0] })
    let loop = try graph("a → b, b → c, c → a, c → c")
    for graph in [try Self.ring(5_000, chords: 4), star, loop] {
      let ranks = try graph.pageRank(damping: 0.99)
      #expect(ranks.rounds < 40)
      #expect(residual(ranks.ranks, graph, damping: 0.99) < 1e-12)
    }
    let large = try Self.ring(100_000, chords: 4)
    for damping in [0.99, 0.999] { #expect(try large.pageRank(damping: damping).rounds < 60) }
  }

  /// Each has the part of all visits that it has of all starts, since nothing leads out of it.
  @Test func `parts that nothing joins keep their shares with a damping just below 1`() throws {
    let ring = try Self.ring(50, chords: 2)
    let star = (51..<70).flatMap { [(50, $0), ($0, 50)] }
    let edges = (0..<ring.edgeCount).map { (ring.source(of: $0), ring.target(of: $0)) } + star
    let graph = try Self.digraph(70, edges)
    let restart = (0..<70).map { $0 == 7 ? 1.0 : $0 == 60 ? 2.0 : 0.0 }
    var roundCount = 0
    let ranks = try graph.pageRank(damping: 1 - 1e-8, restart: restart) { roundCount += 1 }
    #expect(roundCount < 200)
    #expect(abs(ranks.ranks[..<50].reduce(0, +) - 1.0 / 3) < 1e-12)
    #expect(abs(ranks.ranks[50...].reduce(0, +) - 2.0 / 3) < 1e-12)
  }

  @Test func `the greatest damping leaves ranks that are numbers`() throws {
    let graph = try graph("a → a, a → a, a → a, b → a")
    for restart in [nil, [0, 1], [1, 1]] as [[Double]?] {
      let ranks = try graph.pageRank(damping: 1.0.nextDown, restart: restart).ranks
      #expect(ranks.allSatisfy { $0.isFinite && $0 > 0 })
      #expect(abs(ranks.reduce(0, +) - 1) < 1e-12)
    }
  }

  /// A strong component of 160,000 vertices is done in blocks, two at a time; a chain and a circle of two lead into it,
  /// and edges out of it.
  @Test func `threads change nothing, and blocks little`() throws {
    let ring = try Self.ring(160_000, chords: 2)
    var edges = (0..<ring.edgeCount).map { (ring.source(of: $0), ring.target(of: $0)) }
    edges += (160_000..<160_050).map { ($0, $0 + 1) } + [(160_050, 160_049), (160_050, 99)]
    edges += (160_051..<160_100).map { ($0 * 7 % 160_000, $0) } + [(5, 5), (5, 5)]
    let graph = try Self.digraph(160_100, edges)
    let ranks = try graph.pageRank()
    #expect(ranks.rounds > 5 && ranks.rounds < 40)
    #expect(residual(ranks.ranks, graph, damping: 0.85) < 1.5e-11)
    for threads in 2...3 { #expect(try graph.pageRank(threads: threads) == ranks) }
    #expect(try graph.reversed.cheiRank(threads: 2) == ranks)
  }

  /// A ring with some edges more from each vertex to vertices drawn at random.
  private static func ring(_ vertexCount: Int, chords: Int) throws -> Digraph {
    var random = SplitMix64(seed: 7)
    return try digraph(
      vertexCount,
      (0..<vertexCount).flatMap { vertex in
        [(vertex, (vertex + 1) % vertexCount)]
          + (0..<chords).map { _ in (vertex, random.below(vertexCount)) }
      })
  }

  private static func digraph(_ vertexCount: Int, _ edges: [(Int, Int)]) throws -> Digraph {
    try Digraph(
      vertexCount: vertexCount, sources: edges.map { UInt32($0.0) },
      targets: edges.map { UInt32($0.1) })
  }

  /// What one step of the walk, all starts alike, changes in all.
  private func residual(_ ranks: [Double], _ graph: Digraph, damping: Double) -> Double {
    var next = [Double](repeating: 0, count: ranks.count)
    var fresh = 1.0
    for vertex in ranks.indices {
      let successors = graph.successors(of: vertex)
      for successor in successors {
        let step = damping * ranks[vertex] / Double(successors.count)
        next[successor] += step
        fresh -= step
      }
    }
    return ranks.indices.reduce(0) { $0 + abs(next[$1] + fresh / Double(ranks.count) - ranks[$1]) }
  }

  @Test func `a tolerance beyond the reach of rounding ends all the same`() throws {
    let graph = try SupplyNetwork.small.digraph()
    #expect(try graph.pageRank(tolerance: .leastNonzeroMagnitude).rounds < 500)
  }

  @Test func `a restart that is none is refused`() throws {
    let graph = try graph("a → b")
    for weight in [-1, Double.infinity, .nan] {
      let error = #expect(throws: WeightError.self) { try graph.pageRank(restart: [1, weight]) }
      #expect(error?.subject == .vertex(1))
    }
    let error = #expect(throws: WeightError.self) { try graph.cheiRank(restart: [0, 0]) }
    #expect(
      error?.description
        == "vertex 0 has weight 0.0; a weight must be above 0 for one vertex at least")
  }
}
