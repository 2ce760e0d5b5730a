import Chains

/// A column together with the property of the record that it stands for.
struct TypedColumn<Row: Record>: Sendable {
  let column: Column
  let read: @Sendable (Row) -> CellValue
  let write: @Sendable (CellValue, inout Row) -> Void
}

extension TypedColumn {
  typealias Property<Value> = any WritableKeyPath<Row, Value> & Sendable

  init<Value: CellConvertible>(
    _ field: Field, _ chinese: String, also others: [String] = [], _ content: Column.Content,
    _ property: Property<Value>, isRequired: Bool = false
  ) {
    column = Column(
      table: Row.table, field: field, header: Bilingual(chinese, field.rawValue),
      otherHeaders: others, content: content, isRequired: isRequired)
    read = { $0[keyPath: property].cell }
    write = { cell, row in
      if let value = Value(cell: cell) { row[keyPath: property] = value }
    }
  }

  /// A column of words that may be blank.
  init<Word: Term>(
    _ field: Field, _ chinese: String, also others: [String] = [], _ property: Property<Word?>
  ) {
    column = Column(
      table: Row.table, field: field, header: Bilingual(chinese, field.rawValue),
      otherHeaders: others, content: .word(Word.allCases.map(\.name), hasDefault: false),
      isRequired: false)
    read = { $0[keyPath: property].map { .word($0.rawValue) } ?? .blank }
    write = { cell, row in
      if case .word(let word) = cell { row[keyPath: property] = Word(rawValue: word) }
    }
  }

  /// A column of words where a blank cell means the word that a new record has.
  init<Word: Term>(
    _ field: Field, _ chinese: String, also others: [String] = [], _ property: Property<Word>,
    isRequired: Bool = false
  ) {
    column = Column(
      table: Row.table, field: field, header: Bilingual(chinese, field.rawValue),
      otherHeaders: others, content: .word(Word.allCases.map(\.name), hasDefault: true),
      isRequired: isRequired)
    read = { .word($0[keyPath: property].rawValue) }
    write = { cell, row in
      if case .word(let raw) = cell, let word = Word(rawValue: raw) {
        row[keyPath: property] = word
      }
    }
  }
}

/// The columns of one table, and the record that a row with nothing but blank cells would be.
struct TableSchema<Row: Record>: Sendable {
  let blank: Row
  let columns: [TypedColumn<Row>]

  init(_ blank: Row, _ columns: [TypedColumn<Row>]) {
    self.blank = blank
    self.columns = columns
  }

  /// The rows as cells in the order of the columns, without a thought of any file.
  func grid(_ rows: [Row]) -> Grid {
    Grid(
      table: Row.table, columns: columns.map(\.column),
      blank: columns.map { $0.read(blank) },
      rows: rows.map { row in columns.map { $0.read(row) } },
      extras: rows.map(\.extras))
  }
}

/// A table as cells, ready to be written.
struct Grid: Sendable {
  let table: Table
  let columns: [Column]
  /// What the cells of a row hold of which nothing is known.
  let blank: [CellValue]
  /// Each as long as `columns`.
  let rows: [[CellValue]]
  /// The columns that schema 1 does not know, row by row.
  let extras: [[String: String]]

  /// The headers of all extras, in the order of their Unicode scalars.
  var extraHeaders: [String] {
    Set(extras.flatMap(\.keys)).sorted {
      $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
    }
  }
}
