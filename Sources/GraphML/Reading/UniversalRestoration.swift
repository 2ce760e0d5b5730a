/// Turns the content of a universal file back into the document that was written, by the manifest in it.
struct UniversalRestoration {
  private let manifest: UniversalManifest
  /// For each domain, what an attribute of the file is in the document.
  private var fields: [Key: Int] = [:]
  private var derived: Set<Key> = []
  /// The original ids, by the ids of the file.
  private var originals: [Key: String] = [:]

  private struct Key: Hashable {
    let domain: GraphMLDocument.Domain
    let text: String
  }

  /// The restoration of a document that has a manifest.
  init?(_ document: GraphMLDocument) {
    let values = document.graphs.first?.values ?? document.values
    guard let text = values[manifestName]?.string, let manifest = UniversalManifest(text) else {
      return nil
    }
    self.manifest = manifest
    var keys: [String: Key] = [:]
    for attribute in document.attributes {
      keys[attribute.keyID ?? ""] = Key(domain: attribute.domain, text: attribute.name)
    }
    for (place, field) in manifest.fields.enumerated() {
      for key in field.keys.compactMap({ keys[$0] }) { fields[key] = place }
    }
    derived = Set(manifest.derivedKeys.compactMap { keys[$0] })
  }

  /// Restores the document that the initialiser looked at.
  mutating func restore(_ document: inout GraphMLDocument) {
    document.attributes = manifest.fields.map(\.attribute)
    document.desc = manifest.desc
    document.values = GraphMLDocument.Values(manifest.values)
    document.foreign.removeAll(where: \.isRewritten)
    restoreElements(&document)
    restoreEnds(&document)
  }

  private mutating func restoreElements(_ document: inout GraphMLDocument) {
    var counts: [GraphMLDocument.Domain: Int] = [:]
    var explicit: [GraphMLDocument.Domain: [(field: UniversalManifest.Field, elements: Set<Int>)]] =
      [:]
    for domain in UniversalPlan.domains {
      explicit[domain] = manifest.fields.filter {
        $0.attribute.defaultValue != nil
          && ($0.attribute.domain == domain || $0.attribute.domain == .all)
      }.map { field in
        (field, Set(field.explicit.first { $0.domain == domain }?.elements ?? []))
      }
    }
    var exceptions: [GraphMLDocument.Domain: [Int: String]] = [:]
    for item in manifest.ids { exceptions[item.domain, default: [:]][item.element] = item.id }

    /// Restores the values of the next element, and gives its original id.
    func restore(
      _ values: inout GraphMLDocument.Values, _ id: String?, of domain: GraphMLDocument.Domain
    ) -> String? {
      let element = counts[domain, default: 0]
      counts[domain] = element + 1
      let stated = values["original_id"]?.string
      var restored = GraphMLDocument.Values()
      for entry in values {
        let key = Key(domain: domain, text: entry.name)
        if entry.name == manifestName || derived.contains(key) { continue }
        restored.append(self.restored(entry, key))
      }
      for (field, elements) in explicit[domain] ?? [] {
        let name = field.attribute.name
        guard let value = restored.last(name) else {
          restored.append(.init(name, nil))
          continue
        }
        if value.value == field.attribute.defaultValue, !elements.contains(element) {
          restored[name] = nil
        }
      }
      values = restored
      guard manifest.canonical.contains(domain) else { return id }
      let original = exceptions[domain]?[element] ?? stated
      if let id, let original { originals[Key(domain: domain, text: id)] = original }
      return original
    }

    var graphIDs = (manifest.graphIDs ?? []).makeIterator()
    document.changeGraphs { graph in
      graph.foreign.removeAll(where: \.isRewritten)
      if manifest.graphIDs != nil { graph.id = graphIDs.next() ?? nil }
      _ = restore(&graph.values, graph.id, of: .graph)
      for place in graph.nodes.indices {
        let id = graph.nodes[place].id
        graph.nodes[place].id = restore(&graph.nodes[place].values, id, of: .node) ?? id
        graph.nodes[place].changePorts { port in
          port.name = restore(&port.values, port.name, of: .port) ?? port.name
        }
      }
      for place in graph.edges.indices {
        graph.edges[place].id = restore(
          &graph.edges[place].values, graph.edges[place].id, of: .edge)
      }
      for place in graph.hyperedges.indices {
        graph.hyperedges[place].id = restore(
          &graph.hyperedges[place].values, graph.hyperedges[place].id, of: .hyperedge)
      }
    }
  }

  /// The entry with its original name, and its value in the original type where it has one there.
  private func restored(_ entry: GraphMLDocument.Entry, _ key: Key) -> GraphMLDocument.Entry {
    guard let place = fields[key] else { return entry }
    let attribute = manifest.fields[place].attribute
    var entry = entry
    entry.name = attribute.name
    if let value = entry.value, value.kind != attribute.kind,
      case .value(let converted?) = GraphMLValue.read(value.text, as: attribute.kind)
    {
      entry.value = converted
    }
    return entry
  }

  private func restoreEnds(_ document: inout GraphMLDocument) {
    func original(_ id: String, _ domain: GraphMLDocument.Domain) -> String {
      originals[Key(domain: domain, text: id)] ?? id
    }
    document.changeGraphs { graph in
      for place in graph.edges.indices {
        let edge = graph.edges[place]
        graph.edges[place].source = original(edge.source, .node)
        graph.edges[place].target = original(edge.target, .node)
        graph.edges[place].sourcePort = edge.sourcePort.map { original($0, .port) }
        graph.edges[place].targetPort = edge.targetPort.map { original($0, .port) }
      }
      for place in graph.hyperedges.indices {
        for end in graph.hyperedges[place].endpoints.indices {
          let endpoint = graph.hyperedges[place].endpoints[end]
          graph.hyperedges[place].endpoints[end].node = original(endpoint.node, .node)
          graph.hyperedges[place].endpoints[end].port = endpoint.port.map { original($0, .port) }
        }
      }
    }
  }
}
