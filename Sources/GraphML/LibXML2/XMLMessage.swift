/// What libxml2 says of a file that is not well-formed.
struct XMLMessage {
  private let english: String

  init(_ english: String) { self.english = english }

  /// The message in Chinese; what is not in the list stays as libxml2 has it.
  var chinese: String {
    for (pattern, chinese) in Self.wordings {
      guard let parts = parts(of: pattern.split(separator: "*", omittingEmptySubsequences: false))
      else { continue }
      let pieces = chinese.split(separator: "*", omittingEmptySubsequences: false)
      var text = String(pieces[0])
      for (part, piece) in zip(parts, pieces.dropFirst()) { text += part + piece }
      return text
    }
    return english
  }

  /// What stands in the message where a pattern leaves room; nil if it is another message.
  private func parts(of literals: [Substring]) -> [Substring]? {
    var rest = english[...]
    guard rest.hasPrefix(literals[0]) else { return nil }
    rest.removeFirst(literals[0].count)
    var parts: [Substring] = []
    for (number, literal) in literals.dropFirst().enumerated() {
      var end = rest.startIndex
      if number == literals.count - 2 {
        guard rest.hasSuffix(literal) else { return nil }
        end = rest.index(rest.endIndex, offsetBy: -literal.count)
      } else {
        while !rest[end...].hasPrefix(literal) {
          if end == rest.endIndex { return nil }
          end = rest.index(after: end)
        }
      }
      parts.append(rest[..<end])
      rest = rest[end...].dropFirst(literal.count)
    }
    return rest.isEmpty ? parts : nil
  }

  /// Messages of libxml2 2.9, with `*` for what varies.
  private static let wordings = [
    ("the file is empty", "文件是空的"),
    ("Start tag expected, '<' not found", "此处应为根元素的起始标签，却没有“<”"),
    ("Extra content at the end of the document", "根元素结束之后还有内容"),
    ("Premature end of data in tag * line *", "标签 *（第 * 行）没有结束，文件就完了"),
    ("Premature end of data in tag *", "标签 * 没有结束，文件就完了"),
    ("Opening and ending tag mismatch: * line * and *", "起始标签 *（第 * 行）与结束标签 * 不一致"),
    ("Couldn't find end of Start Tag * line *", "起始标签 * 没有写完（第 * 行）"),
    ("Couldn't find end of Start Tag *", "起始标签 * 没有写完"),
    ("StartTag: invalid element name", "“<”后面不是合法的元素名；“<”本身应写作 &lt;"),
    ("expected '>'", "缺少“>”"),
    ("error parsing attribute name", "此处不是合法的属性名"),
    ("attributes construct error", "属性之间应有空格，或属性写法有误"),
    ("AttValue: \" or ' expected", "属性值应放在引号中"),
    ("AttValue: ' expected", "属性值缺少结束的引号"),
    ("Specification mandates value for attribute *", "属性 * 没有值"),
    ("Attribute * redefined", "属性 * 重复出现"),
    ("Unescaped '<' not allowed in attributes values", "属性值中的“<”应写作 &lt;"),
    ("invalid character in attribute value", "属性值中有 XML 不允许的字符"),
    ("PCDATA invalid Char value *", "文字中有 XML 不允许的字符，编码为 *"),
    ("xmlParseCharRef: invalid xmlChar value *", "字符引用写法有误，或所指的字符（编码 *）不被允许"),
    ("CharRef: invalid *", "字符引用写法有误，应如 &#20013;"),
    ("xmlParseCharRef: character reference out of bounds", "字符引用的编码过大"),
    ("Char * out of allowed range", "此处有 XML 不允许的字符（*）"),
    ("xmlParseEntityRef: no name", "“&”后面没有名称；“&”本身应写作 &amp;"),
    ("EntityRef: expecting ';'", "实体引用缺少“;”；“&”本身应写作 &amp;"),
    ("Entity '*' not defined", "实体“*”没有定义；“&”本身应写作 &amp;"),
    ("Comment not terminated", "注释没有以 --> 结束"),
    ("xmlParseComment: invalid xmlChar value *", "注释中有 XML 不允许的字符，编码为 *"),
    ("Double hyphen within comment*", "注释中不能有两个连续的连字符"),
    ("CData section not finished", "CDATA 段没有以 ]]> 结束"),
    ("Sequence ']]>' not allowed in content", "文字中的 ]]> 应写作 ]]&gt;"),
    ("DOCTYPE improperly terminated", "DOCTYPE 没有正确结束"),
    ("xmlParseDocTypeDecl : no DOCTYPE name !", "DOCTYPE 没有名称"),
    (
      "no end of the DOCTYPE is found, leave out what stands in its brackets",
      "找不到 DOCTYPE 的结尾，请删去方括号及其中的内容"
    ),
    ("SystemLiteral \" or ' expected", "DOCTYPE 的 SYSTEM 后面应有带引号的地址"),
    ("PEReference: *; not found", "参数实体 * 没有定义"),
    ("Unfinished System or Public ID \" or ' expected", "DOCTYPE 中的标识缺少结束的引号"),
    ("ParsePI: PI * never end ...", "处理指令 * 没有以 ?> 结束"),
    ("ParsePI: PI * space expected", "处理指令 * 的名称后面应有空格"),
    ("xmlParsePI : no target name", "处理指令没有名称"),
    ("XML declaration allowed only at the start of the document", "XML 声明只能在文件的最开头"),
    ("parsing XML declaration: '?>' expected", "XML 声明没有以 ?> 结束"),
    ("Malformed declaration expecting version", "XML 声明缺少 version"),
    ("Unsupported version '*'", "不支持 XML 版本 *"),
    ("Invalid XML encoding name", "XML 声明中的编码名称不合法"),
    ("standalone accepts only 'yes' or 'no'", "XML 声明的 standalone 只能是 yes 或 no"),
    ("String not closed expecting \" or '", "XML 声明中的值缺少结束的引号"),
    ("String not started expecting ' or \"", "XML 声明中的值应放在引号中"),
    ("Blank needed here", "此处应有空格"),
    ("Name too long*", "名称过长"),
  ]
}
