/// Reads CSV row by row (RFC 4180): commas, semicolons or tabs, quotes that may hold line ends, LF, CR LF or CR.
///
/// Our own, because the CSV package at hand pads and cuts ragged rows without a word, knows no lines, and takes twenty
/// times as long.
struct CSVReader: Sendable {
  /// UTF-8.
  let bytes: [UInt8]
  let delimiter: UInt8
  private(set) var position: Position

  /// Where a row starts.
  struct Position: Hashable, Sendable {
    var offset: Int
    /// Counted from 1.
    var line: Int
    /// The row as a spreadsheet counts it, from 1, the header included.
    var row: Int
  }

  /// A cell as a piece of the bytes, the outer quotes left out.
  struct Cell: Hashable, Sendable {
    let start: Int
    let end: Int
    /// Whether it holds doubled quotes.
    let isEscaped: Bool
  }

  enum Failure: Error, Hashable, Sendable {
    case unclosedQuote(Mark)
    case textAfterQuote(Mark)
  }

  /// Finds the delimiter in the first row that is not blank; a first line `sep=;` names it.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = Position(offset: 0, line: 1, row: 1)
    if bytes.count > 5, bytes[..<4].elementsEqual("sep=".utf8), bytes[5] == 0x0A || bytes[5] == 0x0D
    {
      delimiter = bytes[4]
      let isPair = bytes[5] == 0x0D && bytes.count > 6 && bytes[6] == 0x0A
      position = Position(offset: isPair ? 7 : 6, line: 2, row: 2)
    } else {
      delimiter = Self.delimiter(of: bytes)
    }
  }

  /// Reads the next row into `cells`; `nil` at the end of the file.
  ///
  /// A blank line is a row of one empty cell.
  /// - Returns: where the row starts.
  mutating func next(into cells: inout [Cell]) throws(Failure) -> Position? {
    cells.removeAll(keepingCapacity: true)
    guard position.offset < bytes.count else { return nil }
    let start = position
    var at = start.offset
    // The span must not depend on self, which changes.
    let content = bytes
    let text = content.span
    while true {
      let cellStart = at
      if at < text.count, text[at] == Self.quote {
        at = try readQuoted(text, from: at, rowAt: start, into: &cells)
      } else {
        while at < text.count, text[at] != delimiter, text[at] != 0x0A, text[at] != 0x0D { at += 1 }
        cells.append(Cell(start: cellStart, end: at, isEscaped: false))
      }
      guard at < text.count, text[at] == delimiter else { break }
      at += 1
    }
    if at < text.count {
      at += text[at] == 0x0D && at + 1 < text.count && text[at + 1] == 0x0A ? 2 : 1
      position.line += 1
    }
    position.offset = at
    position.row += 1
    return start
  }

  /// Reads a cell that starts with a quote, and counts the lines in it.
  /// - Returns: the offset behind the closing quote.
  private mutating func readQuoted(
    _ text: borrowing Span<UInt8>, from start: Int, rowAt row: Position, into cells: inout [Cell]
  ) throws(Failure) -> Int {
    var at = start + 1
    var isEscaped = false
    while at < text.count {
      let byte = text[at]
      if byte == Self.quote {
        guard at + 1 < text.count, text[at + 1] == Self.quote else { break }
        isEscaped = true
        at += 1
      } else if byte == 0x0A || (byte == 0x0D && !(at + 1 < text.count && text[at + 1] == 0x0A)) {
        position.line += 1
      }
      at += 1
    }
    guard at < text.count else {
      throw .unclosedQuote(mark(ofByte: start, inRowAt: row))
    }
    cells.append(Cell(start: start + 1, end: at, isEscaped: isEscaped))
    at += 1
    // Blanks behind the quote are forgiven.
    while at < text.count, text[at] == 0x20 { at += 1 }
    if at < text.count, text[at] != delimiter, text[at] != 0x0A, text[at] != 0x0D {
      throw .textAfterQuote(mark(ofByte: at, inRowAt: row))
    }
    return at
  }

  /// After a failure in the row at `start`: goes on behind the line where it happened.
  mutating func skip(_ failure: Mark, inRowAt start: Position) {
    position = start
    while position.offset < bytes.count, position.line <= failure.line {
      let byte = bytes[position.offset]
      position.offset += 1
      if byte == 0x0A
        || (byte == 0x0D && !(position.offset < bytes.count && bytes[position.offset] == 0x0A))
      {
        position.line += 1
      }
    }
    position.row += 1
  }

  /// The text of a cell without blanks at its ends.
  func text(_ cell: Cell) -> String {
    let text = bytes.span
    var (start, end) = (cell.start, cell.end)
    while start < end, text[start] <= 0x20 { start += 1 }
    while end > start, text[end - 1] <= 0x20 { end -= 1 }
    guard start < end else { return "" }
    if !cell.isEscaped {
      return trimmed(String(decoding: bytes[start..<end], as: UTF8.self))
    }
    var plain: [UInt8] = []
    plain.reserveCapacity(end - start)
    while start < end {
      plain.append(text[start])
      start += text[start] == Self.quote && start + 1 < end && text[start + 1] == Self.quote ? 2 : 1
    }
    return trimmed(String(decoding: plain, as: UTF8.self))
  }

  private static let quote = UInt8(ascii: "\"")

  /// The one of comma, semicolon and tab that the first row with any text has most of, outside quotes.
  private static func delimiter(of bytes: [UInt8]) -> UInt8 {
    var counts = (comma: 0, semicolon: 0, tab: 0)
    var isQuoted = false
    var isBlank = true
    scan: for byte in bytes {
      switch byte {
      case quote: isQuoted.toggle()
      case _ where isQuoted: break
      case UInt8(ascii: ","): counts.comma += 1
      case UInt8(ascii: ";"): counts.semicolon += 1
      case 0x09: counts.tab += 1
      case 0x0A, 0x0D: if !isBlank { break scan }
      default: isBlank = isBlank && byte == 0x20
      }
    }
    if counts.tab > max(counts.comma, counts.semicolon) { return 0x09 }
    return counts.semicolon > counts.comma ? UInt8(ascii: ";") : UInt8(ascii: ",")
  }
}

