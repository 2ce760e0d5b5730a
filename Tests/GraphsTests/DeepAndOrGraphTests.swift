import Graphs
import Testing

/// Structures on which recursion would overflow and sets stored one by one would take V² space.
@Suite struct DeepAndOrGraphTests {
  /// Vertices 0..<n are leaves, n..<2n all-vertices; n + i needs leaf i and n + i − 1. The first
  /// needs the last too when it is a cycle.
  private func chain(_ count: Int, isCycle: Bool = false) throws -> AndOrGraph {
    let leaves = (0..<UInt32(count)).map { $0 }
    let vertices = leaves.map { $0 + UInt32(count) }
    let first = isCycle ? [vertices[0]] : []
    let last = isCycle ? [vertices[count - 1]] : []
    return try AndOrGraph(
      kinds: Array(repeating: .leaf, count: count) + Array(repeating: .all, count: count),
      parents: vertices + vertices.dropFirst() + first,
      children: leaves + vertices.dropLast() + last)
  }

  /// Levels one above the other: each needs a leaf of its own and either of two vertices, which
  /// need a leaf of their own and the level below. The top level is the last vertex.
  private func ladder(_ count: Int) throws -> AndOrGraph {
    var builder = AndOrGraph.Builder()
    builder.reserve(vertices: 7 * count, links: 9 * count)
    var below: Int?
    for _ in 0..<count {
      let left = builder.addAll(CollectionOfOne(builder.addLeaf()))
      let right = builder.addAll(CollectionOfOne(builder.addLeaf()))
      if let below {
        builder.addChild(below, to: left)
        builder.addChild(below, to: right)
      }
      let choice = builder.addAny(CollectionOfOne(left))
      builder.addChild(right, to: choice)
      let level = builder.addAll(CollectionOfOne(builder.addLeaf()))
      builder.addChild(choice, to: level)
      below = level
    }
    return try builder.graph()
  }

  @Test func `a chain of a million levels fails, is built and stops with each of its leaves`()
    throws
  {
    let graph = try chain(1_000_000)
    #expect(graph.failures(of: [0]).count == 1_000_001)
    #expect(graph.available(without: [0]).count == 999_999)
    let points = graph.singlePointsOfFailure(of: 1_999_999)
    #expect(points?.count == 1_000_000)
    #expect(points?.last == 999_999)
  }

  @Test func `the sets of all levels of a chain share their space`() throws {
    let graph = try chain(20_000)
    let points = graph.singlePointsOfFailure()
    for level in [0, 1, 777, 19_999] {
      #expect(points.count(of: 20_000 + level) == level + 1)
    }
    #expect(points.leaves(stopping: 20_777) == Array(0...777))
  }

  @Test func `a long cycle stops as one`() throws {
    let graph = try chain(20_000, isCycle: true)
    let points = graph.singlePointsOfFailure()
    #expect(points.count(of: 20_000) == 20_000)
    #expect(points.count(of: 27_777) == 20_000)
    #expect(graph.singlePointsOfFailure(.buildable).count(of: 27_777) == nil)
  }

  @Test func `on a ladder of choices only the common leaves count`() throws {
    let graph = try ladder(5_000)
    let top = graph.vertexCount - 1
    for semantics in [AndOrGraph.Semantics.running, .buildable] {
      #expect(graph.singlePointsOfFailure(semantics).count(of: top) == 5_000)
      #expect(graph.singlePointsOfFailure(of: top, semantics)?.count == 5_000)
    }
  }
}
