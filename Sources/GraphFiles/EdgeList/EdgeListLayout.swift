/// How the rows of a text of edges are divided, found from its first lines.
struct EdgeListLayout {
  /// The byte between cells; a blank stands for any number of blanks and tabs.
  let separator: UInt8
  /// The names of the columns, as the header has them or made up.
  let names: [String]
  let hasHeader: Bool
  let source: Int
  let target: Int
  /// Where the first row starts.
  let start: Int

  static let blank = UInt8(ascii: " ")
  private static let newline = UInt8(ascii: "\n")

  /// Words for the two ends of an edge in a header, in small letters.
  private static let sourceWords: Set<String> = [
    "source", "src", "from", "from_id", "source_id", "supplier", "start", "tail", "u", "node1",
    "起点", "源", "源节点", "来源", "供方", "供应商", "上游",
  ]
  private static let targetWords: Set<String> = [
    "target", "tgt", "dst", "dest", "to", "to_id", "target_id", "destination", "customer", "end",
    "head", "v", "node2", "终点", "目标", "目标节点", "去向", "需方", "客户", "下游",
  ]

  init(
    _ file: FileBytes, path: String, _ options: GraphFile.Options
  ) throws(GraphFileError) {
    var place = file.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    // Comments may stand above the first row, as in the collections of SNAP and Matrix Market.
    while place < file.count, Self.isSkipped(file, place) {
      place = Self.endOfLine(file, place)
    }
    guard place < file.count else {
      throw GraphFileError(.unknownFormat, path: path, subject: "the file is empty")
    }
    separator = Self.separator(file, place)
    let scanner = EdgeListScanner(file: file, separator: separator)
    var end = place
    let (first, problem) = scanner.texts(&end)
    if let problem {
      throw GraphFileError(problem, path: path, line: Self.lineNumber(file, place))
    }
    guard first.count >= 2 else {
      throw GraphFileError(
        .unknownFormat, path: path, line: Self.lineNumber(file, place),
        subject: "only one column")
    }
    let words = first.map { $0.lowercased() }
    let sourceWord = words.firstIndex { Self.sourceWords.contains($0) }
    let targetWord = words.firstIndex { Self.targetWords.contains($0) }
    var next = end
    while next < file.count, Self.isSkipped(file, next) { next = Self.endOfLine(file, next) }
    // What may be wrong with the second row is told when all rows are read.
    let second = scanner.texts(&next).cells
    // A cell that is no number above one that is makes a header too.
    let heads = zip(first.dropFirst(2), second.dropFirst(2)).contains {
      Double($0) == nil && Double($1) != nil
    }
    let isNamed = options.sourceColumn != nil || options.targetColumn != nil
    let isHeader = isNamed || (sourceWord != nil && targetWord != nil) || heads
    hasHeader = isHeader
    let madeUp = first.indices.map { $0 == 2 && first.count == 3 ? "weight" : "column\($0 + 1)" }
    names = isHeader ? first : madeUp
    func column(_ wanted: String?, _ found: Int?, _ other: Int) throws(GraphFileError) -> Int {
      guard let wanted else { return isHeader ? found ?? other : other }
      guard let index = first.firstIndex(of: wanted) else {
        throw GraphFileError(
          .noSuchColumn, path: path,
          subject: "“\(wanted)” (\(first.joined(separator: ", ")))")
      }
      return index
    }
    let source = try column(options.sourceColumn, sourceWord, targetWord == 0 ? 1 : 0)
    let target = try column(options.targetColumn, targetWord, source == 0 ? 1 : 0)
    guard source != target else {
      throw GraphFileError(.noSuchColumn, path: path, subject: "“\(first[target])” (2×)")
    }
    self.source = source
    self.target = target
    start = isHeader ? end : place
  }

  private static func isSkipped(_ file: FileBytes, _ place: Int) -> Bool {
    switch file[place] {
    case UInt8(ascii: "#"), UInt8(ascii: "%"), newline, UInt8(ascii: "\r"): true
    default: false
    }
  }

  /// Behind the newline of the line that holds a place.
  static func endOfLine(_ file: FileBytes, _ place: Int) -> Int {
    file.firstIndex(of: newline, from: place).map { $0 + 1 } ?? file.count
  }

  static func lineNumber(_ file: FileBytes, _ place: Int) -> Int {
    file[0..<place].count(of: newline) + 1
  }

  /// A tab, or else the comma or semicolon that stands first in the first row outside quotes; or else a
  /// blank.
  ///
  /// Which of the two stands first is between the ends of an edge; the other may be part of a cell, as
  /// in `a;b;2,5`.
  private static func separator(_ file: FileBytes, _ start: Int) -> UInt8 {
    var first: UInt8?
    var isQuoted = false
    // Quotes open at the start of a cell only; behind one that closes, another is a doubled quote.
    var mayOpen = true
    for place in start..<file.count {
      let byte = file[place]
      if byte == UInt8(ascii: "\""), isQuoted || mayOpen {
        isQuoted.toggle()
        mayOpen = true
      } else if !isQuoted {
        if byte == newline { break }
        if byte == UInt8(ascii: "\t") { return byte }
        let isSeparator = byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
        if isSeparator { first = first ?? byte }
        mayOpen = isSeparator || (mayOpen && byte == 0x20)
      }
    }
    return first ?? blank
  }
}
