extension GraphMLDocument {
  /// A file that reads back to this document: with its foreign XML, its defaults as defaults, and values as they were stated.
  ///
  /// What only a program can have said is among the losses: roles of attributes, which no file names.
  func writePreserving(
    _ report: LossReport, to sink: ([UInt8]) throws -> Void
  ) throws -> [GraphMLError] {
    var writer = PreservingWriter(self, losses: report)
    try writer.write(self, to: sink)
    return writer.text.losses(writer.losses)
  }
}

private struct PreservingWriter {
  private let keys: PreservedKeys
  /// The prefixes that the root declares, with their namespaces.
  private let namespaces: [(prefix: String, address: String)]
  private(set) var losses: LossReport
  private(set) var text = DialectText()

  init(_ document: GraphMLDocument, losses: LossReport) {
    keys = PreservedKeys(document)
    namespaces = Self.namespaces(of: document)
    self.losses = losses
  }

  mutating func write(_ document: GraphMLDocument, to sink: ([UInt8]) throws -> Void) throws {
    var declarations = ""
    for (prefix, address) in namespaces {
      var value: [UInt8] = []
      _ = value.appendEscaped(address, inAttribute: true)
      declarations += " xmlns:\(prefix)=\"\(String(decoding: value, as: UTF8.self))\""
    }
    text.head(declarations, open: true)
    attributes(document.foreign)
    text.raw(">\n")
    losses.add(
      .role, document.attributes.count { $0.role != nil })
    losses.add(
      .name, document.attributes.count { $0.name.isEmpty })
    description(document.desc)
    for key in keys.keys { write(key) }
    values(document.values, .graphml)
    elements(document.foreign)
    for graph in document.graphs { try write(graph, to: sink) }
    text.raw("</graphml>\n")
    try text.finish(to: sink)
  }

  private mutating func write(_ key: PreservedKeys.Key) {
    text.raw("  <key")
    text.attribute("id", key.id)
    text.attribute("for", key.domain.rawValue)
    text.attribute("attr.name", key.name)
    let spelled = key.attribute?.spelledKind
    if key.kind == .xml {
      text.attribute("yfiles.type", spelled ?? "xml")
    } else {
      let isSpelled = spelled.map { (GraphMLValue.Kind.named($0) ?? .string) == key.kind } ?? false
      text.attribute("attr.type", isSpelled ? spelled ?? "" : key.kind.rawValue)
    }
    if key.attribute?.isDynamic == true { text.attribute("dynamic", "true") }
    attributes(key.attribute?.foreign ?? [])
    text.raw(">")
    description(key.attribute?.desc)
    if let value = key.attribute?.defaultValue {
      text.raw("<default>")
      content(value, under: key.kind)
      text.raw("</default>")
    }
    elements(key.attribute?.foreign ?? [])
    text.raw("</key>\n")
  }
}

// MARK: - Elements

extension PreservingWriter {
  private mutating func write(
    _ graph: GraphMLDocument.Graph, to sink: ([UInt8]) throws -> Void
  ) throws {
    text.raw("<graph")
    if let id = graph.id { text.attribute("id", id) }
    text.attribute("edgedefault", graph.isDirected ? "directed" : "undirected")
    attributes(graph.foreign)
    text.raw(">")
    description(graph.desc)
    locator(graph.locator)
    values(graph.values, .graph)
    elements(graph.foreign)
    text.raw("\n")
    for node in graph.nodes { try write(node, to: sink) }
    for edge in graph.edges { try write(edge, to: sink) }
    for hyperedge in graph.hyperedges { try write(hyperedge, to: sink) }
    text.raw("</graph>\n")
  }

  private mutating func write(
    _ node: GraphMLDocument.Node, to sink: ([UInt8]) throws -> Void
  ) throws {
    text.raw("<node")
    text.attribute("id", node.id)
    attributes(node.foreign)
    text.raw(">")
    description(node.desc)
    locator(node.locator)
    values(node.values, .node)
    for port in node.ports { write(port) }
    elements(node.foreign)
    for graph in node.graphs { try write(graph, to: sink) }
    text.raw("</node>\n")
    try text.flush(to: sink)
  }

  private mutating func write(_ port: GraphMLDocument.Port) {
    text.raw("<port")
    text.attribute("name", port.name)
    attributes(port.foreign)
    text.raw(">")
    description(port.desc)
    values(port.values, .port)
    for inner in port.ports { write(inner) }
    elements(port.foreign)
    text.raw("</port>")
  }

