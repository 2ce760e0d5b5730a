extension GraphMLDocument {
  /// Writes the file for yEd: graphics for every node and edge, nested graphs as groups.
  func writeYEd(
    _ report: LossReport, to sink: ([UInt8]) throws -> Void
  ) throws -> [GraphMLError] {
    var losses = report
    // yEd names nodes by their place, n1::n0 for the first inside the second.
    let document = withValidNesting()
    _ = try DialectIDs(document, numbersNodes: true, numbersEdges: true, &losses)
    let columns = try DialectColumns(document, DialectRules(.yed), keepsNodeIDs: false, &losses)
    var writer = YEdWriter(document, columns: columns, losses: losses)
    try writer.write(document, to: sink)
    return writer.text.losses(writer.losses)
  }
}

/// Writes groups, shapes and lines.
private struct YEdWriter {
  var columns: DialectColumns
  var losses: LossReport
  var text = DialectText()
  /// For each node id of the document, the place of its id in the file among ``nodeIDs``.
  private var numbers = NodeNumbers()
  private var nodeIDs: [String] = []
  private var nextEdge = 0
  /// By node id, where the node is drawn.
  private let boxes: [String: YEdBox]
  /// The attributes of nodes and of edges that hold graphics of a yEd file.
  private let nodeGraphics: String?
  private let edgeGraphics: String?

  init(_ document: GraphMLDocument, columns: DialectColumns, losses: LossReport) {
    self.columns = columns
    self.losses = losses
    boxes = YEdBox.boxes(of: document, columns)
    let graphics = { (kind: String) in
      document.attributes.first { $0.kind == .xml && $0.spelledKind == kind }?.name
    }
    nodeGraphics = graphics("nodegraphics")
    edgeGraphics = graphics("edgegraphics")
    for graph in document.graphs { number(graph, prefix: "") }
  }

  private mutating func number(_ graph: GraphMLDocument.Graph, prefix: String) {
    for (place, node) in graph.nodes.enumerated() {
      let id = "\(prefix)n\(place)"
      if numbers.add(node.id, numbered: nodeIDs.count).isNew { nodeIDs.append(id) }
      for inner in node.graphs { number(inner, prefix: id + "::") }
    }
  }

  mutating func write(
    _ document: GraphMLDocument, to sink: ([UInt8]) throws -> Void
  ) throws {
    text.head(
      " xmlns:y=\"http://www.yworks.com/xml/graphml\" xmlns:yed=\"http://www.yworks.com/xml/yed/3\""
    )
    text.raw("  <key id=\"graphics_n\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n")
    text.raw("  <key id=\"graphics_e\" for=\"edge\" yfiles.type=\"edgegraphics\"/>\n")
    text.raw("  <key id=\"description_n\" for=\"node\" attr.name=\"description\"")
    text.raw(" attr.type=\"string\"/>\n")
    text.raw("  <key id=\"description_e\" for=\"edge\" attr.name=\"description\"")
    text.raw(" attr.type=\"string\"/>\n")
    for domain in DialectColumns.domains {
      for column in columns.columns[domain] ?? [] { text.key(column, domain) }
    }
    losses.add(.valueOfDocument, document.values.count)
    losses.add(.note, document.desc == nil ? 0 : 1)
    losses.add(document.foreign)
    for graph in document.graphs { try write(graph, id: "G", prefix: "", to: sink) }
    text.raw("</graphml>\n")
    try text.finish(to: sink)
  }

  private mutating func write(
    _ graph: GraphMLDocument.Graph, id: String, prefix: String, to sink: ([UInt8]) throws -> Void
  ) throws {
    text.raw(
      "<graph id=\"\(id)\" edgedefault=\"\(graph.isDirected ? "directed" : "undirected")\">\n")
    losses.add(.note, graph.desc == nil ? 0 : 1)
    losses.add(.locator, graph.locator == nil ? 0 : 1)
    losses.add(graph.foreign)
    write(graph.values, .graph, id: nil)
    for (place, node) in graph.nodes.enumerated() {
      try write(node, id: "\(prefix)n\(place)", to: sink)
      try text.flush(to: sink)
    }
    for edge in graph.edges {
      write(edge, isDirected: edge.isDirected ?? graph.isDirected)
      try text.flush(to: sink)
    }
    text.raw("</graph>\n")
  }

  private mutating func write(
    _ values: GraphMLDocument.Values, _ domain: GraphMLDocument.Domain, id: String?
  ) {
    losses.add(values)
    columns.forEachValue(of: values, domain, id: id) { column, value in
      text.data(column.keyID, value.text, " xml:space=\"preserve\"")
    }
  }
}

// MARK: - Nodes

