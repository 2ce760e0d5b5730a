/// Writes a planned universal file.
///
/// It escapes into its own byte buffer instead of going through libxml2's writer, which would copy each text to end it with
/// NUL, writes control characters raw, and takes several calls for what is one `<data>` here.
struct UniversalWriter {
  private let plan: UniversalPlan
  private let sink: ([UInt8]) throws -> Void
  private var bytes: [UInt8] = []
  /// The characters that XML cannot hold, and the text with the first of them.
  private(set) var forbidden: (count: Int, first: String) = (0, "")
  // The numbers of the next elements.
  private var (nextGraph, nextNode, nextEdge, nextHyperedge, nextPort) = (0, 0, 0, 0, 0)
  /// The place of the top-level graph that is being written.
  private var top = 0
  /// The columns of each domain, in the order of ``UniversalPlan/domains``.
  private var tables: [Table] = []
  // Whether elements are numbered, asked for every one of them.
  private let numbersNodes: Bool
  private let numbersEdges: Bool
  private let numbersPorts: Bool

  /// The columns of a domain, with what is needed to write an element.
  private struct Table {
    let columns: UniversalColumns
    /// For each column, the start of its `data`.
    let tags: [String]
    var elements: ElementValues

    init(_ columns: UniversalColumns) {
      self.columns = columns
      tags = columns.columns.map { "<data key=\"\($0.keyID)\">" }
      elements = ElementValues(
        columns.fields,
        columns: columns.columns.map { column in
          if case .field(let place) = column.source { (place, column.showsID) } else { (nil, true) }
        })
    }
  }

  // The places of the domains in `tables`.
  private static let (graphs, nodes, edges, hyperedges, ports) = (0, 1, 2, 3, 4)

  private static let pieceLength = 1 << 16

  init(_ plan: UniversalPlan, to sink: @escaping ([UInt8]) throws -> Void) {
    self.plan = plan
    self.sink = sink
    bytes.reserveCapacity(Self.pieceLength * 2)
    numbersNodes = plan.ids.canonical.contains(.node)
    numbersEdges = plan.ids.canonical.contains(.edge)
    numbersPorts = plan.ids.canonical.contains(.port)
    tables = UniversalPlan.domains.map { domain in
      Table(plan.columns[domain] ?? UniversalColumns(domain, declared: []))
    }
  }

