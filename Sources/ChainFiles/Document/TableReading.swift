import Chains

/// Turns one raw table into records, and says where each of them was written.
struct TableReading<Row: Record> {
  let schema: TableSchema<Row>
  var raw: RawTable
  let header: HeaderReading
  let document: DocumentReading
  var records: [Row] = []
  var origin: TableOrigin
  private(set) var notices: [Notice] = []
  var problems: ReadingProblems
  /// The place of each field among the cells of a row.
  let cellOfField: [Field: Int]

  init(_ schema: TableSchema<Row>, _ raw: RawTable, in document: DocumentReading) {
    self.schema = schema
    self.raw = raw
    self.document = document
    problems = document.problems
    header = HeaderReading(raw, schema.columns.map(\.column), money: document.tables.profile.money)
    var columns: [Field: (index: Int, header: String)] = [:]
    for (index, column) in header.columns.enumerated() {
      guard let column else { continue }
      columns[schema.columns[column].column.field] = (index, raw.headers[index].text)
    }
    cellOfField = columns.mapValues(\.index)
    origin = TableOrigin(
      path: raw.path, table: raw.table, line: raw.line, columns: columns, rows: .marks([]))
    checkHeader()
    switch raw.rows {
    case .records(let rows): readRecords(rows)
    case .csv(let reader): readCSV(reader)
    }
  }

  private mutating func checkHeader() {
    for (field, problem) in header.problems {
      guard let field else {
        problems.found.append(problem)
        continue
      }
      problems.column(Row.table, field, problem)
    }
    for (index, column) in header.columns.enumerated() where column == nil {
      let header = raw.headers[index]
      guard !header.text.isEmpty,
        !self.header.problems.contains(where: { $0.problem.location.header == header.text })
      else { continue }
      notices.append(
        Notice(
          at: Location(
            path: raw.path, table: raw.table,
            line: header.mark == .unknown ? nil : header.mark.line,
            column: header.mark == .unknown ? nil : header.mark.column, header: header.text),
          Bilingual(
            "\(Row.table.chinese)表没有“\(header.text.shownShort)”这一列：原样保留，不参与分析",
            "the table \(Row.table.rawValue) knows no column “\(header.text.shownShort)”: it is kept, and used for nothing"
          )))
    }
    requireColumns()
  }

  /// A column without which no row says anything is asked for once, not in each row.
  private mutating func requireColumns() {
    if case .records(let rows) = raw.rows, rows.isEmpty { return }
    let columns = schema.columns.map(\.column)
    for column in columns where column.isRequired && cellOfField[column.field] == nil {
      problems.column(Row.table, column.field, missing(column.header, column.field))
    }
    let names: [Field] = [.id, .name, .title]
    let isIdentified = columns.contains { $0.field == .id } && Row.table != .chain
    if isIdentified, !names.contains(where: { cellOfField[$0] != nil }) {
      problems.column(Row.table, .id, missing(Bilingual("编号”或“名称", "id” or “name"), .id))
    }
  }

  private func missing(_ name: Bilingual, _ field: Field) -> FileProblem? {
    let isReported = header.problems.contains { $0.field == field }
    if isReported { return nil }
    return FileProblem(
      at: Location(path: raw.path, table: raw.table, line: raw.line),
      Bilingual("缺少“\(name.chinese)”列：请补上", "the column “\(name.english)” is missing: add it"))
  }

  private mutating func readRecords(_ rows: [RawRecord]) {
    records.reserveCapacity(rows.count)
    for row in rows { records.append(record(row.cells, row.mark, at: row.marks)) }
    origin.rows = .marks(rows.map { ($0.mark, $0.marks) })
  }

