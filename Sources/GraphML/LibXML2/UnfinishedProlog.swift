internal import CLibXML2

/// The part of a file without a root element that libxml2's push parser did not use up, and where that starts.
///
/// The push parser waits for the end of a DOCTYPE before it looks into it, and where none comes it only says that something
/// follows the document. The other parsers of libxml2 look as they read: one of them gets the rest, and says what is wrong.
struct UnfinishedProlog {
  private let text: [UInt8]
  private let line: Int
  private let column: Int

  /// What is left of a file that has ended; nil if the root has started.
  init?(_ parser: xmlParserCtxt) {
    guard unsafe parser.nameNr == 0, let input = unsafe parser.input?.pointee,
      let start = unsafe input.cur, let end = unsafe input.end
    else { return nil }
    let rest = unsafe UnsafeBufferPointer(start: start, count: end - start)
    // Of a DOCTYPE whose declarations it waits for, libxml2 has used up the start.
    let head = unsafe parser.instate == XML_PARSER_DTD ? Array("<!DOCTYPE graphml ".utf8) : []
    text = unsafe head + rest
    line = unsafe Int(input.line)
    column = unsafe Int(input.col) - head.count
  }

  /// What a parser that needs no end finds wrong first, and where; nil if nothing.
  func problem() -> Problem? {
    var first = text.isEmpty ? Problem("Start tag expected, '<' not found", line, column) : nil
    unsafe text.withUnsafeBytes { bytes in
      let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      guard let parser = unsafe xmlCreateMemoryParserCtxt(start, Int32(bytes.count)) else { return }
      defer { unsafe xmlFreeParserCtxt(parser) }
      unsafe parser.pointee.sax.pointee = Self.handler
      let options = XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
      _ = unsafe xmlCtxtUseOptions(parser, Int32(options))
      unsafe parser.pointee.input.pointee.line = Int32(line)
      unsafe parser.pointee.input.pointee.col = Int32(column)
      unsafe withUnsafeMutablePointer(to: &first) { address in
        unsafe parser.pointee.userData = UnsafeMutableRawPointer(address)
        _ = unsafe xmlParseDocument(parser)
      }
    }
    return first
  }

  struct Problem {
    let message: String
    let line: Int
    let column: Int

    init(_ message: String, _ line: Int, _ column: Int) {
      self.message = message
      self.line = line
      self.column = column
    }
  }

  /// Takes note of the first problem, and of nothing else.
  private static var handler: xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.serror = { context, problem in
      guard let first = unsafe context?.assumingMemoryBound(to: Problem?.self),
        unsafe first.pointee == nil, let problem = unsafe problem?.pointee,
        unsafe problem.level == XML_ERR_FATAL,
        // One that says where in libxml2 it was found; the next says what it is.
        unsafe problem.code != Int32(XML_ERR_INTERNAL_ERROR.rawValue),
        let message = unsafe problem.message
      else { return }
      let line = unsafe String(cString: message).split(whereSeparator: \.isNewline).first
      unsafe first.pointee = Problem(
        line.map(String.init) ?? "", Int(problem.line), Int(problem.int2))
    }
    return unsafe handler
  }
}
