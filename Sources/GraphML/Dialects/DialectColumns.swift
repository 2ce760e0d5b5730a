/// The keys of a file in a dialect: those that the program looks for first, then the other attributes.
struct DialectColumns {
  typealias Domain = GraphMLDocument.Domain

  struct Column {
    let keyID: String
    let name: String
    /// The type that the key states.
    let kind: GraphMLValue.Kind
    /// The place of the attribute among the fields of its domain; nil if only ids or fallbacks stand there.
    let field: Int?
    let known: DialectRules.Known?
    /// Whether the values are the ids that the elements have in the document.
    var holdsID = false
    /// APOC's `attr.list`: the type of the items, where values are lists as JSON.
    var listedKind: String?
  }

  static let domains: [Domain] = [.graph, .node, .edge]

  let rules: DialectRules
  private(set) var columns: [Domain: [Column]] = [:]
  private var fields: [Domain: UniversalColumns] = [:]
  /// The attributes of the roles, else those of their names.
  private var attributesByRole: [Domain: [GraphMLDocument.Role: GraphMLDocument.Attribute]] = [:]
  /// The values of the element that is being written, by its domain.
  private var elements: [Domain: ElementValues] = [:]

  init(
    _ document: GraphMLDocument, _ rules: DialectRules, keepsNodeIDs: Bool,
    _ losses: inout LossReport
  ) throws(GraphMLError) {
    self.rules = rules
    var graphFields = UniversalColumns(.graph, declared: document.attributes)
    var nodeFields = UniversalColumns(.node, declared: document.attributes)
    var edgeFields = UniversalColumns(.edge, declared: document.attributes)
    document.forEachGraph { graph in
      graphFields.note(graph.values, document: document)
      for node in graph.nodes { nodeFields.note(node.values, document: document) }
      for edge in graph.edges { edgeFields.note(edge.values, document: document) }
    }
    fields = [.graph: graphFields, .node: nodeFields, .edge: edgeFields]
    var expansion = DefaultExpansion()
    for domain in Self.domains { expansion.note(fields[domain]) }
    try expansion.check()
    var count = 0
    for domain in Self.domains {
      addColumns(domain, &count, &losses)
      if domain == .node, !keepsNodeIDs {
        columns[.node, default: []].append(
          Column(
            keyID: rules.keyID("original_id", .node, place: count, isShared: false),
            name: "original_id", kind: .string, field: nil, known: nil, holdsID: true))
        count += 1
      }
    }
    for domain in Self.domains {
      attributesByRole[domain] = attributesByRole(of: domain)
      elements[domain] = ElementValues(
        fields[domain]?.fields ?? [],
        columns: (columns[domain] ?? []).map { column in
          let isAlways =
            column.holdsID || column.known?.showsID == true || column.known?.fallback != nil
          return (column.field, isAlways)
        })
    }
  }

  private func attributesByRole(
    of domain: Domain
  ) -> [GraphMLDocument.Role: GraphMLDocument.Attribute] {
    let fields = fields[domain]?.fields ?? []
    var found: [GraphMLDocument.Role: GraphMLDocument.Attribute] = [:]
    for role in GraphMLDocument.Role.allCases {
      let names = rules.known(domain).filter { $0.role == role }.map(\.name)
      found[role] = Self.place(of: role, names, fields).map { fields[$0].attribute }
    }
    return found
  }

  private mutating func addColumns(
    _ domain: Domain, _ count: inout Int, _ losses: inout LossReport
  ) {
    let fields = fields[domain]?.fields ?? []
    var taken = FreeNames(["id", "source", "target", "key", "original_id"])
    var takenIDs = FreeNames(rules.known(domain).map(\.keyID))
    var placed: Set<Int> = []
    var list: [Column] = []
    for known in rules.known(domain) {
      let field = Self.place(of: known.role, [known.name], fields)
      if field == nil, !known.showsID, known.fallback == nil { continue }
      taken.insert(known.name)
      if let field {
        placed.insert(field)
        if fields[field].attribute.name != known.name, fields[field].attribute.role == nil {
          losses.add(.name)
        }
      }
      list.append(
        Column(
          keyID: known.keyID, name: known.name, kind: Self.kind(known.role), field: field,
          known: known))
    }
    for field in fields { losses.add(field.attribute.foreignBeyond(rules.dialect)) }
    let others = domain == .node ? Domain.edge : .node
    for place in fields.indices where !placed.contains(place) {
      let attribute = fields[place].attribute
      if fields[place].kind == .xml, rules.dialect == .yed { continue }
      let name = taken.take(attribute.name.isEmpty ? "_" : attribute.name)
      if name != attribute.name { losses.add(.name) }
      let isShared =
        domain != .graph
        && self.fields[others]?.place(of: attribute.name, guess: 0) != nil
      let id = rules.keyID(name, domain, place: count + list.count, isShared: isShared)
      list.append(
        Column(
          keyID: takenIDs.take(id), name: name,
          kind: rules.writtenKind(fields[place].kind), field: place, known: nil,
          listedKind: rules.dialect == .neo4j ? attribute.listedKind : nil))
    }
    count += list.count
    columns[domain] = list
  }

