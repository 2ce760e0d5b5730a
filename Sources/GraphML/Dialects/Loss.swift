/// Something that a kind of file cannot say; the raw value is the subject of the error that reports it.
enum Loss: String, CaseIterable {
  case foreign = "XML that GraphML does not define"
  case declaration = "a declaration in the document type"
  case furtherGraph = "a further graph"
  case graphInEdge = "a graph inside an edge"
  case secondGraph = "a second graph inside one element"
  case locator = "a locator"
  case note = "a note in words"
  case port = "a port"
  case portOfEdge = "the port of an edge"
  case valueOfDocument = "a value of the document"
  case valueOfEnd = "a value of an end of a hyperedge"
  case earlierValue = "an earlier value of an attribute that has several"
  case time = "the time of a value"
  case role = "what an attribute is to viewers"
  case weight = "a weight that is not above 0"
  case edgeID = "the id of an edge"
  case blanks = "blanks around a text"
  case edgeDefault = "the edgedefault asked for, against the direction of the edges"
  case notANumber = "a value that is not a number, NaN"
  case lastDigits = "the last digits of an integer beyond 2⁵³"
  // What stands there in another form.
  case nodeID = "the id of a node, which is a number instead"
  case name = "an attribute name, which is another"
  case xmlAsText = "XML in a value, which is text instead"
  case hyperedge = "a hyperedge, which is a node with edges instead"
  case nestedGraph = "a nested graph, whose nodes name their parent instead"
  case tooSmall = "a number too small for igraph, which is 0 instead"
  case split = "an undirected edge, which is two directed ones instead"
  case directed = "an undirected edge, which is directed instead"

  /// Whether something else stands in its place.
  var isReplaced: Bool {
    switch self {
    case .nodeID, .name, .xmlAsText, .hyperedge, .nestedGraph, .tooSmall, .split, .directed: true
    default: false
    }
  }

  var chinese: String {
    switch self {
    case .foreign: "GraphML 未定义的 XML"
    case .declaration: "DOCTYPE 内的声明"
    case .furtherGraph: "第一个图之后的图"
    case .graphInEdge: "边内的图"
    case .secondGraph: "同一元素内的第二个图"
    case .locator: "locator"
    case .note: "文字说明（desc）"
    case .port: "端口"
    case .portOfEdge: "边所连的端口"
    case .valueOfDocument: "整个文件的属性值"
    case .valueOfEnd: "超边端点的属性值"
    case .earlierValue: "同一属性重复给出的较早的值"
    case .time: "属性值的时间"
    case .role: "属性对软件的含义"
    case .weight: "不大于 0 的权重"
    case .edgeID: "边的 id"
    case .blanks: "文字首尾的空白"
    case .lastDigits: "超出 2⁵³ 的整数的末位"
    case .notANumber: "不是数的值（NaN）"
    case .nodeID: "节点的 id，已改为编号"
    case .edgeDefault: "所要求的 edgedefault，与边的方向不符"
    case .name: "属性名，已改用别的名称"
    case .xmlAsText: "属性值中的 XML，已改为文字"
    case .hyperedge: "超边，已改为节点和边"
    case .nestedGraph: "嵌套的图，其中的节点改为注明上级"
    case .tooSmall: "igraph 无法读取的过小的数，已改为 0"
    case .split: "无向边，已改为两条有向边"
    case .directed: "无向边，已改为有向边"
    }
  }
}
