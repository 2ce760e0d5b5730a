import Chains

// Rows of a CSV file, one by one.
extension TableReading {
  mutating func readCSV(_ start: CSVReader) {
    var reader = start
    var pieces: [CSVReader.Cell] = []
    var cells: [RawCell] = []
    var starts: [CSVReader.Position] = []
    while true {
      let rowStart = reader.position
      do throws(CSVReader.Failure) {
        guard let row = try reader.next(into: &pieces) else { break }
        let isRead = readRow(pieces, of: reader, at: row, into: &cells)
        if isRead { starts.append(row) }
      } catch {
        switch error {
        case .unclosedQuote(let mark):
          problems.table(
            Row.table,
            quoteProblem(
              mark, "引号没有闭合：请在这一格的末尾补上 \"",
              "this quote is never closed: add the \" that ends the cell"))
          origin.rows = .csv(start, starts: starts)
          return
        case .textAfterQuote(let mark):
          problems.table(
            Row.table,
            quoteProblem(
              mark, "引号后面还有文字：格内的引号请写成两个 \"\"",
              "there is text after the closing quote: write a quote within a cell twice, \"\""))
          reader.skip(mark, inRowAt: rowStart)
        }
      }
    }
    origin.rows = .csv(start, starts: starts)
  }

  /// - Returns: whether the row became a record; blank rows do not.
  private mutating func readRow(
    _ pieces: [CSVReader.Cell], of reader: CSVReader, at start: CSVReader.Position,
    into cells: inout [RawCell]
  ) -> Bool {
    cells.removeAll(keepingCapacity: true)
    var isBlank = true
    var used = 0
    for (index, piece) in pieces.enumerated() {
      let text = piece.start == piece.end ? "" : reader.text(piece)
      cells.append(text.isEmpty ? .blank : .text(text))
      if !text.isEmpty {
        isBlank = false
        used = index + 1
      }
    }
    if isBlank { return false }
    if pieces.count < raw.headers.count || used > raw.headers.count {
      reportRagged(pieces.count, at: start)
      // Nothing else in the row can be trusted, but others may refer to what it seems to define.
      records.append(identity(cells))
      return true
    }
    let before = problems.found.count
    records.append(record(cells, Mark(line: start.line, column: 0), at: []))
    if problems.found.count > before { locate(before, reader, start) }
    return true
  }

  /// Adds the columns to the problems of a row, whose cells have no marks until somebody asks.
  private mutating func locate(_ first: Int, _ reader: CSVReader, _ start: CSVReader.Position) {
    for index in problems.found.indices[first...] {
      let problem = problems.found[index]
      guard let cell = raw.headers.firstIndex(where: { $0.text == problem.location.header }) else {
        continue
      }
      let mark = reader.mark(ofCell: cell, inRowAt: start)
      var location = problem.location
      (location.line, location.column) = (mark.line, mark.column)
      problems.found[index] = FileProblem(
        problem.kind, at: location, value: problem.value, problem.text)
    }
  }

  private func identity(_ cells: [RawCell]) -> Row {
    var record = schema.blank
    for field in [Field.id, .name, .title] {
      guard let index = cellOfField[field], index < cells.count,
        case .text(let text) = cells[index],
        let column = schema.columns.first(where: { $0.column.field == field })
      else { continue }
      column.write(.text(text), &record)
    }
    return record
  }

  private mutating func reportRagged(_ count: Int, at start: CSVReader.Position) {
    let wanted = raw.headers.count
    problems.row(
      Place(Row.table, row: records.count),
      FileProblem(
        at: Location(path: raw.path, table: raw.table, line: start.line),
        Bilingual(
          "第 \(start.row) 行有 \(count) 格，表头有 \(wanted) 格：请补齐或删去多余的格（格内有逗号时要加引号）",
          "row \(start.row) has \(count) cells, the header has \(wanted): "
            + "add or delete cells (a cell that holds a comma needs quotes)")))
  }

  private func quoteProblem(_ mark: Mark, _ chinese: String, _ english: String) -> FileProblem {
    FileProblem(
      at: Location(
        path: raw.path, table: raw.table, line: mark.line, column: mark.column),
      Bilingual(chinese, english))
  }
}
