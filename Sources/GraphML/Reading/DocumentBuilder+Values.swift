// Keys, values and notes.

extension DocumentBuilder {
  mutating func openKey(_ attributes: [XMLAttribute]) {
    var attribute = GraphMLDocument.Attribute("", for: .all, as: .string)
    var (id, name): (String?, String?)
    var kind: String?
    for item in attributes {
      switch item.plainName {
      case "id": id = item.value
      case "for": attribute.domain = readDomain(item.value)
      case "attr.name": name = item.value
      case "attr.type": kind = item.value
      case "dynamic": attribute.isDynamic = readDynamic(item.value)
      case "yfiles.type":
        attribute.kind = .xml
        attribute.spelledKind = item.value
      default: attribute.foreign.append(Self.foreign(item))
      }
    }
    if frames.last?.tag != .graphml { warnIfStrict(.unusualPlace, "key") }
    push(.key, id ?? "")
    if let kind, attribute.kind != .xml { setKind(kind, of: &attribute) }
    if id == nil { warn(.keyWithoutID, name ?? "") }
    attribute.name = name.flatMap { $0.isEmpty ? nil : $0 } ?? id ?? ""
    attribute.keyID = id
    key = OpenKey(id: id, attribute: attribute)
  }

  private mutating func readDynamic(_ text: String) -> Bool {
    if !["true", "false", "1", "0"].contains(text) {
      warn(.oddAttribute, "dynamic='\(text)'")
    }
    return text == "true" || text == "1"
  }

  private mutating func readDomain(_ text: String) -> GraphMLDocument.Domain {
    if let domain = GraphMLDocument.Domain(rawValue: text) { return domain }
    if let domain = GraphMLDocument.Domain(rawValue: text.trimmingXMLBlanks.lowercased()) {
      return domain
    }
    warnOnce(.unknownDomain, text)
    return .all
  }

  private mutating func setKind(_ text: String, of attribute: inout GraphMLDocument.Attribute) {
    let kind = GraphMLValue.Kind.named(text.trimmingXMLBlanks)
    attribute.kind = kind ?? .string
    if kind != GraphMLValue.Kind(rawValue: text) { attribute.spelledKind = text }
    if kind == nil { warnOnce(.unknownKind, text) }
  }

  mutating func closeKey() {
    guard var key else { return }
    self.key = nil
    if key.attribute.name.isEmpty { return }
    if let content = key.defaultText {
      key.attribute.defaultValue = value(content, as: key.attribute.kind)
    }
    let id = key.id ?? key.attribute.name
    if !keys.declare(key.attribute, id: id) {
      warn(.duplicateKeyID, id)
    } else if options.isStrict, keys.isAmbiguous(id, for: key.attribute.domain) {
      warn(.sharedKeyID, id)
    }
    if keys.attributes.count > options.limits.keys { refuse("keys") }
  }

  mutating func openData(_ attributes: [XMLAttribute]) {
    let domain = frames.last?.tag.domain ?? .graphml
    var data = OpenData(key: nil, domain: domain, time: nil, foreign: [])
    for attribute in attributes {
      switch attribute.plainName {
      case "key": data.key = attribute.value
      case "time" where Int64(attribute.value) != nil: data.time = Int64(attribute.value)
      default:
        data.foreign.append(Self.foreign(attribute))
        if attribute.plainName == "time" {
          warnIfStrict(.oddAttribute, "time='\(attribute.value)'")
        }
      }
    }
    if options.isStrict { check(data) }
    push(.data, data.key ?? "")
    if data.key == nil { warn(.dataWithoutKey) }
    self.data = data
  }

  /// An element states each key once, or once for each time.
  private mutating func check(_ data: OpenData) {
    if data.domain == .endpoint { warn(.unusualPlace, "data") }
    guard let key = data.key else { return }
    let statement = data.time.map { "\($0) \(key)" } ?? " \(key)"
    if !frames[frames.count - 1].statedKeys.insert(statement).inserted {
      warn(.repeatedValue, key)
    }
  }

  mutating func closeData() {
    let content = takeContent()
    guard let data else { return }
    self.data = nil
    guard let id = data.key else { return keepWithoutKey(content, data) }
    let entry: GraphMLDocument.Entry
    if let key = keys.key(id, for: data.domain) {
      entry = .init(
        key.name, value(content, as: key.kind), time: data.time, foreign: data.foreign)
    } else {
      entry = .init(
        "\u{0}\(pending.count)", nil, time: data.time, foreign: data.foreign)
      // Nobody reads the paths of more.
      let path = pending.count < 1_000 ? path : ""
      pending.append(
        PendingValue(
          key: id, domain: data.domain, content: content, location: location, path: path))
      unsettled.insert(UndeclaredKey(domain: data.domain, id: id))
      if keys.attributes.count + unsettled.count > options.limits.keys { refuse("keys") }
    }
    append(entry, in: data.domain)
  }

