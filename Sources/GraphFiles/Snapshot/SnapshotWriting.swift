public import GraphML

extension PropertyGraph {
  /// The graph as a snapshot, a file that `GraphFile.read(path:)` opens without parsing; docs/graphs.md has the format.
  ///
  /// The same graph gives the same bytes on machines of the same byte order.
  ///
  /// - Throws: `GraphFileError` (`tooLarge`) if there are more columns than a snapshot holds.
  /// - Complexity: O(size of the graph) time and space.
  public func snapshot() throws(GraphFileError) -> [UInt8] {
    var writer = SnapshotWriter()
    var description = SnapshotDescription()
    description.id = id
    description.isDirected = isDirected
    description.nodeCount = UInt32(nodeCount)
    description.edgeCount = UInt32(edgeCount)
    let domains = [nodeColumns, edgeColumns, graphColumns]
    guard domains.joined().count * 4 + 16 <= SnapshotFormat.mostSections else {
      throw GraphFileError(.tooLarge, path: "-", subject: "columns")
    }
    writer.add(.sources, sources)
    writer.add(.targets, targets)
    writer.add(.directions, directions.map { $0 ? 1 as UInt8 : 0 })
    writer.add(.nodeIDBytes, nodeIDs.storage.bytes)
    writer.add(.nodeIDEnds, nodeIDs.storage.ends)
    writer.add(.edgeIDBytes, edgeIDs.storage.bytes)
    writer.add(.edgeIDEnds, edgeIDs.storage.ends)
    writer.add(.parents, parents)
    for (domain, columns) in domains.enumerated() {
      for column in columns {
        writer.add(column, index: description.columns.count)
        description.columns.append(
          SnapshotDescription.Column(
            domain: UInt32(domain), name: column.name, keyID: column.keyID, kind: column.kind,
            defaultText: column.defaultValue?.text, statedCount: UInt32(column.statedCount)))
      }
    }
    writer.add(.description, description.bytes)
    return writer.file()
  }
}

/// Collects sections and puts the header and the table before them.
private struct SnapshotWriter {
  private var sections: [(kind: UInt32, index: UInt32, bytes: [UInt8])] = []

  /// Empty arrays get no section.
  mutating func add<Element: BitwiseCopyable>(
    _ kind: SnapshotFormat.Kind, _ elements: [Element], index: Int = 0
  ) {
    guard !elements.isEmpty else { return }
    // The memory of the array as it is, in one piece: columns of large graphs have many megabytes.
    let bytes = unsafe elements.withUnsafeBytes { unsafe Array($0) }
    sections.append((kind.rawValue, UInt32(index), bytes))
  }

  mutating func add(_ column: PropertyGraph.Column, index: Int) {
    switch column.kind {
    case .boolean: add(.rows, column.booleans.map { $0 ? 1 as UInt8 : 0 }, index: index)
    case .int: add(.rows, column.ints, index: index)
    case .long: add(.rows, column.longs, index: index)
    case .float: add(.rows, column.floats, index: index)
    case .double: add(.rows, column.doubles, index: index)
    case .string, .xml:
      add(.rows, column.codes, index: index)
      add(.textBytes, column.texts.storage.bytes, index: index)
      add(.textEnds, column.texts.storage.ends, index: index)
    }
    add(.stated, column.stated, index: index)
  }

  func file() -> [UInt8] {
    func aligned(_ place: Int) -> Int {
      (place + SnapshotFormat.alignment - 1) / SnapshotFormat.alignment * SnapshotFormat.alignment
    }
    var table: [UInt8] = []
    var offset = aligned(
      SnapshotFormat.headerLength + sections.count * SnapshotFormat.entryLength)
    for section in sections {
      table.append(bytesOf: section.kind)
      table.append(bytesOf: section.index)
      table.append(bytesOf: UInt64(offset))
      table.append(bytesOf: UInt64(section.bytes.count))
      table.append(bytesOf: section.bytes.withFileBytes { Checksum.of($0) })
      offset = aligned(offset + section.bytes.count)
    }
    var file = SnapshotFormat.magic
    file.reserveCapacity(offset)
    file.append(bytesOf: SnapshotFormat.version)
    file.append(bytesOf: SnapshotFormat.byteOrder)
    file.append(bytesOf: UInt64(offset))
    file.append(bytesOf: UInt32(sections.count))
    file.append(bytesOf: UInt32(0))
    let checked = file + table
    file.append(bytesOf: checked.withFileBytes { Checksum.of($0) })
    file += table
    for section in sections {
      file += repeatElement(0, count: aligned(file.count) - file.count)
      file += section.bytes
    }
    file += repeatElement(0, count: offset - file.count)
    return file
  }
}
