import Graphs
import Testing

@Suite struct AndOrGraphTests {
  @Test func `the empty graph has nothing that fails`() throws {
    let graph = try AndOrGraph.Builder().graph()
    #expect(graph.vertexCount == 0)
    #expect(graph.failures(of: []).isEmpty)
    #expect(graph.available().isEmpty)
  }

  @Test func `vertices, children and parents are what was added`() throws {
    var builder = AndOrGraph.Builder()
    builder.reserve(vertices: 4, links: 4)
    let leaf = builder.addLeaf()
    let all = builder.addAll()
    let any = builder.addAny([leaf, all, leaf])
    builder.addChild(any, to: all)
    let graph = try builder.graph()
    #expect(graph.vertexCount == 3)
    #expect(graph.linkCount == 4)
    #expect([leaf, all, any].map(graph.kind) == [.leaf, .all, .any])
    #expect(Array(graph.children(of: any)) == [leaf, all, leaf])
    #expect(Array(graph.parents(of: leaf)) == [any, any])
    #expect(Array(graph.parents(of: any)) == [all])
    #expect(graph.leaves == [leaf])
  }

  @Test func `a link to no vertex and a child of a leaf are refused by number`() {
    var builder = AndOrGraph.Builder()
    let leaf = builder.addLeaf()
    let all = builder.addAll([leaf])
    builder.addChild(-5, to: all)
    #expect(throws: AndOrGraphError.vertexOutOfRange(link: 1, vertex: -5, vertexCount: 2)) {
      try builder.graph()
    }
    var other = AndOrGraph.Builder()
    _ = other.addLeaf()
    other.addChild(0, to: 0)
    other.addChild(1 << 50, to: 0)
    #expect(throws: AndOrGraphError.childOfLeaf(link: 0, leaf: 0, child: 0)) { try other.graph() }
    #expect(throws: AndOrGraphError.vertexOutOfRange(link: 0, vertex: 2, vertexCount: 1)) {
      try AndOrGraph(kinds: [.all], parents: [0], children: [2])
    }
    #expect(
      "\(AndOrGraphError.childOfLeaf(link: 3, leaf: 1, child: 2))"
        == "link 3 gives leaf 1 the child 2; add it as an all- or any-vertex instead")
  }

  @Test func `without children an all-vertex is available, an any-vertex is not`() throws {
    let named = try NamedAndOrGraph("all = all\nany = any\nabove = all any")
    let graph = named.graph
    #expect(named.names(graph.failures(of: [])) == ["above", "any"])
    #expect(named.names(graph.available()) == ["all"])
  }

  @Test func `a cycle goes on running but cannot be started`() throws {
    let named = try NamedAndOrGraph("steel = all machine ore\nmachine = any steel\nloop = any loop")
    #expect(named.graph.failures(of: []).isEmpty)
    #expect(named.names(named.graph.available()) == ["ore"])
    #expect(named.names(named.graph.failures(of: [named["ore"]])) == ["machine", "ore", "steel"])
  }

  @Test func `failures and what is available follow the definition`() throws {
    for seed in 0..<400 as Range<UInt64> {
      let graph = try AndOrGraph.random(seed: seed)
      var random = SplitMix64(seed: seed)
      let failed = graph.leaves.filter { _ in random.below(3) == 0 }
      let failures = graph.failures(of: failed)
      let available = graph.available(without: failed)
      for vertex in 0..<graph.vertexCount {
        #expect(
          failures.contains(vertex)
            == graph.isStoppedByDefinition(vertex, by: Set(failed), .running), "seed \(seed)")
        #expect(
          available.contains(vertex)
            != graph.isStoppedByDefinition(vertex, by: Set(failed), .buildable), "seed \(seed)")
        #expect(
          !(available.contains(vertex) && failures.contains(vertex)),
          "what can be built runs, seed \(seed)")
      }
      #expect(
        Array(failures) == Array(failures).sorted() && failures.count == Array(failures).count)
    }
  }
}
