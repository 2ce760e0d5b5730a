/// The weakly connected components of a graph: the parts into which it falls when the direction of
/// the edges does not matter.
///
///     let parts = graph.weaklyConnectedComponents()
///     parts.component(of: 3) == parts.component(of: 5) // whether any way joins 3 and 5
///
/// Components are numbered by their smallest vertices, ascending; component 0 holds vertex 0.
public struct WeaklyConnectedComponents: Hashable, Sendable {
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

  /// The component with the most vertices, of several the first; nil for the empty graph.
  ///
  /// - Complexity: O(components).
  public var largest: Int? {
    guard count > 0 else { return nil }
    var largest = 0
    for component in 1..<count where rows.degree(component) > rows.degree(largest) {
      largest = component
    }
    return largest
  }
}

extension Digraph {
  /// The parts of the graph that no edge joins, whichever way it leads.
  ///
  /// Self-loops and parallel edges change nothing. A vertex without edges is a component of its
  /// own. The empty graph has no components.
  ///
  /// Method: most graphs have one component much larger than the others. What is joined with the vertex with
  /// the most outgoing edges is found first, a bit a vertex, in rounds over all vertices not yet found; what
  /// the rounds leave is put together edge by edge, in sets that are trees.
  ///
  /// Source: the trees: R. E. Tarjan, J. van Leeuwen, *Worst-case analysis of set union algorithms*, Journal
  /// of the ACM 31 (1984), doi:10.1145/62.2160, in the variant of M. Rem: M. M. A. Patwary, J. Blair,
  /// F. Manne, *Experiments on union-find algorithms for the disjoint-set data structure*, SEA (2010),
  /// doi:10.1007/978-3-642-13193-6_35; the largest first: G. M. Slota, S. Rajamanickam, K. Madduri, *BFS and
  /// coloring-based parallel algorithms for strongly connected components and related problems*, IPDPS
  /// (2014), doi:10.1109/IPDPS.2014.64.
  ///
  /// - Complexity: O(V + E log V) time at worst, in practice linear; O(V) extra space.
  public func weaklyConnectedComponents() -> WeaklyConnectedComponents {
    var components = WeakComponentSearch(self).parents
    // A parent comes before the vertex, so that it has its number already.
    var count: UInt32 = 0
    var numbers = components.mutableSpan
    for vertex in numbers.indices {
      let parent = Int(numbers[vertex])
      if parent == vertex {
        numbers[vertex] = count
        count &+= 1
      } else {
        numbers[vertex] = numbers[parent]
      }
    }
    return WeaklyConnectedComponents(
      components: components, rows: CompressedRows(rowCount: Int(count), grouping: components))
  }
}
