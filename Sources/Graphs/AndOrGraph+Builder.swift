extension AndOrGraph {
  /// Collects vertices and links in any order, so that cycles can be tied: add both vertices, then
  /// the links.
  public struct Builder: Sendable {
    private var kinds: [Kind] = []
    /// As long as `children`: who needs `children[i]`.
    private var parents: [UInt32] = []
    private var children: [UInt32] = []
    /// The first link with an end that fits no column, and that end; the column holds a number that
    /// no vertex has.
    private var stranger: (link: Int, vertex: Int)?

    /// Starts with no vertices.
    public init() {}

    /// How many vertices have been added; the next one gets this number.
    public var vertexCount: Int { kinds.count }

    /// Sets aside room, which saves copies when the sizes are known.
    public mutating func reserve(vertices: Int, links: Int) {
      kinds.reserveCapacity(vertices)
      parents.reserveCapacity(links)
      children.reserveCapacity(links)
    }

    /// Adds something that can fail by itself; returns its number.
    public mutating func addLeaf() -> Int { add(.leaf) }

    /// Adds a vertex that needs all its children, given now or later; returns its number.
    ///
    /// Children may be vertices that are added later. Without any, the vertex is always available.
    public mutating func addAll(_ children: some Sequence<Int> = EmptyCollection()) -> Int {
      let vertex = add(.all)
      for child in children { addChild(child, to: vertex) }
      return vertex
    }

    /// Adds a vertex that needs any one of its children, given now or later; returns its number.
    ///
    /// Children may be vertices that are added later. Without any, the vertex is never available.
    public mutating func addAny(_ children: some Sequence<Int> = EmptyCollection()) -> Int {
      let vertex = add(.any)
      for child in children { addChild(child, to: vertex) }
      return vertex
    }

    /// Makes one vertex need another.
    ///
    /// Both may be added later; `graph()` reports the numbers that never were, and leaves that were
    /// given a child.
    public mutating func addChild(_ child: Int, to parent: Int) {
      for vertex in [parent, child] where vertex < 0 || vertex > Digraph.maximumVertexCount {
        stranger = stranger ?? (parents.count, vertex)
      }
      parents.append(UInt32(exactly: parent) ?? .max)
      children.append(UInt32(exactly: child) ?? .max)
    }

    /// The graph of what has been added so far.
    ///
    /// - Throws: `AndOrGraphError` for the first link that names no vertex or a child of a leaf.
    /// - Complexity: O(V + E) time and space.
    public func graph() throws(AndOrGraphError) -> AndOrGraph {
      do {
        return try AndOrGraph(kinds: kinds, parents: parents, children: children)
      } catch .vertexOutOfRange(let link, _, let count) where link == stranger?.link {
        throw .vertexOutOfRange(link: link, vertex: stranger?.vertex ?? 0, vertexCount: count)
      }
    }

    private mutating func add(_ kind: Kind) -> Int {
      kinds.append(kind)
      return kinds.count - 1
    }
  }
}
