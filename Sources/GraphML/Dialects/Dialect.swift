extension GraphMLDocument {
  /// A program whose reading of GraphML a file is written for, when the universal profile is not what is wanted: each of
  /// these reads or refuses something that the others do not.
  public enum Dialect: String, Hashable, Sendable, CaseIterable {
    /// The universal profile, which every program reads alike.
    case universal
    /// Gephi: kinds of edges in the XML attribute `label`, colours in r, g and b, no edge of weight 0.
    case gephi
    /// yEd: shapes, colours, labels and places as graphics, nested graphs as groups.
    case yed
    /// Cytoscape: names and interactions under its own column names, every edge directed, nothing nested.
    case cytoscape
    /// Neo4j's APOC: labels of nodes and types of relationships in XML attributes and keys.
    case neo4j
    /// Apache TinkerPop: labels in `labelV` and `labelE`, key ids that differ between nodes and edges.
    case tinkerpop
    /// networkx: one direction a file.
    case networkx
    /// igraph: prefixed keys, one direction a file, every number a double.
    case igraph
    /// Boost: truth values as 0 and 1, node ids n0, n1, …, one direction a file.
    case boost
    /// A universal file, refused unless it holds the document without any change.
    case strict
    /// Everything that the document holds, for our own reader and for the program that the file came from. A file that is not
    /// to be changed at all is copied instead: ``copy(path:options:to:)``.
    case preserve

    /// The programs and schemas that ``lint(for:)`` knows, which are all but the profiles of this library.
    public static let linted = allCases.filter { $0 != .universal && $0 != .preserve }
  }

  /// What is done to a document before it is written, in any dialect.
  public struct DialectOptions: Hashable, Sendable {
    /// What becomes of directed and undirected edges in one graph.
    public enum Mixed: String, Hashable, Sendable, CaseIterable {
      /// They stay, where the dialect can hold both; where it cannot, as ``split``.
      case keep
      /// Undirected edges become directed ones from their source to their target.
      case directed
      /// Undirected edges become two directed ones; a self-loop becomes one.
      case split
    }

    /// What becomes of directed and undirected edges in one graph.
    public var mixed = Mixed.keep
    /// Whether hyperedges become nodes and nested graphs a column `parent` even where the dialect can hold them.
    public var flattens = false
    /// Whether nodes and edges get the ids n0, n1, … and e0, e1, … although their own could stand.
    public var numbersIDs = false
    /// What `edgedefault` says whatever most edges are; nil keeps that of each graph. The edges keep their directions.
    public var edgeDefaultIsDirected: Bool?
    /// Whether a character that XML cannot hold is an error; otherwise it becomes U+FFFD and is reported.
    public var refusesForbiddenCharacters = false

    /// The usual choices.
    public init() {}
  }

  /// A file in a dialect.
  public struct DialectFile: Hashable, Sendable {
    /// The file.
    public var bytes: [UInt8]
    /// What the file cannot say as the document does, one problem for each kind with its number; empty if it says all.
    public var losses: [GraphMLError]
  }

  /// The file for a program, and what the program's format could not hold. The same document always gives the same bytes.
  ///
  /// A format with one graph a file gets the first of the document. ``DialectOptions/numbersIDs`` has no effect under
  /// ``Dialect/preserve``.
  /// - Throws: every edge that meets no node, except under ``Dialect/preserve``; forbidden characters if the options refuse
  ///   them; defaults that would make the file endless; under ``Dialect/strict`` everything that would have to change.
  /// - Complexity: O(elements and values) time and space.
  public func file(
    for dialect: Dialect, options: DialectOptions = DialectOptions()
  ) throws(GraphMLError) -> DialectFile {
    var bytes: [UInt8] = []
    let losses = try onlyGraphMLErrors {
      try write(for: dialect, options: options) { bytes += $0 }
    }
    return DialectFile(bytes: bytes, losses: losses)
  }

  /// Writes the file for a program in pieces of some 64 KB, as ``file(for:options:)``.
  /// - Returns: what the program's format could not hold.
  /// - Throws: as ``file(for:options:)``, before anything is written, or what `sink` throws.
  /// - Complexity: O(elements and values) time; in space what the document takes, since it is changed for the program first.
  public func write(
    for dialect: Dialect, options: DialectOptions = DialectOptions(),
    to sink: ([UInt8]) throws -> Void
  ) throws -> [GraphMLError] {
    var losses = LossReport()
    let document = adapted(to: DialectRules(dialect), options, &losses)
    if options.refusesForbiddenCharacters {
      let all = try document.write(dialect, options, losses) { _ in }
      if let error = all.first(where: { $0.code == .forbiddenCharacter }) { throw error }
    }
    return try document.write(dialect, options, losses, to: sink)
  }

  private func write(
    _ dialect: Dialect, _ options: DialectOptions, _ losses: LossReport,
    to sink: ([UInt8]) throws -> Void
  ) throws -> [GraphMLError] {
    switch dialect {
    case .strict: return try writeStrict(options, losses, to: sink)
    case .universal: return try writeUniversal(options, losses, to: sink)
    case .preserve: return try writePreserving(losses, to: sink)
    case .yed: return try writeYEd(losses, to: sink)
    case .gephi, .cytoscape, .neo4j, .tinkerpop, .networkx, .igraph, .boost:
      return try writeFlat(DialectRules(dialect), options, losses, to: sink)
    }
  }
}
