import Graphs
import Testing

/// Depth never overflows a stack: every algorithm on a chain of a million vertices, a long cycle, a ladder,
/// a star and a complete graph.
@Suite struct DepthTests {
  private func ones(_ graph: Digraph) -> [Double] {
    [Double](repeating: 1, count: graph.edgeCount)
  }

  @Test(arguments: DeepGraph.allCases)
  func `searches reach the end`(_ deep: DeepGraph) throws {
    let graph = try deep.graph()
    let search = graph.breadthFirstSearch(from: 0)
    #expect(search.reachedCount == deep.vertexCount)
    #expect(search.distance(to: deep.last) == deep.depth)
    #expect(search.path(to: deep.last)?.count == deep.depth + 1)
    let paths = try graph.shortestPaths(from: 0, weights: ones(graph))
    #expect(paths.distance(to: deep.last) == Double(deep.depth))
    #expect(paths.path(to: deep.last)?.edges.count == deep.depth)
    let first = try graph.shortestPaths(
      from: 0, to: deep.last, count: 1, weights: ones(graph))
    #expect(first.map(\.length) == [Double(deep.depth)])
  }

  @Test(arguments: DeepGraph.allCases)
  func `components and layers are all found`(_ deep: DeepGraph) throws {
    let graph = try deep.graph()
    #expect(graph.weaklyConnectedComponents().count == 1)
    #expect(graph.reversed.weaklyConnectedComponents().count == 1)
    #expect(graph.stronglyConnectedComponents().count == deep.strongComponentCount)
    let condensation = graph.condensation()
    #expect(condensation.layers().count == deep.strongComponentCount)
    let longest = try condensation.longestPaths(weights: ones(graph))
    #expect(longest.length == Double(deep.strongComponentCount - 1))
    #expect(longest.edges.count == deep.strongComponentCount - 1)
    #expect((try? graph.topologicalOrder().last) == (deep == .chain ? deep.last : nil))
    #expect(graph.renumberedDepthFirst().graph.edgeCount == graph.edgeCount)
  }

  @Test(arguments: DeepGraph.allCases)
  func `cuts, cores and dominators are all found`(_ deep: DeepGraph) throws {
    let graph = try deep.graph()
    let cuts = graph.cutPoints()
    #expect(cuts.articulationPoints.count == deep.articulationPointCount)
    #expect(cuts.bridges.count == deep.bridgeCount)
    #expect(
      [graph.coreNumbers().maximum, graph.coreNumbers(.merged).maximum] == deep.highestCores)
    let tree = graph.dominators(from: 0)
    #expect(tree.reachedCount == deep.vertexCount)
    #expect(tree.immediateDominator(of: deep.last) == deep.lastDominator)
    #expect(graph.postDominators(to: deep.last).reachedCount == deep.vertexCount)
  }

  @Test(arguments: DeepGraph.allCases)
  func `ranks and shares are parts of one`(_ deep: DeepGraph) throws {
    let graph = try deep.graph()
    for ranks in [try graph.pageRank(), try graph.cheiRank()] {
      #expect(abs(ranks.ranks.reduce(0, +) - 1) < 1e-9)
    }
    let inputs = try graph.inputConcentration(weights: ones(graph))
    let index = try #require(inputs.index(of: deep.last))
    #expect(abs(index * Double(graph.predecessors(of: deep.last).count) - 1) < 1e-12)
  }

  /// The paths from one source go through as many vertices as they have steps but one.
  @Test(arguments: DeepGraph.allCases)
  func `betweenness adds up to the steps between`(_ deep: DeepGraph) throws {
    let graph = try deep.graph()
    let search = graph.breadthFirstSearch(from: 0)
    let expected = (1..<deep.vertexCount).reduce(0) { $0 + (search.distance(to: $1) ?? 0) - 1 }
    for betweenness in [
      graph.betweenness(from: [0]), try graph.betweenness(from: [0], weights: ones(graph)),
    ] {
      let sum = betweenness.values.reduce(0, +)
      #expect(abs(sum - Double(expected)) <= 1e-9 * Double(expected))
    }
  }

  @Test(arguments: DeepGraph.allCases)
  func `flows go all the way`(_ deep: DeepGraph) throws {
    let graph = try deep.graph()
    let flow = try graph.maximumFlow(from: 0, to: deep.last, capacities: ones(graph))
    #expect(flow.value == deep.flow)
    #expect(Double(flow.cutEdges.count) == deep.flow)
    #expect(Double(flow.lastCutEdges.count) == deep.flow)
  }

  /// Smaller: these take more than linear time.
  @Test(arguments: DeepGraph.allCases)
  func `counts and constraints are found on ten thousand vertices`(_ deep: DeepGraph) throws {
    let count = min(deep.vertexCount, 10_000)
    let graph = try deep.graph(count)
    let counts = graph.reachabilityCounts()
    #expect(counts[0] == count)
    let isAll = deep.strongComponentCount == 1
    #expect(counts[count - 1] == (isAll ? count : deep == .chain ? 1 : 2))
    let holes = try deep.graph(min(count, 1000)).structuralHoles()
    #expect(holes.constraint(of: 0) ?? 0 > 0)
  }
}