  /// The attribute of a role, else the one that is called as the program calls it, else as most files do, if its values are
  /// what programs take there.
  private static func place(
    of role: GraphMLDocument.Role, _ names: [String], _ fields: [UniversalColumns.Field]
  ) -> Int? {
    if let place = fields.firstIndex(where: { $0.attribute.role == role }) {
      return fields[place].fits(role) ? place : nil
    }
    for name in names + [role.plainName] {
      if let place = fields.firstIndex(where: { $0.attribute.name == name }),
        fields[place].fits(role), fields[place].attribute.role == nil
      {
        return place
      }
    }
    return nil
  }

  private static func kind(_ role: GraphMLDocument.Role) -> GraphMLValue.Kind {
    switch role {
    case .kind, .label: .string
    case .x, .y, .size, .width, .height: .float
    case .red, .green, .blue: .int
    case .weight: .double
    }
  }
}

// MARK: - Values

extension DialectColumns {
  /// Calls `visit` for each value that an element has in the file: its own, the default, its id or a fallback.
  mutating func forEachValue(
    of values: GraphMLDocument.Values, _ domain: Domain, id: String?,
    _ visit: (Column, GraphMLValue) -> Void
  ) {
    guard let fields = fields[domain], let columns = columns[domain] else { return }
    elements[domain]?.load(values, fields)
    for place in elements[domain]?.columns ?? [] {
      let column = columns[place]
      if let value = column.field.flatMap({ elements[domain]?.values[$0] }) {
        visit(column, value)
      } else if column.holdsID || column.known?.showsID == true {
        if let id { visit(column, .string(id)) }
      } else if let fallback = column.known?.fallback {
        visit(column, .string(fallback))
      }
    }
  }

  /// The attribute of a role among an element's values, whether or not it has a column.
  func value(
    of role: GraphMLDocument.Role, in values: GraphMLDocument.Values, _ domain: Domain
  ) -> GraphMLValue? {
    attributesByRole[domain]?[role]?.value(in: values).value
  }
}

extension UniversalColumns.Field {
  /// Whether viewers can take the values for what they look for.
  fileprivate func fits(_ role: GraphMLDocument.Role) -> Bool {
    let isInteger = kind == .int || kind == .long
    let isReal = kind == .float || kind == .double
    return switch role {
    case .kind, .label: kind == .string
    case .x, .y, .size, .width, .height, .weight: isInteger || isReal
    case .red, .green, .blue: isInteger && range.lowerBound >= 0 && range.upperBound <= 255
    }
  }
}

extension GraphMLDocument.Attribute {
  private static let list = "attr.list"

  /// APOC's `attr.list`, if the key has it.
  fileprivate var listedKind: String? {
    for case .attribute(Self.list, nil, let kind) in foreign { return kind }
    return nil
  }

  /// The foreign XML of the key that a dialect has no place for.
  func foreignBeyond(_ dialect: GraphMLDocument.Dialect) -> [GraphMLDocument.Foreign] {
    foreign.filter { item in
      guard dialect == .neo4j, case .attribute(Self.list, nil, _) = item else { return true }
      return false
    }
  }
}

extension GraphMLDocument.Role {
  /// The name that files use for an attribute of the role.
  fileprivate var plainName: String {
    switch self {
    case .red: "r"
    case .green: "g"
    case .blue: "b"
    case .kind, .label, .x, .y, .size, .width, .height, .weight: rawValue
    }
  }
}
