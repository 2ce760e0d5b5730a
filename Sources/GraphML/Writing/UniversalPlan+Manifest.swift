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
      let declared = Set(document.attributes.filter { $0.domain == domain }.map(\.name))
      for field in columns[domain]?.fields ?? []
      where field.attribute.domain == domain && !declared.contains(field.attribute.name) {
        attributes.append(field.attribute)
      }
    }
    var fields = attributes.map {
      UniversalManifest.Field(attribute: $0, keys: [], explicit: [], blank: [])
    }
    for domain in Self.domains { complete(&fields, domain) }
    return fields
  }

  /// Adds the keys of a domain to the fields, and the elements that state a default, or nothing where there is a default.
  private func complete(
    _ fields: inout [UniversalManifest.Field], _ domain: GraphMLDocument.Domain
  ) {
    guard let columns = columns[domain] else { return }
    var keys: [Int: [String]] = [:]
    for column in columns.columns where !column.isDerived {
      if case .field(let place) = column.source { keys[place, default: []].append(column.keyID) }
    }
    /// By name, the place in `fields` of the attribute that elements of the domain mean.
    var withDefault: [String: Int] = [:]
    for place in fields.indices {
      let attribute = fields[place].attribute
      guard let number = columns.place(of: attribute.name, guess: place),
        columns.fields[number].attribute.domain == attribute.domain
      else { continue }
      fields[place].keys += keys[number] ?? []
      if attribute.defaultValue != nil { withDefault[attribute.name] = place }
    }
    if withDefault.isEmpty { return }
    var explicit: [Int: [Range<Int>]] = [:]
    var blank: [Int: [Int]] = [:]
    forEachElement(of: domain) { element, _, values in
      for entry in values {
        // Of several entries of an attribute the last counts.
        guard let place = withDefault[entry.name], let last = values.last(entry.name),
          last == entry || last.value?.isNaN == true && entry.value?.isNaN == true
        else { continue }
        // What is not a number is not written, and no default must take its place.
        if entry.value == nil || entry.value?.isNaN == true {
          if blank[place]?.last != element { blank[place, default: []].append(element) }
        } else if entry.value == fields[place].attribute.defaultValue {
          explicit[place, default: []].append(element: element)
        }
      }
    }
    for (place, elements) in explicit { fields[place].explicit.append((domain, elements)) }
    for (place, elements) in blank { fields[place].blank.append((domain, elements)) }
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

extension [Range<Int>] {
  /// Adds an element that is not before the last, to the last range if it follows that.
  fileprivate mutating func append(element: Int) {
    guard let last, element <= last.upperBound else { return append(element..<element + 1) }
    self[count - 1] = last.lowerBound..<Swift.max(last.upperBound, element + 1)
  }
}
