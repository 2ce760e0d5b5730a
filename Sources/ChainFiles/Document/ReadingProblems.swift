import Chains

/// What was found wrong while reading, and what must therefore not be said about the same places again.
struct ReadingProblems {
  var found: [FileProblem] = []
  private var cells: Set<Place> = []
  private var rows: Set<Place> = []
  private var columns: Set<Place> = []
  private var missingColumns: Set<Place> = []
  /// Tables of which rows may be missing.
  private var incompleteTables: Set<Table> = []

  /// A cell that cannot be understood.
  mutating func cell(_ place: Place, _ problem: FileProblem) {
    found.append(problem)
    cells.insert(place)
    rows.insert(Place(place.table, row: place.row))
    if let field = place.field { columns.insert(Place(place.table, row: 0, field)) }
  }

  /// A row of which nothing can be trusted.
  mutating func row(_ place: Place, _ problem: FileProblem) {
    found.append(problem)
    rows.insert(place)
    for column in Schema.columns(of: place.table) {
      cells.insert(Place(place.table, row: place.row, column.field))
      columns.insert(Place(place.table, row: 0, column.field))
    }
  }

  /// A column that is missing or is there twice.
  mutating func column(_ table: Table, _ field: Field, _ problem: FileProblem?) {
    if let problem { found.append(problem) }
    missingColumns.insert(Place(table, row: 0, field))
  }

  /// A table of which not all can be read.
  mutating func table(_ table: Table?, _ problem: FileProblem) {
    found.append(problem)
    if let table {
      incompleteTables.insert(table)
    } else {
      incompleteTables.formUnion(Table.allCases)
    }
  }

  /// Whether a contradiction is nothing but the consequence of what is reported already.
  func explain(_ problem: ChainProblem) -> Bool {
    let place = problem.place
    switch problem.reason {
    case .noProducts, .noFinalProduct:
      return incompleteTables.contains(.products)
        || columns.contains(Place(.products, row: 0, .final))
        || missingColumns.contains(Place(.products, row: 0, .final))
        || missingColumns.contains(Place(.products, row: 0, .id))
    case .unknownReference(_, let table, _) where incompleteTables.contains(table): return true
    case .unknownReference(_, let table, _)
    where missingColumns.contains(Place(table, row: 0, .id)):
      return true
    case .effectWithout
    where cells.contains(Place(.effects, row: place.row, .kind))
      || missingColumns.contains(Place(.effects, row: 0, .kind)):
      return true
    default: break
    }
    guard let field = place.field else { return rows.contains(place) }
    return cells.contains(place) || missingColumns.contains(Place(place.table, row: 0, field))
  }
}
