internal import CLibXML2

/// The part of a file without a root element that libxml2's push parser did not use up, and where that starts.
///
/// The push parser waits for the end of a DOCTYPE before it looks into it, and where none comes it only says that something
/// follows the document. The other parsers of libxml2 look as they read: one of them gets the rest, and says what is wrong.
struct UnfinishedProlog {
  private let text: [UInt8]
  private let line: Int
  private let column: Int
  private let standalone: Int32
  private let isInDocumentType: Bool

  /// What is left of a file that has ended; nil if the root has started.
  init?(_ parser: xmlParserCtxt) {
    guard unsafe parser.nameNr == 0, let input = unsafe parser.input?.pointee,
      let start = unsafe input.cur, let end = unsafe input.end
    else { return nil }
    isInDocumentType = unsafe parser.instate == XML_PARSER_DTD
    // Of a DOCTYPE whose declarations it waits for, libxml2 has used up the start. A declaration of XML must not come later.
    let head =
      switch unsafe parser.instate {
      case XML_PARSER_DTD where unsafe parser.hasExternalSubset == 1: "<!DOCTYPE graphml SYSTEM '' "
      case XML_PARSER_DTD: "<!DOCTYPE graphml "
      case XML_PARSER_START: ""
      default: "<?a?>"
      }
    text = unsafe Array(head.utf8) + UnsafeBufferPointer(start: start, count: end - start)
    line = unsafe Int(input.line)
    column = unsafe Int(input.col) - head.utf8.count
    standalone = unsafe parser.standalone
  }

  /// What a parser that needs no end finds wrong first, and where; nil if nothing.
  func problem(in file: String) -> GraphMLError? {
    let found = unsafe text.withUnsafeBytes { bytes -> GraphMLError? in
      let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      guard let parser = unsafe xmlCreateMemoryParserCtxt(start, Int32(bytes.count)) else {
        return nil
      }
      defer {
        // Where declared entities are, although nobody asks for them.
        if let document = unsafe parser.pointee.myDoc { unsafe xmlFreeDoc(document) }
        unsafe xmlFreeParserCtxt(parser)
      }
      unsafe parser.pointee.sax.pointee = Self.handler
      let options = XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
      _ = unsafe xmlCtxtUseOptions(parser, Int32(options))
      // What the other parser holds is UTF-8 already; this one would guess from the first bytes.
      unsafe parser.pointee.encoding = UnsafePointer(xmlCharStrdup("UTF-8"))
      unsafe parser.pointee.standalone = standalone
      unsafe parser.pointee.input.pointee.line = Int32(line)
      unsafe parser.pointee.input.pointee.col = Int32(column)
      var notes = unsafe Notes(parser: parser, file: file)
      unsafe withUnsafeMutablePointer(to: &notes) { address in
        unsafe parser.pointee.userData = UnsafeMutableRawPointer(address)
        _ = unsafe xmlParseDocument(parser)
      }
      return notes.first
    }
    if let found { return found }
    // The push parser looks for the end of a DOCTYPE without reading it: an apostrophe in an instruction hides it.
    guard isInDocumentType else { return nil }
    return GraphMLError(
      .notWellFormed, "no end of the DOCTYPE is found, leave out what stands in its brackets",
      at: GraphMLError.Location(file: file, line: line, column: column))
  }

  /// What the callbacks work on. It is safe, as it ends before its parser does.
  @safe
  private struct Notes {
    let parser: xmlParserCtxtPtr
    let file: String
    var first: GraphMLError?
  }

  /// Takes note of the first problem, and stops at entities as all our readers do.
  private static var handler: xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.entityDecl = { context, name, _, _, _, _ in
      unsafe UnfinishedProlog.refuseEntity(name, context)
    }
    unsafe handler.unparsedEntityDecl = { context, name, _, _, _ in
      unsafe UnfinishedProlog.refuseEntity(name, context)
    }
    unsafe handler.serror = { context, problem in
      guard let notes = unsafe context?.assumingMemoryBound(to: Notes.self),
        unsafe notes.pointee.first == nil, let problem = unsafe problem?.pointee,
        unsafe problem.level == XML_ERR_FATAL,
        // One that says where in libxml2 it was found; the next says what it is.
        unsafe problem.code != Int32(XML_ERR_INTERNAL_ERROR.rawValue)
      else { return }
      unsafe notes.pointee.first = GraphMLError(problem, file: notes.pointee.file, path: "")
    }
    return unsafe handler
  }

  private static func refuseEntity(
    _ name: UnsafePointer<UInt8>?, _ context: UnsafeMutableRawPointer?
  ) {
    guard let notes = unsafe context?.assumingMemoryBound(to: Notes.self),
      unsafe notes.pointee.first == nil, let input = unsafe notes.pointee.parser.pointee.input
    else { return }
    let place = unsafe GraphMLError.Location(
      file: notes.pointee.file, line: Int(input.pointee.line), column: Int(input.pointee.col))
    let name = unsafe name.map { unsafe String(cString: $0) } ?? ""
    unsafe notes.pointee.first = GraphMLError(.entityDeclaration, name, at: place)
    unsafe xmlStopParser(notes.pointee.parser)
  }
}
