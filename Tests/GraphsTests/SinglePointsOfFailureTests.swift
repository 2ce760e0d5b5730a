import Graphs
import Testing

@Suite struct SinglePointsOfFailureTests {
  @Test(arguments: [AndOrGraph.Semantics.running, .buildable])
  func `they are what failing each leaf by itself finds`(
    semantics: AndOrGraph.Semantics
  ) throws {
    for seed in 0..<400 as Range<UInt64> {
      let graph = try AndOrGraph.random(seed: seed)
      let points = graph.singlePointsOfFailure(semantics)
      for vertex in 0..<graph.vertexCount {
        let expected: [Int]? =
          graph.isStoppedByDefinition(vertex, by: [], semantics)
          ? nil
          : graph.leaves.filter { graph.isStoppedByDefinition(vertex, by: [$0], semantics) }
        #expect(points.leaves(stopping: vertex) == expected, "seed \(seed), vertex \(vertex)")
        #expect(points.count(of: vertex) == expected?.count, "seed \(seed), vertex \(vertex)")
        #expect(
          graph.singlePointsOfFailure(of: vertex, semantics) == expected,
          "seed \(seed), vertex \(vertex)")
        for leaf in graph.leaves {
          #expect(
            points.isSinglePoint(leaf, of: vertex) == (expected?.contains(leaf) ?? true),
            "seed \(seed), vertex \(vertex), leaf \(leaf)")
        }
      }
    }
  }

  /// Here many leaves and long cycles come together, so that sets have many parts.
  @Test func `they are what failing each leaf finds in larger graphs`() throws {
    for seed in 0..<30 as Range<UInt64> {
      let graph = try AndOrGraph.random(seed: seed, leaves: 150, others: 150)
      let running = graph.singlePointsOfFailure()
      let buildable = graph.singlePointsOfFailure(.buildable)
      for leaf in graph.leaves {
        let failures = graph.failures(of: [leaf])
        let available = graph.available(without: [leaf])
        let wrong = (0..<graph.vertexCount).filter {
          failures.contains($0) != running.isSinglePoint(leaf, of: $0)
            || available.contains($0) == buildable.isSinglePoint(leaf, of: $0)
        }
        #expect(wrong == [], "seed \(seed), leaf \(leaf)")
      }
      let top = graph.vertexCount - 1
      #expect(graph.singlePointsOfFailure(of: top) == running.leaves(stopping: top), "seed \(seed)")
      #expect(
        graph.singlePointsOfFailure(of: top, .buildable) == buildable.leaves(stopping: top),
        "seed \(seed)")
    }
  }

  @Test(arguments: [AndOrGraph.Semantics.running, .buildable])
  func `what each leaf stops is counted as one by one`(semantics: AndOrGraph.Semantics) throws {
    for seed in 0..<30 as Range<UInt64> {
      let graph = try AndOrGraph.random(seed: seed, leaves: 150, others: 150)
      let points = graph.singlePointsOfFailure(semantics)
      var expected = [Int?](repeating: nil, count: graph.vertexCount)
      for leaf in graph.leaves {
        expected[leaf] = (0..<graph.vertexCount).count {
          points.isAvailable($0) && points.isSinglePoint(leaf, of: $0)
        }
      }
      #expect(points.stoppedCounts() == expected, "seed \(seed)")
    }
  }

  @Test func `more pairs of leaf and vertex than could be listed are counted`() throws {
    // Every vertex of a chain needs a leaf of its own and the one before: 40,000 · 40,001 / 2 pairs, and the leaves.
    let length = 40_000
    var builder = AndOrGraph.Builder()
    for _ in 0..<length { _ = builder.addLeaf() }
    _ = builder.addAll([0])
    for place in 1..<length { _ = builder.addAll([place, length + place - 1]) }
    let stopped = try builder.graph().singlePointsOfFailure().stoppedCounts()
    #expect(stopped[..<length].elementsEqual((0..<length).map { length - $0 + 1 }))
    #expect(stopped[length...].allSatisfy { $0 == nil })
  }

  @Test func `a leaf stops itself and only what needs it`() throws {
    let graph = try NamedAndOrGraph("a = all x\nb = all y y\nc = any x x")
    let points = graph.graph.singlePointsOfFailure()
    #expect(points.leaves(stopping: graph["x"]) == [graph["x"]])
    #expect(points.leaves(stopping: graph["b"]) == [graph["y"]])
    #expect(points.leaves(stopping: graph["c"]) == [graph["x"]])
    #expect(!points.isSinglePoint(graph["y"], of: graph["a"]))
  }

  @Test func `what is not available anyway has no answer, and every leaf stops it`() throws {
    let graph = try NamedAndOrGraph("none = any\nabove = all none x\nbeside = any none x")
    let points = graph.graph.singlePointsOfFailure()
    #expect(points.leaves(stopping: graph["above"]) == nil)
    #expect(points.stoppedCounts()[graph["x"]] == 2)
    #expect(points.count(of: graph["above"]) == nil)
    #expect(points.isSinglePoint(graph["x"], of: graph["above"]))
    #expect(points.leaves(stopping: graph["beside"]) == [graph["x"]])
    #expect(graph.singlePoints(of: "above") == nil)
    #expect(graph.pairs(of: "above", among: []) == nil)
  }
}
