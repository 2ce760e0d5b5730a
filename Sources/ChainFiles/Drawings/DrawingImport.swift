public import Chains
public import GraphML

/// A chain read from a graph that somebody drew, with a report of what was understood, what was guessed and what was not.
///
/// Nodes are products or enterprises. An edge between products is an input, from an enterprise to a product a capacity,
/// between enterprises a tie; the group around a product is its stage. Attributes are columns by their names (`capacity`,
/// `产能`), as in any chain document; other attributes are kept as they are. A ``GraphMapping`` says what is otherwise.
///
/// A drawing rarely says all that a chain needs, such as the value of its final products: the tables are a draft.
public struct DrawingImport: Sendable {
  /// The draft.
  public let tables: Tables
  /// What was understood, guessed and not understood, one line each.
  public let notices: [Notice]

  /// Reads the first graph of a document; `path` is what it is called, and names the chain.
  /// - Throws: attributes of the mapping that the graph does not have, and cells of columns asked for that are not theirs.
  /// - Complexity: O(elements × attributes).
  public init(
    _ document: GraphMLDocument, path: String, mapping: GraphMapping = GraphMapping()
  ) throws(FileProblems) {
    let drawing = Drawing(document)
    try Self.check(mapping, drawing, path)
    let kinds = DrawingKinds(drawing, mapping)
    var draft = DrawingDraft(drawing, kinds, mapping, path: path)
    var reading = draft.reading()
    let demoted = draft.demote(reading.problems.found)
    if demoted { reading = draft.reading() }
    if !reading.problems.found.isEmpty { throw FileProblems(reading.problems.found) }
    tables = reading.tables
    let report = draft.report.map { Notice(at: Location(path: path), $0) }
    notices = report + reading.notices
  }

  private static func check(
    _ mapping: GraphMapping, _ drawing: Drawing, _ path: String
  ) throws(FileProblems) {
    let known = Set((drawing.nodeAttributes + drawing.edgeAttributes).map(\.name))
    let named =
      [mapping.kind, mapping.edgeKind].compactMap { $0 }
      + mapping.columns.filter { $0.key.table != .chain }.values.compactMap { source in
        if case .attribute(let name) = source { name } else { nil }
      }
    let missing = Set(named).subtracting(known).sorted()
    let list = known.sorted().prefix(30)
    if missing.isEmpty { return }
    throw FileProblems(
      missing.map { name in
        FileProblem(
          at: Location(path: path), value: name,
          Bilingual(
            "图里没有属性“\(name)”；有：\(list.joined(separator: "、"))",
            "the graph has no attribute “\(name)”; there are: \(list.joined(separator: ", "))"))
      })
  }
}

extension ChainDocument {
  /// Whether a GraphML document was exported from a chain, so that it reads back without a ``DrawingImport``.
  public static func isChain(_ document: GraphMLDocument) -> Bool {
    guard let graph = document.graphs.first else { return false }
    return GraphReader(document, graph, path: "").isChain
  }
}
