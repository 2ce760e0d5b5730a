/// The node ids of a top-level graph and those nested in it, and the ids that edges mention before their node comes.
///
/// Ids are compared byte by byte, as XML does: Swift takes texts of the same look for equal, such as é in one character and
/// in two.
struct NodeNames {
  /// Where a node stands: the number of its graph in the file, and its place there.
  struct Place {
    let graph: Int
    let index: Int
  }

  /// The place in the file where an edge first mentions a node, and the elements around it.
  struct Mention {
    let line: Int32
    let column: Int32
    /// Empty for the later ones of very many.
    let path: String
  }

  /// The most mentions that keep their path: nobody reads more.
  private static let mostPaths = 1_000

  /// Every id that was declared or mentioned.
  private var ids = PropertyGraph.Texts()
  /// By place in `ids`; nil for those that are only mentioned.
  private var places: [Place?] = []
  /// By place in `ids`.
  private var missing: [Int: Mention] = [:]
  private var edgeIDs = PropertyGraph.Texts()

  /// Whether no more ids can be told apart: 4 GB of them.
  var isFull: Bool {
    // An XML attribute has at most ten million bytes.
    max(ids.length, edgeIDs.length) > PropertyGraph.Texts.maximumLength - (16 << 20)
  }

  /// Notes a node.
  /// - Returns: where a node of the same id stands already.
  mutating func declare(_ id: String, at place: Place) -> Place? {
    let number = number(of: id)
    if let earlier = places[number] { return earlier }
    places[number] = place
    if !missing.isEmpty { missing[number] = nil }
    return nil
  }

  /// The number of the graph in which a node stands; nil for those that are only mentioned.
  func graph(of id: String) -> Int? { ids.index(of: id).flatMap { places[$0]?.graph } }

  /// Notes an edge's id.
  /// - Returns: whether it was free.
  mutating func declareEdge(_ id: String) -> Bool { edgeIDs.place(adding: id.utf8.span).isNew }

  /// Notes that an edge names a node.
  /// - Returns: the number of the mention if the node has not come yet, and whether it is the first.
  mutating func mention(_ id: String) -> (number: Int, isFirst: Bool)? {
    let number = number(of: id)
    return places[number] == nil ? (number, missing[number] == nil) : nil
  }

  /// Notes where a node that has not come yet is first mentioned.
  mutating func note(_ number: Int, line: Int, column: Int, path: String) {
    missing[number] = Mention(
      line: Int32(clamping: line), column: Int32(clamping: column), path: path)
  }

  /// Whether a further mention is to keep its path.
  var keepsPaths: Bool { missing.count < Self.mostPaths }

  /// The ids that no node has, in the order of their first mention.
  var undeclared: [(id: String, mention: Mention)] {
    missing.sorted { $0.key < $1.key }.map { (ids[$0.key], $0.value) }
  }

  private mutating func number(of id: String) -> Int {
    let (number, isNew) = ids.place(adding: id.utf8.span)
    if isNew { places.append(nil) }
    return number
  }
}
