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
