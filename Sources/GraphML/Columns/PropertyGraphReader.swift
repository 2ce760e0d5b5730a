/// Builds a property graph from the events of a parser.
struct PropertyGraphReader {
  let options: GraphMLDocument.ReadingOptions
  let file: String
  /// The number of the top-level graph that is wanted, from 0.
  let wantedGraph: Int
  let keepsEdgeIDs: Bool

  var graph = PropertyGraph()
  var problems: ReadingProblems
  /// Set when reading cannot go on.
  var failure: GraphMLError? { didSet { hasFailed = failure != nil } }
  private(set) var hasFailed = false
  /// The place after the tag that is being handled.
  var position: (line: Int, column: Int) = (0, 0)
  var (nodeElements, edgeElements) = (0, 0)
  /// The length of the file so far.
  var bytesRead = 0
  /// The start tag that is being handled.
  var tag = StartTag()

  /// An open element. Its row is that of the node or edge, or -1 where values have no place.
  struct Frame {
    let tag: Tag
    var row = -1
    /// Of a graph: whether its edges are directed.
    var isDirected = true
    /// Of a graph: the node around it.
    var parent = PropertyGraph.none
  }
  var frames: [Frame] = []
  /// The number of open elements, from one that means nothing here inwards.
  var skipped = 0
  /// The number of top-level graphs so far.
  var topGraphs = 0

  var nodes = ColumnTable()
  var edges = ColumnTable()
  var graphs = ColumnTable()
  /// The declared keys by domain and id; the first of an id counts.
  var keys: [GraphMLDocument.Domain: [String: ColumnTable.Key]] = [:]
  var key: OpenKey?
  /// A bit a node: whether the file has it, or an edge only names it.
  var declared: [UInt64] = []
  /// Where edges first name nodes that the file does not have so far: of a thousand at most, for messages.
  var mentions: [Int: (line: Int, column: Int)] = [:]

  /// The column of the open `data`; nil where its value is left out.
  var column: Int?
  /// The text of the open `data` or `default`.
  var text: [UInt8] = []
  var collectsText = false
  /// Whether the open `data` or `default` has held an element.
  var holdsXML = false

  struct OpenKey {
    let id: String?
    let domain: GraphMLDocument.Domain
    let name: String?
    let kind: GraphMLValue.Kind
    var defaultText: String?
  }

  init(
    options: GraphMLDocument.ReadingOptions, file: String, graph: Int, keepsEdgeIDs: Bool
  ) {
    self.options = options
    self.file = file
    wantedGraph = graph
    self.keepsEdgeIDs = keepsEdgeIDs
    problems = ReadingProblems(limit: max(options.maximumWarnings, 1))
  }
}

// MARK: - Events

extension PropertyGraphReader {
  /// An element starts whose attributes are in ``tag``; nil if its name or namespace is none of GraphML.
  mutating func start(_ known: Tag?, name: () -> String) {
    if frames.count + skipped >= options.limits.depth { return refuse("depth") }
    if skipped > 0 {
      skipped += 1
      return
    }
    guard let parent = frames.last?.tag else {
      if known == .graphml { return frames.append(Frame(tag: .graphml)) }
      failure = GraphMLError(.notGraphML, name(), at: location)
      return
    }
    guard let known, parent.holds(known) || (known == .graph && parent == .graph) else {
      return skip(known, name, in: parent)
    }
    switch known {
    case .node: openNode()
    case .edge: openEdge()
    case .data: openData()
    case .graph: openGraph()
    case .key: openKey()
    case .defaultValue:
      collectsText = true
      holdsXML = false
      frames.append(Frame(tag: .defaultValue))
    case .port, .hyperedge:
      leaveOut(known.rawValue)
      frames.append(Frame(tag: known))
    case .desc where parent != .key, .locator:
      leaveOut(known.rawValue)
      skipped = 1
    case .desc, .endpoint, .graphml: skipped = 1
    }
  }

  mutating func end() {
    if skipped > 0 {
      skipped -= 1
      return
    }
    guard let frame = frames.popLast() else { return }
    switch frame.tag {
    case .data: closeData()
    case .key: closeKey()
    case .defaultValue:
      collectsText = false
      if !holdsXML { key?.defaultText = String(decoding: text, as: UTF8.self) }
      text.removeAll(keepingCapacity: true)
    default: break
    }
  }

  mutating func characters(_ piece: UnsafeBufferPointer<UInt8>) {
    guard collectsText, skipped == 0 else { return }
    unsafe text.append(contentsOf: piece)
    if text.count > options.limits.valueLength { refuse("value") }
  }

  private mutating func skip(_ known: Tag?, _ name: () -> String, in parent: Tag) {
    skipped = 1
    if parent == .data || parent == .defaultValue {
      holdsXML = true
    } else if known != nil, parent.domain != nil {
      warn(.misplacedElement, name())
    } else if parent.domain != nil {
      let name = name()
      if Tag(rawValue: name.lowercased()) != nil { warn(.wrongCase, name) }
    }
  }
}

// MARK: - Places and problems

extension PropertyGraphReader {
  var location: GraphMLError.Location {
    GraphMLError.Location(file: file, line: position.line, column: position.column)
  }

  /// The elements around the place, without their ids.
  var path: String { Self.path(of: frames) }

  private static func path(of frames: [Frame]) -> String {
    ElementPath.text(depth: frames.count) { frames[$0].tag.rawValue }
  }

  mutating func warn(_ code: GraphMLError.Code, _ subject: String = "") {
    let (location, frames) = (location, frames)
    problems.add(code, subject, at: location, path: Self.path(of: frames))
  }

  mutating func warnOnce(_ code: GraphMLError.Code, _ subject: String) {
    let (location, frames) = (location, frames)
    problems.addOnce(code, subject, at: location, path: Self.path(of: frames))
  }

  /// Tells of content that columns have no place for, once for each kind.
  mutating func leaveOut(_ what: String) { warnOnce(.notRead, what) }

  /// Stops the reading because the file exceeds a limit.
  mutating func refuse(_ limit: String) {
    failure = failure ?? GraphMLError(.limitExceeded, limit, at: location, path: path)
  }
}

extension Tag {
  private static let allowed: [UInt16] = Tag.allCases.map { parent in
    Tag.allCases.reduce(0) { $0 | (parent.mayHold($1) ? 1 << $1.number : 0) }
  }

  /// A number for each tag, from 0.
  var number: UInt16 {
    switch self {
    case .graphml: 0
    case .key: 1
    case .graph: 2
    case .node: 3
    case .port: 4
    case .edge: 5
    case .hyperedge: 6
    case .endpoint: 7
    case .data: 8
    case .desc: 9
    case .locator: 10
    case .defaultValue: 11
    }
  }

  /// The same as ``mayHold(_:)``, from a table.
  func holds(_ child: Tag) -> Bool {
    Self.allowed[Int(number)] & (1 << child.number) != 0
  }
}
