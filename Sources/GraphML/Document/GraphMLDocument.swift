/// The content of a GraphML file as a value: attribute declarations, graphs, and everything else that the file says.
///
/// ```swift
/// var document = GraphMLDocument()
/// document.declare("name", for: .node, as: .string, role: .label)
/// document.declare("产值（万元）", for: .node, as: .double)
/// document.graphs = [
///   .init(
///     nodes: [
///       .init(id: "甲公司", values: ["name": "甲公司（集团）", "产值（万元）": 12.5]),
///       .init(id: "光伏组件"),
///     ],
///     edges: [.init(from: "甲公司", to: "光伏组件", values: ["weight": 2.5])])
/// ]
/// let file = try document.bytes()
/// ```
public struct GraphMLDocument: Hashable, Sendable {
  /// The attribute declarations, in file order. An attribute that elements state without a declaration is allowed;
  /// writing then finds its type from the values.
  public var attributes: [Attribute]
  /// The graphs at the top, in file order.
  public var graphs: [Graph]
  /// The values that the document itself states.
  public var values: Values
  /// A note in words.
  public var desc: String?
  /// Other XML attributes and elements at the top, kept as they were.
  public var foreign: [Foreign]

  /// A document of the given graphs.
  public init(attributes: [Attribute] = [], graphs: [Graph] = []) {
    self.attributes = attributes
    self.graphs = graphs
    values = [:]
    foreign = []
  }

  /// Declares an attribute. If the domain already has one of this name, its type is widened instead, and a role or
  /// default given here replaces the one that it had.
  /// - Complexity: O(attributes.count).
  public mutating func declare(
    _ name: String, for domain: Domain, as kind: GraphMLValue.Kind, role: Role? = nil,
    defaultValue: GraphMLValue? = nil
  ) {
    guard let place = attributes.firstIndex(where: { $0.domain == domain && $0.name == name })
    else {
      attributes.append(
        Attribute(name, for: domain, as: kind, role: role, defaultValue: defaultValue))
      return
    }
    attributes[place].kind = attributes[place].kind.widened(with: kind)
    attributes[place].role = role ?? attributes[place].role
    attributes[place].defaultValue = defaultValue ?? attributes[place].defaultValue
  }

  /// The attribute that elements of a domain call `name`: the domain's own, else one declared for all.
  /// - Complexity: O(attributes.count).
  public func attribute(_ name: String, for domain: Domain) -> Attribute? {
    attributes.first { $0.domain == domain && $0.name == name }
      ?? attributes.first { $0.domain == .all && $0.name == name }
  }
}
