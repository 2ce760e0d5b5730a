public import Chains

/// Where in a file something is written, as exactly as is known.
public struct Location: Hashable, Sendable, CustomStringConvertible {
  /// The file as it was named to the reader; `-` for the standard input.
  public var path: String
  /// The table that the file, the sheet or the list holds.
  public var table: Table?
  /// Counted from 1.
  public var line: Int?
  /// Counted from 1, in characters.
  public var column: Int?
  /// The column's header as it is written in the file.
  public var header: String?

  /// A place; what is not given is not known.
  public init(
    path: String, table: Table? = nil, line: Int? = nil, column: Int? = nil, header: String? = nil
  ) {
    self.path = path
    self.table = table
    self.line = line
    self.column = column
    self.header = header
  }

  /// `path:line:column`, as far as it is known; editors and terminals jump there.
  public var description: String {
    guard let line else { return path }
    return column.map { "\(path):\(line):\($0)" } ?? "\(path):\(line)"
  }
}

extension Location: Comparable {
  /// The order of a report: by file, then line and column; what has no line comes first.
  public static func < (a: Self, b: Self) -> Bool {
    if a.path != b.path {
      return a.path.unicodeScalars.lexicographicallyPrecedes(b.path.unicodeScalars)
    }
    let first = (a.line ?? 0, a.column ?? 0)
    let second = (b.line ?? 0, b.column ?? 0)
    if first != second { return first < second }
    let tables = (a.table.map(order) ?? -1, b.table.map(order) ?? -1)
    return tables.0 == tables.1 ? (a.header ?? "") < (b.header ?? "") : tables.0 < tables.1
  }

  private static func order(_ table: Table) -> Int { Table.allCases.firstIndex(of: table) ?? 0 }
}
