import Chains

/// Makes a tree of the events of a YAML text.
///
/// Against files made to exhaust time or memory: aliases share the value that they stand for, a key is a plain word, so
/// that comparing keys never walks a tree, and the height of the tree is bounded, with aliases followed.
struct YAMLComposer: ~Copyable {
  private let path: String
  private var parser: YAMLParser
  private let text: [UInt8]
  /// The collections that have begun and not ended, the outermost first.
  private var open: [Collection] = []
  /// A name may be given anew: the latest counts.
  private var anchors: [String: Anchored] = [:]
  private var root: YAMLNode?

  /// Collections within one another; a chain document has four.
  private static let greatestHeight = 999

  private struct Anchored {
    let node: YAMLNode
    /// The collections within one another in the node: 0 for a scalar.
    let height: Int
  }

  private struct Collection {
    let mark: Mark
    let anchor: String?
    let isMapping: Bool
    var items: [YAMLNode] = []
    var entries: [YAMLEntry] = []
    var keys: Set<String> = []
    /// The keys that are there more than once, in the order in which that is seen.
    var doubles: [String] = []
    /// A key whose value comes next.
    var key: YAMLScalar?
    /// The greatest height of what it holds.
    var height = 0
  }

  private init(_ text: [UInt8], path: String) {
    self.path = path
    self.text = text
    parser = YAMLParser(text)
  }

  /// The parser takes some forty bytes of memory for each byte of text.
  private static let largestText = 64 << 20

  /// The only document of a text; `nil` if it holds nothing but comments.
  static func compose(_ text: [UInt8], path: String) throws(FileProblem) -> YAMLNode? {
    guard text.count <= largestText else {
      throw FileProblem(at: Location(path: path), tooLong)
    }
    var composer = YAMLComposer(text, path: path)
    return try composer.compose()
  }

  private mutating func compose() throws(FileProblem) -> YAMLNode? {
    while true {
      let event: YAMLEvent
      let mark: Mark
      do throws(YAMLSyntaxError) {
        (event, mark) = try parser.next()
      } catch {
        throw FileProblem(error, path: path, text: text)
      }
      switch event {
      case .streamEnd: return root?.isBlank == true ? nil : root
      case .documentStart: if root != nil { throw problem(mark, Self.severalDocuments) }
      case .documentEnd: break
      case .scalar(let scalar, let anchor):
        if isKeyNext {
          take(key: scalar)
          if let anchor { anchors[anchor] = Anchored(node: .scalar(scalar), height: 0) }
        } else {
          take(.scalar(scalar), height: 0, anchor)
        }
      case .alias(let name): try takeAlias(name, mark)
      case .sequenceStart(let anchor), .mappingStart(let anchor):
        if isKeyNext { throw problem(mark, Self.keyIsNoWord) }
        guard open.count < Self.greatestHeight else { throw problem(mark, Self.tooDeep) }
        var isMapping = false
        if case .mappingStart = event { isMapping = true }
        open.append(Collection(mark: mark, anchor: anchor, isMapping: isMapping))
      case .sequenceEnd, .mappingEnd: try close()
      }
    }
  }

  private var isKeyNext: Bool { open.last.map { $0.isMapping && $0.key == nil } ?? false }

  private mutating func take(key: YAMLScalar) {
    let last = open.count - 1
    if !open[last].keys.insert(key.text).inserted, !open[last].doubles.contains(key.text) {
      open[last].doubles.append(key.text)
    }
    open[last].key = key
  }

  private mutating func takeAlias(_ name: String, _ mark: Mark) throws(FileProblem) {
    guard let anchored = anchors[name] else { throw problem(mark, Self.undefinedAlias) }
    if isKeyNext { throw problem(mark, Self.keyIsNoWord) }
    guard open.count + anchored.height <= Self.greatestHeight else {
      throw problem(mark, Self.tooDeep)
    }
    take(anchored.node, height: anchored.height, nil)
  }

  private mutating func close() throws(FileProblem) {
    guard let ended = open.popLast() else { preconditionFailure("libyaml ends what it began") }
    if let first = ended.doubles.first,
      let entry = ended.entries.first(where: { $0.key.text == first })
    {
      throw problem(entry.key.mark, Self.keysTwice(ended.doubles))
    }
    let node: YAMLNode =
      ended.isMapping ? .mapping(ended.entries, ended.mark) : .sequence(ended.items, ended.mark)
    take(node, height: ended.height + 1, ended.anchor)
  }

  /// Puts a value into the collection that it stands in.
  private mutating func take(_ node: YAMLNode, height: Int, _ anchor: String?) {
    if let anchor { anchors[anchor] = Anchored(node: node, height: height) }
    guard !open.isEmpty else {
      root = node
      return
    }
    let last = open.count - 1
    open[last].height = max(open[last].height, height)
    if let key = open[last].key {
      open[last].entries.append(YAMLEntry(key: key, value: node))
      open[last].key = nil
    } else {
      open[last].items.append(node)
    }
  }

  private func problem(_ mark: Mark, _ text: Bilingual) -> FileProblem {
    FileProblem(at: Location(path: path, line: mark.line, column: mark.column), text)
  }
}

// What is said of a text that libyaml takes and we do not.
extension YAMLComposer {
  private static var tooLong: Bilingual {
    Bilingual(
      "YAML 文件超过 64 MB：请改用 CSV 文件夹", "the YAML file is larger than 64 MB: use a folder of CSV")
  }
  private static var severalDocuments: Bilingual {
    Bilingual("一个文件只能有一份文档：请删除“---”", "there are several documents in the file: delete the “---”")
  }
  private static var keyIsNoWord: Bilingual {
    Bilingual(
      "字段名不能是别名（*）或列表：请直接写字段名",
      "a key must not be an alias (*) or a list: write the name of the field")
  }
  private static var tooDeep: Bilingual { Bilingual("嵌套太深", "lists are nested too deeply") }
  private static var undefinedAlias: Bilingual {
    Bilingual(
      "“*”开头的词被当作别名：请给它加引号", "a word that starts with “*” is taken for an alias: put it in quotes")
  }
  private static func keysTwice(_ keys: [String]) -> Bilingual {
    let names = keys.prefix(20).map { "“\($0.shownShort)”" }
    return Bilingual(
      "\(names.joined(separator: "、"))在同一条记录中写了两次：请删除一个",
      "\(names.joined(separator: ", ")) is there twice in one record: delete one")
  }
}
