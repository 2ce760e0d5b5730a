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
          "文中有 YAML 不允许的控制字符（\(error.reason)）：请删除",
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
}
