import Graphs
import Testing

@Suite struct StructuralHolesTests {
  @Test func `without edges to others there is no constraint`() throws {
    _ = try graph("").structuralHoles()
    let holes = try graph("a → a, b → c", vertexCount: 3).structuralHoles(weights: [1, 0])
    #expect((0..<3).allSatisfy { holes.constraint(of: $0) == nil })
  }

  @Test func `one neighbour is all constraint`() throws {
    let holes = try graph("a → b").structuralHoles()
    #expect(holes.constraint(of: 0) == 1)
    #expect(holes.constraint(of: 1) == 1)
  }

  @Test func `a triangle constrains by 9 / 8, the middle of a star by 1 / arms`() throws {
    let triangle = try graph("a → b, b → c, c → a").structuralHoles()
    #expect(triangle.constraint(of: 0) == 1.125)
    let star = try graph("a → b, c → a, a → d, a → e").structuralHoles()
    #expect(star.constraint(of: 0) == 0.25)
    #expect(star.constraint(of: 4) == 1)
  }

  @Test func `parallel edges and loops are as weights say`() throws {
    let parallel = try graph("a → b, b → a, a → c, b → c, a → a").structuralHoles()
    let weighted = try graph("a → b, a → c, b → c").structuralHoles(weights: [2, 1, 1])
    #expect(parallel == weighted)
  }

  @Test func `the unit does not matter, however great or small`() throws {
    let graph = try graph("a → b, a → c, b → c, c → d")
    let holes = try graph.structuralHoles(weights: [1, 2, 4, 2])
    for unit in [0x1p1020, 0x1p-1070] {
      let other = try graph.structuralHoles(weights: [1, 2, 4, 2].map { $0 * unit })
      #expect(other == holes)
    }
  }

  /// The oracle is the formula on a matrix.
  @Test func `constraints are those of the formula`() throws {
    for seed in 0..<300 as Range<UInt64> {
      let graph = try Digraph.random(seed: seed)
      var random = SplitMix64(seed: seed)
      let weights = (0..<graph.edgeCount).map { _ in Double(random.below(4)) }
      let vertices = 0..<graph.vertexCount
      var parts = vertices.map { _ in vertices.map { _ in 0.0 } }
      for edge in 0..<graph.edgeCount where graph.source(of: edge) != graph.target(of: edge) {
        parts[graph.source(of: edge)][graph.target(of: edge)] += weights[edge]
        parts[graph.target(of: edge)][graph.source(of: edge)] += weights[edge]
      }
      for vertex in vertices {
        let total = parts[vertex].reduce(0, +)
        if total > 0 { parts[vertex] = parts[vertex].map { $0 / total } }
      }
      let holes = try graph.structuralHoles(weights: weights)
      for one in vertices {
        let neighbors = vertices.filter { parts[one][$0] > 0 }
        let expected = neighbors.reduce(0) { sum, other in
          let around = neighbors.reduce(0) { $0 + parts[one][$1] * parts[$1][other] }
          return sum + (parts[one][other] + around) * (parts[one][other] + around)
        }
        #expect((holes.constraint(of: one) == nil) == neighbors.isEmpty, "seed \(seed)")
        #expect(abs((holes.constraint(of: one) ?? 0) - expected) < 1e-12, "seed \(seed)")
      }
    }
  }

  @Test func `a weight that is none is refused`() throws {
    let graph = try graph("a → b")
    for weight in [-1, Double.infinity, .nan] {
      #expect(throws: WeightError.self) { try graph.structuralHoles(weights: [weight]) }
    }
  }
}