  private mutating func write(
    _ edge: GraphMLDocument.Edge, to sink: ([UInt8]) throws -> Void
  ) throws {
    text.raw("<edge")
    if let id = edge.id { text.attribute("id", id) }
    text.attribute("source", edge.source)
    text.attribute("target", edge.target)
    if let isDirected = edge.isDirected {
      text.attribute("directed", isDirected ? "true" : "false")
    }
    if let port = edge.sourcePort { text.attribute("sourceport", port) }
    if let port = edge.targetPort { text.attribute("targetport", port) }
    attributes(edge.foreign)
    text.raw(">")
    description(edge.desc)
    values(edge.values, .edge)
    elements(edge.foreign)
    for graph in edge.graphs { try write(graph, to: sink) }
    text.raw("</edge>\n")
    try text.flush(to: sink)
  }

  private mutating func write(
    _ hyperedge: GraphMLDocument.Hyperedge, to sink: ([UInt8]) throws -> Void
  ) throws {
    text.raw("<hyperedge")
    if let id = hyperedge.id { text.attribute("id", id) }
    attributes(hyperedge.foreign)
    text.raw(">")
    description(hyperedge.desc)
    values(hyperedge.values, .hyperedge)
    for end in hyperedge.endpoints { write(end) }
    elements(hyperedge.foreign)
    for graph in hyperedge.graphs { try write(graph, to: sink) }
    text.raw("</hyperedge>\n")
    try text.flush(to: sink)
  }

  private mutating func write(_ end: GraphMLDocument.Endpoint) {
    text.raw("<endpoint")
    if let id = end.id { text.attribute("id", id) }
    text.attribute("node", end.node)
    if let port = end.port { text.attribute("port", port) }
    text.attribute("type", end.direction.rawValue)
    attributes(end.foreign)
    text.raw(">")
    description(end.desc)
    values(end.values, .endpoint)
    elements(end.foreign)
    text.raw("</endpoint>")
  }
}

// MARK: - Values and foreign XML

extension PreservingWriter {
  private mutating func values(_ values: GraphMLDocument.Values, _ domain: GraphMLDocument.Domain) {
    for entry in values {
      guard let key = keys.key(of: entry, in: domain) else { continue }
      text.raw("<data")
      text.attribute("key", key.id)
      if let time = entry.time { text.attribute("time", String(time)) }
      attributes(entry.foreign)
      text.raw(">")
      if let value = entry.value { content(value, under: key.kind) }
      text.raw("</data>")
    }
  }

  private mutating func content(_ value: GraphMLValue, under kind: GraphMLValue.Kind) {
    if case .xml(let xml) = value { text.raw(xml) } else { text.text(value.text(under: kind)) }
  }

  private mutating func description(_ note: String?) {
    guard let note else { return }
    text.raw("<desc>")
    text.text(note)
    text.raw("</desc>")
  }

  private mutating func locator(_ address: String?) {
    guard let address else { return }
    text.raw("<locator xmlns:xlink=\"http://www.w3.org/1999/xlink\"")
    text.attribute("xlink:href", address)
    text.raw("/>")
  }

  private mutating func attributes(_ foreign: [GraphMLDocument.Foreign]) {
    for case .attribute(let name, let namespace, let value) in foreign {
      let prefix = name.prefix
      if let namespace, prefix != "xml",
        !namespaces.contains(where: { $0.prefix == prefix && $0.address == namespace })
      {
        text.attribute("xmlns:\(prefix)", namespace)
      }
      text.attribute(name, value)
    }
  }

  private mutating func elements(_ foreign: [GraphMLDocument.Foreign]) {
    for case .element(let xml) in foreign { text.raw(xml) }
  }

  /// The prefixes of the foreign attributes, each with the namespace that it has first.
  private static func namespaces(
    of document: GraphMLDocument
  ) -> [(prefix: String, address: String)] {
    var found: [(prefix: String, address: String)] = []
    func note(_ foreign: [GraphMLDocument.Foreign]) {
      for case .attribute(let name, let address?, _) in foreign {
        let prefix = name.prefix
        if prefix != "xml", found.count < 100, !found.contains(where: { $0.prefix == prefix }) {
          found.append((prefix, address))
        }
      }
    }
    note(document.foreign)
    document.forEachGraph { graph in
      note(graph.foreign)
      for node in graph.nodes { note(node.foreign) }
      for edge in graph.edges { note(edge.foreign) }
    }
    return found
  }
}

extension String {
  /// What stands before the colon of an XML name.
  fileprivate var prefix: String {
    utf8.firstIndex(of: UInt8(ascii: ":")).map { String(self[..<$0]) } ?? ""
  }
}
