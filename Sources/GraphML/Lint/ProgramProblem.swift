extension GraphMLDocument {
  /// Something in a file that a program does not read as it is meant.
  public struct ProgramProblem: Hashable, Sendable {
    /// What is in the file.
    public enum Rule: String, Hashable, Sendable, CaseIterable {
      /// An encoding other than UTF-8 and UTF-16.
      case encoding
      /// An encoding of several bytes a character other than UTF-8 and UTF-16.
      case multiByteEncoding
      /// The encoding UTF-16.
      case utf16
      /// A document type declaration.
      case documentType
      /// Element names with a prefix.
      case prefix
      /// A prefix that is not declared.
      case undeclaredPrefix
      /// No namespace.
      case noNamespace
      /// A root without namespace that has attributes.
      case bareRootWithAttributes
      /// Another namespace.
      case otherNamespace
      /// No graph at the top.
      case noGraph
      /// A key without id.
      case keyWithoutID
      /// A key without attr.name.
      case keyWithoutName
      /// An edge's key without attr.name.
      case edgeKeyWithoutName
      /// A key of yEd's graphics, which has no attr.name.
      case graphicsKey
      /// A key without attr.type.
      case keyWithoutType
      /// The type of a key.
      case unknownType
      /// The type integer.
      case integerType
      /// A key without for.
      case keyWithoutDomain
      /// A key for all elements.
      case keyForAll
      /// A key for other elements than nodes, edges and graphs.
      case keyForOthers
      /// A second key of the name.
      case repeatedKeyName
      /// A second key of the id for the same elements.
      case repeatedKeyID
      /// A second key of the id for other elements.
      case sharedKeyID
      /// A value of the undeclared key.
      case undeclaredKey
      /// A value whose key is for other elements.
      case keyOfOthers
      /// A value that names no key.
      case dataWithoutKey
      /// A key that is not at the top.
      case keyInside
      /// A key that stands after its values.
      case keyAfterUse
      /// The default of an attribute.
      case defaultValue
      /// A desc inside a key.
      case noteInKey
      /// A desc before the first graph.
      case noteBeforeGraph
      /// A graph without edgedefault, read as directed here.
      case edgeDefaultMissing
      /// An edgedefault other than directed and undirected.
      case edgeDefaultOdd
      /// Edges that contradict edgedefault.
      case mixedDirections
      /// An edge whose direction is said in digits.
      case directionInDigits
      /// The direction of an undirected edge.
      case undirectedEdge
      /// A hyperedge.
      case hyperedge
      /// A graph inside a node or edge.
      case nestedGraph
      /// A group without a graph.
      case groupWithoutGraph
      /// A port.
      case port
      /// A graph after the first.
      case furtherGraph
      /// A value of the graph after its first node.
      case graphDataAfterNodes
      /// A value of the graph.
      case graphData
      /// A node without id.
      case nodeWithoutID
      /// An edge without source or target.
      case edgeWithoutEnd
      /// An edge at the node that is not in the file.
      case undeclaredNode
      /// An edge before its node.
      case edgeBeforeNode
      /// An edge that leaves the graph that it stands in.
      case edgeLeavesGraph
      /// An edge of the repeated id.
      case repeatedEdgeID
      /// A node of the repeated id.
      case repeatedNodeID
      /// Parallel edges of one kind, which merge.
      case parallelEdges
      /// An edge whose weight is not above 0.
      case weightNotPositive
      /// A part of a colour that is no integer.
      case fractionalColor
      /// A truth value other than 0 or 1.
      case truthInWords
      /// A truth value other than true or false.
      case truthNotInWords
      /// A truth value other than true, false, 0 or 1.
      case unusualTruth
      /// Blanks around a number.
      case blanksAroundNumber
      /// Blanks around an integer.
      case blanksAroundInteger
      /// A number without digits.
      case emptyNumber
      /// A number that is only blanks.
      case blankNumber
      /// A fraction for an integer.
      case fractionForInteger
      /// An int beyond 32 bits.
      case beyond32Bits
      /// An integer beyond 64 bits.
      case beyond64Bits
      /// A value that is not of its declared type.
      case unreadableNumber
      /// A hexadecimal number.
      case hexadecimalNumber
      /// An infinity that is not spelled Infinity.
      case spelledInfinity
      /// A number below 2.2·10⁻³⁰⁸.
      case tooSmallNumber
      /// A number beyond 1.8·10³⁰⁸.
      case tooLargeNumber
      /// The last digits of an integer beyond 2⁵³.
      case longInteger
      /// XML inside a value.
      case elementInData
      /// The places of nodes without graphics, all at one point.
      case noGraphics
      /// The attribute, which GraphML does not have.
      case unknownAttribute
      /// The missing attribute.
      case missingAttribute
      /// The name or id, which is no XML name token.
      case notNameToken
      /// The value of an XML attribute.
      case wrongAttribute
      /// The element in this place.
      case misplacedElement
      /// Text between elements.
      case strayText
      /// A graph of the repeated id.
      case repeatedGraphID
      /// A hyperedge, end or port of the repeated id.
      case repeatedOtherID
      /// A second value of the key in one element.
      case repeatedValue
    }

    /// What the program does about it.
    public enum Effect: String, Hashable, Sendable, CaseIterable {
      /// It does not open the file.
      case refuses
      /// It opens the file without what this is about.
      case drops
      /// It takes it for something else.
      case misreads
    }

    /// The program.
    public var program: Program
    /// What is in the file.
    public var rule: Rule
    /// What the program does about it.
    public var effect: Effect
    /// The id or name of the first; may be empty.
    public var subject: String
    /// Where the first stands; nil if the place is not known.
    public var location: GraphMLError.Location?
    /// How often it is in the file; 1 or more.
    public var count: Int

    /// A problem.
    public init(
      program: Program, rule: Rule, effect: Effect, subject: String = "",
      location: GraphMLError.Location? = nil, count: Int = 1
    ) {
      self.program = program
      self.rule = rule
      self.effect = effect
      self.subject = subject
      self.location = location
      self.count = count
    }
  }
}

extension GraphMLDocument.ProgramProblem: CustomStringConvertible {
  /// The problem in English: where, which program, what it does, about what.
  public var description: String {
    let verb =
      switch effect {
      case .refuses: "refuses the file because of"
      case .drops: "leaves out"
      case .misreads: "misunderstands"
      }
    var text = location.map { "\($0): " } ?? ""
    text += "\(program.title) \(verb) \(rule.wording.english)"
    if !subject.isEmpty { text += " '\(subject)'" }
    return count > 1 ? text + " (\(count) times)" : text
  }

  /// The problem in Chinese: where, which program, what it does, about what.
  public var chineseDescription: String {
    let verb =
      switch effect {
      case .refuses: "会拒绝打开文件，原因是"
      case .drops: "会略去"
      case .misreads: "会误读"
      }
    var text = location.map { "\($0): " } ?? ""
    text += "\(program.title) \(verb)\(rule.wording.chinese)"
    if !subject.isEmpty { text += "“\(subject)”" }
    return count > 1 ? text + "（共 \(count) 处）" : text
  }
}
