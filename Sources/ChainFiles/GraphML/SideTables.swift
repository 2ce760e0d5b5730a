import Chains
import FoundationEssentials

/// The tables of a chain that are no graph, as the JSON text of one graph attribute.
struct SideTables: Codable {
  var schema: Int
  /// By English table name.
  var tables: [String: [Row]]

  struct Row: Codable {
    /// By English header; what is not known is left out.
    var cells: [String: Cell]
    var extras: [String: String]?
  }

  enum Cell: Codable, Hashable {
    case text(String)
    case number(Double)
    case flag(Bool)
    case list([String])

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let flag = try? value.decode(Bool.self) {
        self = .flag(flag)
      } else if let number = try? value.decode(Double.self) {
        self = .number(number)
      } else if let list = try? value.decode([String].self) {
        self = .list(list)
      } else {
        self = .text(try value.decode(String.self))
      }
    }

    func encode(to encoder: any Encoder) throws {
      var value = encoder.singleValueContainer()
      switch self {
      case .text(let text): try value.encode(text)
      case .number(let number): try value.encode(number)
      case .flag(let flag): try value.encode(flag)
      case .list(let list): try value.encode(list)
      }
    }
  }

  init(_ grids: [Grid]) {
    schema = Schema.version
    tables = [:]
    for grid in grids where !grid.rows.isEmpty {
      tables[grid.table.rawValue] = zip(grid.rows, grid.extras).map { row, extras in
        var cells: [String: Cell] = [:]
        for (column, cell) in zip(grid.columns, row) {
          cells[column.field.rawValue] = Cell(cell, column)
        }
        return Row(cells: cells, extras: extras.isEmpty ? nil : extras)
      }
    }
  }

  /// The same tables always give the same text.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  init(json: String) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(json.utf8))
  }

  /// A table as raw cells, to be understood like those of any other file.
  func rawTable(_ table: Table, path: String) throws(FileProblem) -> RawTable? {
    guard let rows = tables[table.rawValue] else { return nil }
    var headers = Schema.columns(of: table).map(\.field.rawValue)
    headers += Set(rows.flatMap { ($0.extras ?? [:]).keys }).sorted()
    try RawTable.checkSize(table, rows: rows.count, columns: headers.count, path: path)
    let records = rows.map { row in
      RawRecord(
        mark: .unknown,
        cells: headers.map { header in
          row.cells[header]?.raw ?? row.extras?[header].map(RawCell.text) ?? .blank
        }, marks: [])
    }
    return RawTable(
      table: table, path: path, headers: headers.map { RawHeader(text: $0, mark: .unknown) },
      rows: .records(records))
  }
}

extension SideTables.Cell {
  init?(_ cell: CellValue, _ column: Column) {
    switch cell {
    case .blank: return nil
    case .list(let texts): self = .list(texts)
    case .flag(let flag): self = .flag(flag)
    case .number(let number) where number.isFinite: self = .number(number)
    case .limit(.limited(let amount)) where amount.isFinite: self = .number(amount)
    default: self = .text(cell.written(.english, column.content))
    }
  }

  var raw: RawCell {
    switch self {
    case .text(let text): text.isEmpty ? .blank : .text(text)
    case .number(let number): .text(CellValue.number(number))
    case .flag(let flag): .text(flag ? "yes" : "no")
    case .list(let texts): .list(texts)
    }
  }
}
