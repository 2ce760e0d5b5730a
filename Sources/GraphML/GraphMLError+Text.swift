extension GraphMLError: CustomStringConvertible {
  /// The problem in English: where, what, and what to do; further problems on lines of their own.
  public var description: String { text(code.wording(subject).english, "in", "times", "; ") }

  /// The problem in Chinese: where, what, and what to do; further problems on lines of their own.
  public var chineseDescription: String { text(code.wording(subject).chinese, "位于", "次", "；") }

  private func text(_ wording: String, _ inWord: String, _ times: String, _ comma: String) -> String
  {
    let isChinese = times == "次"
    var text = location.map { "\($0): " } ?? ""
    text += wording
    var notes: [String] = []
    if !path.isEmpty { notes.append("\(inWord) \(path)") }
    if count > 1 { notes.append(isChinese ? "共 \(count) \(times)" : "\(count) \(times)") }
    if !notes.isEmpty {
      let list = notes.joined(separator: comma)
      text += isChinese ? "（\(list)）" : " (\(list))"
    }
    for problem in further {
      text += "\n" + (isChinese ? problem.chineseDescription : problem.description)
    }
    return text
  }
}

extension GraphMLError.Code {
  /// What is wrong and what to do, about `subject`.
  fileprivate func wording(_ subject: String) -> (english: String, chinese: String) {
    switch self {
    case .cannotOpen, .cannotRead, .damagedCompression, .notWellFormed, .wrongEncoding,
      .unknownEncoding, .notGraphML,
      .entityDeclaration, .limitExceeded:
      wordingOfFile(subject)
    case .nodeWithoutID, .portWithoutName, .missingEnd, .unknownNode, .duplicateNodeID,
      .duplicateEdgeID, .oddEdgeDefault, .oddDirection, .misplacedElement, .wrongCase,
      .oddAttribute:
      wordingOfElement(subject)
    case .keyWithoutID, .duplicateKeyID, .undeclaredKey, .dataWithoutKey, .unknownKind,
      .unknownDomain, .unreadableValue, .numberOutOfRange, .roundedNumber:
      wordingOfValue(subject)
    case .duplicateGraphID, .duplicatePort, .unknownPort, .edgeLeavesGraph, .repeatedValue,
      .sharedKeyID, .unusualPlace, .undeclaredPrefix:
      wordingOfForbidden(subject)
    case .notRead, .forbiddenCharacter, .mixedDirections, .needsChange, .notWritten, .noPlace,
      .longDefaults, .notReadByAll:
      wordingOfWriting(subject)
    }
  }

  private func wordingOfFile(_ subject: String) -> (english: String, chinese: String) {
    switch self {
    case .cannotOpen:
      (
        "cannot open the file: \(subject); check its name and permissions",
        "无法打开文件：\(subject)；请检查文件名和权限"
      )
    case .cannotRead:
      (
        "cannot read the file: \(subject); check that it is a file on a working disk",
        "无法读取文件：\(subject)；请确认它是文件且磁盘正常"
      )
    case .damagedCompression:
      (
        "the compressed file is damaged: \(subject); copy or export it again",
        "压缩文件已损坏或不完整：\(subject)；请重新复制或导出"
      )
    case .notWellFormed:
      (
        "not well-formed XML: \(subject); correct the file here or export it again",
        "XML 格式有误：\(XMLMessage(subject).chinese)；请在此处改正或重新导出文件"
      )
    case .wrongEncoding:
      (
        "the bytes here are not text in the encoding that the file was read in; "
          + "try the encoding \(subject)",
        "此处的字节不符合读取时所用的编码；请改用编码 \(subject) 再读取"
      )
    case .unknownEncoding:
      (
        "unknown encoding: \(subject); name one that iconv knows, such as utf-8 or gb18030",
        "未知的编码：\(subject)；请使用 iconv 支持的名称，如 utf-8 或 gb18030"
      )
    case .notGraphML:
      (
        "not GraphML: '\(subject)' instead of the root element graphml of the GraphML namespace; "
          + "check that this is the right file",
        "不是 GraphML：根元素或命名空间为“\(subject)”；请确认文件是否正确"
      )
    case .entityDeclaration:
      (
        "the entity '\(subject)' is declared, which is refused for safety; remove the declaration "
          + "and write the text itself",
        "文件声明了实体“\(subject)”，出于安全予以拒绝；请删除声明并直接写出文字"
      )
    default:
      (
        "larger than the limit for \(subject); raise the limit if the file is trusted",
        "超出“\(subject)”的上限；若文件可信，请提高上限"
      )
    }
  }

