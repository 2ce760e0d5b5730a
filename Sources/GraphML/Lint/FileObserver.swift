/// Watches the events of a parser for what programs mind, as the file states it and not as it is repaired.
struct FileObserver {
  typealias Rule = FileFacts.Rule

  /// An open element.
  struct Element {
    /// Nil for XML that GraphML does not define.
    let tag: Tag?
    /// How far its children have come in the order that the schema demands.
    var stage = -1
    /// The keys of its values, for the second of one.
    var values: Set<ByteText> = []
    var hasGraph = false
    var isGroup = false
  }

  /// An open graph.
  struct Graph {
    let isDirected: Bool
    var nodes: Set<ByteText> = []
    /// Ends of edges whose nodes have not been seen, with the first place of each.
    var missing: [ByteText: GraphMLError.Location] = [:]
    /// The same of the edges of graphs within that have ended.
    var left: [ByteText: GraphMLError.Location] = [:]
    var hasNodes = false
  }

  /// A key of the file.
  struct Key {
    let domain: GraphMLDocument.Domain?
    let type: String
    let name: String
    let isGraphics: Bool
  }

  /// A value whose key has not been declared yet.
  struct Pending {
    let key: String
    let domain: GraphMLDocument.Domain
    let text: String
    let location: GraphMLError.Location
  }

  private(set) var facts = FileFacts()
  var location = GraphMLError.Location(file: "", line: 1, column: 1)
  var elements: [Element] = []
  var graphs: [Graph] = []
  var rootNamespace = ""
  var graphCount = 0
  private var hasManyNodes = false
  private(set) var hasGraphics = false

  var keys: [String: [Key]] = [:]
  /// The names of keys by domain, for the second of one.
  var keyNames: [GraphMLDocument.Domain?: Set<ByteText>] = [:]
  var pending: [Pending] = []
  static let pendingLimit = 10_000
  /// The key that the open value is for.
  var valueKey: String?
  var text: [UInt8] = []
  var textIsLong = false
  static let textLimit = 512
  var hasElements = false

  // Ids that must differ: in the file, or in a graph at the top with all that is in it.
  var graphIDs: Set<ByteText> = []
  var edgeIDs: Set<ByteText> = []
  var hyperedgeIDs: Set<ByteText> = []
  var endpointIDs: Set<ByteText> = []
  var portNames: Set<ByteText> = []
  /// Fingerprints of the ends and kinds of edges.
  var edgesSeen: Set<UInt64> = []

  mutating func note(
    _ rule: Rule, _ subject: @autoclosure () -> String = "",
    at place: GraphMLError.Location? = nil
  ) {
    facts.note(rule, subject(), at: place ?? location)
  }
}

// MARK: - Events

extension FileObserver {
  /// Notes the encoding of the bytes as libxml2 calls it; nil is UTF-8.
  mutating func note(encoding: String?, at place: GraphMLError.Location) {
    location = place
    guard let name = encoding?.uppercased(), name != "UTF-8" else { return }
    if name == "ASCII" || name == "US-ASCII" { return }
    if name.hasPrefix("UTF-16") { return note(.utf16, name) }
    note(.encoding, name)
    if !name.hasPrefix("ISO-8859") { note(.multiByteEncoding, name) }
  }

  mutating func start(
    _ name: XMLName, _ attributes: [XMLAttribute], at place: GraphMLError.Location
  ) {
    location = place
    if !name.prefix.isEmpty, name.namespace.isEmpty { note(.undeclaredPrefix, name.prefix) }
    guard !elements.isEmpty else { return startRoot(name, attributes) }
    let parent = elements[elements.count - 1].tag
    if parent == .data { hasElements = true }
    let isOurs = name.isInKnownNamespace || name.namespace == rootNamespace
    let tag = isOurs && parent != nil ? name.tag : nil
    checkPlace(of: tag, name)
    elements.append(Element(tag: tag))
    guard let tag else { return }
    checkAttributes(tag, attributes)
    open(tag, attributes, in: parent)
  }

