import Liantu

/// What `liantu graph` found, before it is put into any format.
struct GraphAnswer {
  /// The file as the reader named it.
  let path: String
  let reading: GraphFile.Reading
  let network: Network
  /// The attribute of nodes that people know them by, if there is one.
  let labels: PropertyGraph.Column?
  let results: [(measure: Measure, result: MeasureResult)]
  let direction: Network.Direction

  var properties: PropertyGraph { network.properties }

  var nodeColumns: [ResultColumn] { results.flatMap(\.result.nodeColumns) }
  var edgeColumns: [ResultColumn] { results.flatMap(\.result.edgeColumns) }

  /// The label of a vertex; nil if the file gives none or it is the name.
  func label(of vertex: Int) -> String? {
    guard let labels, labels.isStated(vertex) else { return nil }
    let text = labels.texts[Int(labels.codes[vertex])]
    return text.isEmpty || text == network.name(of: vertex) ? nil : text
  }

  /// How people read a vertex: its label with the name, or the name.
  func title(of vertex: Int) -> String {
    let name = network.name(of: vertex)
    let title = label(of: vertex).map { "\($0) (\(name))" } ?? name
    // A name may hold anything; a table has one line a row.
    return String(String.UnicodeScalarView(title.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
  }

  func title(ofEdge edge: Int) -> String {
    let arrow = properties.isDirected(edge: edge) ? "→" : "–"
    let graph = network.graph
    return "\(title(of: graph.source(of: edge))) \(arrow) \(title(of: graph.target(of: edge)))"
  }

  /// The attribute that names nodes for people: texts under one of the usual names.
  static func labels(of graph: PropertyGraph, named wanted: String?) -> PropertyGraph.Column? {
    let names = wanted.map { [$0] } ?? ["label", "name", "title", "名称", "标签", "original_id"]
    for name in names {
      let found = graph.nodeColumns.first { $0.name.lowercased() == name && $0.kind == .string }
      if let found, found.statedCount > 0 { return found }
    }
    return graph.nodeColumns.first { $0.name == wanted && $0.kind == .string }
  }

  /// Edges that lead from a node to itself.
  var loopCount: Int {
    let graph = network.graph
    return (0..<graph.edgeCount).count { graph.source(of: $0) == graph.target(of: $0) }
  }

  /// Edges beside an earlier one that joins the same nodes in the same way.
  var parallelCount: Int {
    let arcs = network.graph
    var lastSeen = [Int](repeating: -1, count: arcs.vertexCount)
    var count = 0
    for vertex in 0..<arcs.vertexCount {
      for target in arcs.successors(of: vertex) {
        if lastSeen[target] == vertex { count += 1 }
        lastSeen[target] = vertex
      }
    }
    return count
  }
}