  private func wordingOfElement(_ subject: String) -> (english: String, chinese: String) {
    switch self {
    case .nodeWithoutID:
      ("a node without id, which no edge can meet; give it one", "节点没有 id，边无法连接；请补上 id")
    case .portWithoutName:
      ("a port without name; give it one", "端口没有 name；请补上")
    case .missingEnd:
      (
        "'\(subject)' is missing, so what is here was left out; name the node that it meets",
        "缺少“\(subject)”，此项未读入；请写明所连的节点"
      )
    case .unknownNode:
      (
        "the node '\(subject)' is not in the graph; it was made: add it, or correct the id here",
        "图中没有节点“\(subject)”，已自动补上；请添加该节点或改正此处的 id"
      )
    case .duplicateNodeID:
      (
        "a second node of id '\(subject)'; within one graph they were merged: give each its own id",
        "节点 id“\(subject)”重复，同一图内已合并；请使用不同的 id"
      )
    case .duplicateEdgeID:
      (
        "a second edge of id '\(subject)', kept; give each its own id",
        "边 id“\(subject)”重复，已保留；请使用不同的 id"
      )
    case .oddEdgeDefault where subject.isEmpty:
      (
        "edgedefault is missing; write directed or undirected",
        "缺少 edgedefault；请写 directed 或 undirected"
      )
    case .oddEdgeDefault:
      (
        "edgedefault is '\(subject)', not directed or undirected; write which it is",
        "edgedefault 为“\(subject)”，应为 directed 或 undirected；请写明"
      )
    case .oddDirection:
      (
        "the direction '\(subject)' means nothing and was ignored; write true or false on an edge, "
          + "in, out or undir on an end",
        "方向“\(subject)”无效，已忽略；边上请写 true 或 false，端点上请写 in、out 或 undir"
      )
    case .wrongCase:
      (
        "the element \(subject) means nothing and was kept as text; write its name in lower case",
        "元素 \(subject) 没有意义，已按原文保留；请把名称改为小写"
      )
    case .oddAttribute:
      (
        "the attribute \(subject) has no value that the format knows; "
          + "write a whole number in time, true or false in dynamic",
        "属性 \(subject) 的值不合格式；time 请写整数，dynamic 请写 true 或 false"
      )
    default:
      (
        "the element \(subject) has no meaning here and was kept as text; move it to where it belongs",
        "元素 \(subject) 不应出现在此处，已按原文保留；请移到正确的位置"
      )
    }
  }

  private func wordingOfValue(_ subject: String) -> (english: String, chinese: String) {
    switch self {
    case .keyWithoutID:
      (
        "a key without id ('\(subject)'), which no value can refer to; give it one",
        "key 没有 id（“\(subject)”），无法被引用；请补上 id"
      )
    case .duplicateKeyID:
      (
        "a second key of id '\(subject)' for the same elements; values mean the first: "
          + "give each its own id",
        "同类元素的 key id“\(subject)”重复，以第一个为准；请使用不同的 id"
      )
    case .undeclaredKey:
      (
        "no key of id '\(subject)' is declared; its values were read as text: declare it",
        "未声明 id 为“\(subject)”的 key，其值按文本读入；请补上声明"
      )
    case .dataWithoutKey:
      (
        "a value that names no key, kept as it is; add the attribute key",
        "data 没有 key，已按原文保留；请补上 key"
      )
    case .unknownKind:
      (
        "the type '\(subject)' is not one of boolean, int, long, float, double, string; "
          + "its values were read as text: use one of these",
        "类型“\(subject)”不是 boolean、int、long、float、double、string 之一，其值按文本读入；请改用其一"
      )
    case .unknownDomain:
      (
        "'\(subject)' is no kind of element, so the key was read as for all; correct the attribute for",
        "“\(subject)”不是元素种类，该 key 按 all 读入；请改正 for"
      )
    case .unreadableValue:
      (
        "'\(subject)' is not of the declared type and was kept as it is; correct it or the type",
        "“\(subject)”与声明的类型不符，已按原样保留；请改正值或类型"
      )
    case .roundedNumber:
      (
        "'\(subject)' has more digits than a double and was rounded, because another key of the "
          + "same name is a real number; give the keys different names",
        "“\(subject)”的位数超出 double，已四舍五入：同名的另一个 key 是实数；请使用不同的名称"
      )
    default:
      (
        "'\(subject)' is beyond the range of the declared type and was kept in a wider one; "
          + "declare a wider type",
        "“\(subject)”超出声明类型的范围，已用更宽的类型保留；请声明更宽的类型"
      )
    }
  }

