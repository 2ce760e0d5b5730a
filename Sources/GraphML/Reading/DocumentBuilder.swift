/// Builds a document from the events of a parser.
///
/// The elements that are open stand in stacks of their own kind and move into the element around them when they end, so
/// that no growing array is ever copied.
struct DocumentBuilder {
  let options: GraphMLDocument.ReadingOptions
  let file: String

  var document = GraphMLDocument()
  var problems: ReadingProblems
  /// Watches for what the document does not say and some programs mind, where that is asked for.
  var observer: FileObserver?
  /// Set when reading cannot go on.
  var failure: GraphMLError?
  /// The place after the tag that is being handled.
  var position: (line: Int, column: Int) = (0, 0)
  /// All node and edge elements, merged and dropped ones included.
  var nodeCount = 0
  var edgeCount = 0

  /// An open element; its label is for the path in messages.
  struct Frame {
    let tag: Tag
    let label: String
    /// Whether this is a graph directly inside a graph, whose content goes into the outer one.
    var joinsOuter = false
    /// The keys whose values the element has stated, under a strict reading.
    var statedKeys: Set<String> = []
  }
  var frames: [Frame] = []
  var rootNamespace = ""

  // The open elements of each kind, outermost first.
  var graphs: [GraphMLDocument.Graph] = []
  var nodes: [GraphMLDocument.Node] = []
  var edges: [GraphMLDocument.Edge] = []
  var hyperedges: [GraphMLDocument.Hyperedge] = []
  var endpoints: [GraphMLDocument.Endpoint] = []
  var ports: [GraphMLDocument.Port] = []
  /// The number of each open graph, counted from 0 in file order.
  var graphSerials: [Int] = []
  var graphCount = 0
  /// For each open node, the place of an earlier one of its id in the same graph.
  var mergeTargets: [Int?] = []
  /// For each open edge and end of a hyperedge, whether it does not say which node it meets.
  var isIncomplete: [Bool] = []
  var key: OpenKey?
  var data: OpenData?

  var keys = KeyTable()
  /// Values whose key is not declared yet. Their entries are named U+0000 and the place in this list until the end.
  var pending: [PendingValue] = []
  /// The keys of those values.
  var unsettled: Set<UndeclaredKey> = []
  var undeclared: Set<UndeclaredKey> = []
  var names = NodeNames()
  var strict = StrictChecks()

  /// The text of the open `data`, `default` or `desc`, in pieces as the parser gives it.
  var text: [UInt8] = []
  var collectsText = false
  /// The XML that is being taken over as text, if any.
  var fragment: XMLFragment?

  init(options: GraphMLDocument.ReadingOptions, file: String) {
    self.options = options
    self.file = file
    problems = ReadingProblems(limit: max(options.maximumWarnings, 1))
  }

  /// A key whose end tag is still to come.
  struct OpenKey {
    var id: String?
    var attribute: GraphMLDocument.Attribute
    var defaultText: Content?
  }

  /// A `data` whose end tag is still to come.
  struct OpenData {
    var key: String?
    var domain: GraphMLDocument.Domain
    var time: Int64?
    var foreign: [GraphMLDocument.Foreign]
  }

  /// What stands in a `data` or `default`.
  enum Content {
    case text(String)
    case xml(String)
  }

  struct PendingValue {
    let key: String
    let domain: GraphMLDocument.Domain
    let content: Content
    let location: GraphMLError.Location
    let path: String
  }
}

// MARK: - Events

extension DocumentBuilder {
  mutating func start(_ name: XMLName, _ attributes: [XMLAttribute]) {
    observe { $0.start(name, attributes, at: $1) }
    let depth = frames.count + (fragment?.depth ?? 0)
    if depth >= options.limits.depth { return refuse("depth") }
    if fragment != nil {
      fragment?.start(name, attributes)
      return
    }
    guard let parent = frames.last?.tag else { return startRoot(name, attributes) }
    let isOurs = name.isInKnownNamespace || name.namespace == rootNamespace
    guard isOurs, let tag = name.tag, parent.mayHold(tag) else {
      if isOurs, name.tag == .graph, parent == .graph { return joinGraph() }
      if isOurs, parent.domain != nil {
        if name.tag != nil {
          warn(.misplacedElement, name.local)
        } else if Tag(rawValue: name.local.lowercased()) != nil {
          warn(.wrongCase, name.local)
        }
      }
      return startFragment(name, attributes, in: parent)
    }
    if tag == .graph || tag == .port {
      if graphs.count + ports.count >= options.limits.nesting { return refuse("nesting") }
    }
    open(tag, attributes)
  }

