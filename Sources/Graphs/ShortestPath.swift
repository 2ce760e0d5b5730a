/// A path through a graph, and its length.
public struct ShortestPath: Hashable, Sendable {
  /// The vertices in the order of the path, no vertex twice; one more than edges.
  public let vertices: [Int]
  /// The edges in the order of the path.
  public let edges: [Int]
  /// The sum of the weights of the edges, added from the start.
  public let length: Double
}
