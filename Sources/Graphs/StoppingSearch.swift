/// Finds the leaves that stop vertex 0 of a cone, many times over for different failures.
struct StoppingSearch {
  private let solver: StoppingSets
  private var sets = SharedSets()

  init(_ graph: AndOrGraph, _ semantics: AndOrGraph.Semantics) {
    solver = StoppingSets(graph, semantics)
  }

  /// Those among some leaves whose failure makes vertex 0 unavailable once another leaf has failed;
  /// nil when that failure is enough.
  ///
  /// - Complexity: as `StoppingSets.solve(_:in:)`.
  mutating func leaves<Failure: Error>(
    among candidates: [Int], failing failed: Int?, check: () throws(Failure) -> Void
  ) throws(Failure) -> [Int]? {
    sets.removeAll()
    let sorted = candidates.sorted { part(of: $0) < part(of: $1) }
    var handles = [SharedSets.Handle](repeating: SharedSets.empty, count: solver.partCount)
    for index in 0..<sorted.count {
      handles[part(of: sorted[index])] = sets.singleton(UInt32(truncatingIfNeeded: index))
    }
    if let failed { handles[part(of: failed)] = SharedSets.everything }
    try solver.solve(&handles, in: &sets, check: check)
    let found = handles[part(of: 0)]
    guard found != SharedSets.everything else { return nil }
    return sets.numbers(in: found).map { sorted[Int($0)] }
  }

  private func part(of vertex: Int) -> Int { Int(solver.parts[vertex]) }
}
