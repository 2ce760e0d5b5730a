extension GraphMLDocument {
  /// A graph: nodes, edges and hyperedges in file order.
  public struct Graph: Hashable, Sendable {
    /// The graph's name in the file.
    public var id: String?
    /// The direction of the edges that state none.
    public var isDirected: Bool
    /// The nodes, those of nested graphs not among them.
    public var nodes: [Node]
    /// The edges; several may join the same two nodes.
    public var edges: [Edge]
    /// Edges of any number of ends.
    public var hyperedges: [Hyperedge]
    /// The values that the graph states.
    public var values: Values
    /// A note in words.
    public var desc: String?
    /// Where the content of the graph is said to be; never followed.
    public var locator: String?
    /// Other XML attributes and elements of the graph, kept as they were.
    public var foreign: [Foreign]

    /// A graph without hyperedges.
    public init(
      id: String? = nil, isDirected: Bool = true, nodes: [Node] = [], edges: [Edge] = [],
      values: Values = [:], desc: String? = nil
    ) {
      self.id = id
      self.isDirected = isDirected
      self.nodes = nodes
      self.edges = edges
      self.values = values
      self.desc = desc
      hyperedges = []
      foreign = []
    }
  }

  /// A node of a graph.
  public struct Node: Hashable, Sendable {
    /// The node's name for edges, any text; unique in a graph and the graphs nested in it.
    public var id: String
    /// The values that the node states.
    public var values: Values
    /// A note in words.
    public var desc: String?
    /// The places where edges can meet the node.
    public var ports: [Port]
    /// Graphs inside the node; GraphML 1.1 has at most one.
    public var graphs: [Graph]
    /// Where the content of the node is said to be; never followed.
    public var locator: String?
    /// Other XML attributes and elements of the node, kept as they were.
    public var foreign: [Foreign]

    /// A node without ports and nested graphs.
    public init(id: String, values: Values = [:], desc: String? = nil) {
      self.id = id
      self.values = values
      self.desc = desc
      ports = []
      graphs = []
      foreign = []
    }
  }

  /// An edge between two nodes, or from a node to itself.
  public struct Edge: Hashable, Sendable {
    /// The edge's name, if it has one; files exist in which many edges share one.
    public var id: String?
    /// The ``Node/id`` where the edge starts.
    public var source: String
    /// The ``Node/id`` where the edge ends.
    public var target: String
    /// The direction that the edge states itself; nil means ``Graph/isDirected``.
    public var isDirected: Bool?
    /// The name of the port of the source, if stated.
    public var sourcePort: String?
    /// The name of the port of the target, if stated.
    public var targetPort: String?
    /// The values that the edge states.
    public var values: Values
    /// A note in words.
    public var desc: String?
    /// Graphs inside the edge; GraphML has at most one.
    public var graphs: [Graph]
    /// Other XML attributes and elements of the edge, kept as they were.
    public var foreign: [Foreign]

    /// An edge without ports and nested graphs.
    public init(
      id: String? = nil, from source: String, to target: String, isDirected: Bool? = nil,
      values: Values = [:], desc: String? = nil
    ) {
      self.id = id
      self.source = source
      self.target = target
      self.isDirected = isDirected
      self.values = values
      self.desc = desc
      graphs = []
      foreign = []
    }
  }

  /// A place where edges meet a node; ports may hold ports.
  public struct Port: Hashable, Sendable {
    /// The port's name, unique in its node.
    public var name: String
    /// The values that the port states.
    public var values: Values
    /// A note in words.
    public var desc: String?
    /// The ports inside this one.
    public var ports: [Port]
    /// Other XML attributes and elements of the port, kept as they were.
    public var foreign: [Foreign]

    /// A port without ports inside.
    public init(_ name: String, values: Values = [:], desc: String? = nil) {
      self.name = name
      self.values = values
      self.desc = desc
      ports = []
      foreign = []
    }
  }
}