  mutating func write() throws {
    raw(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
      http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd">

      """)
    let manifest = plan.manifest().json.text
    let manifestDomain = plan.document.graphs.isEmpty ? "graphml" : "graph"
    raw("  <key id=\"g_\(manifestName)\" for=\"\(manifestDomain)\" attr.name=\"\(manifestName)\"")
    raw(" attr.type=\"string\"/>\n")
    for domain in UniversalPlan.domains { writeKeys(of: domain) }
    if plan.document.graphs.isEmpty {
      raw("  ")
      data(tag: "<data key=\"g_\(manifestName)\">", .string(manifest))
      raw("\n")
    }
    for (place, graph) in plan.document.graphs.enumerated() {
      top = place
      try write(graph, indent: "  ", manifest: place == 0 ? manifest : nil)
    }
    raw("</graphml>\n")
    try sink(bytes)
    bytes = []
  }

  private mutating func writeKeys(of domain: GraphMLDocument.Domain) {
    guard let columns = plan.columns[domain] else { return }
    for column in columns.columns where isUsed(domain) {
      raw("  <key id=\"\(column.keyID)\" for=\"\(domain.rawValue)\" attr.name=\"\(column.name)\"")
      raw(" attr.type=\"\(column.kind.rawValue)\"/>\n")
    }
  }

  /// Whether viewers are told of a domain's keys: those of hyperedges and ports make some refuse the file.
  private func isUsed(_ domain: GraphMLDocument.Domain) -> Bool {
    guard domain == .hyperedge || domain == .port else { return true }
    var isUsed = false
    plan.document.forEachGraph { graph in
      if domain == .hyperedge, !graph.hyperedges.isEmpty { isUsed = true }
      if domain == .port, graph.nodes.contains(where: { !$0.ports.isEmpty }) { isUsed = true }
    }
    return isUsed
  }
}

// MARK: - Elements

extension UniversalWriter {
  private mutating func write(
    _ graph: GraphMLDocument.Graph, indent: String, manifest: String? = nil
  ) throws {
    let numbers = (graph: nextGraph, node: nextNode, edge: nextEdge, hyperedge: nextHyperedge)
    nextGraph += 1
    nextNode += graph.nodes.count
    nextEdge += graph.edges.count
    nextHyperedge += graph.hyperedges.count
    var port = nextPort
    for node in graph.nodes where !node.ports.isEmpty { node.forEachPort { _ in nextPort += 1 } }

    let inner = indent + "  "
    raw(indent + "<graph id=\"")
    raw(plan.ids.keepsGraphIDs ? graph.id ?? "" : "g\(numbers.graph)")
    raw("\" edgedefault=\"\(graph.isDirected ? "directed" : "undirected")\"")
    let isFlat = numbers.graph == 0 && nextGraph == 1
    raw(" parse.nodes=\"\(graph.nodes.count)\" parse.edges=\"\(graph.edges.count)\"")
    raw(" parse.nodeids=\"\(isFlat && plan.ids.canonical.contains(.node) ? "canonical" : "free")\"")
    raw(" parse.edgeids=\"\(isFlat && plan.ids.canonical.contains(.edge) ? "canonical" : "free")\"")
    raw(" parse.order=\"nodesfirst\">\n")
    if let desc = graph.desc {
      raw(inner)
      write(desc: desc)
      raw("\n")
    }
    if let manifest {
      raw(inner)
      data(tag: "<data key=\"g_\(manifestName)\">", .string(manifest))
      raw("\n")
    }
    if !graph.values.isEmpty || plan.columns[.graph]?.columns.isEmpty == false {
      raw(inner)
      write(graph.values, of: Self.graphs, id: graph.id)
      raw("\n")
    }
    for (place, node) in graph.nodes.enumerated() {
      try write(node, number: numbers.node + place, port: &port, indent: inner)
      if bytes.count >= Self.pieceLength { try flush() }
    }
    for (place, edge) in graph.edges.enumerated() {
      try write(edge, number: numbers.edge + place, indent: inner)
      if bytes.count >= Self.pieceLength { try flush() }
    }
    for (place, hyperedge) in graph.hyperedges.enumerated() {
      try write(hyperedge, number: numbers.hyperedge + place, indent: inner)
    }
    raw(indent + "</graph>\n")
  }

  private mutating func write(
    _ node: GraphMLDocument.Node, number: Int, port: inout Int, indent: String
  ) throws {
    raw(indent)
    raw("<node id=\"")
    raw(numbersNodes ? "n\(number)" : node.id)
    raw("\">")
    if let desc = node.desc { write(desc: desc) }
    write(node.values, of: Self.nodes, id: node.id)
    for item in node.ports { write(item, number: &port) }
    try write(nested: node.graphs, indent: indent)
    raw("</node>\n")
  }

  private mutating func write(_ port: GraphMLDocument.Port, number: inout Int) {
    raw("<port name=\"")
    raw(numbersPorts ? "p\(number)" : port.name)
    raw("\">")
    number += 1
    if let desc = port.desc { write(desc: desc) }
    write(port.values, of: Self.ports, id: port.name)
    for item in port.ports { write(item, number: &number) }
    raw("</port>")
  }

  private mutating func write(
    _ edge: GraphMLDocument.Edge, number: Int, indent: String
  ) throws {
    raw(indent)
    raw("<edge id=\"")
    raw(numbersEdges ? "e\(number)" : edge.id ?? "")
    raw("\"")
    write(node: edge.source, as: " source=\"")
    write(node: edge.target, as: " target=\"")
    if let isDirected = edge.isDirected { raw(" directed=\"\(isDirected)\"") }
    write(port: edge.sourcePort, of: edge.source, as: "sourceport")
    write(port: edge.targetPort, of: edge.target, as: "targetport")
    raw(">")
    if let desc = edge.desc { write(desc: desc) }
    write(edge.values, of: Self.edges, id: edge.id)
    try write(nested: edge.graphs, indent: indent)
    raw("</edge>\n")
  }

  private mutating func write(
    _ hyperedge: GraphMLDocument.Hyperedge, number: Int, indent: String
  ) throws {
    raw(indent + "<hyperedge id=\"")
    raw(plan.ids.canonical.contains(.hyperedge) ? "h\(number)" : hyperedge.id ?? "")
    raw("\">")
    if let desc = hyperedge.desc { write(desc: desc) }
    write(hyperedge.values, of: Self.hyperedges, id: hyperedge.id)
    for end in hyperedge.endpoints {
      raw("<endpoint")
      if let id = end.id, plan.ids.keepsEndpointIDs { raw(" id=\"\(id)\"") }
      write(node: end.node, as: " node=\"")
      write(port: end.port, of: end.node, as: "port")
      raw(" type=\"\(end.direction.rawValue)\"")
      if let desc = end.desc {
        raw(">")
        write(desc: desc)
        raw("</endpoint>")
      } else {
        raw("/>")
      }
    }
    try write(nested: hyperedge.graphs, indent: indent)
    raw("</hyperedge>\n")
  }

  private mutating func write(nested graphs: [GraphMLDocument.Graph], indent: String) throws {
    guard !graphs.isEmpty else { return }
    raw("\n")
    // Deep nesting would otherwise make the blanks grow with its square.
    for graph in graphs {
      try write(graph, indent: indent.utf8.count < 40 ? indent + "  " : indent)
    }
    raw(indent)
  }

  private mutating func write(node id: String, as name: String) {
    raw(name)
    raw(numbersNodes ? "n\(plan.ids.nodes[top][id] ?? 0)" : id)
    raw("\"")
  }

  /// Names a port of a node; a port that the node lacks is left out unless its name can stand as it is.
  private mutating func write(port name: String?, of node: String, as attribute: String) {
    guard let name else { return }
    guard numbersPorts else {
      if name.isNameToken { raw(" \(attribute)=\"\(name)\"") }
      return
    }
    let key = UniversalIDs.Port(node: plan.ids.nodes[top][node] ?? 0, name: name)
    if let number = plan.ids.ports[key] { raw(" \(attribute)=\"p\(number)\"") }
  }
}

// MARK: - Values

extension UniversalWriter {
  private mutating func write(
    _ values: GraphMLDocument.Values, of table: Int, id: String?
  ) {
    tables[table].elements.load(values, tables[table].columns)
    for place in tables[table].elements.columns {
      let column = tables[table].columns.columns[place]
      switch column.source {
      case .field(let field):
        let stated = tables[table].elements.values[field]
        if let value = stated ?? (column.showsID ? id.map(GraphMLValue.string) : nil) {
          data(tag: tables[table].tags[place], value)
        }
      case .originalID, .idAsName:
        if let id { data(tag: tables[table].tags[place], .string(id)) }
      }
    }
  }

  private mutating func data(tag: String, _ value: GraphMLValue) {
    if value.isNaN { return }
    raw(tag)
    switch value {
    case .string(let text), .xml(let text): write(text)
    default: raw(value.text)
    }
    raw("</data>")
  }

  private mutating func write(desc: String) {
    raw("<desc>")
    write(desc)
    raw("</desc>")
  }

  private mutating func write(_ text: String) {
    let count = bytes.appendEscaped(text, inAttribute: false)
    if count > 0 {
      if forbidden.count == 0 { forbidden.first = String(text.prefix(40)) }
      forbidden.count += count
    }
  }

  private mutating func raw(_ text: String) { bytes.append(raw: text) }

  private mutating func flush() throws {
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
