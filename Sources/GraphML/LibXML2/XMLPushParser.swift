internal import CLibXML2

/// What the callbacks of one parser work on: a class, because libxml2 passes its address to them.
protocol XMLSession: AnyObject {
  /// The callbacks, which find the session at their first argument.
  static func handler() -> xmlSAXHandler
  /// Notes the parser that calls; it outlives every callback.
  func attach(_ context: xmlParserCtxtPtr)
  /// Notes that so many bytes of the file follow.
  func willParse(_ count: Int)
  /// What reading failed on: our own reason, which stops libxml2, before the error that this gives in libxml2.
  var failure: GraphMLError? { get }
  /// Whether the root element has started.
  var hasRoot: Bool { get }
  /// An error at the place that libxml2 has reached.
  func error(_ code: GraphMLError.Code, _ subject: String) -> GraphMLError
}

extension XMLSession {
  func willParse(_ count: Int) {}
}

/// A libxml2 parser that takes a file in pieces and hands its events to a session.
///
/// It fetches nothing: no entity can be declared, no external subset is loaded, and the network is off. The limits of
/// libxml2 stay on (no `XML_PARSE_HUGE`), with `XML_PARSE_NOENT` only so that `&amp;` in attributes arrives as `&`.
///
/// The type is safe: the context lives as long as the value, and libxml2 only keeps a pointer to `session`, which the
/// value keeps alive.
@safe
struct XMLPushParser<Session: XMLSession>: ~Copyable {
  private let context: xmlParserCtxtPtr
  private let session: Session
  private let limits: GraphMLDocument.Limits
  private var unfinishedTag = UnfinishedTag()

  /// A parser of text in `encoding`, or of what the file itself declares.
  private init(
    _ session: Session, encoding: String?, _ limits: GraphMLDocument.Limits
  ) throws(GraphMLError) {
    _ = libraryIsReady
    var converter: xmlCharEncodingHandlerPtr?
    if let encoding {
      unsafe converter = xmlFindCharEncodingHandler(encoding)
      if unsafe converter == nil { throw GraphMLError(.unknownEncoding, encoding) }
    }
    var handler = unsafe Session.handler()
    let address = unsafe Unmanaged.passUnretained(session).toOpaque()
    guard let context = unsafe xmlCreatePushParserCtxt(&handler, address, nil, 0, nil) else {
      throw GraphMLError(.cannotRead, "libxml2")
    }
    self.session = session
    self.limits = limits
    unsafe self.context = context
    unsafe session.attach(context)
    var options = XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue
    if encoding != nil { options |= XML_PARSE_IGNORE_ENC.rawValue }
    _ = unsafe xmlCtxtUseOptions(context, Int32(options))
    if let converter = unsafe converter { _ = unsafe xmlSwitchToEncoding(context, converter) }
  }

  deinit {
    // A DOCTYPE makes libxml2 keep a document, which the context does not own.
    if let document = unsafe context.pointee.myDoc { unsafe xmlFreeDoc(document) }
    unsafe xmlFreeParserCtxt(context)
  }

  private mutating func parse(_ piece: ArraySlice<UInt8>, isLast: Bool) throws(GraphMLError) {
    let end = isLast ? endOfFile() : nil
    let prolog = unsafe isLast ? UnfinishedProlog(context.pointee) : nil
    let status = unsafe piece.withUnsafeBytes { bytes in
      let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      return unsafe liantuXMLParseChunk(context, start, Int32(bytes.count), isLast ? 1 : 0)
    }
    if let failure = session.failure {
      throw withoutRoot(failure, prolog) ?? end.map { cutShort(failure, $0) } ?? failure
    }
    // Without an error of its own, what stops libxml2 is a conversion that iconv gave up.
    let isFatal = unsafe context.pointee.wellFormed == 0 && context.pointee.disableSAX != 0
    if status != 0, isFatal || status == XML_ERR_INVALID_ENCODING.rawValue {
      throw session.error(.wrongEncoding, "")
    }
    // Under an encoding that it was told, libxml2 reports some malformed starts to nobody.
    if isLast, !session.hasRoot {
      let failure = session.error(.notWellFormed, GraphMLError.noStartTag)
      throw withoutRoot(failure, prolog) ?? failure
    }
    if let limit = limitOfUnfinishedTag() { throw session.error(.limitExceeded, limit) }
  }

  /// Where the file ends, and whether in a CDATA section.
  private struct End {
    let line: Int
    let column: Int
    let isInCDATA: Bool
    /// The place of a `<!` at which nothing starts, and which libxml2 takes for the beginning of more.
    let nothing: (line: Int, column: Int)?
  }