extension YEdWriter {
  private mutating func write(
    _ node: GraphMLDocument.Node, id: String, to sink: ([UInt8]) throws -> Void
  ) throws {
    losses.add(.port, node.ports.count)
    losses.add(.locator, node.locator == nil ? 0 : 1)
    losses.add(node.foreign)
    let isGroup = !node.graphs.isEmpty
    text.raw("<node id=\"\(id)\"\(isGroup ? " yfiles.foldertype=\"group\"" : "")>")
    write(node.values, .node, id: node.id)
    if let desc = node.desc { text.data("description_n", desc, " xml:space=\"preserve\"") }
    text.raw("<data key=\"graphics_n\">")
    if let name = nodeGraphics, case .xml(let xml) = node.values[name] {
      text.raw(xml)
    } else {
      drawing(of: node, isGroup: isGroup)
    }
    text.raw("</data>")
    for graph in node.graphs {
      try write(graph, id: "\(id):", prefix: "\(id)::", to: sink)
    }
    text.raw("</node>\n")
  }

  private mutating func drawing(of node: GraphMLDocument.Node, isGroup: Bool) {
    let value = { [columns] (role: GraphMLDocument.Role) in
      columns.value(of: role, in: node.values, .node)
    }
    let label = value(.label)?.string ?? node.id
    let box = boxes[node.id] ?? YEdBox(x: 0, y: 0, width: 30, height: 30)
    let element = isGroup ? "GroupNode" : "ShapeNode"
    if isGroup { text.raw("<y:ProxyAutoBoundsNode><y:Realizers active=\"0\">") }
    text.raw("<y:\(element)><y:Geometry")
    text.attribute("height", GraphMLValue.double(box.height).text)
    text.attribute("width", GraphMLValue.double(box.width).text)
    text.attribute("x", GraphMLValue.double(box.x).text)
    text.attribute("y", GraphMLValue.double(box.y).text)
    let parts = [value(.red), value(.green), value(.blue)].compactMap(\.?.integer)
    let isColor = parts.count == 3 && parts.allSatisfy { (0...255).contains($0) }
    let fill = isColor ? Self.hexadecimal(parts) : isGroup ? "#F5F5F5" : "#FFCC00"
    text.raw("/><y:Fill color=\"\(fill)\" transparent=\"false\"/>")
    text.raw("<y:BorderStyle color=\"#000000\" type=\"line\" width=\"1.0\"/><y:NodeLabel")
    if isGroup {
      text.raw(" alignment=\"left\" fontStyle=\"bold\" modelName=\"internal\" modelPosition=\"t\"")
    }
    // On dark colours, by their luminance (ITU-R BT.601), the label is white.
    let isDark = isColor && 299 * parts[0] + 587 * parts[1] + 114 * parts[2] < 120_000
    text.raw(" textColor=\"\(isDark ? "#FFFFFF" : "#000000")\">")
    text.text(label)
    text.raw("</y:NodeLabel><y:Shape type=\"\(isGroup ? "roundrectangle" : "rectangle")\"/>")
    if isGroup {
      text.raw("<y:State closed=\"false\"/>")
      text.raw("<y:Insets bottom=\"15\" left=\"15\" right=\"15\" top=\"15\"/>")
    }
    text.raw("</y:\(element)>")
    if isGroup { text.raw("</y:Realizers></y:ProxyAutoBoundsNode>") }
  }

  /// `#RRGGBB` of three parts of 0...255.
  private static func hexadecimal(_ parts: [Int64]) -> String {
    parts.reduce(into: "#") { digits, part in
      let text = String(part, radix: 16, uppercase: true)
      digits += text.count == 1 ? "0" + text : text
    }
  }
}

// MARK: - Edges

extension YEdWriter {
  private func end(_ id: String) -> String { numbers[id].map { nodeIDs[$0] } ?? "" }

  private mutating func write(_ edge: GraphMLDocument.Edge, isDirected: Bool) {
    losses.add(.portOfEdge, (edge.sourcePort ?? edge.targetPort) == nil ? 0 : 1)
    losses.add(.graphInEdge, edge.graphs.count)
    losses.add(edge.foreign)
    text.raw("<edge id=\"e\(nextEdge)\"")
    nextEdge += 1
    text.attribute("source", end(edge.source))
    text.attribute("target", end(edge.target))
    if !isDirected { text.raw(" directed=\"false\"") }
    text.raw(">")
    write(edge.values, .edge, id: edge.id)
    if let desc = edge.desc { text.data("description_e", desc, " xml:space=\"preserve\"") }
    text.raw("<data key=\"graphics_e\">")
    if let name = edgeGraphics, case .xml(let xml) = edge.values[name] {
      text.raw(xml)
    } else {
      text.raw("<y:PolyLineEdge><y:LineStyle color=\"#000000\" type=\"line\" width=\"1.0\"/>")
      text.raw("<y:Arrows source=\"none\" target=\"\(isDirected ? "standard" : "none")\"/>")
      let label =
        columns.value(of: .label, in: edge.values, .edge)
        ?? columns.value(of: .kind, in: edge.values, .edge)
      if let label = label?.string, !label.isEmpty {
        text.raw("<y:EdgeLabel>")
        text.text(label)
        text.raw("</y:EdgeLabel>")
      }
      text.raw("<y:BendStyle smoothed=\"false\"/></y:PolyLineEdge>")
    }
    text.raw("</data></edge>\n")
  }
}