// Places in the file, found only when somebody asks.
extension CSVReader {
  /// Where the cell number `index` of the row at `start` begins.
  func mark(ofCell index: Int, inRowAt start: Position) -> Mark {
    var reader = self
    reader.position = start
    var cells: [Cell] = []
    guard (try? reader.next(into: &cells)) != nil, cells.indices.contains(index) else {
      return Mark(line: start.line, column: 0)
    }
    let cell = cells[index]
    let isQuoted = cell.start > start.offset && bytes[cell.start - 1] == Self.quote
    return mark(ofByte: isQuoted ? cell.start - 1 : cell.start, inRowAt: start)
  }

  /// Where each cell of the row at `start` begins; one pass over the row.
  func marks(of cells: [Cell], inRowAt start: Position) -> [Mark] {
    var marks: [Mark] = []
    var from = start
    var column = 1
    for cell in cells {
      let isQuoted = cell.start > start.offset && bytes[cell.start - 1] == Self.quote
      let offset = isQuoted ? cell.start - 1 : cell.start
      var mark = mark(ofByte: offset, inRowAt: from)
      if mark.line == from.line { mark.column += column - 1 }
      marks.append(mark)
      from = Position(offset: offset, line: mark.line, row: start.row)
      column = mark.column
    }
    return marks
  }

  /// The line and the column, in characters, of a byte in the row at `start`.
  private func mark(ofByte offset: Int, inRowAt start: Position) -> Mark {
    var mark = Mark(line: start.line, column: 1)
    var at = start.offset
    while at < offset {
      let byte = bytes[at]
      let isLineEnd =
        byte == 0x0A || (byte == 0x0D && !(at + 1 < bytes.count && bytes[at + 1] == 0x0A))
      if isLineEnd {
        mark.line += 1
        mark.column = 1
      } else if byte & 0xC0 != 0x80 {
        mark.column += 1
      }
      at += 1
    }
    return mark
  }
}
