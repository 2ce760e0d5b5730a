internal import CLibXML2

extension GraphMLError {
  // What more than one of libxml2's parsers says, each in its own case.
  static let invalidElementName = "StartTag: invalid element name"
  static let noStartTag = "Start tag expected, '<' not found"

  /// What libxml2 reports; nil if it goes on after it.
  init?(_ problem: xmlError, file: String, path: String) {
    let number = unsafe UInt32(bitPattern: problem.code)
    let isUndeclaredEntity =
      number == XML_ERR_UNDECLARED_ENTITY.rawValue || number == XML_WAR_UNDECLARED_ENTITY.rawValue
    guard unsafe problem.level == XML_ERR_FATAL || isUndeclaredEntity else { return nil }
    let message = unsafe problem.message.map { unsafe String(cString: $0) } ?? ""
    var line = message.split(whereSeparator: \.isNewline).first ?? ""
    while line.last == " " { line.removeLast() }
    var column = unsafe max(Int(problem.int2), 1)
    // What the push parser says of `<!` that starts no comment. Others have read the `<` and look for a name.
    if number == XML_ERR_INTERNAL_ERROR.rawValue, line.hasSuffix("error in element content") {
      line = Self.invalidElementName[...]
      column += 1
    }
    // A file that starts with something else is not empty.
    if line == "Document is empty" { line = Self.noStartTag[...] }
    let code: GraphMLError.Code =
      switch number {
      case XML_ERR_INVALID_ENCODING.rawValue, XML_I18N_CONV_FAILED.rawValue: .wrongEncoding
      // The same number stands for characters that XML forbids.
      case XML_ERR_INVALID_CHAR.rawValue where line.contains("not proper UTF-8"): .wrongEncoding
      case XML_ERR_UNSUPPORTED_ENCODING.rawValue, XML_ERR_UNKNOWN_ENCODING.rawValue:
        .unknownEncoding
      default: .notWellFormed
      }
    let place = unsafe GraphMLError.Location(
      file: file, line: max(Int(problem.line), 1), column: column)
    self.init(code, String(line), at: place, path: path)
  }
}
