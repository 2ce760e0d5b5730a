/// Why a file of edges or a snapshot is no graph: what, where and what to do.
///
/// Files in GraphML have errors of their own, `GraphMLError`.
public struct GraphFileError: Error, Hashable, Sendable {
  /// What sort of problem it is.
  public let code: Code
  /// The file as it was named to the reader; `-` for the standard input.
  public let path: String
  /// The line of a text file, from 1.
  public let line: Int?
  /// What the problem is about, such as a cell or a name; may be empty.
  public let subject: String

  /// A problem of a file; `path`, `line` and `subject` are what the message names.
  public init(_ code: Code, path: String, line: Int? = nil, subject: String = "") {
    self.code = code
    self.path = path
    self.line = line
    self.subject = subject
  }

  /// The closed list of problems.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// There is no such file.
    case missing
    /// The system refused to read it.
    case cannotRead
    /// It is neither GraphML, a snapshot nor a text with two columns.
    case unknownFormat
    /// The text is not UTF-8.
    case notUTF8
    /// A row has fewer or more cells than the first.
    case wrongCellCount
    /// An edge lacks its source or its target.
    case missingEnd
    /// A cell starts with a quote that never ends, or goes on behind it.
    case brokenQuote
    /// A carriage return stands within a line, where no line ends.
    case loneReturn
    /// A column was asked for that the file does not have.
    case noSuchColumn
    /// There are more vertices, edges, columns or bytes of names than a graph holds.
    case tooLarge
    /// A snapshot of another version, or of a machine with another byte order.
    case otherVersion
    /// A snapshot that ends before it should or whose parts contradict one another.
    case damagedSnapshot
  }
}

extension GraphFileError: CustomStringConvertible {
  /// The problem in English: where, what, and what to do.
  public var description: String { place + wording.english }

  /// The problem in Chinese: where, what, and what to do.
  public var chineseDescription: String { place + wording.chinese }

  private var place: String { line.map { "\(path):\($0): " } ?? "\(path): " }

  private var wording: (english: String, chinese: String) {
    switch code {
    case .missing: ("there is no such file: check the path", "没有这个文件：请核对路径")
    case .cannotRead:
      ("it cannot be read (\(subject)): check its rights", "无法读取（\(subject)）：请核对权限")
    case .unknownFormat:
      (
        "no graph was found (\(subject)): GraphML, a snapshot, or a text with a source and a target in each row is wanted",
        "没有找到图（\(subject)）：应为 GraphML、快照，或每行写有起点和终点的文本"
      )
    case .notUTF8:
      (
        "the text is not UTF-8: save it as “CSV UTF-8”",
        "文本不是 UTF-8 编码：请另存为“CSV UTF-8”"
      )
    case .wrongCellCount:
      (
        "\(subject): give every row a cell for each column, quoting cells that hold the separator",
        "\(subject)：每行的列数应相同，含分隔符的单元格请加引号"
      )
    case .missingEnd:
      (
        "the \(subject) of an edge is empty: fill it in or delete the row",
        "边的\(subject == "source" ? "起点" : "终点")为空：请填写或删除该行"
      )
    case .brokenQuote:
      (
        "a quoted cell does not end where it should: write a quote within quotes twice",
        "引号没有正确结束：引号内的引号应写两次"
      )
    case .loneReturn:
      (
        "a line has a carriage return within: put the cell in quotes, or save the file with the line ends of this system",
        "行内有回车符：请给该单元格加引号，或用统一的换行方式另存"
      )
    case .noSuchColumn: ("there is no column \(subject)", "没有列 \(subject)")
    case .tooLarge:
      ("the file is too large: too many \(subject)", "文件太大：\(subject) 过多")
    case .otherVersion:
      (
        "the snapshot cannot be used here (\(subject)): make it anew with liantu snapshot",
        "此快照在这里不能用（\(subject)）：请用 liantu snapshot 重新生成"
      )
    case .damagedSnapshot:
      (
        "the snapshot is damaged (\(subject)): make it anew with liantu snapshot",
        "快照已损坏（\(subject)）：请用 liantu snapshot 重新生成"
      )
    }
  }
}
