extension GraphMLDocument {
  /// Something in a file that a program does not read as it is meant.
  public struct DialectProblem: Hashable, Sendable {
    /// What is in the file.
    public enum Rule: String, Hashable, Sendable, CaseIterable {
      /// Directed and undirected edges in one graph.
      case mixedDirections
      /// Undirected edges.
      case undirectedEdge
      /// Edges of more than two ends.
      case hyperedge
      /// A graph inside a node or an edge.
      case nestedGraph
      /// A place on a node where edges meet it.
      case port
      /// More graphs than one.
      case furtherGraph
      /// A key without `attr.name`.
      case keyWithoutName
      /// A key without `attr.type`.
      case keyWithoutType
      /// A key whose type is none of the six.
      case unknownType
      /// A key without `for`.
      case keyWithoutDomain
      /// A key for all elements.
      case keyForAll
      /// Two keys of one name for the same elements.
      case repeatedKeyName
      /// Two keys of one id for the same elements.
      case repeatedKeyID
      /// A value whose key is not declared.
      case undeclaredKey
      /// A default of a key.
      case defaultValue
      /// A note inside a key.
      case noteInKey
      /// An edge that meets a node which the file does not have.
      case undeclaredNode
      /// An edge that stands before a node that it meets.
      case edgeBeforeNode
      /// Two edges of one id.
      case repeatedEdgeID
      /// Two nodes of one id.
      case repeatedNodeID
      /// A namespace other than that of GraphML, or none.
      case otherNamespace
      /// A prefix before the names of elements.
      case prefix
      /// A document type declaration.
      case documentType
      /// A weight of 0 or less.
      case weightNotPositive
      /// A truth value other than 0 and 1.
      case truthInWords
      /// A truth value other than true, false, 0 and 1.
      case unusualTruth
      /// A number that is not of its declared type.
      case unreadableNumber
      /// An integer beyond 2⁵³.
      case longInteger
      /// Nodes without graphics.
      case noGraphics
      /// What the schema of GraphML does not allow.
      case notValid
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
    public var dialect: Dialect
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
      dialect: Dialect, rule: Rule, effect: Effect, subject: String = "",
      location: GraphMLError.Location? = nil, count: Int = 1
    ) {
      self.dialect = dialect
      self.rule = rule
      self.effect = effect
      self.subject = subject
      self.location = location
      self.count = count
    }
  }
}

extension GraphMLDocument.DialectProblem: CustomStringConvertible {
  /// The problem in English: where, which program, what it does, about what.
  public var description: String {
    let verb =
      switch effect {
      case .refuses: "refuses the file because of"
      case .drops: "leaves out"
      case .misreads: "misunderstands"
      }
    var text = location.map { "\($0): " } ?? ""
    text += "\(dialect.title) \(verb) \(rule.wording.english)"
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
    text += "\(dialect.title) \(verb)\(rule.wording.chinese)"
    if !subject.isEmpty { text += "“\(Loss(rawValue: subject)?.chinese ?? subject)”" }
    return count > 1 ? text + "（共 \(count) 处）" : text
  }
}

extension GraphMLDocument.Dialect {
  /// The program's name as it writes it.
  fileprivate var title: String {
    switch self {
    case .gephi: "Gephi"
    case .yed: "yEd"
    case .cytoscape: "Cytoscape"
    case .neo4j: "Neo4j"
    case .tinkerpop: "TinkerPop"
    case .networkx: "networkx"
    case .igraph: "igraph"
    case .boost: "Boost"
    case .strict: "GraphML 1.1"
    case .universal, .preserve: rawValue
    }
  }
}

extension GraphMLDocument.DialectProblem.Rule {
  fileprivate var wording: (english: String, chinese: String) {
    switch self {
    case .mixedDirections: ("directed and undirected edges in one graph", "同一图中兼有有向边和无向边")
    case .undirectedEdge: ("the direction of an undirected edge", "无向边的方向")
    case .hyperedge: ("a hyperedge", "超边")
    case .nestedGraph: ("a graph inside a node or edge", "嵌套在节点或边内的图")
    case .port: ("a port", "端口")
    case .furtherGraph: ("a graph after the first", "第一个图之后的图")
    case .keyWithoutName: ("a key without attr.name", "没有 attr.name 的 key")
    case .keyWithoutType: ("a key without attr.type", "没有 attr.type 的 key")
    case .unknownType: ("the type of a key", "key 的类型")
    case .keyWithoutDomain: ("a key without for", "没有 for 的 key")
    case .keyForAll: ("a key for all elements", "for 为 all 的 key")
    case .repeatedKeyName: ("a second key of the name", "重名的 key")
    case .repeatedKeyID: ("a second key of the id", "id 重复的 key")
    case .undeclaredKey: ("a value of the undeclared key", "未声明的 key 的值")
    case .defaultValue: ("the default of an attribute", "属性的默认值")
    case .noteInKey: ("a desc inside a key", "key 内的 desc")
    case .undeclaredNode: ("an edge at the node that is not in the file", "所连节点不在文件中的边")
    case .edgeBeforeNode: ("an edge before its node", "先于所连节点出现的边")
    case .repeatedEdgeID: ("an edge of the repeated id", "id 重复的边")
    case .repeatedNodeID: ("a node of the repeated id", "id 重复的节点")
    case .otherNamespace: ("the namespace", "命名空间")
    case .prefix: ("element names with a prefix", "带前缀的元素名")
    case .documentType: ("a document type declaration", "DOCTYPE 声明")
    case .weightNotPositive: ("an edge whose weight is not above 0", "权重不大于 0 的边")
    case .truthInWords: ("a truth value other than 0 or 1", "0 和 1 以外的布尔值")
    case .unusualTruth: ("a truth value other than true, false, 0 or 1", "true、false、0、1 以外的布尔值")
    case .unreadableNumber: ("a value that is not of its declared type", "与声明的类型不符的值")
    case .longInteger: ("the last digits of an integer beyond 2⁵³", "超出 2⁵³ 的整数的末位")
    case .noGraphics: ("the places of nodes without graphics, all at one point", "没有图形的节点的位置（全部重叠）")
    case .notValid:
      ("what the schema does not allow or no valid file can hold", "不符合 GraphML 模式的内容")
    }
  }
}
