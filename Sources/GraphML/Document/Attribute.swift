extension GraphMLDocument {
  /// An attribute declaration: what a `<key>` says, after keys of one name and one domain are merged.
  public struct Attribute: Hashable, Sendable {
    /// The name that people see, any text; unique among the attributes of a domain.
    public var name: String
    /// The kind of element that it describes.
    public var domain: Domain
    /// The type; a value of an element may still differ from it (a number too long for it, a text).
    public var kind: GraphMLValue.Kind
    /// What an element has that states nothing.
    public var defaultValue: GraphMLValue?
    /// What the attribute is to a viewer, if it is something that viewers look for.
    public var role: Role?
    /// The key's `<desc>`.
    public var desc: String?
    /// The `id` of the first key that declared it in the file read; nil for one declared in a program.
    public var keyID: String?
    /// The type as the file spells it, when it is none of the six of the format: `vector_float`, `nodegraphics`.
    public var spelledKind: String?
    /// GraphML 1.1's `dynamic`: the values are stated for times.
    public var isDynamic: Bool
    /// The key's other XML attributes and elements, kept as they were.
    public var foreign: [Foreign]

    /// A declaration as a program makes it.
    public init(
      _ name: String, for domain: Domain, as kind: GraphMLValue.Kind, role: Role? = nil,
      defaultValue: GraphMLValue? = nil, desc: String? = nil
    ) {
      self.name = name
      self.domain = domain
      self.kind = kind
      self.defaultValue = defaultValue
      self.role = role
      self.desc = desc
      isDynamic = false
      foreign = []
    }

    /// The value of the element that states `values`: its own, the default, or none.
    /// - Complexity: O(values.count).
    public func value(in values: Values) -> Lookup {
      if let entry = values.last(name) {
        return entry.value.map(Lookup.explicit) ?? .blank
      }
      return defaultValue.map(Lookup.byDefault) ?? .missing
    }
  }

  /// What an element has for an attribute, and how it comes to have it.
  public enum Lookup: Hashable, Sendable {
    /// The element states it.
    case explicit(GraphMLValue)
    /// The element states nothing and the attribute has a default.
    case byDefault(GraphMLValue)
    /// The element states an empty value where the type has none; no default applies.
    case blank
    /// Neither the element nor the attribute says anything.
    case missing

    /// The value to calculate with, stated or by default.
    public var value: GraphMLValue? {
      switch self {
      case .explicit(let value), .byDefault(let value): value
      case .blank, .missing: nil
      }
    }
  }

  /// The kind of element that an attribute describes: `for` of a `<key>`.
  public enum Domain: String, Hashable, Sendable, CaseIterable {
    /// Every kind of element.
    case all
    /// The document.
    case graphml
    /// Graphs.
    case graph
    /// Nodes.
    case node
    /// Edges.
    case edge
    /// Hyperedges.
    case hyperedge
    /// Ports of nodes.
    case port
    /// Ends of hyperedges.
    case endpoint
  }

  /// What viewers look for under a name of their own. The universal profile writes the attribute under those names.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    /// The kind of a node or an edge, text: `labels` and `labelV`, or `label`, `labelE` and `interaction`.
    case kind
    /// What is shown beside a node, text: `label` and `name`.
    case label
    /// The horizontal place of a node, in the viewer's units, to the right.
    case x
    /// The vertical place of a node, in the viewer's units, upwards as in Gephi.
    case y
    /// The diameter of a node, in the viewer's units, above 0.
    case size
    /// The breadth of a node that is drawn as a box, in the viewer's units, above 0.
    case width
    /// The height of a node that is drawn as a box, in the viewer's units, above 0.
    case height
    /// The red part of a node's colour, an integer 0...255.
    case red
    /// The green part of a node's colour, an integer 0...255.
    case green
    /// The blue part of a node's colour, an integer 0...255.
    case blue
    /// The weight of an edge, a number; Gephi removes edges of weight 0.
    case weight
  }
}
