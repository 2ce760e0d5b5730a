// Keys, values and the end of the file.

extension PropertyGraphReader {
  mutating func openKey() {
    var domain = GraphMLDocument.Domain.all
    if let text = tag[.domain] {
      if let known = GraphMLDocument.Domain(rawValue: text.trimmingXMLBlanks.lowercased()) {
        domain = known
      } else {
        warnOnce(.unknownDomain, text)
      }
    }
    var kind = GraphMLValue.Kind.string
    if tag.range(of: .yFilesType) != nil {
      kind = .xml
    } else if let text = tag[.attributeType] {
      if let known = GraphMLValue.Kind.named(text.trimmingXMLBlanks) {
        kind = known
      } else {
        warnOnce(.unknownKind, text)
      }
    }
    key = OpenKey(id: tag[.id], domain: domain, name: tag[.attributeName], kind: kind)
    if key?.id == nil { warn(.keyWithoutID, key?.name ?? "") }
    frames.append(Frame(tag: .key))
  }

  mutating func closeKey() {
    guard let open = key else { return }
    key = nil
    let name = open.name.flatMap { $0.isEmpty ? nil : $0 }
    guard let id = open.id ?? name else { return }
    var declared = ColumnTable.Key(
      id: id, name: name ?? id, kind: open.kind, isXML: open.kind == .xml)
    if let text = open.defaultText, case .value(let value) = GraphMLValue.read(text, as: open.kind)
    {
      declared.defaultValue = value
    }
    if keys[open.domain]?[id] != nil { return warn(.duplicateKeyID, id) }
    keys[open.domain, default: [:]][id] = declared
    switch open.domain {
    case .node: nodes.declare(declared)
    case .edge: edges.declare(declared)
    case .graph: graphs.declare(declared)
    default: break
    }
    refuseTooManyKeys()
  }

  private mutating func refuseTooManyKeys() {
    let undeclared = nodes.undeclared.count + edges.undeclared.count + graphs.undeclared.count
    if keys.values.reduce(undeclared, { $0 + $1.count }) > options.limits.keys { refuse("keys") }
  }

  mutating func openData() {
    let parent = frames.last ?? Frame(tag: .graphml)
    column = nil
    holdsXML = false
    if let range = tag.range(of: .key) {
      if parent.row >= 0 { column = column(range, of: parent.tag) }
    } else {
      warn(.dataWithoutKey)
    }
    if column == nil, parent.row < 0, parent.tag != .edge { leaveOut("a value of \(parent.tag)") }
    if tag.range(of: .time) != nil { leaveOut("the time of a value") }
    collectsText = true
    frames.append(Frame(tag: .data, row: parent.row))
  }

  private mutating func column(_ id: Range<Int>, of parent: Tag) -> Int? {
    let bytes = tag.bytes
    let span = bytes.span.extracting(id)
    switch parent {
    case .node:
      return nodes.place(of: span) ?? add(tag[.key] ?? "", .node, to: \.nodes)
    case .edge:
      return edges.place(of: span) ?? add(tag[.key] ?? "", .edge, to: \.edges)
    case .graph:
      return graphs.place(of: span) ?? add(tag[.key] ?? "", .graph, to: \.graphs)
    default: return nil
    }
  }

  private mutating func add(
    _ id: String, _ domain: GraphMLDocument.Domain,
    to table: WritableKeyPath<Self, ColumnTable>
  ) -> Int {
    defer { refuseTooManyKeys() }
    return self[keyPath: table].place(adding: id, declared(id, domain), at: location)
  }

  /// The key that elements of a domain mean by an id.
  private func declared(
    _ id: String?, _ domain: GraphMLDocument.Domain
  ) -> ColumnTable.Key? {
    id.flatMap { keys[domain]?[$0] ?? keys[.all]?[$0] }
  }

