import Chains
import GraphML

/// The rows of one table that a drawing gives: what nodes and edges are says some fields, attributes say others.
struct DrawingRows {
  typealias Attribute = GraphMLDocument.Attribute

  let table: Table
  /// The cells of each row by field, from the drawing itself.
  private(set) var fixed: [[Field: String]] = []
  /// The attributes of each row.
  private(set) var values: [[String: String]] = []
  /// Where columns come from by request.
  private let mapped: [Field: GraphMapping.Source]
  /// The attributes that become columns under their own names, with the field where the schema knows one.
  private var free: [(name: String, field: Field?)] = []
  /// The attributes whose values are not of the column that their name means.
  private var demoted: Set<String> = []
  /// The fields that the drawing itself says in some row.
  private var fixedFields: Set<Field> = []
  /// The attributes that are columns of the schema by their names, the first of each: kept, since every row asks for them.
  private var columns: [(name: String, field: Field)] = []

  /// - Parameter passed: attributes that say something else, such as what a node is.
  init(
    _ table: Table, _ attributes: [Attribute], _ mapping: GraphMapping, passed: Set<String>
  ) {
    self.table = table
    mapped = Dictionary(
      mapping.columns.filter { $0.key.table == table }.map { ($0.key.field, $0.value) }
    ) { first, _ in first }
    let used = Set(
      mapping.columns.values.compactMap { source -> String? in
        if case .attribute(let name) = source { name } else { nil }
      })
    let columns = Schema.columns(of: table)
    let names = HeaderReading.names(columns)
    free = attributes.filter { !used.contains($0.name) && !passed.contains($0.name) }
      .map { ($0.name, names[headerKey($0.name)].map { columns[$0].field }) }
    findColumns()
  }

  mutating func add(_ cells: [Field: String], _ attributes: [String: String]) {
    fixed.append(cells)
    values.append(attributes)
    note(cells.keys)
  }

  mutating func removeLast() {
    fixed.removeLast()
    values.removeLast()
  }

  /// Sets a field of a row that nothing else has said.
  mutating func set(_ field: Field, of row: Int, to text: String) {
    fixed[row][field] = text
    note(CollectionOfOne(field))
  }

  private mutating func note(_ fields: some Collection<Field>) {
    if fields.allSatisfy(fixedFields.contains) { return }
    fixedFields.formUnion(fields)
    findColumns()
  }

  /// Whether an attribute says a field.
  func isStated(_ field: Field) -> Bool {
    mapped[field] != nil || columns.contains { $0.field == field }
  }

  /// The text of a field in a row.
  func text(_ field: Field, of row: Int) -> String? {
    if let text = fixed[row][field] { return text }
    if let source = mapped[field] { return cell(source, row) }
    return columns.first { $0.field == field }.flatMap { values[row][$0.name] }
  }

  private mutating func findColumns() {
    var seen = fixedFields.union(mapped.keys)
    columns = free.compactMap { name, field in
      guard let field, !demoted.contains(name), seen.insert(field).inserted else { return nil }
      return (name, field)
    }
  }

  /// The attributes that became columns by request or by name, and their fields.
  var understood: [(name: String, field: Field)] {
    if fixed.isEmpty { return [] }
    let asked = mapped.compactMap { field, source -> (name: String, field: Field)? in
      if case .attribute(let name) = source { (name, field) } else { nil }
    }.sorted { $0.name < $1.name }
    return asked + columns.filter { column in values.contains { $0[column.name] != nil } }
  }

  /// Keeps attributes as they are whose values are not of the column that their name means.
  mutating func demote(_ names: Set<String>) {
    demoted.formUnion(names)
    findColumns()
  }

  private func cell(_ source: GraphMapping.Source, _ row: Int) -> String? {
    switch source {
    case .attribute(let name): values[row][name]
    case .text(let text): text
    }
  }

  /// The table as a file has it. Attributes that are no column keep their names; one whose name means a column that it is
  /// not gets a word before it.
  func raw(path: String) -> RawTable {
    let columns = columns
    let fields = Schema.columns(of: table).map(\.field).filter { field in
      mapped[field] != nil || fixed.contains { $0[field] != nil }
    }
    let extras = free.filter { item in
      !columns.contains { $0.name == item.name } && values.contains { $0[item.name] != nil }
    }
    let headers =
      fields.map(\.rawValue) + columns.map(\.name)
      + extras.map { $0.field == nil ? $0.name : Self.prefix + $0.name }
    let records = fixed.indices.map { row in
      let texts =
        fields.map { fixed[row][$0] ?? mapped[$0].flatMap { cell($0, row) } }
        + columns.map { values[row][$0.name] } + extras.map { values[row][$0.name] }
      return RawRecord(
        mark: .unknown, cells: texts.map { $0.map(RawCell.text) ?? .blank }, marks: [])
    }
    return RawTable(
      table: table, path: path, headers: headers.map { RawHeader(text: $0, mark: .unknown) },
      rows: .records(records))
  }

  /// Before the name of an attribute that only looks like a column.
  static let prefix = "graph_"
}