  mutating func characters(_ piece: some Collection<UInt8>) {
    guard let tag = elements.last?.tag else { return }
    if tag == .data || tag == .defaultValue {
      let room = Self.textLimit - text.count
      text.append(contentsOf: piece.prefix(room))
      if piece.count > room { textIsLong = true }
    } else if tag != .desc, piece.contains(where: { !$0.isXMLBlank }) {
      note(.strayText, String(decoding: piece, as: UTF8.self))
    }
  }

  mutating func end(at place: GraphMLError.Location) {
    location = place
    guard let element = elements.popLast(), let tag = element.tag else { return }
    switch tag {
    case .data: closeData(in: elements.last?.tag)
    case .graph: closeGraph()
    case .node:
      if elements.last?.tag == .graph { portNames = [] }
      if element.isGroup, !element.hasGraph { note(.groupWithoutGraph) }
    case .graphml: finish()
    default: break
    }
    if tag == .defaultValue { clearText() }
  }

  mutating func noteDocumentType(at place: GraphMLError.Location) {
    note(.documentType, at: place)
  }

  private mutating func startRoot(_ name: XMLName, _ attributes: [XMLAttribute]) {
    rootNamespace = name.namespace
    if !name.prefix.isEmpty { note(.prefix, name.prefix) }
    if name.namespace.isEmpty {
      note(.noNamespace)
      if !attributes.isEmpty { note(.bareRootWithAttributes, attributes[0].name.qualified) }
    } else if name.namespace != XMLName.knownNamespaces.first {
      note(.otherNamespace, name.namespace)
    }
    elements.append(Element(tag: .graphml))
    checkAttributes(.graphml, attributes)
  }

  private mutating func open(_ tag: Tag, _ attributes: [XMLAttribute], in parent: Tag?) {
    switch tag {
    case .key: openKey(attributes, in: parent)
    case .data: openData(attributes, in: parent)
    case .graph: openGraph(attributes, in: parent)
    case .node: openNode(attributes)
    case .edge: openEdge(attributes)
    case .hyperedge:
      note(.hyperedge, attributes.plain("id") ?? "")
      noteID(attributes, in: \.hyperedgeIDs)
    case .endpoint: noteID(attributes, in: \.endpointIDs)
    case .port:
      note(.port, attributes.plain("name") ?? "")
      noteID(attributes, "name", in: \.portNames)
    case .desc:
      if parent == .key { note(.noteInKey) }
      if graphCount == 0, parent == .graphml { note(.noteBeforeGraph) }
    case .defaultValue: note(.defaultValue)
    case .locator, .graphml: break
    }
  }

  private mutating func noteID(
    _ attributes: [XMLAttribute], _ name: String = "id",
    in ids: WritableKeyPath<FileObserver, Set<ByteText>>
  ) {
    guard let id = attributes.plain(name) else { return }
    if !self[keyPath: ids].insert(ByteText(id)).inserted { note(.repeatedOtherID, id) }
  }

  private mutating func finish() {
    if graphCount == 0 { note(.noGraph) }
    if !hasGraphics, hasManyNodes { note(.noGraphics) }
    for value in pending {
      if keys[value.key] == nil {
        note(.undeclaredKey, value.key, at: value.location)
      } else {
        note(.keyAfterUse, value.key, at: value.location)
        check(value.text, value.key, value.domain, at: value.location)
      }
    }
    pending = []
  }

  mutating func noteGraphics() { hasGraphics = true }
  mutating func noteManyNodes() { hasManyNodes = true }
}

extension [XMLAttribute] {
  /// The value of an attribute that is in no namespace, as all of GraphML are.
  func plain(_ name: String) -> String? {
    first { $0.name.namespace.isEmpty && $0.name.prefix.isEmpty && $0.name.local == name }?.value
  }
}

extension UInt8 {
  /// Whether XML takes it for a blank.
  var isXMLBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
