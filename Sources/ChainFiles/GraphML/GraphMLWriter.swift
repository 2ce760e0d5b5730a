public import Chains
public import GraphML

extension Tables {
  /// The document as a GraphML file: products and enterprises are nodes; inputs, capacities and ties are edges; the other
  /// tables are one attribute of the graph.
  /// - Throws: a reference to no record, for which an edge cannot be drawn; a text that XML cannot hold.
  public func graphMLText(annotations: [Annotation] = []) throws(FileProblems) -> [UInt8] {
    try graphMLFile(annotations: annotations).bytes
  }

  /// The document as a GraphML file for one program, with what its format could not hold. For yEd the stages are groups, and
  /// the nodes stand in columns by their places, in a band for each stage.
  /// - Throws: as ``graphMLText(annotations:)``; under `strict` everything that would have to change.
  public func graphMLFile(
    for dialect: GraphMLDocument.Dialect = .universal,
    options: GraphMLDocument.DialectOptions = GraphMLDocument.DialectOptions(),
    annotations: [Annotation] = []
  ) throws(FileProblems) -> GraphMLDocument.DialectFile {
    let document = try graphMLDocument(for: dialect, annotations)
    do throws(GraphMLError) {
      return try document.file(for: dialect, options: options.refusingForbiddenCharacters)
    } catch {
      throw FileProblems(error, dialect)
    }
  }

  /// Writes that file piece by piece.
  /// - Returns: what its format could not hold.
  /// - Throws: ``FileProblems`` as ``graphMLFile(for:options:annotations:)``, before anything is written, or what `sink`
  ///   throws.
  public func writeGraphML(
    for dialect: GraphMLDocument.Dialect = .universal,
    options: GraphMLDocument.DialectOptions = GraphMLDocument.DialectOptions(),
    annotations: [Annotation] = [], to sink: ([UInt8]) throws -> Void
  ) throws -> [GraphMLError] {
    let document = try graphMLDocument(for: dialect, annotations)
    do {
      return try document.write(
        for: dialect, options: options.refusingForbiddenCharacters, to: sink)
    } catch let error as GraphMLError {
      throw FileProblems(error, dialect)
    }
  }

  private func graphMLDocument(
    for dialect: GraphMLDocument.Dialect, _ annotations: [Annotation]
  ) throws(FileProblems) -> GraphMLDocument {
    let document = try GraphWriter(self, annotations).document
    return dialect == .yed ? StagedGraph(document, stages: stages).document : document
  }
}

extension GraphMLDocument.DialectOptions {
  /// These, for texts that are to be kept as they are.
  fileprivate var refusingForbiddenCharacters: Self {
    var options = self
    options.refusesForbiddenCharacters = true
    return options
  }
}

extension FileProblems {
  fileprivate init(_ error: GraphMLError, _ dialect: GraphMLDocument.Dialect) {
    self.init(
      ([error] + error.further).map { FileProblem($0, path: "GraphML \(dialect.rawValue)") })
  }
}

/// Builds the graph of a chain.
struct GraphWriter {
  private(set) var document = GraphMLDocument()
  private var graph = GraphMLDocument.Graph(id: "chain", isDirected: true)
  private var nodes: Set<String> = []

  init(_ tables: Tables, _ annotations: [Annotation]) throws(FileProblems) {
    let grids = Schema.grids(of: tables)
    declareFixed()
    let byNode = Dictionary(
      annotations.map { (GraphNames.node($0.table, $0.id), $0) }, uniquingKeysWith: { $1 })
    declareAnnotations(annotations)
    for grid in grids where GraphNames.nodeTables.contains(grid.table) {
      declare(grid, for: .node)
      for row in grid.rows.indices { addNode(grid, row, byNode) }
    }
    for grid in grids where GraphNames.edgeTables.contains(grid.table) {
      declare(grid, for: .edge)
      for row in grid.rows.indices { try addEdge(grid, row) }
    }
    let onGraph = GraphNames.nodeTables + GraphNames.edgeTables
    do {
      let side = SideTables(grids.filter { !onGraph.contains($0.table) })
      graph.values[GraphNames.chain] = .string(try side.json())
    } catch {
      throw FileProblems([
        FileProblem(
          at: Location(path: "GraphML"),
          Bilingual("无法写成 JSON：\(error)", "it cannot be written as JSON: \(error)"))
      ])
    }
    document.graphs = [graph]
  }

  private mutating func declareFixed() {
    document.declare(GraphNames.chain, for: .graph, as: .string)
    document.declare("kind", for: .node, as: .string, role: .kind)
    document.declare("name", for: .node, as: .string, role: .label)
    document.declare(GraphNames.table, for: .node, as: .string)
    document.declare(GraphNames.record, for: .node, as: .string)
    document.declare("kind", for: .edge, as: .string, role: .kind)
    document.declare("weight", for: .edge, as: .double, role: .weight)
    document.declare(GraphNames.table, for: .edge, as: .string)
  }

  /// Declares what at least one row states.
  private mutating func declare(_ grid: Grid, for domain: GraphMLDocument.Domain) {
    for (number, column) in grid.columns.enumerated()
    where grid.rows.contains(where: { $0[number] != .blank }) && !isFixed(column, grid.table) {
      document.declare(
        GraphNames.attribute(column.field), for: domain, as: column.content.graphKind)
    }
    for header in grid.extraHeaders {
      document.declare(GraphNames.extra + header, for: domain, as: .string)
    }
  }

