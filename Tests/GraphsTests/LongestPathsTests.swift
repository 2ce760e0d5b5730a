import Graphs
import Testing

@Suite struct LongestPathsTests {
  @Test func `of parallel edges the heaviest counts`() throws {
    let paths = try graph("a → b, a → b, b → c").condensation().longestPaths(weights: [2, 3, 4])
    #expect(paths.length == 7)
    #expect(paths.edges == [1, 2])
    #expect(paths.length(to: 1) == 3)
    #expect(paths.edges(to: 0) == [])
  }

  @Test func `ways within a component weigh nothing`() throws {
    let paths = try graph("a → b, b → c, c → b, c → d, c → c").condensation()
      .longestPaths(weights: [1, 100, 100, 2, 100])
    #expect(paths.length == 3)
    #expect(paths.edges == [0, 3])
    #expect(paths.length(to: 1) == 1)
  }

  @Test func `edges that weigh nothing are still a path`() throws {
    let paths = try graph("a → b, b → c").condensation().longestPaths(weights: [0, 0])
    #expect(paths.length == 0)
    #expect(paths.edges(to: 2) == [0, 1])
  }

  /// The oracle relaxes every edge V times (Bellman), within components at no cost both ways.
  @Test func `lengths are greatest and paths have them`() throws {
    for seed in 0..<300 as Range<UInt64> {
      let graph = try Digraph.random(seed: seed)
      var random = SplitMix64(seed: seed)
      let weights = (0..<graph.edgeCount).map { _ in Double(random.below(5)) }
      let condensation = graph.condensation()
      let component = condensation.components.component
      var longest = [Double](repeating: 0, count: condensation.components.count)
      for _ in longest {
        for edge in 0..<graph.edgeCount {
          let (start, end) = (component(graph.source(of: edge)), component(graph.target(of: edge)))
          if start != end { longest[end] = max(longest[end], longest[start] + weights[edge]) }
        }
      }
      let paths = try condensation.longestPaths(weights: weights)
      #expect(paths.length == longest.max() ?? 0, "seed \(seed)")
      for vertex in 0..<graph.vertexCount {
        #expect(paths.length(to: vertex) == longest[component(vertex)], "seed \(seed)")
        let edges = paths.edges(to: vertex)
        #expect(edges.map { weights[$0] }.reduce(0, +) == paths.length(to: vertex), "seed \(seed)")
        for (here, next) in zip(edges, edges.dropFirst()) {
          #expect(
            component(graph.target(of: here)) == component(graph.source(of: next)), "seed \(seed)")
        }
      }
      let layers = condensation.layers()
      let ones = try condensation.longestPaths(
        weights: [Double](repeating: 1, count: graph.edgeCount))
      for vertex in 0..<graph.vertexCount {
        #expect(Double(layers.layer(of: vertex)) == ones.length(to: vertex), "seed \(seed)")
      }
    }
  }

  @Test func `a graph without cycles has longest paths of its own`() throws {
    let paths = try graph("c → a, a → b, c → b, d → b").longestPaths(weights: [2, 3, 4, 1])
    #expect(paths.length == 5)
    #expect(paths.edges == [0, 1])
    #expect((0..<4).map(paths.length) == [2, 5, 0, 0])
    #expect(paths.edges(to: 3) == [])
    #expect(try graph("").longestPaths(weights: []).edges == [])
  }

  @Test func `of equals the path with the lowest edge counts, and the lowest end`() throws {
    let paths = try graph("b → c, a → c").longestPaths(weights: [1, 1])
    #expect(paths.edges(to: 2) == [0])
    let same = try graph("a → b, a → b, b → c, b → c").condensation()
      .longestPaths(weights: [0, 0, 3, 3])
    #expect(same.edges == [0, 2])
    let ends = try graph("a → c, a → b").longestPaths(weights: [1, 1])
    #expect(ends.edges == [1])
  }

  @Test func `a length beyond all numbers is infinite`() throws {
    let greatest = Double.greatestFiniteMagnitude
    let paths = try graph("a → b, b → c").longestPaths(weights: [greatest, greatest])
    #expect(paths.length == .infinity)
  }

  @Test func `beyond all numbers the lowest edge counts`() throws {
    let greatest = Double.greatestFiniteMagnitude
    let paths = try graph("a → b, b → c, c → d, b → d")
      .longestPaths(weights: [greatest, greatest, 1, greatest])
    #expect(paths.edges(to: 3) == [0, 1, 2])
  }

  @Test func `a path has exactly its length also where sums are rounded`() throws {
    for seed in 0..<200 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let edges = (0..<120).map { _ in
        let end = 1 + random.below(29)
        return (random.below(end), end)
      }
      // Tenths and thirds from 10⁻⁸ to 10⁸, some of them equal, some 0.
      let weights = edges.map { _ in
        Double(random.below(7)) / 30 * [1e-8, 1, 1e8][random.below(3)]
      }
      let graph = try Digraph(vertexCount: 30, edges: edges)
      let paths = try graph.longestPaths(weights: weights)
      for vertex in 0..<30 {
        let edges = paths.edges(to: vertex)
        #expect(edges.reduce(0) { $0 + weights[$1] } == paths.length(to: vertex), "seed \(seed)")
        let start = edges.first.map(graph.source) ?? vertex
        #expect(graph.incomingEdges(of: start).isEmpty, "seed \(seed)")
      }
    }
  }

  @Test func `a cycle has no longest path`() throws {
    let error = #expect(throws: CycleError.self) {
      try graph("a → b, b → c, c → b").longestPaths(weights: [1, 1, 1])
    }
    #expect(error?.cycle == [1, 2])
    #expect(throws: CycleError.self) { try graph("a → a").longestPaths(weights: [1]) }
    #expect(throws: WeightError.self) { try graph("a → a").longestPaths(weights: [-1]) }
  }

  /// The components of a graph without cycles are its vertices, in whatever order they are numbered.
  @Test func `without cycles a graph and its condensation have the same longest paths`() throws {
    for seed in 0..<200 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let count = 2 + random.below(40)
      var names = Array(0..<count)
      if seed % 2 == 0 {
        for last in stride(from: count - 1, to: 0, by: -1) {
          names.swapAt(last, random.below(last + 1))
        }
      }
      let edges = (0..<random.below(3 * count)).map { _ in
        let end = 1 + random.below(count - 1)
        return (names[random.below(end)], names[end])
      }
      let graph = try Digraph(vertexCount: count, edges: edges)
      let weights = edges.map { _ in Double(random.below(5)) }
      let own = try graph.longestPaths(weights: weights)
      let condensed = try graph.condensation().longestPaths(weights: weights)
      #expect(own.length == condensed.length, "seed \(seed)")
      #expect(own.edges.reduce(0) { $0 + weights[$1] } == own.length, "seed \(seed)")
      for vertex in 0..<count {
        #expect(own.length(to: vertex) == condensed.length(to: vertex), "seed \(seed)")
        #expect(own.edges(to: vertex) == condensed.edges(to: vertex), "seed \(seed)")
      }
    }
  }

  @Test func `zero below zero weighs nothing and the greatest number is a weight`() throws {
    let greatest = Double.greatestFiniteMagnitude
    let paths = try graph("a → b, b → c").condensation().longestPaths(weights: [-0.0, greatest])
    #expect(paths.length == greatest)
    #expect(paths.edges == [0, 1])
  }

  /// The oracle goes edge by edge.
  @Test func `lengths are greatest in graphs with many edges`() throws {
    for seed in 0..<5 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      var edges: [(Int, Int)] = []
      for _ in 0..<9000 {
        let end = random.below(4) == 0 ? 299 : 1 + random.below(299)
        edges.append((random.below(end), end))
      }
      let weights = edges.map { _ in Double(random.below(50)) }
      var longest = [Double](repeating: 0, count: 300)
      for (edge, (start, end)) in edges.enumerated().sorted(by: { $0.element < $1.element }) {
        longest[end] = max(longest[end], longest[start] + weights[edge])
      }
      let paths = try Digraph(vertexCount: 300, edges: edges).condensation()
        .longestPaths(weights: weights)
      #expect((0..<300).map { paths.length(to: $0) } == longest, "seed \(seed)")
      let own = try Digraph(vertexCount: 300, edges: edges).longestPaths(weights: weights)
      #expect((0..<300).map { own.length(to: $0) } == longest, "seed \(seed)")
      #expect(paths.edges.map { weights[$0] }.reduce(0, +) == paths.length, "seed \(seed)")
    }
  }

  @Test func `a weight that is none is refused`() throws {
    let condensation = try graph("a → b, b → c").condensation()
    for weight in [-1, Double.infinity, -.infinity, .nan] {
      let error = #expect(throws: WeightError.self) {
        try condensation.longestPaths(weights: [1, weight])
      }
      #expect(error?.subject == .edge(1))
    }
    let error = #expect(throws: WeightError.self) {
      try condensation.longestPaths(weights: [-2, 0])
    }
    #expect(
      error?.description == "edge 0 has weight -2.0; a weight must be finite and not negative")
  }
}
