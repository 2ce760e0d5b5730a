/// Why a list of edges is not a graph.
///
/// The first problem in edge order is reported, with the place to look at.
public enum GraphError: Error, Hashable, Sendable {
  /// The number of vertices asked for is below zero.
  case negativeVertexCount(Int)
  /// The number of vertices asked for is above `Digraph.maximumVertexCount`.
  case tooManyVertices(Int)
  /// The list goes on after `Digraph.maximumEdgeCount` edges.
  case tooManyEdges
  /// The edge at this position of the list has an end that is not in `0..<vertexCount`.
  case vertexOutOfRange(edge: Int, vertex: Int, vertexCount: Int)
}

extension GraphError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .negativeVertexCount(let count):
      "a graph cannot have \(count) vertices; the count must be 0 or more"
    case .tooManyVertices(let count):
      "\(count) vertices are too many; a graph holds at most \(Digraph.maximumVertexCount)"
    case .tooManyEdges:
      "too many edges; a graph holds at most \(Digraph.maximumEdgeCount)"
    case .vertexOutOfRange(let edge, let vertex, let vertexCount):
      vertexCount == 0
        ? "edge \(edge) names vertex \(vertex), but the graph has no vertices"
        : "edge \(edge) names vertex \(vertex); vertices are numbered 0 to \(vertexCount - 1)"
    }
  }
}
