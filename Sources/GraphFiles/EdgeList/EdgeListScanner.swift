internal import GraphML

/// Reads the rows of one part of a text of edges into the columns' memory.
///
/// The inner loop of reading large files: pointers, no objects, nothing shared. Cells that are not what their column is read
/// as are noted, and the whole file is read again with a wider kind; no cell is ever guessed.
struct EdgeListScanner {
  let file: FileBytes
  let separator: UInt8
  let kinds: [CellKind]
  let columns: [ColumnMemory]
  /// The two columns whose cells may not be empty.
  let source: Int
  let target: Int

  /// What one part of the file gave.
  struct Part {
    /// The number of rows.
    var rows = 0
    /// By column: what it has to be read as.
    var kinds: [CellKind] = []
    /// Cells without a value.
    var blanks: [(column: Int, row: Int)] = []
    /// The first row that is none, where it starts, and why.
    var failure: (place: Int, code: GraphFileError.Code, subject: String)?
  }

  /// A cell that is no plain number: its bytes, and where the separator or the end of the line stands.
  private struct Cell {
    let range: Range<Int>
    let hasDoubledQuotes: Bool
    let end: Int
  }

  init(
    file: FileBytes, separator: UInt8, kinds: [CellKind] = [], columns: [ColumnMemory] = [],
    source: Int = 0, target: Int = 1
  ) {
    self.file = file
    self.separator = separator
    self.kinds = kinds
    self.columns = columns
    self.source = source
    self.target = target
  }

  private static let newline = UInt8(ascii: "\n")
  private static let quote = UInt8(ascii: "\"")
  private static let tab = UInt8(ascii: "\t")

  /// Reads the rows that start in a part; the row of the first gets the number `firstRow`.
  func scan(_ part: Range<Int>, firstRow: Int) -> Part {
    var result = Part(kinds: kinds)
    var place = part.lowerBound
    var row = firstRow
    let kinds = kinds
    let last = kinds.count - 1
    while place < part.upperBound {
      let start = place
      if isBlankLine(&place, part.upperBound) { continue }
      for column in kinds.indices {
        if separator == EdgeListLayout.blank { skipBlanks(&place, part.upperBound) }
        if !takeNumber(kinds[column], column, row, &place) {
          guard takeOther(column, row, &place, part.upperBound, &result) else {
            result.failure?.place = start
            return result
          }
        }
        if column < last, place < part.upperBound, file[place] == separator,
          separator != EdgeListLayout.blank
        {
          place &+= 1
          continue
        }
        let isAtEnd = atEndOfLine(&place, part.upperBound)
        if !isAtEnd, place < part.upperBound, file[place] == 0x0D {
          result.failure = (start, .loneReturn, "")
          return result
        }
        if isAtEnd != (column == last) {
          let counted = isAtEnd ? "\(column + 1)" : "> \(kinds.count)"
          result.failure = (start, .wrongCellCount, "\(counted) ≠ \(kinds.count)")
          return result
        }
        place &+= 1
      }
      row &+= 1
    }
    result.rows = row - firstRow
    return result
  }

  /// The cells of the row at a place as texts, and why it is none; goes to the start of the next row.
  func texts(_ place: inout Int) -> (cells: [String], problem: GraphFileError.Code?) {
    let end = file.count
    var texts: [String] = []
    while true {
      if separator == EdgeListLayout.blank { skipBlanks(&place, end) }
      guard let cell = cell(&place, end) else { return (texts, .brokenQuote) }
      guard let text = file[cell.range].text else { return (texts, .notUTF8) }
      texts.append(cell.hasDoubledQuotes ? text.replacing("\"\"", with: "\"") : text)
      let isAtSeparator =
        separator != EdgeListLayout.blank && place < end && file[place] == separator
      if !isAtSeparator, atEndOfLine(&place, end) {
        place = min(place + 1, end)
        return (texts, nil)
      }
      if place < end, file[place] == 0x0D { return (texts, .loneReturn) }
      place += 1
    }
  }

