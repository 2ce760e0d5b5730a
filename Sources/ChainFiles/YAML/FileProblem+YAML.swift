import Chains

extension FileProblem {
  /// The parser's complaint at its place, with advice for what goes wrong most often.
  init(_ error: YAMLSyntaxError, path: String, text: [UInt8]) {
    switch error.place {
    case .mark(let mark):
      self.init(
        at: Location(path: path, line: mark.line, column: mark.column),
        Self.advice(
          error, line: Self.line(mark.line, of: text), before: Self.line(mark.line - 1, of: text)))
    case .byte(let offset):
      let before = text.prefix(offset)
      let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      let column = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
      self.init(
        at: Location(path: path, line: before.count { $0 == 0x0A } + 1, column: column),
        Bilingual(
          "文中有 YAML 不允许的控制字符：请删除",
          "a character is not allowed in YAML (\(error.reason)): delete it"))
    }
  }

  private static func advice(
    _ error: YAMLSyntaxError, line: [UInt8], before: [UInt8]
  ) -> Bilingual {
    let indent = line.prefix { $0 == 0x20 || $0 == 0x09 }
    if indent.contains(0x09) {
      return Bilingual("缩进用了制表符（Tab）：请改用空格", "the line is indented with a tab: use blanks")
    }
    if [line, before].contains(where: { String(decoding: $0, as: UTF8.self).contains("：") }),
      error.reason.contains("mapping values") || error.reason.contains("':'")
    {
      return Bilingual(
        "冒号可能写成了全角“：”：请改用英文冒号加空格“: ”",
        "a colon may be the full-width “：”: write an ASCII colon and a blank")
    }
    let reason = [error.context, error.reason].compactMap { $0 }.joined(separator: ", ")
    return Bilingual(
      "YAML 语法错误（\(chinese(error.reason))）：请检查缩进、冒号后的空格和引号",
      "not valid YAML (\(reason)): check the indentation, the blank behind each colon, and the quotes"
    )
  }

  /// What libyaml says most often, in Chinese; the rest as it says it.
  private static func chinese(_ reason: String) -> String {
    let known = [
      ("did not find expected ',' or '}'", "花括号“{”里缺少“,”或“}”"),
      ("did not find expected ',' or ']'", "方括号“[”里缺少“,”或“]”"),
      ("did not find expected key", "此处应是字段名，或缩进与上一行不一致"),
      ("did not find expected '-' indicator", "此处应是以“- ”开头的一项，或缩进与上一行不一致"),
      ("did not find expected <document start>", "此处不应再有内容"),
      ("could not find expected ':'", "字段名后面缺少冒号"),
      ("mapping values are not allowed in this context", "此处不应有“字段: 值”"),
      ("block sequence entries are not allowed in this context", "此处不应有以“- ”开头的一项"),
      ("block mapping entries are not allowed in this context", "此处不应有“字段: 值”"),
      ("found unexpected end of stream", "引号或括号没有闭合"),
      ("found unexpected document indicator", "引号或括号没有闭合"),
      ("found character that cannot start any token", "此处的字符不能用作开头，请加引号"),
      ("found unknown escape character", "双引号内有不认识的“\\”转义"),
      ("found undefined tag handle", "“!”开头的词被当作标记，请加引号"),
      ("found a tab character", "用了制表符（Tab），请改用空格"),
      ("did not find expected alphabetic or numeric character", "“&”或“*”开头的词请加引号"),
    ]
    return known.first { reason.hasPrefix($0.0) }?.1 ?? reason
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
}
