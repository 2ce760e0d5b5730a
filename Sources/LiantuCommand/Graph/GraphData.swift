import Liantu

/// The answer for other programs: JSON, CSV and GraphML.
struct GraphData {
  let answer: GraphAnswer
  let version: String

  // MARK: - CSV

  /// A table of nodes or of edges with the columns that were found.
  func csv(ofEdges: Bool) -> String {
    let columns = ofEdges ? answer.edgeColumns : answer.nodeColumns
    let graph = answer.network.graph
    let hasLabels = !ofEdges && answer.labels != nil
    let ends = ofEdges ? ["source", "target"] : hasLabels ? ["id", "label"] : ["id"]
    var text = CSVRow.text(ends + columns.map(\.key))
    for row in 0..<(ofEdges ? graph.edgeCount : graph.vertexCount) {
      let names =
        ofEdges
        ? [
          answer.network.name(of: graph.source(of: row)),
          answer.network.name(of: graph.target(of: row)),
        ]
        : hasLabels
          ? [answer.network.name(of: row), answer.label(of: row) ?? ""]
          : [answer.network.name(of: row)]
      text += CSVRow.text(names + columns.map { written($0, row) ?? "" })
    }
    return text
  }

  /// A value as text; nil where there is none.
  private func written(_ column: ResultColumn, _ row: Int) -> String? {
    switch column.values {
    case .integers(let values): String(values[row])
    case .optionalIntegers(let values): values[row].map { String($0) }
    case .numbers(let values): Self.written(values[row])
    case .optionalNumbers(let values): values[row].flatMap(Self.written)
    case .flags(let values): values[row] ? "true" : "false"
    case .vertices(let values): values[row].map { answer.network.name(of: $0) }
    }
  }

  /// The shortest text that reads back as the same number; nil for what is not finite.
  static func written(_ value: Double) -> String? {
    guard value.isFinite else { return nil }
    return Int64(exactly: value).map { String($0) } ?? "\(value)"
  }

  // MARK: - JSON

  /// One object; nodes and edges are objects on a line each. docs/graphs.md describes the members.
  var json: String {
    let graph = answer.properties
    var text = "{\n  \"schema\": 1,\n"
    text += "  \"tool\": {\"name\": \"liantu\", \"version\": \(quoted(version))},\n"
    text += "  \"file\": \(quoted(answer.path)),\n"
    text += "  \"format\": \(quoted(answer.reading.format.rawValue)),\n"
    if let list = answer.reading.edgeList {
      text += "  \"ends\": {\"source\": \(quoted(list.sourceColumn)), "
      text += "\"target\": \(quoted(list.targetColumn)), \"header\": \(list.hasHeader)},\n"
    }
    text += "  \"direction\": \(quoted(answer.direction.rawValue)),\n"
    text += "  \"graph\": {\"nodes\": \(graph.nodeCount), \"edges\": \(graph.edgeCount), "
    text += "\"directed\": \(answer.network.isDirected), \"self_loops\": \(answer.loopCount), "
    text += "\"parallel_edges\": \(answer.parallelCount)},\n"
    text += "  \"measures\": [" + list(answer.results.map(measure), indent: "    ") + "]"
    if !answer.nodeColumns.isEmpty {
      text += ",\n  \"nodes\": [" + list((0..<graph.nodeCount).map(node), indent: "    ") + "]"
    }
    if !answer.edgeColumns.isEmpty {
      text += ",\n  \"edges\": [" + list((0..<graph.edgeCount).map(edge), indent: "    ") + "]"
    }
    return text + "\n}\n"
  }

  private func list(_ items: [String], indent: String) -> String {
    items.isEmpty
      ? "" : "\n" + indent + items.joined(separator: ",\n" + indent) + "\n" + indent.dropLast(2)
  }

  private func measure(_ measure: Measure, _ result: MeasureResult) -> String {
    let facts = result.facts.map { "\(quoted($0.key)): \(value($0.value))" }
    let names = (result.nodeColumns + result.edgeColumns).map { quoted($0.key) }
    return "{\"key\": \(quoted(measure.key)), \"name\": {\"en\": \(quoted(measure.name.english)), "
      + "\"zh\": \(quoted(measure.name.chinese))}, \"facts\": {\(facts.joined(separator: ", "))}, "
      + "\"columns\": [\(names.joined(separator: ", "))]}"
  }

  private func value(_ value: MeasureResult.Value) -> String {
    switch value {
    case .count(let count): String(count)
    case .number(let number): number.flatMap(Self.written) ?? "null"
    case .vertices(let vertices): names(vertices)
    case .edges(let edges):
      "[" + edges.map { ends(of: $0) }.map { "{\($0)}" }.joined(separator: ", ") + "]"
    case .groups(let groups): "[" + groups.map(names).joined(separator: ", ") + "]"
    case .paths(let paths):
      "["
        + paths.map {
          "{\"length\": \(Self.written($0.length) ?? "null"), \"nodes\": \(names($0.vertices))}"
        }.joined(separator: ", ") + "]"
    }
  }

  private func names(_ vertices: [Int]) -> String {
    "[" + vertices.map { quoted(answer.network.name(of: $0)) }.joined(separator: ", ") + "]"
  }

  private func node(_ vertex: Int) -> String {
    var text = "{\"id\": \(quoted(answer.network.name(of: vertex)))"
    if let label = answer.label(of: vertex) { text += ", \"label\": \(quoted(label))" }
    return text + members(answer.nodeColumns, vertex) + "}"
  }

  private func edge(_ edge: Int) -> String {
    "{" + ends(of: edge) + members(answer.edgeColumns, edge) + "}"
  }

  private func ends(of edge: Int) -> String {
    let graph = answer.network.graph
    return "\"source\": \(quoted(answer.network.name(of: graph.source(of: edge)))), "
      + "\"target\": \(quoted(answer.network.name(of: graph.target(of: edge))))"
  }

  private func members(_ columns: [ResultColumn], _ row: Int) -> String {
    columns.map { column in
      let text = written(column, row)
      let isName = if case .vertices = column.values { true } else { false }
      return ", \(quoted(column.key)): \(isName ? text.map(quoted) ?? "null" : text ?? "null")"
    }.joined()
  }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\u{0}"..<" ":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  // MARK: - GraphML

  /// The graph of the file with every column as an attribute of nodes or edges.
  var graphML: [UInt8] {
    var graph = answer.properties
    for column in answer.nodeColumns { graph = graph.adding(nodeColumn: self.column(column)) }
    for column in answer.edgeColumns { graph = graph.adding(edgeColumn: self.column(column)) }
    return graph.graphMLBytes()
  }

  /// Attributes of the file that a column of the answer takes the place of.
  var replaced: [String] {
    let nodes = answer.nodeColumns.map(\.key).filter { answer.properties.nodeColumn($0) != nil }
    let edges = answer.edgeColumns.map(\.key).filter { answer.properties.edgeColumn($0) != nil }
    return nodes + edges
  }

  private func column(_ column: ResultColumn) -> PropertyGraph.Column {
    switch column.values {
    case .integers(let values): PropertyGraph.Column(column.key, integers: values.map { $0 })
    case .optionalIntegers(let values): PropertyGraph.Column(column.key, integers: values)
    case .numbers(let values): PropertyGraph.Column(column.key, numbers: values.map { $0 })
    case .optionalNumbers(let values): PropertyGraph.Column(column.key, numbers: values)
    case .flags(let values): PropertyGraph.Column(column.key, flags: values)
    case .vertices(let values):
      PropertyGraph.Column(
        column.key, texts: values.map { $0.map { answer.network.name(of: $0) } })
    }
  }
}
