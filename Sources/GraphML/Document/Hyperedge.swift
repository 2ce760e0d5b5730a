extension GraphMLDocument {
  /// An edge of any number of ends.
  public struct Hyperedge: Hashable, Sendable {
    /// The hyperedge's name, if it has one.
    public var id: String?
    /// Its ends, in file order.
    public var endpoints: [Endpoint]
    /// The values that the hyperedge states.
    public var values: Values
    /// A note in words.
    public var desc: String?
    /// Graphs inside the hyperedge; GraphML has at most one.
    public var graphs: [Graph]
    /// Other XML attributes and elements of the hyperedge, kept as they were.
    public var foreign: [Foreign]

    /// A hyperedge with the given ends.
    public init(id: String? = nil, endpoints: [Endpoint], values: Values = [:]) {
      self.id = id
      self.endpoints = endpoints
      self.values = values
      graphs = []
      foreign = []
    }
  }

  /// One end of a hyperedge.
  public struct Endpoint: Hashable, Sendable {
    /// The end's name, if it has one.
    public var id: String?
    /// The ``Node/id`` of the node that it meets.
    public var node: String
    /// The name of the port that it meets, if stated.
    public var port: String?
    /// How the node takes part.
    public var direction: Direction
    /// A note in words.
    public var desc: String?
    /// The values that the end states, which the schema has no place for.
    public var values: Values
    /// Other XML attributes and elements of the end, kept as they were.
    public var foreign: [Foreign]

    /// How a node takes part in a hyperedge.
    public enum Direction: String, Hashable, Sendable, CaseIterable {
      /// It is reached.
      case into = "in"
      /// It is where the hyperedge starts.
      case out
      /// Neither; what an end means that says nothing.
      case undirected = "undir"
    }

    /// An end at a node.
    public init(_ node: String, _ direction: Direction = .undirected, port: String? = nil) {
      self.node = node
      self.direction = direction
      self.port = port
      values = [:]
      foreign = []
    }
  }
}
