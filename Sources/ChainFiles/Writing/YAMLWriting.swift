import Chains

/// Writes a chain document as YAML: a record a line, blank cells and defaults left out.
///
/// Our own writer, because the YAML package quotes no word that only YAML 1.1 takes for a truth value or a number, and
/// writes each field on a line of its own.
struct YAMLWriter {
  let headers: Headers
  private(set) var bytes: [UInt8] = []

  init(_ grids: [Grid], _ headers: Headers) {
    self.headers = headers
    for grid in grids where !grid.rows.isEmpty {
      if !bytes.isEmpty { bytes.append(0x0A) }
      bytes += (grid.table.name(headers) + ":\n").utf8
      if grid.table == .chain {
        writeProfile(grid)
      } else {
        for row in grid.rows.indices { writeRecord(grid, row) }
      }
    }
  }

  /// One field a line, defaults written out: this is what a reader of the file sees first.
  private mutating func writeProfile(_ grid: Grid) {
    let fields = fields(grid, 0, leavesOutDefaults: false)
    if fields.isEmpty { bytes += "  {}\n".utf8 }
    for (name, value) in fields { bytes += "  \(name): \(value)\n".utf8 }
  }

  private mutating func writeRecord(_ grid: Grid, _ row: Int) {
    let fields = fields(grid, row, leavesOutDefaults: true)
    bytes += "  - {".utf8
    bytes += fields.map { "\($0): \($1)" }.joined(separator: ", ").utf8
    bytes += "}\n".utf8
  }

  private func fields(
    _ grid: Grid, _ row: Int, leavesOutDefaults: Bool
  ) -> [(name: String, value: String)] {
    var fields: [(String, String)] = []
    for (number, cell) in grid.rows[row].enumerated() where cell != .blank {
      if leavesOutDefaults, cell == grid.blank[number], !grid.columns[number].isRequired {
        continue
      }
      let column = grid.columns[number]
      fields.append((scalar(column.header(headers)), value(cell, column)))
    }
    for (header, text) in grid.extras[row].sorted(by: { $0.key < $1.key }) {
      fields.append((scalar(header), scalar(text)))
    }
    return fields
  }

  private func value(_ cell: CellValue, _ column: Column) -> String {
    switch cell {
    case .list(let texts): "[" + texts.map(scalar).joined(separator: ", ") + "]"
    case .number, .limit(.limited), .date, .flag: cell.written(headers, column.content)
    default: scalar(cell.written(headers, column.content))
    }
  }

  /// A text as a plain word where no reader can take it for anything else, else in double quotes.
  private func scalar(_ text: String) -> String { Self.isPlain(text) ? text : Self.quoted(text) }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, isLetter(first), text.utf8.count <= 200 else {
      return false
    }
    let areSafe = text.unicodeScalars.allSatisfy {
      isLetter($0) || ("0"..."9").contains($0) || $0 == "_" || $0 == "-" || $0 == "." || $0 == "/"
    }
    return areSafe && !reserved.contains(text.lowercased())
  }

  /// ASCII letters and CJK ideographs; what else is a letter is safe too, but is quoted for simplicity.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "\u{3400}"..."\u{4DBF}", "\u{4E00}"..."\u{9FFF}", "（", "）": true
    default: false
    }
  }

  /// What readers of YAML 1.1 take for a truth value or nothing.
  private static let reserved: Set<String> = [
    "y", "n", "yes", "no", "true", "false", "on", "off", "null",
  ]

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where needsEscape(scalar):
        let digits = String(scalar.value, radix: 16)
        let width = scalar.value > 0xFFFF ? 8 : 4
        quoted +=
          (width == 8 ? "\\U" : "\\u") + String(repeating: "0", count: width - digits.count)
          + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// What YAML does not print, and its other line ends.
  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    case 0x10000...: scalar.properties.generalCategory == .unassigned
    default: false
    }
  }
}
