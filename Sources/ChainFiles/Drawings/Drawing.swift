import GraphML

/// A graph that somebody drew, of whatever program: its nodes with what is written on them, and the edges between them.
struct Drawing {
  struct Node {
    let id: String
    /// What is written on it; empty if nothing is.
    let label: String
    let values: [String: String]
    /// What is written on the group around it.
    let group: String?
  }

  struct Edge {
    let source: Int
    let target: Int
    let label: String
    let values: [String: String]
    let isDirected: Bool
  }

  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []
  /// The attributes in the order of their declaration, without those for the eye.
  let nodeAttributes: [GraphMLDocument.Attribute]
  let edgeAttributes: [GraphMLDocument.Attribute]
  /// The edges that meet a group, hyperedges, and graphs after the first.
  private(set) var (groupEdges, hyperedges, furtherGraphs) = (0, 0, 0)

  /// Attributes that say how a node or an edge looks.
  private static let looks: Set<String> = [
    "x", "y", "z", "size", "r", "g", "b", "width", "height", "color", "colour", "shape",
    "nodegraphics", "edgegraphics", "original_id", "graphml_manifest",
  ]

  /// Attributes that programs write on nodes and edges, the one that counts first.
  static let labelNames = ["label", "name", "名称", "标签", "title", "edge label", "shared name"]

  init(_ document: GraphMLDocument) {
    let attributes = { (domain: GraphMLDocument.Domain) in
      document.attributes.filter {
        ($0.domain == domain || $0.domain == .all) && $0.kind != .xml
          && !Self.looks.contains($0.name.lowercased())
      }
    }
    nodeAttributes = attributes(.node)
    edgeAttributes = attributes(.edge)
    furtherGraphs = max(document.graphs.count - 1, 0)
    guard let graph = document.graphs.first else { return }
    var places: [String: Int] = [:]
    add(graph, group: nil, &places)
    addEdges(graph, places)
  }

  private mutating func add(
    _ graph: GraphMLDocument.Graph, group: String?, _ places: inout [String: Int]
  ) {
    hyperedges += graph.hyperedges.count
    for node in graph.nodes {
      let values = Self.values(node.values, nodeAttributes)
      let label = Self.label(node.values, values, drawnAs: "NodeLabel") ?? node.desc ?? ""
      if node.graphs.contains(where: { !$0.nodes.isEmpty }) {
        let name = label.isEmpty ? node.id : label
        for inner in node.graphs { add(inner, group: name, &places) }
      } else if places[node.id] == nil {
        places[node.id] = nodes.count
        nodes.append(Node(id: node.id, label: label, values: values, group: group))
      }
    }
  }

  private mutating func addEdges(
    _ graph: GraphMLDocument.Graph, _ places: [String: Int]
  ) {
    for graph in graph.withNested {
      for edge in graph.edges {
        guard let source = places[edge.source], let target = places[edge.target] else {
          groupEdges += 1
          continue
        }
        let values = Self.values(edge.values, edgeAttributes)
        let written = edge.foreign.compactMap { foreign -> String? in
          if case .attribute("label", _, let value) = foreign { value } else { nil }
        }
        edges.append(
          Edge(
            source: source, target: target,
            label: Self.label(edge.values, values, drawnAs: "EdgeLabel") ?? written.first ?? "",
            values: values, isDirected: edge.isDirected ?? graph.isDirected))
      }
    }
  }

  /// What an element states or has by default, as text without blanks around it.
  private static func values(
    _ values: GraphMLDocument.Values, _ attributes: [GraphMLDocument.Attribute]
  ) -> [String: String] {
    var texts: [String: String] = [:]
    for attribute in attributes {
      let text = trimmed(attribute.value(in: values).value?.text ?? "")
      if !text.isEmpty { texts[attribute.name] = text }
    }
    return texts
  }

  /// What is written on an element: an attribute that programs show, else the label among yEd's graphics.
  private static func label(
    _ values: GraphMLDocument.Values, _ texts: [String: String], drawnAs element: String
  ) -> String? {
    for name in labelNames {
      // Of Label and label the first in order, whatever the order of the dictionary.
      let key = texts.keys.filter { $0.lowercased() == name }.min()
      if let key { return texts[key] }
    }
    for entry in values {
      guard case .xml(let xml) = entry.value else { continue }
      if let text = text(of: element, in: xml) { return text }
    }
    return nil
  }

  /// The text of the first element of a local name that has any, before the elements inside it.
  static func text(of element: String, in xml: String) -> String? {
    var rest = xml[...]
    while let open = rest.firstRange(of: ":\(element)") {
      rest = rest[open.upperBound...]
      guard let end = rest.firstIndex(of: ">") else { return nil }
      let isEmpty = rest[..<end].hasSuffix("/")
      rest = rest[rest.index(after: end)...]
      let text = rest.prefix { $0 != "<" }
      let plain = trimmed(unescaped(String(text)))
      if !isEmpty, !plain.isEmpty { return plain }
    }
    return nil
  }

  private static func unescaped(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#13;", " "), ("&amp;", "&")]
      .reduce(text) { $0.replacing($1.0, with: $1.1) }
      .split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
