/// The strongly connected components of a graph: the largest sets of vertices of which each
/// reaches each.
///
/// Components are numbered in topological order: an edge between two of them leads from the lower
/// number to the higher one. A vertex on no cycle is a component of its own.
public struct StronglyConnectedComponents: Hashable, Sendable {
  /// V long: the component of each vertex.
  @usableFromInline let components: [UInt32]
  /// A row a component: its vertices.
  let rows: CompressedRows

  /// How many components there are; 0 for the empty graph.
  public var count: Int { rows.rowCount }

  /// The number of the component that holds a vertex.
  @inlinable public func component(of vertex: Int) -> Int { Int(components[vertex]) }

  /// The vertices of a component, ascending.
  public func members(of component: Int) -> Digraph.Row { rows[component] }
}

extension Digraph {
  /// The components within which every vertex reaches every other, in topological order.
  ///
  /// Self-loops and parallel edges change nothing. The empty graph has no components.
  ///
  /// Source: D. J. Pearce, *A space-efficient algorithm for finding strongly connected components*,
  /// Information Processing Letters 116 (2016), doi:10.1016/j.ipl.2015.08.010.
  ///
  /// - Complexity: O(V + E) time, O(V) extra space; iterative, so depth is no limit.
  public func stronglyConnectedComponents() -> StronglyConnectedComponents {
    let search = ComponentSearch(outgoing)
    return StronglyConnectedComponents(
      components: search.components,
      rows: CompressedRows(rowCount: search.count, grouping: search.components))
  }
}
