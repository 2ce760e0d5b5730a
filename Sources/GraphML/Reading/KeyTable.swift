/// The keys of a file and the attributes that they make.
///
/// A key is found by its domain and id, since files use one id for nodes and for edges. Keys of one domain and one name
/// make one attribute, whose type is the narrowest that holds the values of all.
struct KeyTable {
  /// A key as values refer to it.
  struct Key {
    /// The name of the attribute.
    let name: String
    /// The type that this key states.
    let kind: GraphMLValue.Kind
  }

  private struct Reference: Hashable {
    let domain: GraphMLDocument.Domain
    let text: String
  }

  /// The attributes, in the order of their first keys.
  private(set) var attributes: [GraphMLDocument.Attribute] = []
  private var keys: [Reference: Key] = [:]
  private var places: [Reference: Int] = [:]

  /// The key that an element of a domain means by `id`.
  func key(_ id: String, for domain: GraphMLDocument.Domain) -> Key? {
    keys[Reference(domain: domain, text: id)] ?? keys[Reference(domain: .all, text: id)]
  }

  /// Whether elements of a domain find two keys by an id, one of them for all elements.
  func isAmbiguous(_ id: String, for domain: GraphMLDocument.Domain) -> Bool {
    let others = domain == .all ? GraphMLDocument.Domain.allCases.filter { $0 != .all } : [.all]
    return others.contains { keys[Reference(domain: $0, text: id)] != nil }
  }

  /// Takes a declaration over.
  /// - Returns: whether the id was free in its domain; otherwise values go on meaning the earlier key.
  mutating func declare(_ attribute: GraphMLDocument.Attribute, id: String) -> Bool {
    let name = Reference(domain: attribute.domain, text: attribute.name)
    if let place = places[name] {
      attributes[place].merge(attribute)
    } else {
      places[name] = attributes.count
      attributes.append(attribute)
    }
    let reference = Reference(domain: attribute.domain, text: id)
    if keys[reference] != nil { return false }
    keys[reference] = Key(name: attribute.name, kind: attribute.kind)
    return true
  }
}

extension GraphMLDocument.Attribute {
  fileprivate mutating func merge(_ other: GraphMLDocument.Attribute) {
    kind = kind.widened(with: other.kind)
    if spelledKind != other.spelledKind { spelledKind = nil }
    defaultValue = defaultValue ?? other.defaultValue
    desc = desc ?? other.desc
    isDynamic = isDynamic || other.isDynamic
    // Bounded, so that a file of many such keys cannot make this slow.
    if foreign.count < 100 { foreign += other.foreign.filter { !foreign.contains($0) } }
  }
}