  /// A value that names no key is kept as the XML that it was.
  private mutating func keepWithoutKey(_ content: Content, _ data: OpenData) {
    var fragment = XMLFragment()
    fragment.start(
      XMLName(local: "data", prefix: "", namespace: rootNamespace),
      data.foreign.compactMap(XMLAttribute.init))
    var bytes = fragment.bytes + [UInt8(ascii: ">")]
    switch content {
    case .text(let text): bytes.appendEscaped(text.utf8, inAttribute: false)
    case .xml(let xml): bytes.append(contentsOf: xml.utf8)
    }
    bytes.append(contentsOf: "</data>".utf8)
    let element = GraphMLDocument.Foreign.element(String(decoding: bytes, as: UTF8.self))
    keep(element, in: frames.dropLast().last?.tag ?? .graphml)
  }

  private mutating func append(_ entry: GraphMLDocument.Entry, in domain: GraphMLDocument.Domain) {
    switch domain {
    case .graphml, .all: document.values.append(entry)
    case .graph: graphs[graphs.count - 1].values.append(entry)
    case .node: nodes[nodes.count - 1].values.append(entry)
    case .edge: edges[edges.count - 1].values.append(entry)
    case .hyperedge: hyperedges[hyperedges.count - 1].values.append(entry)
    case .endpoint: endpoints[endpoints.count - 1].values.append(entry)
    case .port: ports[ports.count - 1].values.append(entry)
    }
  }

  mutating func closeDesc() {
    let text = String(decoding: self.text, as: UTF8.self)
    self.text.removeAll(keepingCapacity: true)
    switch frames.dropLast().last?.tag {
    case .graphml: document.desc = text
    case .graph: graphs[graphs.count - 1].desc = text
    case .node: nodes[nodes.count - 1].desc = text
    case .edge: edges[edges.count - 1].desc = text
    case .hyperedge: hyperedges[hyperedges.count - 1].desc = text
    case .endpoint: endpoints[endpoints.count - 1].desc = text
    case .port: ports[ports.count - 1].desc = text
    case .key: key?.attribute.desc = text
    default: break
    }
  }

  /// The text or XML of the element that ends.
  mutating func takeContent() -> Content {
    defer { text.removeAll(keepingCapacity: true) }
    guard let fragment else { return .text(String(decoding: text, as: UTF8.self)) }
    self.fragment = nil
    return .xml(fragment.text)
  }

  /// The value that a content is, with a warning where it does not fit the type.
  private mutating func value(_ content: Content, as kind: GraphMLValue.Kind) -> GraphMLValue? {
    guard case .text(let text) = content else {
      if case .xml(let xml) = content { return .xml(xml) }
      return nil
    }
    if kind == .xml { return .xml(escaped(text)) }
    switch GraphMLValue.read(text, as: kind) {
    case .value(let value):
      return value
    case .outOfRange(let value):
      warn(.numberOutOfRange, text)
      return value
    case .unreadable(let value):
      warn(.unreadableValue, text)
      return value
    }
  }

  private func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.appendEscaped(text.utf8, inAttribute: false)
    return String(decoding: bytes, as: UTF8.self)
  }
}

// MARK: - The end of the file

extension DocumentBuilder {
  /// Gives the values their names that came before their keys.
  mutating func finish() {
    if !pending.isEmpty {
      var entries = pending.map { resolve($0) }
      document.changeEntries { entry in
        guard entry.name.utf8.first == 0, let place = Int(entry.name.dropFirst()) else { return }
        swap(&entry.name, &entries[place].name)
        entry.value = entries[place].value
      }
    }
    document.attributes = keys.attributes
  }

  private mutating func resolve(_ pending: PendingValue) -> GraphMLDocument.Entry {
    if keys.key(pending.key, for: pending.domain) == nil {
      var attribute = GraphMLDocument.Attribute(pending.key, for: pending.domain, as: .string)
      attribute.keyID = pending.key
      _ = keys.declare(attribute, id: pending.key)
      undeclared.insert(UndeclaredKey(domain: pending.domain, id: pending.key))
    }
    if undeclared.contains(UndeclaredKey(domain: pending.domain, id: pending.key)) {
      problems.addOnce(
        .undeclaredKey, pending.key, at: pending.location, path: pending.path)
    }
    let known = keys.key(pending.key, for: pending.domain)
    position = (pending.location.line, pending.location.column)
    return .init(known?.name ?? pending.key, value(pending.content, as: known?.kind ?? .string))
  }

  /// A key that values refer to and nothing declares.
  struct UndeclaredKey: Hashable {
    let domain: GraphMLDocument.Domain
    let id: String
  }
}
