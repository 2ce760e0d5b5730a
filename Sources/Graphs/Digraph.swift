/// A directed graph that does not change: vertices 0, 1, … and edges 0, 1, … between them.
///
/// Parallel edges and self-loops are kept, each edge under its own number, so that facts about
/// vertices and edges can live in plain arrays beside the graph.
///
///     let graph = try Digraph(vertexCount: 3, edges: [(0, 1), (0, 2), (0, 1)])
///     Array(graph.successors(of: 0))    // [1, 2, 1]
///     Array(graph.outgoingEdges(of: 0)) // [0, 1, 2]
///
/// The rows of both directions are stored compressed (compressed sparse rows), 24 bytes an edge and
/// 8 bytes a vertex. Within a row the order is the order in which the edges were given.
public struct Digraph: Hashable, Sendable {
  /// The largest number of vertices that a graph holds: one number stays free for "none".
  public static let maximumVertexCount = Int(UInt32.max) - 1
  /// The largest number of edges that a graph holds: twice as many, one for each direction, are still
  /// numbers of 32 bits.
  public static let maximumEdgeCount = Int(Int32.max)

  /// E long: the vertex where each edge starts.
  @usableFromInline let sources: [UInt32]
  /// E long: the vertex where each edge ends.
  @usableFromInline let targets: [UInt32]
  /// A row a vertex: where its outgoing edges end.
  @usableFromInline let outgoing: CompressedRows
  /// The edges of `outgoing`, position by position.
  @usableFromInline let outgoingEdgeNumbers: [UInt32]
  /// A row a vertex: where its incoming edges start.
  @usableFromInline let incoming: CompressedRows
  /// The edges of `incoming`, position by position.
  @usableFromInline let incomingEdgeNumbers: [UInt32]

  /// Takes the edges in the order given; edge i is the i-th of the sequence.
  ///
  /// - Throws: `GraphError` for the first edge with an end outside `0..<vertexCount`, or when there
  ///   are too many vertices or edges.
  /// - Complexity: O(V + E) time and space.
  public init(
    vertexCount: Int, edges: some Sequence<(Int, Int)>
  ) throws(GraphError) {
    try Self.check(vertexCount: vertexCount, edgeCount: edges.underestimatedCount)
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    sources.reserveCapacity(edges.underestimatedCount)
    targets.reserveCapacity(edges.underestimatedCount)
    for (source, target) in edges {
      let edge = sources.count
      guard edge < Self.maximumEdgeCount else { throw .tooManyEdges }
      for vertex in [source, target] where vertex < 0 || vertex >= vertexCount {
        throw .vertexOutOfRange(edge: edge, vertex: vertex, vertexCount: vertexCount)
      }
      sources.append(UInt32(truncatingIfNeeded: source))
      targets.append(UInt32(truncatingIfNeeded: target))
    }
    self.init(vertexCount: vertexCount, checkedSources: sources, targets: targets)
  }

  /// Takes the edges as two columns; edge i goes from `sources[i]` to `targets[i]`.
  ///
  /// - Parameter threads: how many threads work, at least 1; two directions employ two at most. The
  ///   graph is the same for any number.
  /// - Precondition: both columns are equally long.
  /// - Throws: `GraphError` for the first edge with an end outside `0..<vertexCount`, or when there
  ///   are too many vertices or edges.
  /// - Complexity: O(V + E) time and space.
  public init(
    vertexCount: Int, sources: [UInt32], targets: [UInt32], threads: Int = 1
  ) throws(GraphError) {
    try Self.check(vertexCount: vertexCount, sources: sources, targets: targets)
    self.init(
      vertexCount: vertexCount, checkedSources: sources, targets: targets, threads: threads)
  }

  /// Every end is below `vertexCount`.
  init(vertexCount: Int, checkedSources sources: [UInt32], targets: [UInt32], threads: Int = 1) {
    let room = CompressedRows.room(sources.count)
    self.init(
      vertexCount: vertexCount, checkedSources: sources, targets: targets, room, threads: threads)
  }

