import Chains

/// Reads a scenario change by change, and writes down what is none.
struct ScenarioReader {
  struct Reading {
    var name: String?
    var changes: [Change] = []
    var locations: [Location] = []
  }

  private let words: ChangeWords
  private let path: String
  private var found = Reading()
  private var problems: [FileProblem] = []

  init(_ chain: Chain, path: String) {
    words = ChangeWords(chain: chain)
    self.path = path
  }

  func reading() throws(FileProblems) -> Reading {
    guard problems.isEmpty else { throw FileProblems(problems) }
    return found
  }

  // MARK: Changes

  mutating func removal(_ text: String, at location: Location) {
    let words = words
    add(location) { () throws(CellError) in try words.removal(text) }
  }

  mutating func completion(_ text: String, at location: Location) {
    add(location) { () throws(CellError) in .complete(Identifier(trimmed(text))) }
  }

  /// `capacity:E2/pack=80`.
  mutating func setting(_ text: String, at location: Location) {
    let parts = text.lastIndex { $0 == "=" || $0 == "＝" }.map {
      (String(text[..<$0]), String(text[text.index(after: $0)...]))
    }
    let words = words
    add(location) { () throws(CellError) in
      guard let (key, figure) = parts else {
        throw CellError(
          "“\(text)”没有等号：应写成 产能:企业/产品=数",
          "“\(text)” has no equals sign: write capacity:ENTERPRISE/PRODUCT=FIGURE")
      }
      return try words.setting(key, to: figure)
    }
  }

  private mutating func setting(_ key: String, to figure: String, at location: Location) {
    let words = words
    add(location) { () throws(CellError) in try words.setting(key, to: figure) }
  }

  private mutating func add(_ location: Location, _ read: () throws(CellError) -> Change) {
    do throws(CellError) {
      found.changes.append(try read())
      found.locations.append(location)
    } catch {
      problems.append(FileProblem(at: location, error.text))
    }
  }

  // MARK: The file

  mutating func read(_ text: [UInt8]) throws(FileProblems) -> Reading {
    do throws(FileProblem) {
      let root = try YAMLComposer.compose(text, path: path)
      guard case .mapping(let entries, _) = root else { throw problem(root?.mark, Self.shape) }
      for entry in entries { read(entry) }
    } catch {
      problems.append(error)
    }
    if problems.isEmpty, found.changes.isEmpty { problems.append(problem(nil, Self.nothing)) }
    return try reading()
  }

  private mutating func read(_ entry: YAMLEntry) {
    let name = entry.key.text
    let value = entry.value
    guard let word = ScenarioKey.named(name) else {
      let chinese = ScenarioKey.allCases.map(\.chinese).joined(separator: "、")
      let english = ScenarioKey.allCases.map(\.rawValue).joined(separator: ", ")
      problems.append(
        problem(
          entry.key.mark,
          CellError(
            "情景里没有“\(name)”这一项：可写 \(chinese)",
            "a scenario has no “\(name)”: write one of \(english)")))
      return
    }
    switch word {
    case .name: if case .scalar(let scalar) = value { found.name = trimmed(scalar.text) }
    case .remove: eachText(of: value) { $0.removal($1, at: $2) }
    case .complete: eachText(of: value) { $0.completion($1, at: $2) }
    case .set:
      guard case .mapping(let settings, _) = value else {
        return eachText(of: value) { $0.setting($1, at: $2) }
      }
      for setting in settings {
        guard case .scalar(let figure) = setting.value else {
          problems.append(problem(setting.value.mark, Self.oneFigure))
          continue
        }
        self.setting(
          setting.key.text, to: figure.isBlank ? "" : figure.text, at: location(figure.mark))
      }
    }
  }

  /// Each text of a list; a text alone is a list of one.
  private mutating func eachText(
    of node: YAMLNode, _ take: (inout Self, String, Location) -> Void
  ) {
    if node.isBlank { return }
    var elements = [node]
    if case .sequence(let items, _) = node { elements = items }
    for element in elements {
      guard case .scalar(let scalar) = element else {
        problems.append(problem(element.mark, Self.oneText))
        continue
      }
      take(&self, scalar.text, location(scalar.mark))
    }
  }

  private func location(_ mark: Mark?) -> Location {
    Location(path: path, line: mark?.line, column: mark?.column)
  }

  private func problem(_ mark: Mark?, _ error: CellError) -> FileProblem {
    FileProblem(at: location(mark), error.text)
  }

  private static let shape = CellError(
    "情景文件应写成“remove:”“complete:”“set:”几项（或 停止、建成、设定），每项下面一列变动",
    "a scenario file has the keys remove, complete and set, each with its changes below it")
  private static let nothing = CellError(
    "情景里没有任何变动：请写 停止、建成 或 设定",
    "the scenario changes nothing: write remove, complete or set")
  private static let oneText = CellError(
    "此处应是一项文字（含冒号和空格时加引号）", "a text is wanted here (in quotes if it holds a colon and a blank)")
  private static let oneFigure = CellError(
    "此处应写成“产能:企业/产品: 数”", "write “capacity:ENTERPRISE/PRODUCT: FIGURE” here")
}
