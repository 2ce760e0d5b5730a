import Chains

/// Reads a chain document from one YAML text: tables as lists of records.
///
/// Scalars are taken as the text that is written: `no` is the word no and `012` is not 10.
struct YAMLReader {
  let path: String
  private(set) var tables: [RawTable] = []
  private var cellCount = 0

  init(_ text: [UInt8], path: String, into document: inout DocumentReading) {
    self.path = path
    do throws(FileProblem) {
      guard let root = try YAMLComposer.compose(text, path: path) else { throw Self.empty(path) }
      try readTables(root, into: &document)
    } catch {
      document.problems.table(nil, error)
    }
  }

  private mutating func readTables(
    _ root: YAMLNode, into document: inout DocumentReading
  ) throws(FileProblem) {
    guard case .mapping(let entries, _) = root else {
      throw problem(
        root.mark, "文件开头应是表名加冒号，如“products:”",
        "the file must start with the name of a table and a colon, such as “products:”")
    }
    var seen: [Table: String] = [:]
    for entry in entries {
      let name = entry.key.text
      guard let table = Schema.table(named: name) else {
        document.notices.append(unknownTable(name, entry.key.mark))
        continue
      }
      if let other = seen[table] {
        document.problems.table(
          table,
          problem(
            entry.key.mark, table: table, "“\(other)”和“\(name)”是同一张表：请合并",
            "“\(other)” and “\(name)” are the same table: join them"))
        continue
      }
      seen[table] = name
      do throws(FileProblem) {
        if let raw = try self.table(table, entry, into: &document) { tables.append(raw) }
      } catch {
        document.problems.table(table, error)
      }
    }
  }

  /// A record as it is written.
  private typealias Row = (entries: [YAMLEntry], mark: Mark)

  private mutating func table(
    _ table: Table, _ entry: YAMLEntry, into document: inout DocumentReading
  ) throws(FileProblem) -> RawTable? {
    if entry.value.isBlank { return nil }
    var rows: [Row] = []
    switch entry.value {
    case .mapping(let entries, let mark) where table == .chain: rows = [(entries, mark)]
    case .sequence(let items, _):
      for item in items {
        guard case .mapping(let entries, let mark) = item else {
          document.problems.table(
            table,
            problem(
              item.mark, table: table, "每条记录应写成“字段: 值”（英文冒号后空一格）",
              "a record is written as “field: value”, with an ASCII colon and a blank"))
          continue
        }
        rows.append((entries, mark))
      }
    case .mapping, .scalar:
      throw problem(
        entry.value.mark, table: table, "表的内容应是以“- ”开头的列表",
        "a table is a list, each record behind a hyphen and a blank")
    }
    var raw = RawTable(
      table: table, path: path, line: entry.key.mark.line, headers: [], rows: .records([]))
    raw.rows = .records(try records(rows, &raw.headers, table))
    return raw
  }

  /// The records with their cells in the order in which the keys are first seen.
  private mutating func records(
    _ rows: [Row], _ headers: inout [RawHeader], _ table: Table
  ) throws(FileProblem) -> [RawRecord] {
    var places = KeyPlaces(table)
    var records: [RawRecord] = []
    records.reserveCapacity(rows.count)
    for row in rows {
      var record = RawRecord(mark: row.mark, cells: [], marks: [])
      for entry in row.entries {
        let key = entry.key
        let place = places.place(of: key.text, at: key.mark, &headers)
        var items = 0
        if case .sequence(let list, _) = entry.value { items = list.count }
        cellCount += max(place - record.cells.count, 0) + 1 + items
        guard cellCount <= RawTable.mostCells, headers.count <= RawTable.mostColumns else {
          throw problem(
            key.mark, table: table, "单元格或字段太多（字段名写错了，还是别名重复展开？）",
            "there are too many cells or fields (are keys mistyped, or do aliases multiply?)")
        }
        while record.cells.count <= place {
          record.cells.append(.blank)
          record.marks.append(.unknown)
        }
        guard record.marks[place] == .unknown else {
          throw problem(
            key.mark, table: table, "“\(key.text.shownShort)”这一字段在同一条记录中写了两次（中英文名各一）：请删除一个",
            "the field “\(key.text.shownShort)” is there twice in one record, under two names: delete one"
          )
        }
        record.cells[place] = Self.cell(entry.value)
        record.marks[place] = entry.value.mark
      }
      records.append(record)
    }
    return records
  }

  private static func cell(_ node: YAMLNode) -> RawCell {
    switch node {
    case .scalar(let scalar):
      if scalar.isBlank { return .blank }
      let text = trimmed(scalar.text)
      return text.isEmpty ? .blank : .text(text)
    case .sequence(let items, _):
      var texts: [String] = []
      for item in items {
        guard case .scalar(let scalar) = item else { return .unreadable(notOneValue) }
        let text = trimmed(scalar.text)
        if !text.isEmpty, !scalar.isBlank { texts.append(text) }
      }
      return .list(texts)
    case .mapping: return .unreadable(notOneValue)
    }
  }

  private static let notOneValue = CellError(
    "此处应是一个值：请只写文字或数字（含冒号或逗号时加引号）",
    "one value is wanted here: write a text or a figure (in quotes if it holds a colon)")

  private func problem(
    _ mark: Mark, table: Table? = nil, _ chinese: String, _ english: String
  ) -> FileProblem {
    FileProblem(
      at: Location(path: path, table: table, line: mark.line, column: mark.column),
      Bilingual(chinese, english))
  }

  private static func empty(_ path: String) -> FileProblem {
    FileProblem(
      at: Location(path: path),
      Bilingual(
        "文件是空的：至少要写 products（产品）一张表", "the file is empty: at least the table products is wanted"))
  }

  private func unknownTable(_ name: String, _ mark: Mark) -> Notice {
    let chinese = Table.allCases.map(\.chinese).joined(separator: "、")
    let english = Table.allCases.map(\.rawValue).joined(separator: ", ")
    return Notice(
      at: Location(path: path, line: mark.line, column: mark.column),
      Bilingual(
        "没有名为“\(name.shownShort)”的表，未读取（表名：\(chinese)）",
        "no table is called “\(name.shownShort)”, so it is not read (tables: \(english))"))
  }
}