  /// Whether a node's id or name, or an end of an edge, says it already.
  private func isFixed(_ column: Column, _ table: Table) -> Bool {
    guard let ends = GraphNames.ends(of: table) else {
      return column.field == .id || column.field == .name
    }
    return column.field == ends.source.0 || column.field == ends.target.0
  }

  private func values(_ grid: Grid, _ row: Int) -> GraphMLDocument.Values {
    var values = GraphMLDocument.Values()
    for (number, column) in grid.columns.enumerated() where !isFixed(column, grid.table) {
      if let value = grid.rows[row][number].graphValue {
        values.append(.init(GraphNames.attribute(column.field), value))
      }
    }
    for (header, text) in grid.extras[row].sorted(by: { $0.key < $1.key }) {
      values.append(.init(GraphNames.extra + header, .string(text)))
    }
    return values
  }

  private func text(_ grid: Grid, _ row: Int, _ field: Field) -> String {
    guard let column = grid.columns.firstIndex(where: { $0.field == field }),
      case .text(let text) = grid.rows[row][column]
    else { return "" }
    return text
  }

  private mutating func addNode(_ grid: Grid, _ row: Int, _ annotations: [String: Annotation]) {
    let (id, name) = (text(grid, row, .id), text(grid, row, .name))
    let record = id.isEmpty ? name : id
    let node = GraphNames.node(grid.table, record)
    nodes.insert(node)
    var all: GraphMLDocument.Values = [
      "kind": .string(GraphNames.kind(grid.table)), "name": .string(name.isEmpty ? id : name),
      GraphNames.table: .string(grid.table.rawValue), GraphNames.record: .string(record),
    ]
    for entry in values(grid, row) { all.append(entry) }
    if let annotation = annotations[node] {
      for entry in annotation.values { all.append(entry) }
    }
    graph.nodes.append(GraphMLDocument.Node(id: node, values: all))
  }

  private mutating func addEdge(_ grid: Grid, _ row: Int) throws(FileProblems) {
    guard let ends = GraphNames.ends(of: grid.table) else { return }
    let source = GraphNames.node(ends.source.1, text(grid, row, ends.source.0))
    let target = GraphNames.node(ends.target.1, text(grid, row, ends.target.0))
    for (end, field) in [(source, ends.source.0), (target, ends.target.0)]
    where !nodes.contains(end) {
      let mention = text(grid, row, field)
      throw FileProblems([
        FileProblem(
          at: Location(path: "GraphML", table: grid.table, header: field.rawValue),
          value: mention,
          Bilingual(
            "没有编号为“\(mention)”的记录，无法连线：请先写编号，或补上该记录",
            "no record has the id “\(mention)”, so no edge can be drawn: write an id, or add the record"
          ))
      ])
    }
    var all: GraphMLDocument.Values = [
      "kind": .string(GraphNames.kind(grid.table)), "weight": .double(weight(grid, row)),
      GraphNames.table: .string(grid.table.rawValue),
    ]
    for entry in values(grid, row) { all.append(entry) }
    graph.edges.append(GraphMLDocument.Edge(from: source, to: target, values: all))
  }

  /// The edge's figure where one is known, else 1; never 0, for Gephi drops such edges.
  private func weight(_ grid: Grid, _ row: Int) -> Double {
    let fields: [Table: Field] = [.inputs: .amount, .capacities: .capacity, .ties: .volume]
    guard let field = fields[grid.table],
      let column = grid.columns.firstIndex(where: { $0.field == field })
    else { return 1 }
    switch grid.rows[row][column] {
    case .number(let figure), .limit(.limited(let figure)):
      return figure > 0 && figure.isFinite ? figure : 1
    default: return 1
    }
  }
}

extension GraphWriter {
  private mutating func declareAnnotations(_ annotations: [Annotation]) {
    if annotations.contains(where: { !$0.findings.isEmpty }) {
      document.declare("findings", for: .node, as: .string)
    }
    if annotations.contains(where: { $0.severity != nil }) {
      document.declare("severity", for: .node, as: .int)
    }
    if annotations.contains(where: { $0.coverage != nil }) {
      document.declare("coverage", for: .node, as: .double)
    }
    if annotations.contains(where: { $0.color != nil }) {
      document.declare("r", for: .node, as: .int, role: .red)
      document.declare("g", for: .node, as: .int, role: .green)
      document.declare("b", for: .node, as: .int, role: .blue)
    }
    if annotations.contains(where: { $0.position != nil }) {
      document.declare("x", for: .node, as: .double, role: .x)
      document.declare("y", for: .node, as: .double, role: .y)
    }
  }
}

extension Annotation {
  fileprivate var values: GraphMLDocument.Values {
    var values = GraphMLDocument.Values()
    func add(_ name: String, _ value: GraphMLValue?) {
      if let value { values.append(.init(name, value)) }
    }
    if !findings.isEmpty { add("findings", .string(findings.joined(separator: ", "))) }
    add("severity", severity.flatMap { Int32(exactly: $0) }.map(GraphMLValue.int))
    add("coverage", coverage.map(GraphMLValue.double))
    add("r", color.map { .int(Int32($0.red)) })
    add("g", color.map { .int(Int32($0.green)) })
    add("b", color.map { .int(Int32($0.blue)) })
    add("x", position.map { .double($0.x) })
    add("y", position.map { .double($0.y) })
    return values
  }
}
