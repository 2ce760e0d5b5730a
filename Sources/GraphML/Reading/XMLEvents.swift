/// The name of an element or an XML attribute, as libxml2 resolves it.
struct XMLName: Hashable {
  /// The name without prefix.
  let local: String
  /// The prefix, or the empty string.
  let prefix: String
  /// The namespace, or the empty string.
  let namespace: String
  /// The GraphML element of this local name, whatever the namespace.
  let tag: Tag?
  /// Whether the namespace is one that GraphML files are written in, none included.
  let isInKnownNamespace: Bool

  init(local: String, prefix: String, namespace: String) {
    self.local = local
    self.prefix = prefix
    self.namespace = namespace
    tag = Tag(rawValue: local)
    isInKnownNamespace = Self.knownNamespaces.contains(namespace)
  }

  /// The name with its prefix, as it stands in the file.
  var qualified: String { prefix.isEmpty ? local : "\(prefix):\(local)" }

  /// The namespace of the standard, none, and the one that NetLogo and JUNG write.
  static let knownNamespaces = [
    "http://graphml.graphdrawing.org/xmlns", "", "http://graphml.graphdrawing.org/xmlns/graphml",
  ]
}

/// An XML attribute of a start tag, its value with entities resolved.
struct XMLAttribute {
  let name: XMLName
  let value: String
}

extension XMLAttribute {
  /// A foreign attribute as the parser gave it.
  init?(_ foreign: GraphMLDocument.Foreign) {
    guard case .attribute(let name, let namespace, let value) = foreign else { return nil }
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    self.init(
      name: XMLName(
        local: parts.last ?? "", prefix: parts.count > 1 ? parts[0] : "",
        namespace: namespace ?? ""),
      value: value)
  }
}

/// The elements of GraphML.
enum Tag: String, CaseIterable {
  case graphml, key, graph, node, port, edge, hyperedge, endpoint, data, desc, locator
  case defaultValue = "default"

  /// The domain of the values that stand in such an element.
  var domain: GraphMLDocument.Domain? {
    switch self {
    case .graphml: .graphml
    case .graph: .graph
    case .node: .node
    case .port: .port
    case .edge: .edge
    case .hyperedge: .hyperedge
    case .endpoint: .endpoint
    case .key, .data, .desc, .locator, .defaultValue: nil
    }
  }

  /// Whether `child` means something directly inside this element, keys being read wherever they stand.
  func mayHold(_ child: Tag) -> Bool {
    switch self {
    case .graphml: [.key, .graph, .data, .desc].contains(child)
    case .graph: [.key, .data, .node, .edge, .hyperedge, .desc, .locator].contains(child)
    case .node: [.key, .data, .port, .graph, .desc, .locator].contains(child)
    case .port: [.key, .data, .port, .desc].contains(child)
    case .edge: [.key, .data, .graph, .desc].contains(child)
    case .hyperedge: [.key, .data, .endpoint, .graph, .desc].contains(child)
    case .endpoint: [.key, .data, .desc].contains(child)
    case .key: [.desc, .defaultValue].contains(child)
    case .data, .desc, .locator, .defaultValue: false
    }
  }
}
