/// Everything that is decided about a universal file before its first byte is written.
struct UniversalPlan {
  let document: GraphMLDocument
  var columns: [GraphMLDocument.Domain: UniversalColumns] = [:]
  var ids: UniversalIDs
  var warnings: [GraphMLError] = []

  /// The domains that have keys, in the order of their declaration.
  static let domains: [GraphMLDocument.Domain] = [.graph, .node, .edge, .hyperedge, .port]

  init(_ original: GraphMLDocument, _ profile: UniversalProfile) throws(GraphMLError) {
    document = original.withValidNesting()
    ids = try UniversalIDs(document, profile)
    for domain in Self.domains {
      columns[domain] = UniversalColumns(domain, declared: document.attributes)
    }
    noteValues()
    var expansion = DefaultExpansion()
    for domain in Self.domains { expansion.note(columns[domain]) }
    try expansion.check()
    for domain in Self.domains {
      columns[domain]?.makeKeys(originalIDs: ids.named.contains(domain))
    }
    warnings += lossWarnings(original)
    warnings += readerWarnings()
  }

  private mutating func noteValues() {
    var graphColumns = columns[.graph]
    var nodeColumns = columns[.node]
    var edgeColumns = columns[.edge]
    var hyperedgeColumns = columns[.hyperedge]
    var portColumns = columns[.port]
    document.forEachGraph { graph in
      graphColumns?.note(graph.values, document: document)
      for node in graph.nodes {
        nodeColumns?.note(node.values, document: document)
        node.forEachPort { portColumns?.note($0.values, document: document) }
      }
      for edge in graph.edges { edgeColumns?.note(edge.values, document: document) }
      for hyperedge in graph.hyperedges {
        hyperedgeColumns?.note(hyperedge.values, document: document)
      }
    }
    columns = [
      .graph: graphColumns, .node: nodeColumns, .edge: edgeColumns,
      .hyperedge: hyperedgeColumns, .port: portColumns,
    ].compactMapValues { $0 }
  }
}

// MARK: - What is lost

extension UniversalPlan {
  /// One warning for each kind of content that the profile leaves out, with how often it occurs.
  private func lossWarnings(_ original: GraphMLDocument) -> [GraphMLError] {
    var losses = LossReport()
    func add(_ values: GraphMLDocument.Values) {
      losses.add(values)
      losses.add(.notANumber, values.count { $0.value?.isNaN == true })
    }
    add(original.values)
    losses.add(original.foreign)
    for attribute in original.attributes { losses.add(attribute.foreign) }
    var isMixed = false
    original.forEachGraph { graph in
      add(graph.values)
      losses.add(graph.foreign)
      losses.add(.locator, graph.locator == nil ? 0 : 1)
      for node in graph.nodes {
        add(node.values)
        losses.add(node.foreign)
        losses.add(.locator, node.locator == nil ? 0 : 1)
        losses.add(.secondGraph, max(node.graphs.count - 1, 0))
        node.forEachPort {
          add($0.values)
          losses.add($0.foreign)
        }
      }
      for edge in graph.edges {
        add(edge.values)
        losses.add(edge.foreign)
        if edge.isDirected ?? graph.isDirected != graph.isDirected { isMixed = true }
      }
      for hyperedge in graph.hyperedges {
        add(hyperedge.values)
        losses.add(hyperedge.foreign)
        for end in hyperedge.endpoints {
          losses.add(.valueOfEnd, end.values.count)
          losses.add(end.foreign)
        }
      }
    }
    var warnings = losses.losses
    if isMixed { warnings.append(GraphMLError(.mixedDirections)) }
    return warnings
  }
}

// MARK: - What some programs do not read

extension UniversalPlan {
  /// One warning for each kind of content that is valid and that some programs do not read as it is meant.
  private func readerWarnings() -> [GraphMLError] {
    typealias Rule = GraphMLDocument.ProgramProblem.Rule
    var counts: [Rule: Int] = [:]
    let weight = columns[.edge]?.columns.first { $0.keyID == "weight" }?.source
    var weightName: String?
    if case .field(let place) = weight { weightName = columns[.edge]?.fields[place].attribute.name }
    func add(_ rule: Rule, _ count: Int) { if count > 0 { counts[rule, default: 0] += count } }
    func add(_ values: GraphMLDocument.Values) {
      add(.tooSmallNumber, values.count { $0.value?.number?.isSubnormal == true })
    }
    document.forEachGraph { graph in
      add(graph.values)
      for node in graph.nodes {
        add(.nestedGraph, node.graphs.count)
        add(.port, node.ports.count)
        add(node.values)
      }
      for edge in graph.edges {
        add(.nestedGraph, edge.graphs.count)
        add(edge.values)
        if let name = weightName, let number = edge.values[name]?.number, number <= 0 {
          add(.weightNotPositive, 1)
        }
      }
      add(.hyperedge, graph.hyperedges.count)
    }
    add(.noGraph, document.graphs.isEmpty ? 1 : 0)
    return Rule.allCases.compactMap { rule in
      counts[rule].map { GraphMLError(.notReadByAll, rule.rawValue, count: $0) }
    }
  }
}

extension GraphMLDocument.Foreign {
  /// Whether every writer states this anew: sizes for parsers, and the place of the schema.
  var isRewritten: Bool {
    guard case .attribute(let name, _, _) = self else { return false }
    return name.hasPrefix("parse.") || name.hasSuffix(":schemaLocation")
  }
}
