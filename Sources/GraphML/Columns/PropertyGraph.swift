/// A graph with attributes in columns: what analyses of large graphs need of a GraphML file, in a fraction of the space of a
/// ``GraphMLDocument``.
///
/// Nodes and edges are numbers from 0. Nodes are numbered in the order in which the file first names them, be it by an edge;
/// in a file that lists its nodes first this is their order. Edges stand in file order.
///
/// ```swift
/// let graph = try PropertyGraph.read(path: "supply.graphml").graph
/// let weight = graph.edgeColumn("weight")?.doubles
/// for edge in 0..<graph.edgeCount where graph.sources[edge] == 0 { … }
/// ```
///
/// The graphs nested in nodes and edges are flattened into one, with ``parents``. Ports, hyperedges, notes, locators and XML
/// values are left out, with one warning for each kind; ``GraphMLDocument`` keeps them.
public struct PropertyGraph: Equatable, Sendable {
  /// The graph's name in the file.
  public package(set) var id: String?
  /// The direction of the edges that ``directions`` does not list.
  public package(set) var isDirected = true
  /// The names of the nodes, by node.
  public package(set) var nodeIDs = Texts()
  /// The node that each edge leaves, by edge.
  public package(set) var sources: [UInt32] = []
  /// The node that each edge meets, by edge.
  public package(set) var targets: [UInt32] = []
  /// Whether each edge is directed, by edge; empty if all are as ``isDirected`` says.
  public package(set) var directions: [Bool] = []
  /// The names of the edges, by edge, empty where the file gives none; no texts if none has one or they were not wanted.
  /// Several edges may share a name, which ``Texts/index(of:)`` does not find.
  public package(set) var edgeIDs = Texts()
  /// The node in whose nested graph each node stands, by node, ``none`` at the top; empty if nothing is nested.
  public package(set) var parents: [UInt32] = []
  /// The attributes of nodes, a row a node.
  public package(set) var nodeColumns: [Column] = []
  /// The attributes of edges, a row an edge.
  public package(set) var edgeColumns: [Column] = []
  /// The attributes of the graph, one row.
  public package(set) var graphColumns: [Column] = []

  /// Stands in ``parents`` and in a column's codes for nothing.
  public static let none = UInt32.max

  /// A graph without nodes.
  public init() {}

  /// The number of nodes.
  public var nodeCount: Int { nodeIDs.count }

  /// The number of edges.
  public var edgeCount: Int { sources.count }

  /// Whether an edge is directed.
  /// - Precondition: `edge` is in 0..<``edgeCount``.
  public func isDirected(edge: Int) -> Bool {
    directions.isEmpty ? isDirected : directions[edge]
  }

  /// The attribute of nodes of a name; the first, if several keys gave one name to different types.
  public func nodeColumn(_ name: String) -> Column? { nodeColumns.first { $0.name == name } }

  /// The attribute of edges of a name.
  public func edgeColumn(_ name: String) -> Column? { edgeColumns.first { $0.name == name } }

  /// What reading a file gives.
  public struct Reading: Equatable, Sendable {
    /// The graph.
    public var graph: PropertyGraph
    /// What had to be repaired or left out, in file order; at most the number that the options allow.
    public var warnings: [GraphMLError]
    /// The number of all repairs, those not kept in ``warnings`` included.
    public var warningCount: Int
    /// The number of node elements, those of a repeated id included.
    public var nodeElementCount: Int
    /// The number of edge elements, those left out for want of an end included.
    public var edgeElementCount: Int
  }
}
