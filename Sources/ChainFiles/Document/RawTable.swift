import Chains

/// A table as a file has it: headers and cells, not yet understood.
struct RawTable {
  let table: Table
  let path: String
  /// Where the table starts.
  var line: Int?
  var headers: [RawHeader]
  var rows: RawRows
}

/// A header as it is written, and where.
struct RawHeader {
  let text: String
  let mark: Mark
}

/// A line and a column, counted from 1; a line of 0 is unknown.
struct Mark: Hashable, Sendable {
  var line: Int
  var column: Int
  static let unknown = Mark(line: 0, column: 0)
}

/// One cell as it is written.
enum RawCell: Hashable, Sendable {
  /// Not there, or nothing but blanks.
  case blank
  /// Trimmed, not empty.
  case text(String)
  /// A list that the file itself marks as one.
  case list([String])
  /// Something that no cell can be, and why.
  case unreadable(CellError)
}

/// The rows of a table, all in memory or read one by one.
enum RawRows {
  case records([RawRecord])
  case csv(CSVReader)
}

/// A row whose cells each have a place of their own.
struct RawRecord {
  let mark: Mark
  /// As many as there are headers, or fewer.
  var cells: [RawCell]
  /// As many as cells.
  var marks: [Mark]
}

extension RawTable {
  /// No honest table has more columns than this, nor more cells.
  static let mostColumns = 2_000
  static let mostCells = 20_000_000

  /// Against files made to exhaust the memory: every row has a cell for every header of its table.
  static func checkSize(
    _ table: Table, rows: Int, columns: Int, path: String
  ) throws(FileProblem) {
    guard columns > mostColumns || rows * columns > mostCells else { return }
    throw FileProblem(
      at: Location(path: path, table: table),
      Bilingual(
        "表太大（\(rows) 行、\(columns) 列）：列最多 \(mostColumns)，请核对表头，或拆分",
        "the table is too large (\(rows) rows, \(columns) columns): at most \(mostColumns) columns are read; "
          + "check the header, or split the table"))
  }
}
