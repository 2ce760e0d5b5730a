extension GraphMLDocument {
  /// Writes the file in a dialect without nesting, of a document that has at most one graph and nothing nested.
  func writeFlat(
    _ rules: DialectRules, _ options: DialectOptions, _ report: LossReport,
    to sink: ([UInt8]) throws -> Void
  ) throws -> [GraphMLError] {
    var losses = report
    let ids = try DialectIDs(
      self, numbersNodes: rules.numbersNodes || options.numbersIDs,
      numbersEdges: rules.numbersNodes || options.numbersIDs, &losses)
    let columns = try DialectColumns(self, rules, keepsNodeIDs: ids.keepsNodeIDs, &losses)
    var writer = FlatWriter(rules: rules, ids: ids, columns: columns, losses: losses)
    try writer.write(self, to: sink)
    return writer.text.losses(writer.losses)
  }
}

/// Writes one graph without nesting.
private struct FlatWriter {
  let rules: DialectRules
  let ids: DialectIDs
  var columns: DialectColumns
  var losses: LossReport
  var text = DialectText()

  mutating func write(
    _ document: GraphMLDocument, to sink: ([UInt8]) throws -> Void
  ) throws {
    text.head()
    for domain in DialectColumns.domains {
      for column in columns.columns[domain] ?? [] { text.key(column, domain) }
    }
    losses.add(.valueOfDocument, document.values.count)
    losses.add(.note, document.desc == nil ? 0 : 1)
    losses.add(document.foreign)
    // No program opens a file without a graph.
    let graphs = document.graphs.isEmpty ? [GraphMLDocument.Graph()] : document.graphs
    for graph in graphs { try write(graph, to: sink) }
    text.raw("</graphml>\n")
    try text.finish(to: sink)
  }

  private mutating func write(
    _ graph: GraphMLDocument.Graph, to sink: ([UInt8]) throws -> Void
  ) throws {
    text.raw("  <graph")
    text.attribute("id", graph.id ?? "G")
    text.attribute("edgedefault", graph.isDirected ? "directed" : "undirected")
    if rules.dialect == .boost {
      text.raw(" parse.nodeids=\"canonical\" parse.edgeids=\"canonical\"")
      text.raw(" parse.order=\"nodesfirst\"")
    }
    text.raw(">\n")
    losses.add(.note, graph.desc == nil ? 0 : 1)
    losses.add(.locator, graph.locator == nil ? 0 : 1)
    losses.add(graph.foreign)
    // Programs that take none pass over these; our reader finds them again.
    if columns.columns[.graph]?.isEmpty == false {
      text.raw("    ")
      write(graph.values, .graph, id: graph.id)
      text.raw("\n")
    }
    for (number, node) in graph.nodes.enumerated() {
      write(node, number: number)
      try text.flush(to: sink)
    }
    for (number, edge) in graph.edges.enumerated() {
      write(edge, number: number, isDirectedByDefault: graph.isDirected)
      try text.flush(to: sink)
    }
    text.raw("  </graph>\n")
  }

  private mutating func write(_ node: GraphMLDocument.Node, number: Int) {
    losses.add(.note, node.desc == nil ? 0 : 1)
    losses.add(.locator, node.locator == nil ? 0 : 1)
    losses.add(.port, node.ports.count)
    losses.add(node.foreign)
    text.raw("    <node")
    text.attribute("id", ids.node(node, number: number))
    if rules.dialect == .neo4j,
      let kind = columns.value(of: .kind, in: node.values, .node)?.string
    {
      text.attribute("labels", kind.hasPrefix(":") ? kind : ":\(kind)")
    }
    text.raw(">")
    write(node.values, .node, id: node.id)
    text.raw("</node>\n")
  }

  private mutating func write(
    _ edge: GraphMLDocument.Edge, number: Int, isDirectedByDefault: Bool
  ) {
    losses.add(.note, edge.desc == nil ? 0 : 1)
    losses.add(.portOfEdge, (edge.sourcePort ?? edge.targetPort) == nil ? 0 : 1)
    losses.add(edge.foreign)
    text.raw("    <edge")
    text.attribute("id", ids.edge(edge, number: number))
    text.attribute("source", ids.end(edge.source))
    text.attribute("target", ids.end(edge.target))
    if let isDirected = edge.isDirected, isDirected != isDirectedByDefault {
      text.attribute("directed", isDirected ? "true" : "false")
    }
    let kind = columns.value(of: .kind, in: edge.values, .edge)?.string
    switch rules.dialect {
    case .gephi: if let kind { text.attribute("label", kind) }
    case .neo4j: text.attribute("label", kind ?? "RELATED")
    default: break
    }
    text.raw(">")
    write(edge.values, .edge, id: edge.id)
    text.raw("</edge>\n")
  }

  private mutating func write(
    _ values: GraphMLDocument.Values, _ domain: GraphMLDocument.Domain, id: String?
  ) {
    losses.add(values)
    columns.forEachValue(of: values, domain, id: id) { column, value in
      if let spelled = rules.spelling(of: value, in: column, &losses) {
        text.data(column.keyID, spelled)
      }
    }
  }
}

extension DialectRules {
  /// How a value is written; nil if the program must not see it.
  fileprivate func spelling(
    of value: GraphMLValue, in column: DialectColumns.Column, _ losses: inout LossReport
  ) -> String? {
    switch (dialect, value) {
    case (.boost, .boolean(let isTrue)): return isTrue ? "1" : "0"
    case (.igraph, _) where value.isNaN:
      losses.add(.notANumber)
      return nil
    case (.igraph, .double(let number)) where number.isSubnormal:
      losses.add(.tooSmall)
      return "0"
    case (.igraph, .long(let number)) where number.magnitude > 1 << 53:
      losses.add(.lastDigits)
    case (.gephi, _) where column.known?.role == .weight:
      // Gephi drops the edge with the weight.
      guard let number = value.number, number > 0 else {
        losses.add(.weight)
        return nil
      }
    case (.cytoscape, .string(let text)) where text.trimmingXMLBlanks.count != text.count:
      losses.add(.blanks)
    case (_, .xml): losses.add(.xmlAsText)
    default: break
    }
    return value.text
  }
}
