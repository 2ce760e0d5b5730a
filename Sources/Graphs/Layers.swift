/// The vertices of a graph in layers, so that every edge between two strongly connected components
/// leads to a higher layer.
///
/// The layer of a vertex is the greatest number of edges between components on any path that ends
/// in it: 0 where no edge comes in from another component. Vertices on a common cycle share a layer.
public struct Layers: Hashable, Sendable {
  /// V long: the layer of each vertex.
  private let layers: [UInt32]
  /// A row a layer: its vertices.
  private let rows: CompressedRows

  fileprivate init(_ condensation: Condensation) {
    let graph = condensation.graph
    var depths = [UInt32](repeating: 0, count: graph.vertexCount)
    let offsets = graph.incoming.offsets
    let predecessors = graph.incoming.values
    var count: UInt32 = 0
    for component in 0..<graph.vertexCount {
      var depth: UInt32 = 0
      for position in Int(offsets[component])..<Int(offsets[component + 1]) {
        depth = max(depth, depths[Int(predecessors[position])] &+ 1)
      }
      depths[component] = depth
      count = max(count, depth &+ 1)
    }
    let layers = condensation.components.components.map { depths[Int($0)] }
    self.layers = layers
    rows = CompressedRows(rowCount: Int(count), grouping: layers)
  }

  /// How many layers there are; 0 for the empty graph.
  public var count: Int { rows.rowCount }

  /// The layer of a vertex, `0..<count`.
  public func layer(of vertex: Int) -> Int { Int(layers[vertex]) }

  /// The vertices of a layer, ascending; never empty.
  public func members(of layer: Int) -> Digraph.Row { rows[layer] }
}

extension Condensation {
  /// The vertices of the original graph by their greatest distance from the beginning.
  ///
  /// Parallel edges and self-loops change nothing.
  ///
  /// Source: K. Sugiyama, S. Tagawa, M. Toda, *Methods for visual understanding of hierarchical
  /// system structures*, IEEE Transactions on Systems, Man, and Cybernetics 11 (1981),
  /// doi:10.1109/TSMC.1981.4308636; longest-path layering.
  ///
  /// - Complexity: O(V + E) time, O(V) extra space.
  public func layers() -> Layers { Layers(self) }
}
