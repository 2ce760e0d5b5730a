import Chains

extension Grid {
  /// The table as one CSV file for Excel: UTF-8 with byte order mark, lines ending in CR LF, all columns of the schema.
  func csvText(_ headers: Headers) -> CSVText {
    let extraHeaders = extraHeaders
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    append(columns.map { $0.header(headers) } + extraHeaders, to: &bytes)
    for (row, extras) in zip(rows, extras) {
      let cells = zip(row, columns).map { $0.written(headers, $1.content) }
      append(cells + extraHeaders.map { extras[$0] ?? "" }, to: &bytes)
    }
    return CSVText(table: table, fileName: table.name(headers) + ".csv", bytes: bytes)
  }

  private func append(_ cells: [String], to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell, isAlone: cells.count == 1, to: &bytes)
    }
    bytes += [0x0D, 0x0A]
  }

  private func append(_ cell: String, isAlone: Bool, to bytes: inout [UInt8]) {
    let needsQuotes = cell.utf8.contains {
      $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") || $0 == 0x0A
        || $0 == 0x0D || $0 == 0x09
    }
    guard needsQuotes || (isAlone && cell.isEmpty) else {
      bytes += cell.utf8
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
