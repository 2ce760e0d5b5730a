import Chains

/// A folder that holds a chain document as CSV files, one a table.
struct CSVFolder {
  private(set) var tables: [RawTable] = []

  init(
    _ path: String, names: [String], encoding: TextEncoding?, into document: inout DocumentReading
  ) {
    var files: [Table: String] = [:]
    for name in names where ["csv", "tsv"].contains(fileExtension(of: name)) {
      let file = ChainFiles.path(path, name)
      guard let table = Schema.table(named: String(fileStem(of: name))) else {
        document.notices.append(Self.unknown(file))
        continue
      }
      if let other = files[table] {
        document.problems.table(table, Self.twice(file, other, table))
        continue
      }
      files[table] = name
      read(file, table, encoding, into: &document)
    }
    if files.isEmpty {
      document.problems.table(nil, Self.noTables(path, names))
    } else if files[.products] == nil {
      document.problems.table(.products, Self.noProducts(path))
    }
  }

  private mutating func read(
    _ file: String, _ table: Table, _ encoding: TextEncoding?, into document: inout DocumentReading
  ) {
    do throws(FileProblem) {
      guard case .file(let bytes) = try InputFile.open(file) else { return }
      let text = try DecodedText.decode(bytes, path: file, forced: encoding)
      if let notice = text.notice(path: file) { document.notices.append(notice) }
      tables.append(try Self.table(table, text.bytes, path: file))
    } catch {
      document.problems.table(table, error)
    }
  }

  /// The header line of a CSV file, and its rows yet to be read.
  static func table(_ table: Table, _ bytes: [UInt8], path: String) throws(FileProblem) -> RawTable
  {
    var reader = CSVReader(bytes)
    var cells: [CSVReader.Cell] = []
    while true {
      let start: CSVReader.Position?
      do throws(CSVReader.Failure) {
        start = try reader.next(into: &cells)
      } catch {
        throw badHeader(path, table, error)
      }
      guard let start else { throw empty(path, table) }
      let marks = reader.marks(of: cells, inRowAt: start)
      var headers = zip(cells, marks).map { RawHeader(text: reader.text($0), mark: $1) }
      while headers.last?.text.isEmpty == true { headers.removeLast() }
      if headers.isEmpty { continue }
      if let title = title(headers, of: table, before: reader) {
        throw titleAboveHeader(path, table, start.line, title)
      }
      try RawTable.checkSize(table, rows: 1, columns: headers.count, path: path)
      return RawTable(
        table: table, path: path, line: start.line, headers: headers, rows: .csv(reader))
    }
  }

  /// The text of a line that is no header, because no column of the table is in it, where the next one is.
  private static func title(
    _ headers: [RawHeader], of table: Table, before rest: CSVReader
  ) -> String? {
    let names = HeaderReading.names(Schema.columns(of: table))
    func isHeader(_ texts: [String]) -> Bool { texts.contains { names[headerKey($0)] != nil } }
    guard let title = headers.first(where: { !$0.text.isEmpty }), !isHeader(headers.map(\.text))
    else { return nil }
    var reader = rest
    var cells: [CSVReader.Cell] = []
    for _ in 0..<3 {
      guard (try? reader.next(into: &cells)) != nil else { return nil }
      if isHeader(cells.map { reader.text($0) }) { return title.text }
    }
    return nil
  }

  private static func titleAboveHeader(
    _ path: String, _ table: Table, _ line: Int, _ title: String
  ) -> FileProblem {
    FileProblem(
      at: Location(path: path, table: table, line: line),
      Bilingual(
        "“\(title.shownShort)”这一行是标题，不是表头：请删除表头上面的各行",
        "“\(title.shownShort)” is a title and no header: delete what stands above the header"))
  }

  private static func noProducts(_ path: String) -> FileProblem {
    FileProblem(
      at: Location(path: path, table: .products),
      Bilingual(
        "文件夹中没有 产品.csv（或 products.csv），这张表不能少：请补上",
        "the folder holds no products.csv (or 产品.csv), the one table that is always wanted: add it")
    )
  }

  private static func badHeader(
    _ path: String, _ table: Table, _ failure: CSVReader.Failure
  ) -> FileProblem {
    switch failure {
    case .unclosedQuote(let mark):
      FileProblem(
        at: Location(path: path, table: table, line: mark.line, column: mark.column),
        Bilingual(
          "引号没有闭合：请在这一格的末尾补上 \"", "this quote is never closed: add the \" that ends the cell"))
    case .textAfterQuote(let mark):
      FileProblem(
        at: Location(path: path, table: table, line: mark.line, column: mark.column),
        Bilingual(
          "引号后面还有文字：格内的引号请写成两个 \"\"",
          "there is text after the closing quote: write a quote within a cell twice, \"\""))
    }
  }

  private static func empty(_ path: String, _ table: Table) -> FileProblem {
    FileProblem(
      at: Location(path: path, table: table),
      Bilingual(
        "文件是空的：请至少写一行表头，或删除此文件", "the file is empty: write at least a header line, or delete it"))
  }

  private static func unknown(_ file: String) -> Notice {
    let names = Table.allCases.map(\.chinese).joined(separator: "、")
    let english = Table.allCases.map(\.rawValue).joined(separator: ", ")
    return Notice(
      at: Location(path: file),
      Bilingual(
        "文件名不是任何一张表，未读取（表名：\(names)）",
        "no table has this name, so it is not read (tables: \(english))"))
  }

  private static func twice(_ file: String, _ other: String, _ table: Table) -> FileProblem {
    FileProblem(
      at: Location(path: file, table: table),
      Bilingual(
        "同一张表已由“\(other)”给出：请删除一个文件", "“\(other)” holds the same table: delete one of the two"))
  }

  private static func noTables(_ path: String, _ names: [String]) -> FileProblem {
    FileProblem(
      at: Location(path: path),
      Bilingual(
        "文件夹中没有产业链的表：需要 产品.csv（或 products.csv）等文件",
        "the folder holds no table of a chain: files such as products.csv (or 产品.csv) are wanted"))
  }
}
