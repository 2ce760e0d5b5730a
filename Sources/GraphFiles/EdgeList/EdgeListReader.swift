internal import GraphML
internal import Graphs

/// Reads a text of edges, a row an edge: CSV, or columns apart by tabs, semicolons or blanks.
///
/// The file is read in parts by as many threads as are allowed; what comes out does not depend on their number.
struct EdgeListReader {
  private let file: FileBytes
  private let path: String
  private let options: GraphFile.Options
  let layout: EdgeListLayout

  /// - Parameter file: outlives the value.
  init(
    _ file: FileBytes, path: String, _ options: GraphFile.Options
  ) throws(GraphFileError) {
    self.file = file
    self.path = path
    self.options = options
    layout = try EdgeListLayout(file, path: path, options)
  }

  /// The graph, and the line of its first edge; nil where not every line is a row.
  func read() throws(GraphFileError) -> (graph: PropertyGraph, firstLine: Int?) {
    var kinds = layout.names.map { options.columns.contains($0) ? CellKind.int : .skipped }
    kinds[layout.source] = .number
    kinds[layout.target] = .number
    // The kinds of the first rows are mostly those of all.
    let sample = EdgeListLayout.endOfLine(file, min(layout.start + 1 << 16, file.count - 1))
    if file.count > 1 << 20 {
      _ = try read(layout.start..<max(layout.start, sample), &kinds, mayBeCut: true)
    }
    var cells = try read(layout.start..<endOfLastLine, &kinds, mayBeCut: false)
    let firstLine = cells.hasOnlyRows ? EdgeListLayout.lineNumber(file, layout.start) : nil
    return (try graph(&cells.storages, cells.blanks, rows: cells.rows), firstLine)
  }

  /// Where the last line ends that is not empty.
  private var endOfLastLine: Int {
    var end = file.count
    while end > layout.start, file[end - 1] == 0x0A || file[end - 1] == 0x0D { end -= 1 }
    return end
  }

  // MARK: - Cells

  private struct Cells {
    var storages: [ColumnStorage]
    let blanks: [(column: Int, row: Int)]
    let rows: Int
    /// Whether every line is a row: none is blank, and none goes on within quotes.
    let hasOnlyRows: Bool
  }

  /// Reads the cells, with wider kinds until all fit.
  private func read(
    _ range: Range<Int>, _ kinds: inout [CellKind], mayBeCut: Bool
  ) throws(GraphFileError) -> Cells {
    let (parts, starts) = divided(range)
    while true {
      var storages = kinds.map { ColumnStorage($0, rows: starts.last ?? 0) }
      let results = scan(parts, starts, kinds, &storages)
      // A sample may end within a quoted cell.
      if !mayBeCut, let failure = results.lazy.compactMap(\.failure).first {
        throw GraphFileError(
          failure.code, path: path,
          line: EdgeListLayout.lineNumber(file, failure.place), subject: failure.subject)
      }
      var wider = kinds
      for result in results {
        for column in kinds.indices { wider[column] = max(wider[column], result.kinds[column]) }
      }
      // Both ends are names of the same vertices.
      let ends = max(wider[layout.source], wider[layout.target])
      wider[layout.source] = ends
      wider[layout.target] = ends
      guard wider == kinds else {
        kinds = wider
        continue
      }
      return joined(results, starts, &storages)
    }
  }

