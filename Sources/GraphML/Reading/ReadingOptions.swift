extension GraphMLDocument {
  /// How a file is read.
  public struct ReadingOptions: Hashable, Sendable {
    /// Whether what lenient reading repairs is an error. All such problems of a file are then thrown at once.
    public var isStrict = false
    /// The encoding of the bytes, whatever the file declares, by a name that iconv knows: `gb18030`. Nil: the file says.
    public var encoding: String?
    /// The direction of graphs that do not say a meaningful one.
    public var defaultIsDirected = true
    /// Whether names and ids that the universal profile had to change are restored.
    public var restoresOriginals = true
    /// The most warnings kept; more are counted only.
    public var maximumWarnings = 100
    /// The sizes that no honest file exceeds.
    public var limits = Limits()

    /// Lenient reading.
    public init() {}
  }

  /// The sizes beyond which a file is refused, against files made to exhaust the reader.
  public struct Limits: Hashable, Sendable {
    /// Levels of elements inside each other.
    public var depth = 10_000
    /// Graphs inside each other, and ports.
    public var nesting = 1_000
    /// XML attributes of one element, declared namespaces among them.
    public var attributes = 1_000
    /// Bytes of one value or one piece of foreign XML, in UTF-8.
    public var valueLength = 16 << 20
    /// Attribute declarations, and keys that values name and nothing declares.
    public var keys = 50_000
    /// Bytes that a gzip file inflates to.
    public var inflatedLength = 16 << 30
    /// How many times longer than itself a gzip file may become, once it has given 4 MB; above 0. Graphs of other programs
    /// become 4 to 25 times as long, while Deflate reaches 1032.
    public var inflationRatio = 100
    /// How many times longer than the file the rows without a value may become that a property graph holds for attributes of
    /// few elements, once they take 32 MB; above 0.
    public var sparseness = 16

    /// The usual limits.
    public init() {}
  }

  /// What reading a file gives.
  public struct Reading: Hashable, Sendable {
    /// The content.
    public var document: GraphMLDocument
    /// What had to be repaired, in file order; at most ``ReadingOptions/maximumWarnings``.
    public var warnings: [GraphMLError]
    /// The number of all repairs, those not kept in ``warnings`` included.
    public var warningCount: Int
    /// The number of node elements at every level of every graph, those merged into others included and those made for
    /// edges not.
    public var nodeCount: Int
    /// The number of edge elements at every level of every graph, those dropped for want of an end included.
    public var edgeCount: Int
  }
}