  mutating func end() {
    observe { $0.end(at: $1) }
    if let depth = fragment?.depth, depth > 0 {
      fragment?.end()
      if depth == 1, let tag = frames.last?.tag, tag != .data, tag != .defaultValue {
        endFragment(in: tag)
      }
      return
    }
    close()
  }

  mutating func characters(_ piece: some Collection<UInt8>) {
    observer?.characters(piece)
    guard wantsCharacters else { return }
    if fragment != nil {
      fragment?.characters(piece)
    } else {
      text.append(contentsOf: piece)
    }
    if max(text.count, fragment?.bytes.count ?? 0) > options.limits.valueLength { refuse("value") }
  }

  mutating func noteDocumentType() { observe { $0.noteDocumentType(at: $1) } }

  /// Tells the observer, if there is one, and the place where the parser is.
  mutating func observe(_ event: (inout FileObserver, GraphMLError.Location) -> Void) {
    guard var watching = observer.take() else { return }
    event(&watching, location)
    observer = watching
  }

  /// Whether pieces of text, comments and instructions matter here.
  var wantsCharacters: Bool { collectsText || fragment != nil }
}

// MARK: - Places and problems

extension DocumentBuilder {
  var location: GraphMLError.Location {
    GraphMLError.Location(file: file, line: position.line, column: position.column)
  }

  var path: String { Self.path(of: frames, depth: frames.count) }

  /// The path of the outermost elements.
  static func path(of frames: [Frame], depth: Int) -> String {
    ElementPath.text(depth: depth) { place in
      let (tag, label) = (frames[place].tag.rawValue, frames[place].label)
      return label.isEmpty ? tag : "\(tag)[\(label.shortened)]"
    }
  }

  mutating func warn(_ code: GraphMLError.Code, _ subject: String = "") {
    let (location, frames) = (location, frames)
    problems.add(code, subject, at: location, path: Self.path(of: frames, depth: frames.count))
  }

  /// Tells of what the format forbids and is read all the same.
  mutating func warnIfStrict(_ code: GraphMLError.Code, _ subject: String) {
    if options.isStrict { warn(code, subject) }
  }

  mutating func warnOnce(_ code: GraphMLError.Code, _ subject: String) {
    let (location, frames) = (location, frames)
    problems.addOnce(code, subject, at: location, path: Self.path(of: frames, depth: frames.count))
  }

  /// Stops the reading because the file exceeds a limit.
  mutating func refuse(_ limit: String) {
    failure = failure ?? GraphMLError(.limitExceeded, limit, at: location, path: path)
  }
}

// MARK: - Foreign XML

extension DocumentBuilder {
  private mutating func startRoot(_ name: XMLName, _ attributes: [XMLAttribute]) {
    guard name.tag == .graphml else {
      failure = GraphMLError(.notGraphML, name.local, at: location)
      return
    }
    rootNamespace = name.namespace
    frames.append(Frame(tag: .graphml, label: ""))
    if !name.isInKnownNamespace {
      warn(.notGraphML, name.namespace)
    }
    document.foreign = attributes.map(Self.foreign)
  }

  private mutating func startFragment(
    _ name: XMLName, _ attributes: [XMLAttribute], in parent: Tag
  ) {
    var fragment = XMLFragment()
    if parent == .data || parent == .defaultValue {
      fragment.characters(text)
      text.removeAll(keepingCapacity: true)
    }
    fragment.start(name, attributes)
    self.fragment = fragment
  }

  private mutating func endFragment(in tag: Tag) {
    guard let fragment else { return }
    self.fragment = nil
    keep(.element(fragment.text), in: tag)
  }

  static func foreign(_ attribute: XMLAttribute) -> GraphMLDocument.Foreign {
    .attribute(
      name: attribute.name.qualified,
      namespace: attribute.name.namespace.isEmpty ? nil : attribute.name.namespace,
      value: attribute.value)
  }

  /// Keeps foreign XML with the element that it stands in.
  mutating func keep(_ foreign: GraphMLDocument.Foreign, in tag: Tag) {
    switch tag {
    case .graphml: document.foreign.append(foreign)
    case .graph: graphs[graphs.count - 1].foreign.append(foreign)
    case .node: nodes[nodes.count - 1].foreign.append(foreign)
    case .edge: edges[edges.count - 1].foreign.append(foreign)
    case .hyperedge: hyperedges[hyperedges.count - 1].foreign.append(foreign)
    case .endpoint: endpoints[endpoints.count - 1].foreign.append(foreign)
    case .port: ports[ports.count - 1].foreign.append(foreign)
    case .key: key?.attribute.foreign.append(foreign)
    case .data, .defaultValue: break
    case .desc, .locator:
      if frames.count > 1 { keep(foreign, in: frames[frames.count - 2].tag) }
    }
  }
}
