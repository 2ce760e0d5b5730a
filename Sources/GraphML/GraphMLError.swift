/// What is wrong with a file, where, and what to do about it.
///
/// Lenient reading repairs what can be repaired and reports it as a warning, which is the same value: strict reading
/// throws it.
public struct GraphMLError: Error, Hashable, Sendable {
  /// What is wrong.
  public var code: Code
  /// The id, name, value or message that it is about; may be empty.
  public var subject: String
  /// Where it was seen first; nil when the problem is not at a place of a file.
  public var location: Location?
  /// The elements around the place, outermost first: `graphml/graph[G]/node[n0]`; empty if not known.
  public var path: String
  /// How often it was seen; 1 or more.
  public var count: Int
  /// The other problems of the same file, in file order.
  public var further: [GraphMLError]
  /// The number of other problems of the file that are not in ``further``.
  public var omittedCount = 0

  /// A problem seen once.
  public init(
    _ code: Code, _ subject: String = "", at location: Location? = nil, path: String = "",
    count: Int = 1
  ) {
    self.code = code
    self.subject = subject
    self.location = location
    self.path = path
    self.count = count
    further = []
  }

  /// A place in a file.
  public struct Location: Hashable, Sendable, CustomStringConvertible {
    /// The file as it was named to the reader.
    public var file: String
    /// The line, from 1.
    public var line: Int
    /// The column as libxml2 counts it, in bytes of UTF-8, from 1.
    public var column: Int

    /// A place.
    public init(file: String, line: Int, column: Int) {
      self.file = file
      self.line = line
      self.column = column
    }

    /// `file:line:column`.
    public var description: String { "\(file):\(line):\(column)" }
  }
}

extension GraphMLError {
  /// Everything that can be wrong.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    // The file cannot be read.
    /// There is no such file, or it may not be opened.
    case cannotOpen
    /// Reading the opened file failed.
    case cannotRead
    /// The gzip file is damaged or cut short.
    case damagedCompression
    /// The file is not well-formed XML.
    case notWellFormed
    /// The bytes are not text in the encoding that the file declares or that it has by default.
    case wrongEncoding
    /// No such encoding is known.
    case unknownEncoding
    /// The root element is not `graphml`.
    case notGraphML
    /// The file declares entities, which can make a small file huge or fetch other files.
    case entityDeclaration
    /// The file is larger in some respect than the reader's limits.
    case limitExceeded

    // The file says something that has no meaning; repaired unless strict.
    /// A node without an id.
    case nodeWithoutID
    /// A key without an id.
    case keyWithoutID
    /// A port without a name.
    case portWithoutName
    /// An edge or an end of a hyperedge that does not say which node it meets.
    case missingEnd
    /// An edge that meets a node which is not in the file.
    case unknownNode
    /// Two nodes of one id.
    case duplicateNodeID
    /// Two edges of one id.
    case duplicateEdgeID
    /// Two keys of one id and one domain.
    case duplicateKeyID
    /// A value for a key that is not declared.
    case undeclaredKey
    /// A value that does not say which key it is for.
    case dataWithoutKey
    /// A type that GraphML does not have.
    case unknownKind
    /// A domain that GraphML does not have.
    case unknownDomain
    /// A value that is not of its declared type.
    case unreadableValue
    /// A number beyond the range of its declared type.
    case numberOutOfRange
    /// A graph that does not say whether its edges are directed, or says something else.
    case oddEdgeDefault
    /// An edge whose `directed` is no truth value, or an end whose `type` is no direction.
    case oddDirection
    /// An element of GraphML where it has no meaning.
    case misplacedElement
    /// An element that would be one of GraphML in lower case.
    case wrongCase
    /// An attribute that has none of the values that the format gives it.
    case oddAttribute
    /// Of numbers of several types under one name, an integer with more digits than the common type has.
    case roundedNumber

    // The file says something that the format forbids and that is read all the same; told under strict reading only.
    /// Two graphs of one id.
    case duplicateGraphID
    /// Two ports of one name at one node.
    case duplicatePort
    /// An edge or an end that meets a port which its node does not have.
    case unknownPort
    /// An edge that meets a node outside the graph that it stands in.
    case edgeLeavesGraph
    /// An element that states the value of one key twice.
    case repeatedValue
    /// Two keys of one id, one of them for all kinds of elements.
    case sharedKeyID
    /// An element that is read where the format does not have it.
    case unusualPlace
    /// A prefix of a name that stands for no namespace.
    case undeclaredPrefix

    // Reading into columns.
    /// Content that a property graph has no place for, or a graph that the file does not have.
    case notRead

    // Writing.
    /// A character that XML cannot hold.
    case forbiddenCharacter
    /// Directed and undirected edges in one graph, which some viewers refuse.
    case mixedDirections
    /// Content of a valid file that some programs refuse, leave out or misunderstand; the subject is the name of a
    /// ``GraphMLDocument/ProgramProblem/Rule``.
    case notReadByAll
    /// A name or id that has characters which the schema of GraphML does not allow, or a name that viewers misunderstand.
    case needsChange
    /// Content that the profile has no place for.
    case notWritten
    /// Content that a strict file has no place for, so that none is written.
    case noPlace
    /// A default that, stated for every element, would make a short document an endless file.
    case longDefaults
  }
}
