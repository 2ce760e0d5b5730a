import Chains
import GraphML

extension DocumentReading {
  /// Reads the tables from a GraphML file that was written from a chain; what an analysis added is passed over.
  mutating func readGraphML(_ bytes: [UInt8], path: String, _ options: ReadingOptions) {
    var graphOptions = GraphMLDocument.ReadingOptions()
    graphOptions.encoding = options.encoding?.rawValue
    do throws(GraphMLError) {
      let reading = try GraphMLDocument.read(bytes: bytes, name: path, options: graphOptions)
      for warning in reading.warnings {
        let problem = FileProblem(warning, path: path)
        notices.append(Notice(at: problem.location, problem.text))
      }
      readGraph(reading.document, path: path)
    } catch {
      for problem in [error] + error.further {
        problems.table(nil, FileProblem(problem, path: path))
      }
    }
  }

  private mutating func readGraph(_ document: GraphMLDocument, path: String) {
    let graph = document.graphs.first ?? GraphMLDocument.Graph()
    let reader = GraphReader(document, graph, path: path)
    guard reader.isChain else {
      problems.table(
        nil,
        FileProblem(
          at: Location(path: path),
          Bilingual(
            "这个 GraphML 不是由 liantu export 导出的产业链：请先转换，如 liantu convert \(path) chain.yaml",
            "this GraphML was not exported from a chain: convert it first, as in liantu convert \(path) chain.yaml"
          )))
      return
    }
    do {
      read(try reader.tables())
    } catch let problem as FileProblem {
      problems.table(nil, problem)
    } catch {
      problems.table(
        nil,
        FileProblem(
          at: Location(path: path, header: GraphNames.chain),
          Bilingual(
            "图属性 \(GraphNames.chain) 不是有效的 JSON：请重新导出（\(error)）",
            "the graph attribute \(GraphNames.chain) is no valid JSON: export the chain again (\(error))"
          ))
      )
    }
  }
}

/// Turns nodes and edges back into rows.
struct GraphReader {
  let document: GraphMLDocument
  let graph: GraphMLDocument.Graph
  let path: String
  /// The nodes of all groups, in the order of their rows where they state one.
  private let nodes: [GraphMLDocument.Node]
  private let edges: [GraphMLDocument.Edge]
  /// The record of each node.
  private let records: [String: String]

  init(_ document: GraphMLDocument, _ graph: GraphMLDocument.Graph, path: String) {
    self.document = document
    self.graph = graph
    self.path = path
    let all = graph.withNested
    nodes = all.flatMap(\.nodes).enumerated().sorted { first, second in
      let rows = [first, second].map { $0.element.values[GraphNames.row]?.integer ?? 0 }
      return (rows[0], first.offset) < (rows[1], second.offset)
    }.map(\.element)
    edges = all.flatMap(\.edges)
    records = Dictionary(
      nodes.map { ($0.id, $0.values[GraphNames.record]?.text ?? $0.id) },
      uniquingKeysWith: { first, _ in first })
  }

  var isChain: Bool {
    graph.values[GraphNames.chain] != nil
      || nodes.contains { $0.values[GraphNames.table] != nil }
  }

  func tables() throws -> [RawTable] {
    var tables: [RawTable] = []
    if let json = graph.values[GraphNames.chain]?.text {
      let side = try SideTables(json: json)
      for table in Table.allCases {
        if let raw = try side.rawTable(table, path: path) { tables.append(raw) }
      }
    }
    for table in GraphNames.nodeTables {
      let nodes = nodes.filter { $0.values[GraphNames.table]?.text == table.rawValue }
      tables.append(
        try rawTable(
          table,
          nodes.map { node in
            let name = node.values["name"] ?? node.values["label"]
            return (
              node.values, [.id: records[node.id] ?? node.id, .name: name?.text ?? ""]
            )
          }))
    }
    for table in GraphNames.edgeTables {
      guard let ends = GraphNames.ends(of: table) else { continue }
      let edges = edges.filter { $0.values[GraphNames.table]?.text == table.rawValue }
      tables.append(
        try rawTable(
          table,
          edges.map { edge in
            (
              edge.values,
              [
                ends.source.0: records[edge.source] ?? edge.source,
                ends.target.0: records[edge.target] ?? edge.target,
              ]
            )
          }))
    }
    return tables
  }

  private func rawTable(
    _ table: Table, _ rows: [(values: GraphMLDocument.Values, fixed: [Field: String])]
  ) throws(FileProblem) -> RawTable {
    let columns = Schema.columns(of: table)
    let extras = Set(
      rows.flatMap { row in
        row.values.compactMap {
          $0.name.hasPrefix(GraphNames.extra)
            ? String($0.name.dropFirst(GraphNames.extra.count)) : nil
        }
      }
    ).sorted()
    try RawTable.checkSize(
      table, rows: rows.count, columns: columns.count + extras.count, path: path)
    let records = rows.map { row in
      var cells = columns.map { column in
        row.fixed[column.field].map { $0.isEmpty ? RawCell.blank : .text($0) }
          ?? cell(row.values[GraphNames.attribute(column.field)])
      }
      cells += extras.map { cell(row.values[GraphNames.extra + $0]) }
      return RawRecord(mark: .unknown, cells: cells, marks: [])
    }
    let headers = columns.map(\.field.rawValue) + extras
    return RawTable(
      table: table, path: path, headers: headers.map { RawHeader(text: $0, mark: .unknown) },
      rows: .records(records))
  }

  private func cell(_ value: GraphMLValue?) -> RawCell {
    guard let value else { return .blank }
    if let number = value.number, value.kind == .double || value.kind == .float {
      if number.isNaN { return .blank }
      return .text(number == .infinity ? "unlimited" : CellValue.number(number))
    }
    let text = trimmed(value.text)
    return text.isEmpty ? .blank : .text(text)
  }
}

extension GraphMLDocument.Graph {
  /// This graph and those inside its nodes.
  var withNested: [GraphMLDocument.Graph] {
    [self] + nodes.flatMap { $0.graphs.flatMap(\.withNested) }
  }
}

extension FileProblem {
  /// What the GraphML module says about a file.
  init(_ error: GraphMLError, path: String) {
    let location = Location(
      path: path, line: error.location?.line, column: error.location?.column)
    var plain = error
    plain.location = nil
    plain.further = []
    self.init(at: location, Bilingual(plain.chineseDescription, plain.description))
  }
}
