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
  /// Method: an edge joins two sets of vertices; a set is a tree whose root is its smallest vertex, and
  /// each look-up halves the path to it. One edge out of each vertex and one into it mostly make the
  /// largest set what it will be, and then only edges at other vertices need to be looked at.
  ///
  /// Source: R. E. Tarjan, J. van Leeuwen, *Worst-case analysis of set union algorithms*, Journal of
  /// the ACM 31 (1984), doi:10.1145/62.2160; leaving the largest set out: M. Sutton, T. Ben-Nun,
  /// A. Barak, *Optimizing parallel graph connectivity computation via subgraph sampling*, IPDPS (2018),
  /// doi:10.1109/IPDPS.2018.00012.
  ///
  /// - Complexity: O(V + E log V) time at worst, in practice linear; O(V) extra space.
  public func weaklyConnectedComponents() -> WeaklyConnectedComponents {
    var components = rootsOfUnion()
    // A root is the smallest of its set, so it is numbered before the others ask for its number.
    var count: UInt32 = 0
    var numbers = components.mutableSpan
    for vertex in numbers.indices {
      let root = Int(numbers[vertex])
      if root == vertex {
        numbers[vertex] = count
        count &+= 1
      } else {
        numbers[vertex] = numbers[root]
      }
    }
    return WeaklyConnectedComponents(
      components: components, rows: CompressedRows(rowCount: Int(count), grouping: components))
  }

  /// For each vertex the smallest vertex of its component.
  private func rootsOfUnion() -> [UInt32] {
    var union = DisjointSets(count: vertexCount)
    union.joinFirsts(outgoing)
    union.joinFirsts(incoming)
    union.flatten()
    let largest = union.frequentRoot
    union.join(outgoing, except: largest)
    union.join(incoming, except: largest)
    union.flatten()
    return union.parents
  }
}

/// Sets of vertices, each a tree whose root is its smallest vertex.
private struct DisjointSets {
  /// Never above the vertex itself; equal to it for a root.
  private(set) var parents: [UInt32]

  init(count: Int) {
    parents = [UInt32](large: 0, count: count)
    var space = parents.mutableSpan
    for vertex in space.indices { space[vertex] = UInt32(truncatingIfNeeded: vertex) }
  }

  /// Joins each row with the first vertex in it.
  mutating func joinFirsts(_ rows: CompressedRows) {
    let offsets = rows.offsets.span
    let values = rows.values.span
    var parents = self.parents.mutableSpan
    for row in parents.indices where offsets[row] < offsets[row &+ 1] {
      Self.join(row, Int(values[Int(offsets[row])]), in: &parents)
    }
  }

  /// Joins each row with all vertices in it, unless the row is known to be in the set of some root.
  mutating func join(_ rows: CompressedRows, except root: UInt32) {
    let offsets = rows.offsets.span
    let values = rows.values.span
    var parents = self.parents.mutableSpan
    for row in parents.indices where parents[row] != root {
      for position in Int(offsets[row])..<Int(offsets[row &+ 1]) {
        Self.join(row, Int(values[position]), in: &parents)
      }
    }
  }

  @inline(__always)
  private static func join(_ one: Int, _ other: Int, in parents: inout MutableSpan<UInt32>) {
    let one = root(of: one, in: &parents)
    let other = root(of: other, in: &parents)
    parents[max(one, other)] = UInt32(truncatingIfNeeded: min(one, other))
  }

  @inline(__always)
  private static func root(of vertex: Int, in parents: inout MutableSpan<UInt32>) -> Int {
    var vertex = vertex
    while true {
      let above = parents[vertex]
      if Int(above) == vertex { return vertex }
      let next = parents[Int(above)]
      if next == above { return Int(above) }
      parents[vertex] = next
      vertex = Int(next)
    }
  }

  /// Makes the parent of each vertex its root.
  mutating func flatten() {
    var parents = self.parents.mutableSpan
    // Ascending, so that the parent of each vertex has its root already.
    for vertex in parents.indices { parents[vertex] = parents[Int(parents[vertex])] }
  }

  /// The root met most often among some vertices spread evenly; the parents are roots.
  var frequentRoot: UInt32 {
    let step = max(parents.count / 1024, 1)
    let roots = stride(from: 0, to: parents.count, by: step).map { parents[$0] }.sorted()
    var frequent = UInt32.max
    var highest = 0
    var start = 0
    for index in roots.indices where index + 1 == roots.count || roots[index + 1] != roots[index] {
      if index + 1 - start > highest { (frequent, highest) = (roots[index], index + 1 - start) }
      start = index + 1
    }
    return frequent
  }
}