  /// Whether a line has nothing on it; if so, goes behind it.
  private func isBlankLine(_ place: inout Int, _ end: Int) -> Bool {
    var next = place
    while next < end, file[next] != Self.newline {
      guard file[next] == 0x0D || file[next] == 0x20 || file[next] == Self.tab,
        file[next] != separator || separator == EdgeListLayout.blank
      else { return false }
      next += 1
    }
    place = next + 1
    return true
  }

  private func skipBlanks(_ place: inout Int, _ end: Int) {
    while place < end, file[place] == 0x20 || file[place] == Self.tab { place += 1 }
  }

  /// Whether a line ends at a place, which then is moved to its newline.
  private func atEndOfLine(_ place: inout Int, _ end: Int) -> Bool {
    if separator == EdgeListLayout.blank { skipBlanks(&place, end) }
    if place + 1 < end, file[place] == 0x0D, file[place + 1] == Self.newline { place += 1 }
    if place + 1 == end, file[place] == 0x0D { place += 1 }
    if place >= end || (file[place] == Self.newline) { return true }
    // Behind blanks as separators the next cell starts here already.
    if separator == EdgeListLayout.blank, file[place] != 0x0D { place -= 1 }
    return false
  }

  @inline(__always)
  private func endsCell(_ byte: UInt8) -> Bool {
    byte == separator || byte == Self.newline || byte == 0x0D
      || (separator == EdgeListLayout.blank && byte == Self.tab)
  }

