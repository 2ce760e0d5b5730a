/// Why a list of vertices and links is not an and-or graph.
///
/// Links are counted from 0 in the order in which they were given.
public enum AndOrGraphError: Error, Hashable, Sendable {
  /// There are more vertices than `Digraph.maximumVertexCount`.
  case tooManyVertices(Int)
  /// There are more links than `Digraph.maximumEdgeCount`.
  case tooManyLinks(Int)
  /// The link at this position names a vertex that does not exist.
  case vertexOutOfRange(link: Int, vertex: Int, vertexCount: Int)
  /// The link at this position gives a child to a leaf, which by definition has none.
  case childOfLeaf(link: Int, leaf: Int, child: Int)
}

extension AndOrGraphError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tooManyVertices(let count):
      "\(count) vertices are too many; a graph holds at most \(Digraph.maximumVertexCount)"
    case .tooManyLinks(let count):
      "\(count) links are too many; a graph holds at most \(Digraph.maximumEdgeCount)"
    case .vertexOutOfRange(let link, let vertex, let vertexCount):
      vertexCount == 0
        ? "link \(link) names vertex \(vertex), but the graph has no vertices"
        : "link \(link) names vertex \(vertex); vertices are numbered 0 to \(vertexCount - 1)"
    case .childOfLeaf(let link, let leaf, let child):
      "link \(link) gives leaf \(leaf) the child \(child); add it as an all- or any-vertex instead"
    }
  }
}
