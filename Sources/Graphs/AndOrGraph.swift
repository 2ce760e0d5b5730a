/// A graph of what depends on what: a leaf stands for itself, an *all*-vertex needs all its
/// children, an *any*-vertex needs any one of them.
///
/// Vertices are numbered 0, 1, … in the order in which they were added. Cycles, parallel links and
/// links from a vertex to itself are allowed. Leaves fail; the rest of the graph says what else
/// fails with them. It is a directed hypergraph whose hyperarcs lead backward: a hyperarc for each
/// all-vertex, from its children (G. Gallo, G. Longo, S. Pallottino, S. Nguyen, *Directed
/// hypergraphs and applications*, Discrete Applied Mathematics 42 (1993),
/// doi:10.1016/0166-218X(93)90045-P).
///
///     var builder = AndOrGraph.Builder()
///     let (ore, coal, gas) = (builder.addLeaf(), builder.addLeaf(), builder.addLeaf())
///     let fuel = builder.addAny([coal, gas])
///     let steel = builder.addAll([ore, fuel])
///     let graph = try builder.graph()
///     graph.failures(of: [coal]).contains(steel)  // false
///     graph.singlePointsOfFailure(of: steel)      // [ore]
///
/// A link takes 8 bytes, a vertex 9.
public struct AndOrGraph: Hashable, Sendable {
  /// What a vertex needs in order to be available.
  public enum Kind: UInt8, Hashable, Sendable {
    /// Available unless it fails itself; it has no children.
    case leaf
    /// Available when all children are; without children it always is.
    case all
    /// Available when any child is; without children it never is.
    case any
  }

  /// What holds on a cycle, where vertices need each other. Without cycles both agree.
  public enum Semantics: Hashable, Sendable {
    /// Everything runs already: a cycle keeps itself available (greatest fixpoint of availability).
    case running
    /// Everything is to be built from the leaves: a cycle cannot start itself (least fixpoint).
    case buildable
  }

  /// V long: the kind of each vertex.
  let kinds: [Kind]
  /// A row a vertex: what it needs. The rows of leaves are empty.
  let childRows: CompressedRows
  /// A row a vertex: who needs it, once for each link.
  let parentRows: CompressedRows

  /// Takes the kind of each vertex and the links as two columns: `parents[i]` needs `children[i]`.
  ///
  /// - Precondition: both columns are equally long.
  /// - Throws: `AndOrGraphError` for the first link that names no vertex or a child of a leaf, or
  ///   when there are too many vertices or links.
  /// - Complexity: O(V + E) time and space.
  public init(
    kinds: [Kind], parents: [UInt32], children: [UInt32]
  ) throws(AndOrGraphError) {
    precondition(parents.count == children.count, "a link needs a parent and a child")
    let vertexCount = kinds.count
    guard vertexCount <= Digraph.maximumVertexCount else { throw .tooManyVertices(vertexCount) }
    guard parents.count <= Digraph.maximumEdgeCount else { throw .tooManyLinks(parents.count) }
    for link in 0..<parents.count {
      let parent = Int(parents[link])
      let child = Int(children[link])
      if parent >= vertexCount || child >= vertexCount {
        let stranger = parent >= vertexCount ? parent : child
        throw .vertexOutOfRange(link: link, vertex: stranger, vertexCount: vertexCount)
      }
      if kinds[parent] == .leaf { throw .childOfLeaf(link: link, leaf: parent, child: child) }
    }
    self.init(
      kinds: kinds,
      childRows: CompressedRows(rowCount: vertexCount, keys: parents, values: children))
  }

  /// Takes rows that are known to be good.
  init(kinds: [Kind], childRows: CompressedRows) {
    self.kinds = kinds
    self.childRows = childRows
    parentRows = childRows.transposed
  }
}

// MARK: - Vertices and links

extension AndOrGraph {
  /// How many vertices there are; they are numbered from 0.
  public var vertexCount: Int { kinds.count }

  /// How many links from a parent to a child there are, parallel ones counted each.
  public var linkCount: Int { childRows.values.count }

  /// Whether a vertex is a leaf, needs all or needs any of its children.
  public func kind(of vertex: Int) -> Kind { kinds[vertex] }

  /// What a vertex needs, in the order in which it was added; empty for a leaf.
  public func children(of vertex: Int) -> Digraph.Row { childRows[vertex] }

  /// Who needs a vertex, ascending; a vertex stands once for each link.
  public func parents(of vertex: Int) -> Digraph.Row { parentRows[vertex] }

  /// The leaves, ascending.
  ///
  /// - Complexity: O(V).
  public var leaves: [Int] { kinds.indices.filter { kinds[$0] == .leaf } }
}
