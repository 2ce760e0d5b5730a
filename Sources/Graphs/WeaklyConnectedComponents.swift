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
  /// Method: every edge joins two sets of vertices; a set is a tree whose root is its smallest
  /// vertex, and each look-up halves the path to it.
  ///
  /// Source: R. E. Tarjan, J. van Leeuwen, *Worst-case analysis of set union algorithms*, Journal of
  /// the ACM 31 (1984), doi:10.1145/62.2160.
  ///
  /// - Complexity: O(V + E log V) time at worst, in practice linear; O(V) extra space.
  public func weaklyConnectedComponents() -> WeaklyConnectedComponents {
    var components = rootsOfUnion()
    // A root is the smallest of its set, so it is numbered before the others ask for its number.
    var count: UInt32 = 0
    for vertex in 0..<vertexCount {
      let root = Int(components[vertex])
      if root == vertex {
        components[vertex] = count
        count &+= 1
      } else {
        components[vertex] = components[root]
      }
    }
    return WeaklyConnectedComponents(
      components: components,
      rows: CompressedRows(
        rowCount: Int(count), keys: components,
        values: (0..<vertexCount).map { UInt32(truncatingIfNeeded: $0) }))
  }

  /// For each vertex the smallest vertex of its component.
  private func rootsOfUnion() -> [UInt32] {
    let starts = sources
    let ends = targets
    // Never above the vertex itself; equal to it for a root.
    var parents = (0..<vertexCount).map { UInt32(truncatingIfNeeded: $0) }
    for edge in 0..<starts.count {
      var one = Int(starts[edge])
      var other = Int(ends[edge])
      while true {
        let above = parents[one]
        if Int(above) == one { break }
        let next = parents[Int(above)]
        parents[one] = next
        one = Int(next)
      }
      while true {
        let above = parents[other]
        if Int(above) == other { break }
        let next = parents[Int(above)]
        parents[other] = next
        other = Int(next)
      }
      if one < other {
        parents[other] = UInt32(truncatingIfNeeded: one)
      } else {
        parents[one] = UInt32(truncatingIfNeeded: other)
      }
    }
    // Ascending, so that the parent of each vertex is a root already.
    for vertex in 0..<parents.count { parents[vertex] = parents[Int(parents[vertex])] }
    return parents
  }
}
