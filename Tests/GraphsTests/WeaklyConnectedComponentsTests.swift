import Graphs
import Testing

@Suite struct WeaklyConnectedComponentsTests {
  @Test func `the empty graph has no components`() throws {
    let parts = try graph("").weaklyConnectedComponents()
    #expect(parts.count == 0)
    #expect(parts.largest == nil)
  }

  @Test func `direction, loops and parallel edges change nothing`() throws {
    let parts = try graph("c → a, c → a, b → b, e → d, c → f", vertexCount: 7)
      .weaklyConnectedComponents()
    #expect((0..<7).map(parts.component) == [0, 1, 0, 2, 2, 0, 3])
    #expect(
      (0..<parts.count).map { Array(parts.members(of: $0)) } == [[0, 2, 5], [1], [3, 4], [6]])
    #expect(parts.largest == 0)
  }

  @Test func `of equally large components the first is the largest`() throws {
    #expect(try graph("b → c, d → e", vertexCount: 5).weaklyConnectedComponents().largest == 1)
  }

  @Test func `the generated networks have the components that other programs find`() throws {
    for (network, facts) in [
      (SupplyNetwork.small, SupplyNetworkFacts.small), (.medium, .medium),
    ] {
      let parts = try network.digraph().weaklyConnectedComponents()
      let largest = try #require(parts.largest)
      #expect([parts.count, parts.members(of: largest).count] == facts.weakComponents)
    }
  }

  /// The smallest vertex of each vertex's component: the smallest label of an edge's ends wins until nothing
  /// changes.
  private static func smallest(_ graph: Digraph) -> [Int] {
    var labels = Array(0..<graph.vertexCount)
    var isChanged = true
    while isChanged {
      isChanged = false
      for edge in 0..<graph.edgeCount {
        let (start, end) = (graph.source(of: edge), graph.target(of: edge))
        if labels[start] == labels[end] { continue }
        let smaller = min(labels[start], labels[end])
        (labels[start], labels[end]) = (smaller, smaller)
        isChanged = true
      }
    }
    return labels
  }

  private static func expectClasses(_ graph: Digraph, _ name: String) {
    let parts = graph.weaklyConnectedComponents()
    let found = (0..<graph.vertexCount).map { parts.members(of: parts.component(of: $0))[0] }
    #expect(found == smallest(graph), "\(name)")
    let members = (0..<parts.count).map { Array(parts.members(of: $0)) }
    #expect(members.allSatisfy { $0 == $0.sorted() }, "\(name)")
    #expect(members.map { $0.first ?? -1 } == Set(found).sorted(), "\(name)")
    #expect(members.joined().count == graph.vertexCount, "\(name)")
  }

  @Test func `components are the classes of the closure of the edges`() throws {
    for seed in 0..<300 as Range<UInt64> {
      Self.expectClasses(try Digraph.random(seed: seed), "seed \(seed)")
    }
  }

  /// From a few edges for many vertices, where no component is large, to one that holds nearly all.
  @Test func `components of many vertices are found, large ones and small ones`() throws {
    for (seed, count) in [3, 64, 65, 500, 1000, 1500, 2000, 4000].enumerated() {
      var random = SplitMix64(seed: UInt64(seed))
      let edges = (0..<count).map { _ in (random.below(1111), random.below(1111)) }
      Self.expectClasses(try Digraph(vertexCount: 1111, edges: edges), "\(count) edges")
    }
  }

  /// Sets of vertices are words of 64 bits.
  @Test(arguments: [0, 1, 2, 63, 64, 65, 127, 128, 129, 192])
  func `vertices fill the last word or not`(_ count: Int) throws {
    for density in 0..<4 {
      var random = SplitMix64(seed: UInt64(density))
      let edges = (0..<density * count / 2).map { _ in (random.below(count), random.below(count)) }
      Self.expectClasses(
        try Digraph(vertexCount: count, edges: edges), "\(count), \(density)")
    }
  }

  @Test func `the vertex with the most edges need not be in the largest component`() throws {
    // A star, and beside it a path over numbers in no order.
    var random = SplitMix64(seed: 1)
    var path = Array(40..<900)
    for last in stride(from: path.count - 1, to: 0, by: -1) {
      path.swapAt(last, random.below(last + 1))
    }
    let star = (1..<40).map { (0, $0) }
    let graph = try Digraph(vertexCount: 900, edges: star + zip(path, path.dropFirst()))
    Self.expectClasses(graph, "a star and a path")
    Self.expectClasses(graph.reversed, "turned round")
    let parts = graph.weaklyConnectedComponents()
    #expect(parts.count == 2)
    #expect(parts.largest == 1)
    // Tied to the star, rounds go along it as far as its numbers rise, and the rest is joined edge by edge.
    let tied = try Digraph(vertexCount: 900, edges: star + zip([39] + path, path))
    #expect(tied.weaklyConnectedComponents().count == 1)
    #expect(tied.reversed.weaklyConnectedComponents().count == 1)
  }
}
