internal import GraphML

/// Takes a snapshot apart, believing nothing: every place is checked to lie in the file, every section against its
/// checksum, and every number against what it counts.
struct SnapshotReader {
  private let path: String
  private let file: FileBytes
  private let entries: [UInt64: SnapshotFormat.Entry]
  private let description: SnapshotDescription

  static func isSnapshot(_ file: FileBytes) -> Bool {
    file.starts(with: Array(SnapshotFormat.magic.prefix(4)))
  }

  /// Checks the header and the table; sections are checked when they are read.
  /// - Parameter file: outlives the value.
  init(_ file: FileBytes, path: String) throws(GraphFileError) {
    self.file = file
    self.path = path
    func damage(_ what: String) -> GraphFileError {
      GraphFileError(.damagedSnapshot, path: path, subject: what)
    }
    let headerLength = SnapshotFormat.headerLength
    guard file.count >= headerLength else { throw damage("it ends within its header") }
    guard file.starts(with: SnapshotFormat.magic) else {
      throw damage("its first bytes are not those of a snapshot")
    }
    let version = file.load(8, as: UInt32.self)
    let order = file.load(12, as: UInt32.self)
    guard order == SnapshotFormat.byteOrder else {
      throw GraphFileError(.otherVersion, path: path, subject: "byte order")
    }
    guard version == SnapshotFormat.version else {
      throw GraphFileError(.otherVersion, path: path, subject: "version \(version)")
    }
    let length = file.load(16, as: UInt64.self)
    guard length == file.count else {
      throw damage("\(length) bytes are promised, there are \(file.count)")
    }
    let count = Int(file.load(24, as: UInt32.self))
    let tableEnd = headerLength + count * SnapshotFormat.entryLength
    guard count <= SnapshotFormat.mostSections, tableEnd <= file.count else {
      throw damage("its table of \(count) sections does not fit")
    }
    let checked = file[0..<32].array + file[headerLength..<tableEnd].array
    let sum = file.load(32, as: UInt64.self)
    guard checked.withFileBytes({ Checksum.of($0) }) == sum else {
      throw damage("the checksum of its table")
    }
    var entries: [UInt64: SnapshotFormat.Entry] = [:]
    var end = UInt64(tableEnd)
    for number in 0..<count {
      let entry = Self.entry(number, of: file)
      guard entry.offset % UInt64(SnapshotFormat.alignment) == 0, entry.offset >= end,
        entry.length <= length, entry.offset <= length - entry.length
      else { throw damage("section \(number) lies outside the file") }
      end = entry.offset + entry.length
      let key = UInt64(entry.kind) << 32 | UInt64(entry.index)
      guard entries.updateValue(entry, forKey: key) == nil else {
        throw damage("section \(number) is there twice")
      }
    }
    self.entries = entries
    guard let entry = entries[UInt64(SnapshotFormat.Kind.description.rawValue) << 32],
      case let bytes = file[Int(entry.offset)..<Int(entry.offset + entry.length)],
      Checksum.of(bytes) == entry.checksum,
      let description = SnapshotDescription(bytes)
    else { throw damage("its description") }
    self.description = description
  }

  private static func entry(
    _ number: Int, of file: FileBytes
  ) -> SnapshotFormat.Entry {
    let place = SnapshotFormat.headerLength + number * SnapshotFormat.entryLength
    return SnapshotFormat.Entry(
      kind: file.load(place, as: UInt32.self),
      index: file.load(place + 4, as: UInt32.self),
      offset: file.load(place + 8, as: UInt64.self),
      length: file.load(place + 16, as: UInt64.self),
      checksum: file.load(place + 24, as: UInt64.self))
  }
}

// MARK: - The graph

extension SnapshotReader {
  /// The graph, with the columns that are wanted.
  func graph(_ columns: GraphFile.Columns) throws(GraphFileError) -> PropertyGraph {
    let nodes = Int(description.nodeCount)
    let edges = Int(description.edgeCount)
    var graph = PropertyGraph()
    graph.id = description.id
    graph.isDirected = description.isDirected
    graph.nodeIDs = try texts(.nodeIDBytes, .nodeIDEnds, count: nodes)
    graph.sources = try numbers(.sources, count: edges, below: nodes)
    graph.targets = try numbers(.targets, count: edges, below: nodes)
    if has(.directions) { graph.directions = try flags(.directions, count: edges) }
    if has(.edgeIDEnds) { graph.edgeIDs = try texts(.edgeIDBytes, .edgeIDEnds, count: edges) }
    if has(.parents) {
      graph.parents = try elements(.parents, count: nodes)
      guard graph.parents.allSatisfy({ $0 < nodes || $0 == PropertyGraph.none }) else {
        throw damage("a parent is no node")
      }
    }
    for (index, column) in description.columns.enumerated() where columns.contains(column.name) {
      let rows = [nodes, edges, 1][Int(column.domain)]
      let read = try self.column(column, index: index, rows: rows)
      switch column.domain {
      case 0: graph.nodeColumns.append(read)
      case 1: graph.edgeColumns.append(read)
      default: graph.graphColumns.append(read)
      }
    }
    return graph
  }

