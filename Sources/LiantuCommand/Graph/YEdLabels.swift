import Liantu

/// The labels of a drawing of yEd, which keeps them in the drawing's XML and not in attributes.
enum YEdLabels {
  /// No drawing by hand has more nodes; beyond, reading the file a second time would take long.
  private static let mostNodes = 100_000

  /// The labels as a column of a graph that has been read from the same file; nil if there are none.
  static func column(for graph: PropertyGraph, path: String) -> PropertyGraph.Column? {
    guard path != "-", graph.nodeColumn("label") == nil, graph.nodeCount > 0,
      graph.nodeCount <= mostNodes,
      let document = try? GraphMLDocument.read(path: path).document
    else { return nil }
    var labels: [String: String] = [:]
    for graph in document.graphs { collect(graph, &labels) }
    guard !labels.isEmpty else { return nil }
    return PropertyGraph.Column("label", texts: graph.nodeIDs.map { labels[$0] })
  }

  private static func collect(_ graph: GraphMLDocument.Graph, _ labels: inout [String: String]) {
    for node in graph.nodes {
      for entry in node.values {
        if case .xml(let xml) = entry.value, let label = label(in: xml) { labels[node.id] = label }
      }
      for inner in node.graphs { collect(inner, &labels) }
    }
  }

  /// The text of the first `NodeLabel` element that has one.
  static func label(in xml: String) -> String? {
    var rest = xml[...]
    while let name = rest.firstRange(of: "NodeLabel") {
      rest = rest[name.upperBound...]
      guard let start = rest.firstIndex(of: ">") else { return nil }
      let isEmpty = rest[..<start].hasSuffix("/")
      rest = rest[rest.index(after: start)...]
      let text = rest.prefix { $0 != "<" }
      let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !isEmpty, !words.isEmpty { return unescaped(words) }
    }
    return nil
  }

  private static func unescaped(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
      .reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
