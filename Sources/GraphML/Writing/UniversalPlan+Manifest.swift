extension UniversalPlan {
  /// What reading needs to restore the document.
  func manifest() -> UniversalManifest {
    var manifest = UniversalManifest()
    manifest.fields = manifestFields()
    for domain in Self.domains {
      for column in columns[domain]?.columns ?? [] where column.isDerived {
        manifest.derivedKeys.append(column.keyID)
      }
    }
    manifest.canonical = Self.domains.filter(ids.canonical.contains)
    for domain in manifest.canonical {
      forEachElement(of: domain) { element, id, _ in
        if let id, id.replacingForbiddenCharacters().count > 0 {
          manifest.ids.append(.init(domain: domain, element: element, id: id))
        }
      }
    }
    if !ids.keepsGraphIDs {
      var list: [String?] = []
      document.forEachGraph { list.append($0.id) }
      manifest.graphIDs = list
    }
    manifest.desc = document.desc
    manifest.values = Array(document.values)
    return manifest
  }

  /// The declared attributes in their order, then those that elements state without a declaration.
  private func manifestFields() -> [UniversalManifest.Field] {
    var attributes = document.attributes
    for domain in Self.domains {
      for field in columns[domain]?.fields ?? [] where field.attribute.domain == domain {
        let isListed = attributes.contains {
          $0.domain == domain && $0.name == field.attribute.name
        }
        if !isListed { attributes.append(field.attribute) }
      }
    }
    return attributes.map { attribute in
      var field = UniversalManifest.Field(attribute: attribute, keys: [], explicit: [])
      for domain in Self.domains {
        guard let columns = columns[domain],
          let place = columns.fields.firstIndex(where: {
            $0.attribute.name == attribute.name && $0.attribute.domain == attribute.domain
          })
        else { continue }
        field.keys += columns.columns.filter { $0.source == .field(place) && !$0.isDerived }
          .map(\.keyID)
        guard let value = attribute.defaultValue else { continue }
        var elements: [Int] = []
        forEachElement(of: domain) { element, _, values in
          if values.last(attribute.name)?.value == value { elements.append(element) }
        }
        if !elements.isEmpty { field.explicit.append((domain, elements)) }
      }
      return field
    }
  }

  /// Calls `visit` for each element of a domain with its number, its id and its values.
  private func forEachElement(
    of domain: GraphMLDocument.Domain,
    _ visit: (Int, String?, GraphMLDocument.Values) -> Void
  ) {
    var number = 0
    func visitNext(_ id: String?, _ values: GraphMLDocument.Values) {
      visit(number, id, values)
      number += 1
    }
    document.forEachGraph { graph in
      switch domain {
      case .graph: visitNext(graph.id, graph.values)
      case .node: for node in graph.nodes { visitNext(node.id, node.values) }
      case .edge: for edge in graph.edges { visitNext(edge.id, edge.values) }
      case .hyperedge: for item in graph.hyperedges { visitNext(item.id, item.values) }
      case .port: for node in graph.nodes { node.forEachPort { visitNext($0.name, $0.values) } }
      case .all, .graphml, .endpoint: break
      }
    }
  }
}