  private func wordingOfForbidden(_ subject: String) -> (english: String, chinese: String) {
    switch self {
    case .duplicateGraphID:
      ("a second graph of id '\(subject)'; give each its own id", "图 id“\(subject)”重复；请使用不同的 id")
    case .duplicatePort:
      (
        "a second port '\(subject)' at the same node; give each its own name",
        "同一节点的端口“\(subject)”重复；请使用不同的名称"
      )
    case .unknownPort:
      (
        "the node has no port '\(subject)'; add the port, or correct the name here",
        "节点没有端口“\(subject)”；请添加端口或改正此处的名称"
      )
    case .edgeLeavesGraph:
      (
        "the node '\(subject)' is outside the graph that the edge stands in; "
          + "move the edge to the innermost graph around both ends",
        "节点“\(subject)”在边所在的图之外；请把边移到同时包含两端的最内层图"
      )
    case .repeatedValue:
      (
        "the value of the key '\(subject)' is stated twice here; keep one",
        "此处 key“\(subject)”的值写了两次；请只保留一个"
      )
    case .sharedKeyID:
      (
        "one key of id '\(subject)' is for all elements, another for some; give each its own id",
        "id 为“\(subject)”的 key 既有用于所有元素的，又有只用于某类元素的；请使用不同的 id"
      )
    case .unusualPlace:
      (
        "the element \(subject) does not belong here; move a key to the top, a value to the hyperedge",
        "元素 \(subject) 不应出现在此处；key 请移到文件开头，data 请移到超边"
      )
    default:
      (
        "the prefix '\(subject)' stands for no namespace; declare it with xmlns:\(subject)",
        "前缀“\(subject)”没有对应的命名空间；请用 xmlns:\(subject) 声明"
      )
    }
  }

  private func wordingOfWriting(_ subject: String) -> (english: String, chinese: String) {
    switch self {
    case .notRead:
      (
        "\(subject) was not read into the columns; read a document to have it",
        "\(Loss(rawValue: subject)?.chinese ?? subject) 未读入列式图；如需要请按文档方式读取"
      )
    case .forbiddenCharacter:
      (
        "'\(subject)' has a character that XML cannot hold; it is written as U+FFFD: remove it",
        "“\(subject)”含有 XML 不允许的字符，已写为 U+FFFD；请删除该字符"
      )
    case .mixedDirections:
      (
        "directed and undirected edges in one graph: networkx, JGraphT and Boost refuse the file, "
          + "Cytoscape, igraph, rustworkx and NetworKit read every edge alike; use one direction",
        "同一图中兼有有向边和无向边：networkx、JGraphT、Boost 会拒绝，"
          + "Cytoscape、igraph、rustworkx、NetworKit 会一律对待；请统一方向"
      )
    case .needsChange:
      (
        "'\(subject)' cannot stand as it is in a valid file that every viewer reads; rename it, "
          + "or use the universal profile, which keeps the original beside it",
        "“\(subject)”无法原样写入各软件都能读取的有效文件；请改名，或使用会另存原文的通用格式"
      )
    case .notReadByAll:
      GraphMLDocument.ProgramProblem.Rule(rawValue: subject)?.summary ?? (subject, subject)
    case .noPlace:
      (
        "a strict file has no place for \(subject); remove it, or use the universal profile",
        "严格格式无法表示：\(Loss(rawValue: subject)?.chinese ?? subject)；请删除，或改用通用格式"
      )
    case .longDefaults:
      (
        "the default of '\(subject)' would have to be written for each element that states nothing, "
          + "which makes the file endless; use preserve, which keeps defaults as they are",
        "“\(subject)”的默认值须为每个未写明的元素写出，文件会无限膨胀；请改用 preserve，它原样保留默认值"
      )
    default: wordingOfLoss(subject)
    }
  }

  private func wordingOfLoss(_ subject: String) -> (english: String, chinese: String) {
    let loss = Loss(rawValue: subject)
    let chinese = loss?.chinese ?? subject
    if loss == .declaration {
      return (
        "left out, as no copy has it: \(subject); attributes keep the values that it gives them",
        "不会写入副本，已略去：\(chinese)；其规定的属性值已写在各处"
      )
    }
    return loss?.isReplaced == true
      ? ("changed, as this kind of file needs: \(subject)", "已按此类文件的要求改写：\(chinese)")
      : (
        "left out, as this kind of file has no place for it: \(subject); use another to keep it",
        "此类文件无法表示，已略去：\(chinese)；如需保留请用其他格式"
      )
  }
}
