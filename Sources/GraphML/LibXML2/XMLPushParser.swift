internal import CLibXML2

/// A libxml2 parser that takes a file in pieces and hands its events to a ``DocumentBuilder``.
///
/// It fetches nothing: no entity can be declared, no external subset is loaded, and the network is off. The limits of
/// libxml2 stay on (no `XML_PARSE_HUGE`), with `XML_PARSE_NOENT` only so that `&amp;` in attributes arrives as `&`.
///
/// The type is safe: the context lives as long as the value, and libxml2 only keeps a pointer to `session`, which the
/// value keeps alive.
@safe
struct XMLPushParser: ~Copyable {
  private let context: xmlParserCtxtPtr
  private let session: ParserSession

  private init(_ session: ParserSession, _ context: xmlParserCtxtPtr) {
    self.session = session
    unsafe self.context = context
  }

  /// A parser of text in `encoding`, or of what the file itself declares.
  static func building(
    _ builder: DocumentBuilder, encoding: String?
  ) throws(GraphMLError) -> XMLPushParser {
    _ = libraryIsReady
    var converter: xmlCharEncodingHandlerPtr?
    if let encoding {
      unsafe converter = xmlFindCharEncodingHandler(encoding)
      if unsafe converter == nil { throw GraphMLError(.unknownEncoding, encoding) }
    }
    let session = ParserSession(builder)
    var handler = unsafe saxHandler()
    let address = unsafe Unmanaged.passUnretained(session).toOpaque()
    guard let context = unsafe xmlCreatePushParserCtxt(&handler, address, nil, 0, nil) else {
      throw GraphMLError(.cannotRead, "libxml2")
    }
    unsafe session.context = context
    let parser = unsafe XMLPushParser(session, context)
    var options = XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue
    if encoding != nil { options |= XML_PARSE_IGNORE_ENC.rawValue }
    _ = unsafe xmlCtxtUseOptions(context, Int32(options))
    if let converter = unsafe converter { _ = unsafe xmlSwitchToEncoding(context, converter) }
    return parser
  }

  deinit {
    // A DOCTYPE makes libxml2 keep a document, which the context does not own.
    if let document = unsafe context.pointee.myDoc { unsafe xmlFreeDoc(document) }
    unsafe xmlFreeParserCtxt(context)
  }

  /// Parses the next piece.
  func parse(_ piece: ArraySlice<UInt8>) throws(GraphMLError) {
    try parse(piece, isLast: false)
  }

  /// Ends the document.
  /// - Returns: the builder with everything it has built.
  consuming func finish() throws(GraphMLError) -> DocumentBuilder {
    try parse([], isLast: true)
    var builder = session.takeBuilder()
    builder.finish()
    return builder
  }

  private func parse(_ piece: ArraySlice<UInt8>, isLast: Bool) throws(GraphMLError) {
    let status = unsafe piece.withUnsafeBytes { bytes in
      let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      return unsafe liantuXMLParseChunk(context, start, Int32(bytes.count), isLast ? 1 : 0)
    }
    if let failure = session.failure { throw failure }
    // Without an error of its own, what stops libxml2 is a conversion that iconv gave up.
    let isFatal = unsafe context.pointee.wellFormed == 0 && context.pointee.disableSAX != 0
    if status != 0, isFatal || status == XML_ERR_INVALID_ENCODING.rawValue {
      throw session.error(.wrongEncoding, "")
    }
  }
}

/// Made once, by the first parser.
private let libraryIsReady: Void = xmlInitParser()
