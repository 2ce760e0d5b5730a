/// What the universal profile had to change, so that reading can restore it: kept in the file as JSON, in an attribute of
/// the first graph.
///
/// It names the attributes of the document with the keys that hold them, the keys that only repeat others for viewers, and
/// the ids that no key can hold.
struct UniversalManifest {
  /// An attribute of the document.
  struct Field {
    var attribute: GraphMLDocument.Attribute
    /// The ids of the keys that hold it, one a domain.
    var keys: [String]
    /// By domain, the elements that state the default themselves, in order; all others that have it state nothing. Ranges,
    /// because it is often all of them, and a value has a greatest length.
    var explicit: [(domain: GraphMLDocument.Domain, elements: [Range<Int>])]
    /// By domain, the elements that state an empty value although there is a default.
    var blank: [(domain: GraphMLDocument.Domain, elements: [Int])]
  }

  /// An element whose id has characters that XML cannot hold.
  struct ID {
    let domain: GraphMLDocument.Domain
    let element: Int
    let id: String
  }

  var fields: [Field] = []
  var derivedKeys: [String] = []
  /// The domains whose elements are numbered.
  var canonical: [GraphMLDocument.Domain] = []
  var ids: [ID] = []
  /// The ids of all graphs; nil where the file has them.
  var graphIDs: [String?]?
  var desc: String?
  var values: [GraphMLDocument.Entry] = []
}

// MARK: - Writing

extension UniversalManifest {
  /// The manifest as JSON.
  var json: JSON {
    var members: [(name: String, value: JSON)] = [
      ("profile", .string("universal")), ("version", .int(1)),
      ("attributes", .array(fields.map(Self.json))),
    ]
    let names = { (names: [String]) in JSON.array(names.map(JSON.string)) }
    if !derivedKeys.isEmpty { members.append(("derived", names(derivedKeys))) }
    if !canonical.isEmpty { members.append(("numbered", names(canonical.map(\.rawValue)))) }
    if !ids.isEmpty {
      let list = ids.map { id in
        JSON.array([.string(id.domain.rawValue), .int(id.element), .string(id.id)])
      }
      members.append(("ids", .array(list)))
    }
    if let graphIDs {
      members.append(("graphs", .array(graphIDs.map { $0.map(JSON.string) ?? .null })))
    }
    if let desc { members.append(("desc", .string(desc))) }
    if !values.isEmpty {
      let list = values.map { entry in
        JSON.array(
          [.string(entry.name)]
            + (entry.value.map { [.string($0.kind.rawValue), .string($0.text)] } ?? []))
      }
      members.append(("values", .array(list)))
    }
    return .object(members)
  }

  private static func json(_ field: Field) -> JSON {
    let attribute = field.attribute
    var members: [(name: String, value: JSON)] = [
      ("name", .string(attribute.name)), ("for", .string(attribute.domain.rawValue)),
      ("type", .string(attribute.kind.rawValue)),
    ]
    if let role = attribute.role { members.append(("role", .string(role.rawValue))) }
    if let value = attribute.defaultValue {
      members.append(
        ("default", .array([.string(value.kind.rawValue), .string(value.text)])))
    }
    if let desc = attribute.desc { members.append(("desc", .string(desc))) }
    if let id = attribute.keyID { members.append(("id", .string(id))) }
    if let kind = attribute.spelledKind { members.append(("spelled", .string(kind))) }
    if attribute.isDynamic { members.append(("dynamic", .bool(true))) }
    members.append(("keys", .array(field.keys.map(JSON.string))))
    if !field.explicit.isEmpty {
      let lists = field.explicit.map { list in
        // A start and a length each.
        let numbers = list.elements.flatMap { [JSON.int($0.lowerBound), .int($0.count)] }
        return (list.domain.rawValue, JSON.array(numbers))
      }
      members.append(("explicit", .object(lists)))
    }
    if !field.blank.isEmpty {
      let lists = field.blank.map { ($0.domain.rawValue, JSON.array($0.elements.map(JSON.int))) }
      members.append(("blank", .object(lists)))
    }
    return .object(members)
  }
}

// MARK: - Reading

extension UniversalManifest {
  /// The manifest of a text; nil if it is not one.
  init?(_ text: String) {
    guard let json = JSON(text), json["profile"]?.string == "universal",
      json["version"]?.int == 1
    else { return nil }
    fields = (json["attributes"]?.array ?? []).compactMap(Self.field)
    derivedKeys = (json["derived"]?.array ?? []).compactMap(\.string)
    canonical = (json["numbered"]?.array ?? []).compactMap(\.string)
      .compactMap(GraphMLDocument.Domain.init)
    ids = (json["ids"]?.array ?? []).compactMap { item in
      guard item.array.count == 3, let id = item.array[2].string, let element = item.array[1].int,
        let domain = item.array[0].string.flatMap(GraphMLDocument.Domain.init)
      else { return nil }
      return ID(domain: domain, element: element, id: id)
    }
    graphIDs = json["graphs"]?.array.map(\.string)
    desc = json["desc"]?.string
    values = (json["values"]?.array ?? []).compactMap { item in
      guard let name = item.array.first?.string else { return nil }
      return GraphMLDocument.Entry(name, Self.value(Array(item.array.dropFirst())))
    }
  }

  private static func field(_ json: JSON) -> Field? {
    guard let name = json["name"]?.string,
      let domain = json["for"]?.string.flatMap(GraphMLDocument.Domain.init),
      let kind = json["type"]?.string.flatMap(GraphMLValue.Kind.init)
    else { return nil }
    var attribute = GraphMLDocument.Attribute(name, for: domain, as: kind)
    attribute.role = json["role"]?.string.flatMap(GraphMLDocument.Role.init)
    attribute.defaultValue = value(json["default"]?.array ?? [])
    attribute.desc = json["desc"]?.string
    attribute.keyID = json["id"]?.string
    attribute.spelledKind = json["spelled"]?.string
    attribute.isDynamic = json["dynamic"]?.bool ?? false
    let elements = { (name: String) in
      (json[name]?.members ?? []).compactMap { member in
        GraphMLDocument.Domain(rawValue: member.name)
          .map { (domain: $0, elements: member.value.array.compactMap(\.int)) }
      }
    }
    return Field(
      attribute: attribute, keys: (json["keys"]?.array ?? []).compactMap(\.string),
      explicit: elements("explicit").map { ($0.domain, ranges($0.elements)) },
      blank: elements("blank"))
  }

  /// Ranges of starts and lengths, in order.
  private static func ranges(_ numbers: [Int]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for place in stride(from: 0, to: numbers.count - 1, by: 2) {
      let (start, length) = (numbers[place], numbers[place + 1])
      let (end, overflows) = start.addingReportingOverflow(length)
      let last = ranges.last?.upperBound ?? 0
      if start >= last, length > 0, !overflows { ranges.append(start..<end) }
    }
    return ranges
  }

  /// The value of a type and a text.
  private static func value(_ pair: [JSON]) -> GraphMLValue? {
    guard pair.count == 2, let text = pair[1].string,
      let kind = pair[0].string.flatMap(GraphMLValue.Kind.init),
      case .value(let value) = GraphMLValue.read(text, as: kind)
    else { return nil }
    return value
  }
}
