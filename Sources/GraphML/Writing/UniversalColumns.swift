/// The attributes of one domain as the universal profile writes them: the keys that viewers look for first, then the
/// others, each with the narrowest of the six types that holds all its values.
struct UniversalColumns {
  /// An attribute of the document that elements of the domain have.
  struct Field {
    let attribute: GraphMLDocument.Attribute
    /// The type that holds the declared values and the actual ones.
    var kind: GraphMLValue.Kind
    /// The smallest and greatest of its integers, at most and at least 0.
    var range: ClosedRange<Int64> = 0...0
    /// How often elements state it.
    var statedCount = 0

    mutating func note(_ value: GraphMLValue) {
      if kind != value.kind { kind = kind.widened(with: value.kind) }
      if let integer = value.integer {
        range = min(range.lowerBound, integer)...max(range.upperBound, integer)
      }
    }
  }

  /// What a key holds.
  enum Source: Equatable {
    /// The values of the field at this place.
    case field(Int)
    /// The ids that the elements have in the document.
    case originalID
    /// The ids again, for viewers that show a name.
    case idAsName
  }

  /// A key.
  struct Column {
    let keyID: String
    let name: String
    let kind: GraphMLValue.Kind
    let source: Source
    /// Whether another key holds the same, so that reading back leaves this one out.
    let isDerived: Bool
    /// Whether elements without a value show their id here.
    var showsID: Bool { isDerived && (keyID == "v_label" || keyID == "v_name") }
  }

  let domain: GraphMLDocument.Domain
  private(set) var fields: [Field] = []
  private(set) var columns: [Column] = []
  /// The number of elements whose values have been noted.
  private(set) var elementCount = 0
  private var places: [String: Int] = [:]

  /// The columns of a domain without the keys, which ``makeKeys(originalIDs:)`` adds when all values have been noted.
  init(_ domain: GraphMLDocument.Domain, declared: [GraphMLDocument.Attribute]) {
    self.domain = domain
    for attribute in declared where attribute.domain == domain { add(attribute) }
    for attribute in declared where attribute.domain == .all && attribute.defaultValue != nil {
      add(attribute)
    }
  }

  private mutating func add(_ attribute: GraphMLDocument.Attribute) {
    if places[attribute.name] != nil { return }
    places[attribute.name] = fields.count
    var field = Field(attribute: attribute, kind: attribute.kind)
    if let value = attribute.defaultValue { field.note(value) }
    fields.append(field)
  }

  /// The place of the field that elements call `name`; `guess` is tried first.
  func place(of name: String, guess: Int) -> Int? {
    if fields.indices.contains(guess), fields[guess].attribute.name == name { return guess }
    return places[name]
  }

  /// Takes the types of an element's values into account, and attributes that the domain does not declare.
  mutating func note(_ values: GraphMLDocument.Values, document: GraphMLDocument) {
    elementCount += 1
    var guess = 0
    for entry in values {
      guard let value = entry.value else { continue }
      let place: Int
      if let known = self.place(of: entry.name, guess: guess) {
        place = known
      } else {
        place = fields.count
        add(
          document.attribute(entry.name, for: domain)
            ?? .init(entry.name, for: domain, as: value.kind))
      }
      fields[place].note(value)
      fields[place].statedCount += 1
      guess = place + 1
    }
  }
}

// MARK: - Keys

extension UniversalColumns {
  /// A key that viewers know by its name.
  private struct Known {
    let keyID: String
    let name: String
    let role: GraphMLDocument.Role
  }

  private var known: [Known] {
    switch domain {
    case .node:
      [
        Known(keyID: "labels", name: "labels", role: .kind),
        Known(keyID: "labelV", name: "labelV", role: .kind),
        Known(keyID: "v_label", name: "label", role: .label),
        Known(keyID: "v_name", name: "name", role: .label),
        Known(keyID: "x", name: "x", role: .x), Known(keyID: "y", name: "y", role: .y),
        Known(keyID: "size", name: "size", role: .size), Known(keyID: "r", name: "r", role: .red),
        Known(keyID: "g", name: "g", role: .green), Known(keyID: "b", name: "b", role: .blue),
      ]
    case .edge:
      [
        Known(keyID: "label", name: "label", role: .kind),
        Known(keyID: "labelE", name: "labelE", role: .kind),
        Known(keyID: "interaction", name: "interaction", role: .kind),
        Known(keyID: "weight", name: "weight", role: .weight),
      ]
    default: []
    }
  }

  /// Chooses the keys of the domain.
  mutating func makeKeys(originalIDs: Bool) {
    var taken = FreeNames(["id", "source", "target", "key", "original_id", manifestName])
    var placed: Set<Int> = []
    for key in known {
      let source = source(of: key)
      guard let source else { continue }
      var kind = GraphMLValue.Kind.string
      var isDerived = true
      if case .field(let place) = source {
        kind = writtenKind(of: place, as: key.role)
        isDerived = !placed.insert(place).inserted
      }
      taken.insert(key.name)
      columns.append(
        Column(
          keyID: key.keyID, name: key.name, kind: kind, source: source, isDerived: isDerived))
    }
    if originalIDs {
      columns.append(
        Column(
          keyID: prefix + "original_id", name: "original_id", kind: .string, source: .originalID,
          isDerived: true))
    }
    for place in fields.indices where !placed.contains(place) {
      let name = taken.take(fields[place].attribute.name.asNameToken)
      columns.append(
        Column(
          keyID: prefix + name, name: name, kind: writtenKind(of: place, as: nil),
          source: .field(place), isDerived: false))
    }
  }

  /// What a known key holds: the attribute of its name, else the attribute of its role, else what stands for that.
  private func source(of key: Known) -> Source? {
    if let place = places[key.name], fits(place, key.role) { return .field(place) }
    if let place = fields.firstIndex(where: { $0.attribute.role == key.role }),
      fits(place, key.role)
    {
      return .field(place)
    }
    for sibling in known where sibling.role == key.role {
      if let place = places[sibling.name], fits(place, key.role) { return .field(place) }
    }
    return key.role == .label ? .idAsName : nil
  }

  /// Whether viewers can take a field's values for what they look for.
  private func fits(_ place: Int, _ role: GraphMLDocument.Role) -> Bool {
    let field = fields[place]
    let isInteger = field.kind == .int || field.kind == .long
    switch role {
    case .kind, .label: return field.kind == .string
    case .x, .y, .size, .width, .height:
      return isInteger || field.kind == .float || field.kind == .double
    // A weight is written as a double, which holds integers up to 2⁵³.
    case .weight where isInteger:
      return field.range.lowerBound >= -(1 << 53) && field.range.upperBound <= 1 << 53
    case .weight: return field.kind == .float || field.kind == .double
    case .red, .green, .blue:
      return isInteger && field.range.lowerBound >= 0 && field.range.upperBound <= 255
    }
  }

  private func writtenKind(
    of place: Int, as role: GraphMLDocument.Role?
  ) -> GraphMLValue.Kind {
    switch role {
    case .weight: .double
    case .red, .green, .blue: .int
    default: fields[place].kind == .xml ? .string : fields[place].kind
    }
  }

  private var prefix: String {
    switch domain {
    case .node: "v_"
    case .edge: "e_"
    case .graph: "g_"
    case .hyperedge: "h_"
    case .port: "p_"
    case .graphml, .endpoint, .all: "d_"
    }
  }
}

/// The name of the graph attribute that holds what the universal profile had to change.
let manifestName = "graphml_manifest"
