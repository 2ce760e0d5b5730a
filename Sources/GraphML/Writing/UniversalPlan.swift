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
    for domain in Self.domains {
      columns[domain]?.makeKeys(originalIDs: ids.named.contains(domain))
    }
    warnings += lossWarnings(original)
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
    var losses = Losses()
    losses.note(original.values)
    losses.note(original.foreign)
    var isMixed = false
    original.forEachGraph { graph in
      losses.note(graph.values)
      losses.note(graph.foreign)
      losses.count("a locator", graph.locator == nil ? 0 : 1)
      for node in graph.nodes {
        losses.note(node.values)
        losses.note(node.foreign)
        losses.count("a locator", node.locator == nil ? 0 : 1)
        losses.count("a second graph inside one element", max(node.graphs.count - 1, 0))
        node.forEachPort {
          losses.note($0.values)
          losses.note($0.foreign)
        }
      }
      for edge in graph.edges {
        losses.note(edge.values)
        losses.note(edge.foreign)
        if edge.isDirected ?? graph.isDirected != graph.isDirected { isMixed = true }
      }
      for hyperedge in graph.hyperedges {
        losses.note(hyperedge.values)
        losses.note(hyperedge.foreign)
        for end in hyperedge.endpoints {
          losses.count("a value of an end of a hyperedge", end.values.count)
          losses.note(end.foreign)
        }
      }
    }
    var warnings = losses.warnings
    if isMixed { warnings.append(GraphMLError(.mixedDirections)) }
    return warnings
  }
}

/// The kinds of content that are left out, in the order of their first occurrence.
private struct Losses {
  private var counts: [(what: String, count: Int)] = []

  mutating func count(_ what: String, _ number: Int) {
    if number == 0 { return }
    if let place = counts.firstIndex(where: { $0.what == what }) {
      counts[place].count += number
    } else {
      counts.append((what, number))
    }
  }

  mutating func note(_ foreign: [GraphMLDocument.Foreign]) {
    for item in foreign where !item.isRewritten { count("XML that GraphML does not define", 1) }
  }

  mutating func note(_ values: GraphMLDocument.Values) {
    for entry in values {
      note(entry.foreign)
      if entry.time != nil { count("the time of a value", 1) }
    }
    count("an earlier value of an attribute that has several", values.repeatedCount)
  }

  var warnings: [GraphMLError] {
    counts.map { GraphMLError(.notWritten, $0.what, count: $0.count) }
  }
}

extension GraphMLDocument.Foreign {
  /// Whether every writer states this anew: sizes for parsers, and the place of the schema.
  var isRewritten: Bool {
    guard case .attribute(let name, _, _) = self else { return false }
    return name.hasPrefix("parse.") || name.hasSuffix(":schemaLocation")
  }
}