  /// Every end is below `vertexCount`; there is room for sorting the edges.
  init(
    vertexCount: Int, checkedSources sources: [UInt32], targets: [UInt32],
    _ room: borrowing SharedRoom<[UInt32]>, threads: Int
  ) {
    var directions: [(rows: CompressedRows, numbers: [UInt32])] = []
    ParallelWork(threads: threads).run(
      parts: 2, check: {},
      { part in
        part == 0
          ? CompressedRows.numbered(targets, rowCount: vertexCount, keys: sources, room)
          : CompressedRows.numbered(sources, rowCount: vertexCount, keys: targets, room)
      }, combine: { directions.append($0) })
    let (outgoing, incoming) = (directions[0], directions[1])
    self.init(
      sources: sources, targets: targets,
      outgoing: outgoing.rows, outgoingEdgeNumbers: outgoing.numbers,
      incoming: incoming.rows, incomingEdgeNumbers: incoming.numbers)
  }

  private init(
    sources: [UInt32], targets: [UInt32], outgoing: CompressedRows, outgoingEdgeNumbers: [UInt32],
    incoming: CompressedRows, incomingEdgeNumbers: [UInt32]
  ) {
    self.sources = sources
    self.targets = targets
    self.outgoing = outgoing
    self.outgoingEdgeNumbers = outgoingEdgeNumbers
    self.incoming = incoming
    self.incomingEdgeNumbers = incomingEdgeNumbers
  }

  /// Refuses columns with an end outside `0..<vertexCount`, and too many vertices or edges.
  static func check(
    vertexCount: Int, sources: [UInt32], targets: [UInt32]
  ) throws(GraphError) {
    precondition(sources.count == targets.count, "an edge needs a source and a target")
    try check(vertexCount: vertexCount, edgeCount: sources.count)
    for edge in 0..<sources.count where max(sources[edge], targets[edge]) >= vertexCount {
      let vertex = sources[edge] >= vertexCount ? sources[edge] : targets[edge]
      throw .vertexOutOfRange(edge: edge, vertex: Int(vertex), vertexCount: vertexCount)
    }
  }

  private static func check(vertexCount: Int, edgeCount: Int) throws(GraphError) {
    guard vertexCount >= 0 else { throw .negativeVertexCount(vertexCount) }
    guard vertexCount <= maximumVertexCount else { throw .tooManyVertices(vertexCount) }
    guard edgeCount <= maximumEdgeCount else { throw .tooManyEdges }
  }
}

// MARK: - Vertices and edges

extension Digraph {
  /// How many vertices there are; they are numbered from 0.
  @inlinable public var vertexCount: Int { outgoing.rowCount }

  /// How many edges there are, parallel ones and self-loops included; they are numbered from 0.
  @inlinable public var edgeCount: Int { sources.count }

  /// The vertex where an edge starts.
  @inlinable public func source(of edge: Int) -> Int { Int(sources[edge]) }

  /// The vertex where an edge ends.
  @inlinable public func target(of edge: Int) -> Int { Int(targets[edge]) }

  /// Where the outgoing edges of a vertex end; a vertex stands once for each parallel edge.
  @inlinable public func successors(of vertex: Int) -> Row { outgoing[vertex] }

  /// Where the incoming edges of a vertex start; a vertex stands once for each parallel edge.
  @inlinable public func predecessors(of vertex: Int) -> Row { incoming[vertex] }

  /// The edges that start at a vertex, position by position those of `successors(of:)`.
  @inlinable
  public func outgoingEdges(of vertex: Int) -> Row {
    outgoing.row(vertex, of: outgoingEdgeNumbers)
  }

  /// The edges that end at a vertex, position by position those of `predecessors(of:)`.
  @inlinable
  public func incomingEdges(of vertex: Int) -> Row {
    incoming.row(vertex, of: incomingEdgeNumbers)
  }

  /// The same vertices and edge numbers with every edge turned round.
  ///
  /// - Complexity: O(1); the storage is shared.
  public var reversed: Digraph {
    Digraph(
      sources: targets, targets: sources,
      outgoing: incoming, outgoingEdgeNumbers: incomingEdgeNumbers,
      incoming: outgoing, incomingEdgeNumbers: outgoingEdgeNumbers)
  }
}
