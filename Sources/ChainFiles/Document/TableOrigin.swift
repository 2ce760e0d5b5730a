import Chains

/// Where the rows and cells of one table were written.
struct TableOrigin: Sendable {
  let path: String
  let table: Table
  let line: Int?
  /// For each column that is known, its place among the headers and the header as written.
  var columns: [Field: (index: Int, header: String)]
  var rows: Rows

  enum Rows: Sendable {
    /// The mark of each record and of its cells.
    case marks([(row: Mark, cells: [Mark])])
    /// The bytes of a CSV file and where each row starts: a cell is found by reading its row again.
    case csv(CSVReader, starts: [CSVReader.Position])
  }

  func location(row: Int, _ field: Field?) -> Location {
    let column = field.flatMap { columns[$0] }
    var location = Location(path: path, table: table, header: column?.header ?? field?.rawValue)
    let mark = mark(row: row, column?.index)
    location.line = mark.map(\.line) ?? line
    location.column = mark.map(\.column)
    if mark?.column == 0 { location.column = nil }
    if location.line == 0 { location.line = nil }
    return location
  }

  private func mark(row: Int, _ column: Int?) -> Mark? {
    switch rows {
    case .marks(let marks):
      guard marks.indices.contains(row) else { return nil }
      if let column, marks[row].cells.indices.contains(column),
        marks[row].cells[column] != .unknown
      {
        return marks[row].cells[column]
      }
      return marks[row].row
    case .csv(let reader, let starts):
      guard starts.indices.contains(row) else { return nil }
      guard let column else { return Mark(line: starts[row].line, column: 0) }
      return reader.mark(ofCell: column, inRowAt: starts[row])
    }
  }
}
