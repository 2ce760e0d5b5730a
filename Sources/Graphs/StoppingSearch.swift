/// Finds the leaves that stop vertex 0 of a cone, many times over for different failures.
struct StoppingSearch {
  private let solver: StoppingSets
  /// V long: the place of each leaf among neighbours; 0 for other vertices.
  private let places: [UInt32]
  private let vertexCount: Int
  private var sets = SharedSets()

  init(_ graph: AndOrGraph) {
    solver = StoppingSets(graph)
    vertexCount = graph.vertexCount
    var places = [UInt32](repeating: 0, count: vertexCount)
    for (place, leaf) in solver.leaves.enumerated() {
      places[Int(leaf)] = UInt32(truncatingIfNeeded: place)
    }
    self.places = places
  }

  /// Those among some leaves whose failure makes vertex 0 unavailable once another leaf has failed;
  /// nil when that failure is enough.
  ///
  /// - Complexity: as `StoppingSets.solve`.
  mutating func leaves(
    among candidates: [Int], failing failed: Int?, _ semantics: AndOrGraph.Semantics
  ) -> [Int]? {
    sets.removeAll()
    let sorted = candidates.sorted { places[$0] < places[$1] }
    var handles = [SharedSets.Handle](repeating: SharedSets.empty, count: vertexCount)
    for index in 0..<sorted.count {
      handles[sorted[index]] = sets.singleton(UInt32(truncatingIfNeeded: index))
    }
    if let failed { handles[failed] = SharedSets.everything }
    solver.solve(&handles, in: &sets, semantics)
    guard handles[0] != SharedSets.everything else { return nil }
    return sets.numbers(in: handles[0]).map { sorted[Int($0)] }
  }
}
