import Chains
import Yams

extension FileProblem {
  /// The parser's complaint at its place, with advice for what goes wrong most often.
  init(_ error: YamlError, path: String, text: [UInt8]) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let lineText = Self.line(mark.line, of: text)
      let before = Self.line(mark.line - 1, of: text)
      self.init(
        at: Location(path: path, line: mark.line, column: mark.column),
        Self.advice(problem, context?.text, lineText, before))
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.map { "“\($0)”" }
      self.init(
        at: Location(path: path, line: context.mark.line, column: context.mark.column),
        Bilingual(
          "\(names.joined(separator: "、"))在同一条记录中写了两次：请删除一个",
          "\(names.joined(separator: ", ")) is there twice in one record: delete one"))
    case .reader(let problem, let offset, _, _):
      self.init(
        at: Location(path: path, line: offset.map { Self.lineNumber(ofCharacter: $0, in: text) }),
        Bilingual(
          "文中有 YAML 不允许的控制字符（\(problem)）：请删除",
          "a character is not allowed in YAML (\(problem)): delete it"))
    default:
      self.init(
        at: Location(path: path), Bilingual("无法解析：\(error)", "it cannot be parsed: \(error)"))
    }
  }

  private static func advice(
    _ problem: String, _ context: String?, _ line: [UInt8], _ before: [UInt8]
  ) -> Bilingual {
    let indent = line.prefix { $0 == 0x20 || $0 == 0x09 }
    if indent.contains(0x09) {
      return Bilingual("缩进用了制表符（Tab）：请改用空格", "the line is indented with a tab: use blanks")
    }
    if problem.contains("another document") {
      return Bilingual(
        "一个文件只能有一份文档：请删除“---”", "there are several documents in the file: delete the “---”")
    }
    if problem.contains("undefined alias") {
      return Bilingual(
        "“*”开头的词被当作别名：请给它加引号", "a word that starts with “*” is taken for an alias: put it in quotes"
      )
    }
    if problem.contains("nesting") {
      return Bilingual("嵌套太深", "lists are nested too deeply")
    }
    if [line, before].contains(where: { String(decoding: $0, as: UTF8.self).contains("：") }),
      problem.contains("mapping values") || problem.contains("':'")
    {
      return Bilingual(
        "冒号可能写成了全角“：”：请改用英文冒号加空格“: ”",
        "a colon may be the full-width “：”: write an ASCII colon and a blank")
    }
    let reason = [context, problem].compactMap { $0 }.joined(separator: ", ")
    return Bilingual(
      "YAML 语法错误（\(reason)）：请检查缩进、冒号后的空格和引号",
      "not valid YAML (\(reason)): check the indentation, the blank behind each colon, and the quotes"
    )
  }

  private static func line(_ number: Int, of text: [UInt8]) -> [UInt8] {
    var left = number - 1
    var start = 0
    while left > 0, let end = text[start...].firstIndex(of: 0x0A) {
      start = end + 1
      left -= 1
    }
    return Array(text[start...].prefix { $0 != 0x0A })
  }

  private static func lineNumber(ofCharacter offset: Int, in text: [UInt8]) -> Int {
    String(decoding: text, as: UTF8.self).prefix(offset).count { $0.isNewline } + 1
  }
}
