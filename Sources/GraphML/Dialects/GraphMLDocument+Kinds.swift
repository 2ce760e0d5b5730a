// APOC and Gephi state what nodes and edges are in XML attributes that GraphML does not define.

extension GraphMLDocument {
  /// Makes the kinds of nodes and edges values whose attribute has the role, where the file states them as `labels` of a
  /// node (APOC) and `label` of an edge (APOC, Gephi).
  ///
  /// The values of APOC's keys that say the same are used; where another attribute says something else, both stay.
  /// - Complexity: O(elements and values).
  mutating func adoptKinds() {
    let nodes = kindAttribute(of: .node, "labels") { graph in
      graph.nodes.map { ($0.foreign, $0.values) }
    }
    let edges = kindAttribute(of: .edge, "label") { graph in
      graph.edges.map { ($0.foreign, $0.values) }
    }
    if nodes == nil, edges == nil { return }
    if let nodes { declare(nodes, for: .node, as: .string, role: .kind) }
    if let edges { declare(edges, for: .edge, as: .string, role: .kind) }
    changeGraphs { graph in
      if let nodes {
        for place in graph.nodes.indices {
          guard let kind = graph.nodes[place].foreign.takePlain("labels") else { continue }
          graph.nodes[place].values[nodes] = .string(kind)
        }
      }
      if let edges {
        for place in graph.edges.indices {
          guard let kind = graph.edges[place].foreign.takePlain("label") else { continue }
          graph.edges[place].values[edges] = .string(kind)
        }
      }
    }
  }

  /// The attribute to hold what elements state in the XML attribute `name`; nil if none does.
  private func kindAttribute(
    of domain: Domain, _ name: String, _ elements: (Graph) -> [([Foreign], Values)]
  ) -> String? {
    let hasRole = attributes.contains { $0.domain == domain && $0.role == .kind }
    var candidates = attributes.filter {
      $0.domain == domain && $0.kind == .string && (hasRole ? $0.role == .kind : $0.name == name)
    }.map(\.name)
    var isStated = false
    forEachGraph { graph in
      for (foreign, values) in elements(graph) {
        guard let kind = foreign.plain(name) else { continue }
        isStated = true
        candidates.removeAll { candidate in
          values.last(candidate).map { $0.value != .string(kind) } ?? false
        }
      }
    }
    if !isStated { return nil }
    if let candidate = candidates.first { return candidate }
    // A second attribute of the role would not be looked at.
    if hasRole { return nil }
    var names = FreeNames(
      attributes.filter { $0.domain == domain || $0.domain == .all }.map(\.name))
    return names.take("kind")
  }
}

extension [GraphMLDocument.Foreign] {
  /// The value of an XML attribute without namespace.
  fileprivate func plain(_ name: String) -> String? {
    for case .attribute(name, nil, let value) in self { return value }
    return nil
  }

  /// Takes an XML attribute without namespace out, and gives its value.
  fileprivate mutating func takePlain(_ name: String) -> String? {
    if isEmpty { return nil }
    guard let value = plain(name) else { return nil }
    removeAll { item in
      if case .attribute(name, nil, _) = item { true } else { false }
    }
    return value
  }
}