  /// One row of cells as a record; what cannot be understood is reported and left unknown.
  mutating func record(_ cells: [RawCell], _ row: Mark, at marks: [Mark]) -> Row {
    var record = schema.blank
    for (index, cell) in cells.enumerated() where cell != .blank {
      guard index < header.columns.count else { break }
      guard let number = header.columns[index] else {
        keep(cell, raw.headers[index].text, in: &record)
        continue
      }
      let column = schema.columns[number]
      do throws(CellError) {
        column.write(try value(of: cell, column.column, cells), &record)
      } catch {
        let mark = marks.indices.contains(index) ? marks[index] : row
        report(error, column.column, written(cell), mark, header: raw.headers[index].text)
      }
    }
    checkRequiredWord(cells, row)
    return record
  }

  private func keep(_ cell: RawCell, _ header: String, in record: inout Row) {
    if let text = written(cell), !header.isEmpty { record.extras[header] = text }
  }

  private func written(_ cell: RawCell) -> String? {
    switch cell {
    case .text(let text): text
    case .list(let texts): ListCell.written(texts)
    case .blank, .unreadable: nil
    }
  }

  /// References that are missing are the chain's business; words are not in the record any more to be missed.
  private mutating func checkRequiredWord(_ cells: [RawCell], _ row: Mark) {
    for column in schema.columns where column.column.isRequired {
      guard case .word = column.column.content, let index = cellOfField[column.column.field],
        index >= cells.count || cells[index] == .blank
      else { continue }
      let name = column.column.header
      report(
        CellError("“\(name.chinese)”不能为空：请补上", "\(name.english) is empty: fill it in"),
        column.column,
        nil, row, header: raw.headers[index].text)
    }
  }

  private mutating func report(
    _ error: CellError, _ column: Column, _ value: String?, _ mark: Mark, header: String
  ) {
    let location = Location(
      path: raw.path, table: raw.table, line: mark.line == 0 ? raw.line : mark.line,
      column: mark.column == 0 ? nil : mark.column, header: header)
    problems.cell(
      Place(Row.table, row: records.count, column.field),
      FileProblem(at: location, value: value, error.text))
  }
}

// What one cell says.
extension TableReading {
  private func value(
    of cell: RawCell, _ column: Column, _ cells: [RawCell]
  ) throws(CellError) -> CellValue {
    switch cell {
    case .blank: return .blank
    case .unreadable(let error): throw error
    case .list(let texts):
      guard case .list = column.content else {
        throw CellError(
          "此处只能写一个值，不能写列表：请只写一个", "a list stands where one value is wanted: write one")
      }
      return texts.isEmpty ? .blank : .list(texts)
    case .text(let text): return try value(of: text, column, cells)
    }
  }

  private func value(
    of text: String, _ column: Column, _ cells: [RawCell]
  ) throws(CellError) -> CellValue {
    switch column.content {
    case .text, .reference: return .text(text)
    case .list:
      return .list(ListCell.read(text, commas: column.field == .tags || column.field == .stages))
    case .flag: return .flag(try Words.flag(text))
    case .word(let words, let hasDefault):
      if !hasDefault, Words.isUnknown(halfWidth(text)) { return .blank }
      return .word(try Words.word(text, among: words))
    case .date: return try CalendarDate.read(text).map(CellValue.date) ?? .blank
    case .figure(let measure):
      return try FigureCell.read(text, as: measure) { context(cells) }.map(CellValue.number)
        ?? .blank
    case .limit(let measure):
      return try FigureCell.readLimit(text, as: measure) { context(cells) }.cell
    }
  }

  /// Where the units of a row's figures come from: the product's own row, or the products that were read before.
  private func context(_ cells: [RawCell]) -> CellContext {
    func text(_ field: Field) -> String? {
      guard let index = cellOfField[field], index < cells.count, case .text(let text) = cells[index]
      else { return nil }
      return text
    }
    return CellContext(money: document.tables.profile.money) { field in
      if field == .id {
        return .product(name: text(.name) ?? text(.id) ?? "", unit: text(.unit))
      }
      return text(field).flatMap { document.units[$0] } ?? .unknownProduct
    }
  }
}
