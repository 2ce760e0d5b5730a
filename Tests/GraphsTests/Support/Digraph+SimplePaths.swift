import Graphs

extension Digraph {
  /// Every path without a vertex twice, by definition: tries every edge at every step.
  func simplePaths(
    from source: Int, to target: Int, _ weights: [Double]
  ) -> [(vertices: [Int], edges: [Int], length: Double)] {
    var found: [(vertices: [Int], edges: [Int], length: Double)] = []
    func goOn(_ vertices: [Int], _ edges: [Int], _ length: Double) {
      guard let last = vertices.last, last != target else {
        found.append((vertices, edges, length))
        return
      }
      for edge in outgoingEdges(of: last) where !vertices.contains(self.target(of: edge)) {
        goOn(vertices + [self.target(of: edge)], edges + [edge], length + weights[edge])
      }
    }
    goOn([source], [], 0)
    return found
  }
}
