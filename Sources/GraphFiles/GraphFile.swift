public import GraphML

/// Reads a graph from whatever file it is in: GraphML, a text with an edge in each row, or a snapshot.
///
///     let reading = try GraphFile.read(path: "trade.csv")
///     reading.graph.nodeCount
///     try AtomicFile.write(reading.graph.snapshot(), to: "trade.graph")
public enum GraphFile {
  /// The kinds of files, found by their content, never by their name.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    case graphML
    /// A row an edge, cells apart by commas, tabs, semicolons or blanks.
    case edgeList
    /// What `PropertyGraph.snapshot()` gives.
    case snapshot
  }

  /// Which attributes are read from texts of edges and snapshots; GraphML is always read in full.
  public enum Columns: Hashable, Sendable {
    case all
    case only(Set<String>)

    func contains(_ name: String) -> Bool {
      switch self {
      case .all: true
      case .only(let names): names.contains(name)
      }
    }
  }

  /// How a file is read.
  public struct Options: Hashable, Sendable {
    /// Of GraphML: which of the graphs at the top, from 0.
    public var graph = 0
    /// Of GraphML: the name of the encoding; by default what the file declares. A text of edges is UTF-8.
    public var encoding: String?
    /// Of GraphML: the direction of edges where the file says none.
    public var defaultIsDirected = true
    /// Of a text of edges: the column with the vertex that each edge leaves; by default the one with a usual name, or the first.
    public var sourceColumn: String?
    /// Of a text of edges: the column with the vertex that each edge meets.
    public var targetColumn: String?
    /// Which attributes are wanted.
    public var columns = Columns.all
    /// How many threads may read; the result is the same with any number. At least 1.
    public var threads = 1

    /// The usual way: all attributes, ends and encoding found from the file, on one thread.
    public init() {}
  }

  /// What reading a file gives.
  public struct Reading: Sendable {
    /// The graph.
    public var graph: PropertyGraph
    /// What sort of file it was.
    public var format: Format
    /// Of GraphML: what had to be repaired or left out.
    public var warnings: [GraphMLError] = []
    /// The number of all repairs, those not kept in `warnings` included.
    public var warningCount = 0
    /// Of a text of edges: how its columns were understood.
    public var edgeList: EdgeList?
  }

  /// How the columns of a text of edges were understood, which nobody checks but who made the file; and where its edges
  /// stand.
  public struct EdgeList: Hashable, Sendable {
    /// The name of the column with the vertex that each edge leaves; `column1` and so on where there is no header.
    public let sourceColumn: String
    /// The name of the column with the vertex that each edge meets.
    public let targetColumn: String
    /// Whether the first row names the columns and is no edge.
    public let hasHeader: Bool
    /// The line of the first edge, from 1; nil where not every line behind it is an edge.
    let firstLine: Int?

    /// The line that an edge stands on, from 1; nil where a line between the header and the last edge is blank or goes
    /// on within quotes.
    ///
    /// - Precondition: `edge` is an edge of the graph.
    public func line(ofEdge edge: Int) -> Int? { firstLine.map { $0 + edge } }
  }

  /// Reads the graph of a file.
  ///
  /// - Parameter path: `-` is the standard input.
  /// - Throws: `GraphMLError` for what is wrong with GraphML, `GraphFileError` for everything else.
  /// - Complexity: O(bytes) time; the graph in space, and for a pipe the file.
  public static func read(path: String, options: Options = Options()) throws -> Reading {
    let file = try MappedFile(path: path)
    switch try file.withBytes({ try format(of: $0, path: path) }) {
    case .graphML:
      // libxml2 reads in pieces, so that a long file need not be in memory.
      if file.isMapped { return try reading(path: path, options) }
      return try reading(bytes: file.withBytes { $0.array }, name: path, options)
    case .edgeList: return try file.withBytes { try edgeList($0, path: path, options) }
    case .snapshot: return try file.withBytes { try snapshot($0, path: path, options) }
    }
  }

  /// Reads a graph from the bytes of a file; `name` is what errors call it.
  ///
  /// - Throws: as `read(path:options:)`.
  public static func read(
    bytes: [UInt8], name: String = "-", options: Options = Options()
  ) throws -> Reading {
    try bytes.withFileBytes { file in
      switch try format(of: file, path: name) {
      case .graphML: try reading(bytes: bytes, name: name, options)
      case .edgeList: try edgeList(file, path: name, options)
      case .snapshot: try snapshot(file, path: name, options)
      }
    }
  }

  private static func edgeList(
    _ file: FileBytes, path: String, _ options: Options
  ) throws(GraphFileError) -> Reading {
    // Line ends of the first Macs, which some programs still write.
    if file.firstIndex(of: 0x0A) == nil, file.firstIndex(of: 0x0D) != nil {
      return try file.array.map { $0 == 0x0D ? 0x0A : $0 }.withFileBytes {
        (lines) throws(GraphFileError) in try edgeList(lines, path: path, options)
      }
    }
    let reader = try EdgeListReader(file, path: path, options)
    let layout = reader.layout
    let (graph, firstLine) = try reader.read()
    return Reading(
      graph: graph, format: .edgeList,
      edgeList: EdgeList(
        sourceColumn: layout.names[layout.source], targetColumn: layout.names[layout.target],
        hasHeader: layout.hasHeader, firstLine: firstLine))
  }

  private static func snapshot(
    _ file: FileBytes, path: String, _ options: Options
  ) throws(GraphFileError) -> Reading {
    let reader = try SnapshotReader(file, path: path)
    return Reading(graph: try reader.graph(options.columns), format: .snapshot)
  }

  private static func reading(path: String, _ options: Options) throws(GraphMLError) -> Reading {
    var graphML = GraphMLDocument.ReadingOptions()
    graphML.encoding = options.encoding
    graphML.defaultIsDirected = options.defaultIsDirected
    let read = try PropertyGraph.read(path: path, graph: options.graph, options: graphML)
    return Reading(
      graph: read.graph, format: .graphML, warnings: read.warnings,
      warningCount: read.warningCount)
  }

  private static func reading(
    bytes: [UInt8], name: String, _ options: Options
  ) throws(GraphMLError) -> Reading {
    var graphML = GraphMLDocument.ReadingOptions()
    graphML.encoding = options.encoding
    graphML.defaultIsDirected = options.defaultIsDirected
    let read = try PropertyGraph.read(
      bytes: bytes, name: name, graph: options.graph, options: graphML)
    return Reading(
      graph: read.graph, format: .graphML, warnings: read.warnings,
      warningCount: read.warningCount)
  }

  private static func format(
    of file: FileBytes, path: String
  ) throws(GraphFileError) -> Format {
    if SnapshotReader.isSnapshot(file) { return .snapshot }
    let start = file[0..<min(file.count, 4096)].array
    let isGzip = start.starts(with: [0x1F, 0x8B])
    let isWide = start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
    let mark = isWide ? 2 : start.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    // Of UTF-16 every other byte is 0.
    let first = start.dropFirst(mark).first { ![0x00, 0x09, 0x0A, 0x0D, 0x20].contains($0) }
    if isGzip || first == UInt8(ascii: "<") { return .graphML }
    if isWide { throw GraphFileError(.notUTF8, path: path) }
    if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      throw GraphFileError(.unknownFormat, path: path, subject: "an Excel workbook or an archive")
    }
    if start.contains(0) {
      throw GraphFileError(
        .unknownFormat, path: path, subject: "no text, unless it is UTF-16 without its mark")
    }
    guard first != nil else {
      throw GraphFileError(.unknownFormat, path: path, subject: "the file is empty")
    }
    return .edgeList
  }
}