  /// Parts of the file that end at line ends, and at which row each starts if every line were one; the last is the number
  /// of all.
  private func divided(_ range: Range<Int>) -> (parts: [Range<Int>], starts: [Int]) {
    // Within quotes a line may go on, so that only from the start it is known where rows begin.
    let hasQuotes = file[range].firstIndex(of: UInt8(ascii: "\"")) != nil
    let isSmall = range.count < 1 << 20
    let count = hasQuotes || isSmall ? 1 : max(1, options.threads)
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for number in 1...count {
      let goal = range.lowerBound + range.count / count * number
      let end =
        number == count
        ? range.upperBound : EdgeListLayout.endOfLine(file, max(goal - 1, start))
      parts.append(start..<end)
      start = end
    }
    var lines: [Int] = []
    let file = file
    let ranges = parts
    ParallelWork(threads: count).run(
      parts: count, check: {},
      { number in
        let part = file[ranges[number]]
        let isOpen = part.count > 0 && part[part.count - 1] != 0x0A
        return part.count(of: 0x0A) + (isOpen ? 1 : 0)
      }, combine: { lines.append($0) })
    return (parts, lines.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) })
  }

  private func scan(
    _ parts: [Range<Int>], _ starts: [Int], _ kinds: [CellKind], _ storages: inout [ColumnStorage]
  ) -> [EdgeListScanner.Part] {
    var results: [EdgeListScanner.Part] = []
    storages.withMemory { columns in
      let scanner = EdgeListScanner(
        file: file, separator: layout.separator, kinds: kinds, columns: columns,
        source: layout.source, target: layout.target)
      ParallelWork(threads: parts.count).run(
        parts: parts.count, check: {}, { scanner.scan(parts[$0], firstRow: starts[$0]) },
        combine: { results.append($0) })
    }
    return results
  }

  private func joined(
    _ results: [EdgeListScanner.Part], _ starts: [Int], _ storages: inout [ColumnStorage]
  ) -> Cells {
    let rows = results.reduce(0) { $0 + $1.rows }
    var blanks: [(column: Int, row: Int)] = []
    var runs: [Range<Int>] = []
    var row = 0
    for (result, start) in zip(results, starts) {
      runs.append(start..<start + result.rows)
      blanks += result.blanks.map { ($0.column, $0.row - start + row) }
      row += result.rows
    }
    if rows != starts.last {
      for column in storages.indices { storages[column].keep(runs) }
    }
    return Cells(
      storages: storages, blanks: blanks, rows: rows, hasOnlyRows: rows == starts.last)
  }

  // MARK: - The graph

  private func graph(
    _ storages: inout [ColumnStorage], _ blanks: [(column: Int, row: Int)], rows: Int
  ) throws(GraphFileError) -> PropertyGraph {
    guard rows < Int(UInt32.max) - 1 else { throw problem(.tooLarge, "edges") }
    var graph = PropertyGraph()
    graph.isDirected = true
    if var sources = storages[layout.source].takeNumbers(),
      var targets = storages[layout.target].takeNumbers()
    {
      graph.nodeIDs = VertexNames.number(&sources, &targets)
      (graph.sources, graph.targets) = (sources, targets)
    } else if case .texts(let sources) = storages[layout.source],
      case .texts(let targets) = storages[layout.target]
    {
      var names = TextCollector(file: file)
      graph.sources.reserveCapacity(rows)
      graph.targets.reserveCapacity(rows)
      for row in 0..<rows {
        guard let source = names.place(of: sources[row]), let target = names.place(of: targets[row])
        else { throw notText(names, sources[row], targets[row]) }
        graph.sources.append(source)
        graph.targets.append(target)
      }
      graph.nodeIDs = names.texts
    }
    for column in storages.indices where column != layout.source && column != layout.target {
      let blankRows = blanks.lazy.filter { $0.column == column }.map(\.row)
      if let column = try self.column(
        layout.names[column], storages[column], Set(blankRows), rows: rows)
      {
        graph.edgeColumns.append(column)
      }
    }
    return graph
  }

  private func column(
    _ name: String, _ storage: ColumnStorage, _ blankRows: Set<Int>, rows: Int
  ) throws(GraphFileError) -> PropertyGraph.Column? {
    var column: PropertyGraph.Column
    switch storage {
    case .none, .numbers: return nil
    case .ints(let ints):
      column = PropertyGraph.Column(name, keyID: name, kind: .int)
      column.ints = ints
    case .longs(let longs):
      column = PropertyGraph.Column(name, keyID: name, kind: .long)
      column.longs = longs
    case .doubles(let doubles):
      column = PropertyGraph.Column(name, keyID: name, kind: .double)
      column.doubles = doubles
    case .texts(let places):
      column = PropertyGraph.Column(name, keyID: name, kind: .string)
      var texts = TextCollector(file: file)
      var codes: [UInt32] = []
      codes.reserveCapacity(rows)
      for place in places {
        if place == TextPlace.none.bits {
          codes.append(PropertyGraph.none)
        } else if let code = texts.place(of: place) {
          codes.append(code)
        } else {
          throw notText(texts, place)
        }
      }
      column.codes = codes
      column.texts = texts.texts
    }
    var stated = [UInt64](repeating: .max, count: (rows + 63) / 64)
    if rows % 64 != 0 { stated[rows / 64] = (1 << UInt64(rows % 64)) - 1 }
    for row in blankRows { stated[row / 64] &= ~(1 << UInt64(row % 64)) }
    column.stated = stated
    column.statedCount = rows - blankRows.count
    return column
  }

  private func problem(_ code: GraphFileError.Code, _ subject: String) -> GraphFileError {
    GraphFileError(code, path: path, subject: subject)
  }

  /// What a collector refused: names without end, or bytes that are no UTF-8.
  private func notText(_ collector: TextCollector, _ places: UInt64...) -> GraphFileError {
    if collector.isFull { return problem(.tooLarge, "bytes of names") }
    let first = places.first { place in
      file[TextPlace(bits: place).range].text == nil
    }
    let line = first.map { EdgeListLayout.lineNumber(file, TextPlace(bits: $0).range.lowerBound) }
    return GraphFileError(.notUTF8, path: path, line: line)
  }
}