  mutating func closeData() {
    // Out of the way of the columns, and back with its capacity.
    var text: [UInt8] = []
    swap(&text, &self.text)
    defer {
      text.removeAll(keepingCapacity: true)
      swap(&text, &self.text)
      collectsText = false
    }
    guard let column, column >= 0, let element = frames.last, element.row >= 0 else { return }
    if holdsXML { return leaveOut("XML in a value") }
    let outcome: PropertyGraph.Column.Outcome
    switch element.tag {
    case .node:
      outcome = nodes.set(column, row: element.row, text.span)
      if nodes.length(of: column) > Self.maximumTexts { refuse("values") }
    case .edge:
      outcome = edges.set(column, row: element.row, text.span)
      if edges.length(of: column) > Self.maximumTexts { refuse("values") }
    default: outcome = graphs.set(column, row: element.row, text.span)
    }
    if nodes.emptyCells + edges.emptyCells > mostEmptyCells { refuse("cells") }
    switch outcome {
    case .stored, .blank: break
    case .rounded: warn(.roundedNumber, String(decoding: text, as: UTF8.self))
    case .widened, .outOfRange: warn(.numberOutOfRange, String(decoding: text, as: UTF8.self))
    case .unreadable: warn(.unreadableValue, String(decoding: text, as: UTF8.self))
    }
  }

  /// Cells without a value may take some times the length of the file, and 32 MB in any case.
  private var mostEmptyCells: Int {
    max(bytesRead, (32 << 20) / options.limits.sparseness) * options.limits.sparseness / 8
  }

  /// A value of the greatest length still fits above this.
  private static let maximumTexts = PropertyGraph.Texts.maximumLength - (1 << 30)
}

// MARK: - The end of the file

extension PropertyGraphReader {
  /// What was read.
  /// - Throws: all problems under a strict reading, or that the file has no such graph.
  consuming func finish() throws(GraphMLError) -> PropertyGraph.Reading {
    nodes = settled(nodes, .node)
    edges = settled(edges, .edge)
    graphs = settled(graphs, .graph)
    noteUndeclaredNodes()
    let problems = problems.inFileOrder
    if options.isStrict, var error = problems.first(where: { $0.code != .notRead }) {
      error.further = problems.filter { $0.code != .notRead && $0 != error }
      throw error
    }
    if wantedGraph > 0, topGraphs <= wantedGraph {
      throw GraphMLError(.notRead, "graph \(wantedGraph)", at: location)
    }
    let emptyCells = nodes.emptyCells(at: graph.nodeCount) + edges.emptyCells(at: graph.edgeCount)
    if emptyCells > mostEmptyCells {
      throw GraphMLError(.limitExceeded, "cells", at: location, path: "graphml")
    }
    nodes.pad(to: graph.nodeCount)
    graph.nodeColumns = nodes.columns
    edges.pad(to: graph.edgeCount)
    graph.edgeColumns = edges.columns
    graphs.pad(to: 1)
    graph.graphColumns = graphs.columns
    if !graph.parents.isEmpty {
      let missing = graph.nodeCount - graph.parents.count
      graph.parents.append(contentsOf: repeatElement(PropertyGraph.none, count: missing))
    }
    return PropertyGraph.Reading(
      graph: graph, warnings: Array(problems.prefix(options.maximumWarnings)),
      warningCount: self.problems.total, nodeElementCount: nodeElements,
      edgeElementCount: edgeElements)
  }

  /// Names and types for the values whose key came late.
  private mutating func settled(
    _ unsettled: ColumnTable, _ domain: GraphMLDocument.Domain
  ) -> ColumnTable {
    var table = unsettled
    for undeclared in table.undeclared {
      let column = table.columns[undeclared.column]
      let path = "graphml/graph" + (domain == .graph ? "" : "/\(domain.rawValue)")
      let key = declared(column.keyID, domain)
      if key == nil {
        problems.add(
          .undeclaredKey, column.keyID, at: undeclared.location, path: path,
          count: max(column.statedCount, 1))
      }
      let unreadable = table.settle(
        undeclared.column,
        key ?? .init(id: column.keyID, name: column.keyID, kind: .string, isXML: false))
      if unreadable > 0 {
        problems.add(
          .unreadableValue, key?.name ?? "", at: undeclared.location, path: path,
          count: unreadable)
      }
    }
    table.removeMerged()
    return table
  }

  private mutating func noteUndeclaredNodes() {
    for node in 0..<graph.nodeCount {
      let isDeclared =
        node / 64 < declared.count && declared[node / 64] & (1 << UInt64(node % 64)) != 0
      if !isDeclared {
        let place = mentions[node].map {
          GraphMLError.Location(file: file, line: $0.line, column: $0.column)
        }
        problems.add(.unknownNode, graph.nodeIDs[node], at: place, path: "graphml/graph/edge")
      }
    }
  }
}
