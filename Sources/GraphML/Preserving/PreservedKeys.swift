/// The keys of a file that says everything a document does: each attribute under its own key, and under further ones of the
/// same name where it has values that reading would not give back from the text under the first.
struct PreservedKeys {
  typealias Domain = GraphMLDocument.Domain
  typealias Kind = GraphMLValue.Kind

  struct Key {
    let id: String
    let domain: Domain
    let name: String
    /// The type that the key states.
    let kind: Kind
    /// What the first key of an attribute says besides.
    var attribute: GraphMLDocument.Attribute?
  }

  private struct Name: Hashable {
    let domain: Domain
    let text: String
  }

  /// In the order in which they are declared.
  private(set) var keys: [Key] = []
  /// The places of the keys of a name.
  private var places: [Name: [Int]] = [:]
  private var takenIDs: Set<Name> = []
  private var next = 0

  init(_ document: GraphMLDocument) {
    for attribute in document.attributes {
      let id = attribute.keyID ?? ""
      if !id.isEmpty { takenIDs.insert(Name(domain: attribute.domain, text: id)) }
    }
    var used: Set<Name> = []
    for attribute in document.attributes { declare(attribute, &used) }
    note(document.values, .graphml)
    document.forEachGraph { graph in
      note(graph.values, .graph)
      for node in graph.nodes {
        note(node.values, .node)
        node.forEachPort { note($0.values, .port) }
      }
      for edge in graph.edges { note(edge.values, .edge) }
      for hyperedge in graph.hyperedges {
        note(hyperedge.values, .hyperedge)
        for end in hyperedge.endpoints { note(end.values, .endpoint) }
      }
    }
    for attribute in document.attributes { widen(attribute) }
  }

  /// The key under which an element's value reads back as it is.
  func key(of entry: GraphMLDocument.Entry, in domain: Domain) -> Key? {
    place(of: entry, in: domain).map { keys[$0] }
  }
}

// MARK: - Choosing keys

extension PreservedKeys {
  private mutating func declare(_ attribute: GraphMLDocument.Attribute, _ used: inout Set<Name>) {
    var kind = attribute.kind
    if let value = attribute.defaultValue, !value.isRead(as: kind) { kind = value.kind }
    let id = attribute.keyID ?? ""
    let isFree = !id.isEmpty && used.insert(Name(domain: attribute.domain, text: id)).inserted
    add(
      Key(
        id: isFree ? id : freeID(attribute.domain), domain: attribute.domain, name: attribute.name,
        kind: kind, attribute: attribute))
  }

  private mutating func note(_ values: GraphMLDocument.Values, _ domain: Domain) {
    for entry in values where place(of: entry, in: domain) == nil {
      // A number key has blanks; one for all elements stays one for all.
      let isForAll =
        places[Name(domain: domain, text: entry.name)] == nil
        && places[Name(domain: .all, text: entry.name)] != nil
      let domain = isForAll ? .all : domain
      add(
        Key(
          id: freeID(domain), domain: domain, name: entry.name,
          kind: entry.value?.kind ?? .long))
    }
  }

  /// Adds a key if the others do not give the attribute its type.
  private mutating func widen(_ attribute: GraphMLDocument.Attribute) {
    let kinds = (places[Name(domain: attribute.domain, text: attribute.name)] ?? [])
      .map { keys[$0].kind }
    guard let first = kinds.first else { return }
    if kinds.dropFirst().reduce(first, { $0.widened(with: $1) }) == attribute.kind { return }
    add(
      Key(
        id: freeID(attribute.domain), domain: attribute.domain, name: attribute.name,
        kind: attribute.kind))
  }

  private mutating func add(_ key: Key) {
    places[Name(domain: key.domain, text: key.name), default: []].append(keys.count)
    takenIDs.insert(Name(domain: key.domain, text: key.id))
    keys.append(key)
  }

  /// An id that no key has, nor a key for all elements would be taken for.
  private mutating func freeID(_ domain: Domain) -> String {
    while true {
      let id = "d\(next)"
      next += 1
      if Domain.allCases.allSatisfy({ !takenIDs.contains(Name(domain: $0, text: id)) }) {
        return id
      }
    }
  }

  private func place(of entry: GraphMLDocument.Entry, in domain: Domain) -> Int? {
    for domain in [domain, .all] {
      let places = places[Name(domain: domain, text: entry.name)] ?? []
      let place = places.first { place in
        let kind = keys[place].kind
        guard let value = entry.value else { return kind != .string && kind != .xml }
        return value.isRead(as: kind)
      }
      if let place { return place }
    }
    return nil
  }
}

extension GraphMLValue {
  /// The text that says of which type the value is where that is not the type of its key: a double among integers has a
  /// fraction.
  func text(under kind: Kind) -> String {
    guard case .double(let number) = self, kind == .int || kind == .long, number.isFinite else {
      return text
    }
    return "\(number)"
  }

  /// Whether the text of the value, read as a type, gives the value again.
  fileprivate func isRead(as kind: Kind) -> Bool {
    if kind == self.kind { return true }
    switch (self, kind) {
    // A text is XML under any type once there is an element in it.
    case (.xml(let text), _): return text.utf8.contains(UInt8(ascii: "<"))
    case (.string, .xml): return false
    case (.string, _), (.long, .int), (.double, .int), (.double, .long), (.double, .float):
      switch GraphMLValue.read(text(under: kind), as: kind) {
      case .value(let value): return value == self
      case .outOfRange(let value), .unreadable(let value): return value == self
      }
    default: return false
    }
  }
}
