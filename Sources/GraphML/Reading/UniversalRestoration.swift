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
    let defaults = Defaults(manifest)
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
      defaults.restore(&restored, of: domain, element)
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

/// Which elements state defaults themselves, and which state nothing although there is one.
private struct Defaults {
  private struct Place: Hashable {
    let domain: GraphMLDocument.Domain
    let element: Int
  }

  private struct Name: Hashable {
    let domain: GraphMLDocument.Domain
    let text: String
  }

  private var defaults: [Name: GraphMLValue] = [:]
  private var explicit: [Name: [Range<Int>]] = [:]
  private var blank: [Place: [String]] = [:]

  init(_ manifest: UniversalManifest) {
    for field in manifest.fields {
      guard let value = field.attribute.defaultValue else { continue }
      let name = field.attribute.name
      let domains =
        field.attribute.domain == .all ? UniversalPlan.domains : [field.attribute.domain]
      for domain in domains { defaults[Name(domain: domain, text: name)] = value }
      for (domain, elements) in field.explicit {
        explicit[Name(domain: domain, text: name)] = elements
      }
      for (domain, elements) in field.blank {
        for element in elements {
          blank[Place(domain: domain, element: element), default: []].append(name)
        }
      }
    }
  }

  /// Takes defaults out that the element does not state itself, and adds its blanks.
  func restore(
    _ values: inout GraphMLDocument.Values, of domain: GraphMLDocument.Domain, _ element: Int
  ) {
    if defaults.isEmpty { return }
    let kept = values.filter { entry in
      let name = Name(domain: domain, text: entry.name)
      guard let value = defaults[name], entry.value == value else { return true }
      return isStated(element, in: explicit[name] ?? [])
    }
    let blank = blank[Place(domain: domain, element: element)] ?? []
    values = GraphMLDocument.Values(kept + blank.map { .init($0, nil) })
  }

  /// Whether one of the ranges, which are in order, holds an element.
  private func isStated(_ element: Int, in ranges: [Range<Int>]) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= element { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(element)
  }
}
