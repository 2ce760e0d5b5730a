extension GraphMLDocument.ProgramProblem.Rule {
  /// What is in the file, as it stands behind what a program does about it.
  var wording: (english: String, chinese: String) {
    switch self {
    case .encoding:
      ("an encoding other than UTF-8 and UTF-16", "UTF-8、UTF-16 以外的编码")
    case .multiByteEncoding:
      (
        "an encoding of several bytes a character other than UTF-8 and UTF-16",
        "UTF-8、UTF-16 以外的多字节编码"
      )
    case .utf16:
      ("the encoding UTF-16", "UTF-16 编码")
    case .documentType:
      ("a document type declaration", "DOCTYPE 声明")
    case .prefix:
      ("element names with a prefix", "带前缀的元素名")
    case .undeclaredPrefix:
      ("a prefix that is not declared", "未声明的前缀")
    case .noNamespace:
      ("no namespace", "没有命名空间")
    case .bareRootWithAttributes:
      ("a root without namespace that has attributes", "根元素没有命名空间却带有属性")
    case .otherNamespace:
      ("another namespace", "其他命名空间")
    case .noGraph:
      ("no graph at the top", "顶层没有图")
    case .keyWithoutID:
      ("a key without id", "没有 id 的 key")
    case .keyWithoutName:
      ("a key without attr.name", "没有 attr.name 的 key")
    case .edgeKeyWithoutName:
      ("an edge's key without attr.name", "没有 attr.name 的边的 key")
    case .graphicsKey:
      ("a key of yEd's graphics, which has no attr.name", "yEd 图形的 key，没有 attr.name")
    case .keyWithoutType:
      ("a key without attr.type", "没有 attr.type 的 key")
    case .unknownType:
      ("the type of a key", "key 的类型")
    case .integerType:
      ("the type integer", "类型 integer")
    case .keyWithoutDomain:
      ("a key without for", "没有 for 的 key")
    case .keyForAll:
      ("a key for all elements", "for 为 all 的 key")
    case .keyForOthers:
      ("a key for other elements than nodes, edges and graphs", "for 不是节点、边或图的 key")
    case .repeatedKeyName:
      ("a second key of the name", "重名的 key")
    case .repeatedKeyID:
      ("a second key of the id for the same elements", "同类元素中 id 重复的 key")
    case .sharedKeyID:
      ("a second key of the id for other elements", "不同元素中 id 重复的 key")
    case .undeclaredKey:
      ("a value of the undeclared key", "未声明的 key 的值")
    case .keyOfOthers:
      ("a value whose key is for other elements", "key 属于其他元素的值")
    case .dataWithoutKey:
      ("a value that names no key", "没有 key 的值")
    case .keyInside:
      ("a key that is not at the top", "不在顶层的 key")
    case .keyAfterUse:
      ("a key that stands after its values", "出现在值之后的 key")
    case .defaultValue:
      ("the default of an attribute", "属性的默认值")
    case .noteInKey:
      ("a desc inside a key", "key 内的 desc")
    case .noteBeforeGraph:
      ("a desc before the first graph", "第一个图之前的 desc")
    case .edgeDefaultMissing:
      ("a graph without edgedefault, read as directed here", "没有 edgedefault 的图（此处按有向读入）")
    case .edgeDefaultOdd:
      ("an edgedefault other than directed and undirected", "directed、undirected 以外的 edgedefault")
    case .mixedDirections:
      ("edges that contradict edgedefault", "与 edgedefault 相反的边")
    case .directionInDigits:
      ("an edge whose direction is said in digits", "用数字写明方向的边")
    case .undirectedEdge:
      ("the direction of an undirected edge", "无向边的方向")
    case .hyperedge:
      ("a hyperedge", "超边")
    case .nestedGraph:
      ("a graph inside a node or edge", "嵌套在节点或边内的图")
    case .groupWithoutGraph:
      ("a group without a graph", "没有图的分组")
    case .port:
      ("a port", "端口")
    case .furtherGraph:
      ("a graph after the first", "第一个图之后的图")
    case .graphDataAfterNodes:
      ("a value of the graph after its first node", "第一个节点之后的图的属性值")
    case .graphData:
      ("a value of the graph", "图的属性值")
    case .nodeWithoutID:
      ("a node without id", "没有 id 的节点")
    case .edgeWithoutEnd:
      ("an edge without source or target", "缺少 source 或 target 的边")
    case .undeclaredNode:
      ("an edge at the node that is not in the file", "所连节点不在文件中的边")
    case .edgeBeforeNode:
      ("an edge before its node", "先于所连节点出现的边")
    case .edgeLeavesGraph:
      ("an edge that leaves the graph that it stands in", "连到所在图之外的边")
    case .repeatedEdgeID:
      ("an edge of the repeated id", "id 重复的边")
    case .repeatedNodeID:
      ("a node of the repeated id", "id 重复的节点")
    case .parallelEdges:
      ("parallel edges of one kind, which merge", "同类平行边（会被合并）")
    case .weightNotPositive:
      ("an edge whose weight is not above 0", "权重不大于 0 的边")
    case .fractionalColor:
      ("a part of a colour that is no integer", "不是整数的颜色分量")
    case .truthInWords:
      ("a truth value other than 0 or 1", "0 和 1 以外的布尔值")
    case .truthNotInWords:
      ("a truth value other than true or false", "true、false 以外的布尔值")
    case .unusualTruth:
      ("a truth value other than true, false, 0 or 1", "true、false、0、1 以外的布尔值")
    case .blanksAroundNumber:
      ("blanks around a number", "数字首尾的空白")
    case .blanksAroundInteger:
      ("blanks around an integer", "整数首尾的空白")
    case .emptyNumber:
      ("a number without digits", "没有数字的数值")
    case .blankNumber:
      ("a number that is only blanks", "只有空白的数值")
    case .fractionForInteger:
      ("a fraction for an integer", "整数类型中的小数")
    case .beyond32Bits:
      ("an int beyond 32 bits", "超出 32 位的 int")
    case .beyond64Bits:
      ("an integer beyond 64 bits", "超出 64 位的整数")
    case .unreadableNumber:
      ("a value that is not of its declared type", "与声明的类型不符的值")
    case .hexadecimalNumber:
      ("a hexadecimal number", "十六进制数")
    case .spelledInfinity:
      ("an infinity that is not spelled Infinity", "未写作 Infinity 的无穷大")
    case .tooSmallNumber:
      ("a number below 2.2·10⁻³⁰⁸", "小于 2.2·10⁻³⁰⁸ 的数")
    case .tooLargeNumber:
      ("a number beyond 1.8·10³⁰⁸", "大于 1.8·10³⁰⁸ 的数")
    case .longInteger:
      ("the last digits of an integer beyond 2⁵³", "超出 2⁵³ 的整数的末位")
    case .elementInData:
      ("XML inside a value", "值中的 XML")
    case .noGraphics:
      ("the places of nodes without graphics, all at one point", "没有图形的节点的位置（全部重叠）")
    case .unknownAttribute:
      ("the attribute, which GraphML does not have", "GraphML 没有的 XML 属性")
    case .missingAttribute:
      ("the missing attribute", "缺少的 XML 属性")
    case .notNameToken:
      ("the name or id, which is no XML name token", "不是 XML 名称记号的名称或 id")
    case .wrongAttribute:
      ("the value of an XML attribute", "XML 属性的值")
    case .misplacedElement:
      ("the element in this place", "不应出现在此处的元素")
    case .strayText:
      ("text between elements", "元素之间的文字")
    case .repeatedGraphID:
      ("a graph of the repeated id", "id 重复的图")
    case .repeatedOtherID:
      ("a hyperedge, end or port of the repeated id", "id 重复的超边、端点或端口")
    case .repeatedValue:
      ("a second value of the key in one element", "同一元素中重复的 key 的值")
    }
  }
}