  /// Takes a cell of at most seven digits, with a minus for figures; false leaves everything as it was.
  ///
  /// Eight bytes at a time: the first that is no digit is found by one addition, and the digits before it are put together in
  /// three multiplications (D. Lemire, *Quickly parsing eight digits*, 2018).
  @inline(__always)
  private func takeNumber(_ kind: CellKind, _ column: Int, _ row: Int, _ place: inout Int) -> Bool {
    guard kind == .int || kind == .number || kind == .long, place &+ 9 <= file.count else {
      return false
    }
    let isNegative = file[place] == UInt8(ascii: "-") && kind != .number
    let first = isNegative ? place &+ 1 : place
    let digits = file.load(first, as: UInt64.self) ^ 0x3030_3030_3030_3030
    let others = ((digits &+ 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080
    let length = others.trailingZeroBitCount >> 3
    // A code such as 007 is no figure.
    guard length > 0, length < 8, length == 1 || digits & 0xFF != 0, endsCell(file[first &+ length])
    else { return false }
    var value = digits << UInt64(truncatingIfNeeded: 64 &- 8 &* length)
    value = (value &* 2561) >> 8
    value = ((value & 0x00FF_00FF_00FF_00FF) &* 6_553_601) >> 16
    value = ((value & 0x0000_FFFF_0000_FFFF) &* 42_949_672_960_001) >> 32
    let number =
      isNegative ? 0 &- Int64(truncatingIfNeeded: value) : Int64(truncatingIfNeeded: value)
    if kind == .long {
      columns[column].store(number, row)
    } else {
      columns[column].store(Int32(truncatingIfNeeded: number), row)
    }
    place = first &+ length
    return true
  }

  /// Takes any cell; false if it makes the row no edge, which the result then says.
  private func takeOther(
    _ column: Int, _ row: Int, _ place: inout Int, _ end: Int, _ result: inout Part
  ) -> Bool {
    guard let cell = cell(&place, end) else {
      result.failure = (0, .brokenQuote, "")
      return false
    }
    let kind = kinds[column]
    if kind == .skipped {
      // Nobody looks at the cell, but a file in another encoding must not pass for one in UTF-8.
      guard isText(cell.range) else {
        result.failure = (0, .notUTF8, "")
        return false
      }
      return true
    }
    if cell.range.isEmpty {
      if column == source || column == target {
        result.failure = (0, .missingEnd, column == source ? "source" : "target")
        return false
      }
      result.blanks.append((column, row))
      store(column, row, kind)
      return true
    }
    switch kind {
    case .text:
      guard cell.range.count <= TextPlace.greatestLength, cell.range.lowerBound < 1 << 39 else {
        result.failure = (0, .tooLarge, "bytes in a cell")
        return false
      }
      let text = TextPlace(cell.range, hasDoubledQuotes: cell.hasDoubledQuotes)
      columns[column].store(text.bits, row)
    case .double:
      guard let value = double(cell.range), !isCode(cell.range) else {
        result.kinds[column] = .text
        return true
      }
      columns[column].store(value, row)
    case .number:
      // Up to nine digits are a number that fits; seven have been taken already.
      let isNumber = cell.range.count <= 9 && !isCode(cell.range)
      if isNumber, (0x30...0x39).contains(file[cell.range.lowerBound]),
        let value = file[cell.range].withSpan({ PlainNumber.integer($0) })
      {
        columns[column].store(UInt32(truncatingIfNeeded: value), row)
      } else {
        result.kinds[column] = .text
      }
    case .int, .long:
      // A number behind blanks or in quotes, or one that wants a wider kind.
      if let value = file[cell.range].withSpan({ PlainNumber.integer($0) }),
        !isCode(cell.range)
      {
        if kind == .long {
          columns[column].store(value, row)
        } else if let value = Int32(exactly: value) {
          columns[column].store(value, row)
        } else {
          result.kinds[column] = max(result.kinds[column], .long)
        }
      } else {
        let isNumber = !isCode(cell.range) && double(cell.range) != nil
        result.kinds[column] = max(result.kinds[column], isNumber ? .double : .text)
      }
    case .skipped: break
    }
    return true
  }

  /// Fills the row of a blank cell, so that it has the same bytes every time.
  private func store(_ column: Int, _ row: Int, _ kind: CellKind) {
    switch kind {
    case .skipped: break
    case .number, .int: columns[column].store(Int32(0), row)
    case .long: columns[column].store(Int64(0), row)
    case .double: columns[column].store(Double.nan, row)
    case .text: columns[column].store(TextPlace.none.bits, row)
    }
  }

  /// Whether digits start with a zero that no number has.
  private func isCode(_ range: Range<Int>) -> Bool {
    let digits = file[range.lowerBound] == UInt8(ascii: "-") ? range.dropFirst() : range
    return digits.count > 1 && file[digits.lowerBound] == 0x30
      && (0x30...0x39).contains(file[digits.lowerBound + 1])
  }

  private func isText(_ range: Range<Int>) -> Bool {
    range.allSatisfy { file[$0] < 0x80 } || file[range].text != nil
  }

  private func double(_ range: Range<Int>) -> Double? {
    let bytes = file[range]
    if let value = bytes.withSpan({ PlainNumber.double($0) }) { return value }
    // Words such as “inf” and “nan” are texts.
    let last = bytes[bytes.count - 1]
    guard (0x30...0x39).contains(last) || last == 0x2E, let value = Double(bytes.anyText),
      value.isFinite
    else { return nil }
    return value
  }

  /// The cell at a place, without the blanks and quotes around it; goes to its end.
  private func cell(_ place: inout Int, _ end: Int) -> Cell? {
    var start = place
    while start < end, file[start] == 0x20, separator != EdgeListLayout.blank { start += 1 }
    guard start < end, file[start] == Self.quote else {
      var stop = start
      while stop < end, !endsCell(file[stop]) { stop += 1 }
      place = stop
      while stop > start, file[stop - 1] == 0x20 { stop -= 1 }
      return Cell(range: start..<stop, hasDoubledQuotes: false, end: place)
    }
    var stop = start + 1
    var hasDoubledQuotes = false
    while true {
      guard stop < end else { return nil }
      if file[stop] == Self.quote {
        if stop + 1 < end, file[stop + 1] == Self.quote {
          hasDoubledQuotes = true
          stop += 2
          continue
        }
        break
      }
      stop += 1
    }
    place = stop + 1
    while place < end, file[place] == 0x20, separator != EdgeListLayout.blank { place += 1 }
    guard place == end || (endsCell(file[place])) else { return nil }
    return Cell(range: start + 1..<stop, hasDoubledQuotes: hasDoubledQuotes, end: place)
  }
}