  private func endOfFile() -> End? {
    guard let input = unsafe context.pointee.input?.pointee, let start = unsafe input.cur,
      let end = unsafe input.end
    else { return nil }
    var (line, column) = unsafe (Int(input.line), Int(input.col))
    let rest = unsafe UnsafeBufferPointer(start: start, count: end - start)
    let startsNothing =
      unsafe rest.starts(with: "<!".utf8) && !rest.starts(with: "<!--".utf8)
      && !rest.starts(with: "<![CDATA[".utf8)
    let nothing = startsNothing ? (line, column) : nil
    for place in 0..<rest.count {
      let byte = unsafe rest[place]
      if byte == UInt8(ascii: "\n") {
        (line, column) = (line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    let isInCDATA = unsafe context.pointee.instate == XML_PARSER_CDATA_SECTION
    return End(line: line, column: column, isInCDATA: isInCDATA, nothing: nothing)
  }

  /// What libxml2's other parsers say of a file without a root, where this one says that something follows the document.
  private func withoutRoot(_ failure: GraphMLError, _ prolog: UnfinishedProlog?) -> GraphMLError? {
    guard failure.code == .notWellFormed, !session.hasRoot else { return nil }
    return prolog?.problem(in: failure.location?.file ?? "")
  }

  /// What libxml2's other parsers say of a file that ends too early, where they say it: this one stops at what it took last,
  /// and calls the rest extra content.
  private func cutShort(_ failure: GraphMLError, _ end: End) -> GraphMLError {
    let depth = unsafe Int(context.pointee.nameNr)
    guard failure.code == .notWellFormed, depth > 0, let names = unsafe context.pointee.nameTab,
      unsafe context.pointee.lastError.code == Int32(XML_ERR_DOCUMENT_END.rawValue)
    else { return failure }
    var error = failure
    if let nothing = end.nothing {
      error.subject = GraphMLError.invalidElementName
      error.location?.line = nothing.line
      error.location?.column = nothing.column + 1
      return error
    }
    let tag = unsafe names[depth - 1].map { unsafe String(cString: $0) } ?? ""
    error.subject =
      end.isInCDATA ? "CData section not finished" : "Premature end of data in tag \(tag)"
    error.location?.line = end.line
    error.location?.column = end.column
    return error
  }

  private mutating func limitOfUnfinishedTag() -> String? {
    guard let input = unsafe context.pointee.input?.pointee, let start = unsafe input.cur,
      let end = unsafe input.end
    else { return nil }
    let offset = unsafe Int(input.consumed) + (start - input.base)
    return unsafe unfinishedTag.exceededLimit(
      UnsafeBufferPointer(start: start, count: end - start), at: offset, limits)
  }
}

// MARK: - Files

extension XMLPushParser {
  /// Hands a file to a session, in pieces. The encoding is the one that the options give, else the one that the file means.
  static func run(
    _ session: Session, path: String, _ options: GraphMLDocument.ReadingOptions
  ) throws(GraphMLError) {
    try run(session, Pieces(path: path, limits: options.limits), named: path, options)
  }

  /// Hands the bytes of a file to a session.
  static func run(
    _ session: Session, bytes: [UInt8], name: String, _ options: GraphMLDocument.ReadingOptions
  ) throws(GraphMLError) {
    let pieces = Pieces(bytes: bytes, name: name, limits: options.limits)
    try run(session, pieces, named: name, options)
  }

  private static func run(
    _ session: Session, _ source: consuming Pieces, named name: String,
    _ options: GraphMLDocument.ReadingOptions
  ) throws(GraphMLError) {
    var pieces = source
    var piece = try pieces.next()
    if piece.isEmpty {
      throw GraphMLError(
        .notWellFormed, "the file is empty", at: .init(file: name, line: 1, column: 1))
    }
    let label = declaredEncoding(byStartOf: piece)
    let encoding = options.encoding ?? encodingMeant(by: label, hasMark: piece.hasUTF8Mark)
    if encoding?.lowercased() == "utf-8", piece.hasUTF8Mark { piece.removeFirst(3) }
    do {
      var parser = try XMLPushParser(session, encoding: encoding, options.limits)
      while !piece.isEmpty {
        session.willParse(piece.count)
        try parser.parse(piece[...], isLast: false)
        piece = try pieces.next()
      }
      try parser.parse([], isLast: true)
    } catch {
      var failure = error
      if failure.code == .wrongEncoding {
        failure.subject = encodingToTry(insteadOf: encoding ?? label)
      }
      throw failure
    }
  }
}

/// Made once, by the first parser.
private let libraryIsReady: Void = xmlInitParser()