  private func column(
    _ stated: SnapshotDescription.Column, index: Int, rows: Int
  ) throws(GraphFileError) -> PropertyGraph.Column {
    var column = PropertyGraph.Column(stated.name, keyID: stated.keyID, kind: stated.kind)
    switch stated.kind {
    case .boolean: column.booleans = try flags(.rows, index: index, count: rows)
    case .int: column.ints = try elements(.rows, index: index, count: rows)
    case .long: column.longs = try elements(.rows, index: index, count: rows)
    case .float: column.floats = try elements(.rows, index: index, count: rows)
    case .double: column.doubles = try elements(.rows, index: index, count: rows)
    case .string, .xml:
      column.texts = try texts(.textBytes, .textEnds, index: index, count: nil)
      column.codes = try elements(.rows, index: index, count: rows)
    }
    let words: [UInt64] =
      has(.stated, index: index) ? try elements(.stated, index: index, count: nil) : []
    guard words.count <= (rows + 63) / 64 else { throw damage("column \(stated.name)") }
    column.stated = words
    column.statedCount = words.reduce(0) { $0 + $1.nonzeroBitCount }
    // Bits beyond the last row would be statements about nothing.
    let beyond = words.count * 64 > rows ? (words.last ?? 0) >> UInt64(rows % 64) : 0
    guard column.statedCount == Int(stated.statedCount), beyond == 0 else {
      throw damage("column \(stated.name)")
    }
    if stated.kind == .string {
      for row in 0..<rows where column.isStated(row) && column.codes[row] >= column.texts.count {
        throw damage("column \(stated.name)")
      }
    }
    if let text = stated.defaultText {
      guard let value = GraphMLValue(written: text, as: stated.kind) else {
        throw damage("the default of column \(stated.name)")
      }
      column.defaultValue = value
    }
    return column
  }
}

// MARK: - Sections

extension SnapshotReader {
  private func damage(_ what: String) -> GraphFileError {
    GraphFileError(.damagedSnapshot, path: path, subject: what)
  }

  private func has(_ kind: SnapshotFormat.Kind, index: Int = 0) -> Bool {
    entries[UInt64(kind.rawValue) << 32 | UInt64(index)] != nil
  }

  /// The elements of a section, checked against its checksum; a section that is not there is empty.
  private func elements<Element: BitwiseCopyable>(
    _ kind: SnapshotFormat.Kind, index: Int = 0, count: Int?
  ) throws(GraphFileError) -> [Element] {
    guard let entry = entries[UInt64(kind.rawValue) << 32 | UInt64(index)] else {
      guard (count ?? 0) == 0 else { throw damage("section \(kind) is missing") }
      return []
    }
    let size = MemoryLayout<Element>.stride
    let stored = Int(entry.length) / size
    guard Int(entry.length) % size == 0, stored == count ?? stored else {
      throw damage("section \(kind) has \(entry.length) bytes")
    }
    let bytes = file[Int(entry.offset)..<Int(entry.offset + entry.length)]
    guard Checksum.of(bytes) == entry.checksum else {
      throw damage("the checksum of section \(kind)")
    }
    return bytes.elements(stored)
  }

  /// Bytes that are 0 or 1; anything else would be no `Bool`.
  private func flags(
    _ kind: SnapshotFormat.Kind, index: Int = 0, count: Int
  ) throws(GraphFileError) -> [Bool] {
    let bytes: [UInt8] = try elements(kind, index: index, count: count)
    guard bytes.allSatisfy({ $0 < 2 }) else { throw damage("section \(kind)") }
    return bytes.map { $0 == 1 }
  }

  private func numbers(
    _ kind: SnapshotFormat.Kind, count: Int, below limit: Int
  ) throws(GraphFileError) -> [UInt32] {
    let numbers: [UInt32] = try elements(kind, count: count)
    guard numbers.allSatisfy({ $0 < limit }) else { throw damage("an edge names no node") }
    return numbers
  }

  private func texts(
    _ kind: SnapshotFormat.Kind, _ endsKind: SnapshotFormat.Kind, index: Int = 0, count: Int?
  ) throws(GraphFileError) -> PropertyGraph.Texts {
    let bytes: [UInt8] = try elements(kind, index: index, count: nil)
    let ends: [UInt32] = try elements(endsKind, index: index, count: count)
    var last: UInt32 = 0
    for end in ends {
      guard end >= last else { throw damage("section \(endsKind)") }
      last = end
    }
    guard Int(last) == bytes.count else { throw damage("section \(endsKind)") }
    return PropertyGraph.Texts(bytes: bytes, ends: ends)
  }
}

extension GraphMLValue {
  /// A value by the text that `text` gives; nil if it is not of the kind.
  fileprivate init?(written text: String, as kind: Kind) {
    switch kind {
    case .boolean:
      guard text == "true" || text == "false" else { return nil }
      self = .boolean(text == "true")
    case .int:
      guard let value = Int32(text) else { return nil }
      self = .int(value)
    case .long:
      guard let value = Int64(text) else { return nil }
      self = .long(value)
    case .float:
      guard let value = Float(text) else { return nil }
      self = .float(value)
    case .double:
      guard let value = Double(text) else { return nil }
      self = .double(value)
    case .string, .xml: self = .string(text)
    }
  }
}
