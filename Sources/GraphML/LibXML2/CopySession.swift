internal import CLibXML2

/// What the callbacks of a parser for a copy work on.
@safe
final class CopySession: XMLSession {
  private var context: xmlParserCtxtPtr?
  private var copy = XMLCopy()
  private let limits: GraphMLDocument.Limits
  private var budget: TagBudget
  private let file: String
  private let sink: ([UInt8]) throws -> Void
  /// What the sink threw.
  private(set) var sinkError: (any Error)?
  private var reported: GraphMLError?
  private var refused: GraphMLError?
  private var losses = LossReport()
  private(set) var hasRoot = false
  /// The length of the text that is being copied.
  private var textLength = 0

  private static let pieceLength = 1 << 16

  init(
    file: String, limits: GraphMLDocument.Limits, sink: @escaping ([UInt8]) throws -> Void
  ) {
    self.file = file
    self.limits = limits
    budget = TagBudget(limits)
    self.sink = sink
  }

  func attach(_ context: xmlParserCtxtPtr) { unsafe self.context = context }

  static func handler() -> xmlSAXHandler { unsafe copyHandler() }

  func willParse(_ count: Int) { budget.bytesRead += count }

  /// The session that a callback's first argument points to.
  static func of(_ address: UnsafeMutableRawPointer?) -> CopySession? {
    guard let address = unsafe address else { return nil }
    return unsafe Unmanaged<CopySession>.fromOpaque(address).takeUnretainedValue()
  }

  var failure: GraphMLError? { refused ?? reported }

  func error(_ code: GraphMLError.Code, _ subject: String) -> GraphMLError {
    let place = unsafe context?.pointee.input.map {
      unsafe (Int($0.pointee.line), Int($0.pointee.col))
    }
    let location = place.map { GraphMLError.Location(file: file, line: $0.0, column: $0.1) }
    return GraphMLError(code, subject, at: location, path: path)
  }

  /// The elements around the place, without their ids.
  private var path: String {
    guard let context = unsafe context, let names = unsafe context.pointee.nameTab else {
      return ""
    }
    return ElementPath.text(depth: unsafe Int(context.pointee.nameNr)) { place in
      unsafe names[place].map { unsafe String(cString: $0) } ?? ""
    }
  }

  /// Hands out the rest of the copy.
  /// - Returns: what the copy lacks.
  func finish() throws -> [GraphMLError] {
    try sink(copy.takeBytes())
    return losses.losses
  }
}

// MARK: - Events

extension CopySession {
  func startDocument() {
    if unsafe context?.pointee.standalone == 1 { copy.declareStandalone() }
  }

  func documentType(
    _ name: UnsafePointer<UInt8>?, _ publicID: UnsafePointer<UInt8>?,
    _ systemID: UnsafePointer<UInt8>?
  ) {
    copy.documentType(
      unsafe text(name) ?? "", publicID: unsafe text(publicID), systemID: unsafe text(systemID))
  }

  /// A declaration inside the document type; what it means for attributes stands with them.
  func declaration() { losses.add(.declaration) }

  func start(
    _ local: UnsafePointer<UInt8>?, _ prefix: UnsafePointer<UInt8>?, namespaces namespaceCount: Int,
    at namespaces: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, attributes attributeCount: Int,
    defaulted: Int, at tuples: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    hasRoot = true
    let name = unsafe text(local) ?? ""
    if copy.depth == 0, name != Tag.graphml.rawValue { return refuse(.notGraphML, name) }
    if copy.depth >= limits.depth { return refuse(.limitExceeded, "depth") }
    if let limit = unsafe budget.exceededLimit(
      namespaces: namespaceCount, attributes: attributeCount, defaulted: defaulted, at: tuples)
    {
      return refuse(.limitExceeded, limit)
    }
    textLength = 0
    copy.startTag { unsafe Self.append(local, prefix, to: &$0) }
    for index in 0..<namespaceCount {
      guard let pair = unsafe namespaces.map({ unsafe $0 + 2 * index }) else { break }
      let address =
        unsafe pair[1].map { unsafe bytes(of: $0) } ?? UnsafeBufferPointer(start: nil, count: 0)
      unsafe copy.attribute(
        { name in
          name += "xmlns".utf8
          if let prefix = unsafe pair[0] {
            name.append(UInt8(ascii: ":"))
            unsafe name.append(contentsOf: bytes(of: prefix))
          }
        }, address)
    }
    for index in 0..<attributeCount {
      guard let tuple = unsafe tuples.map({ unsafe $0 + 5 * index }),
        let start = unsafe tuple[3], let end = unsafe tuple[4]
      else { break }
      unsafe copy.attribute(
        { unsafe Self.append(tuple[0], tuple[1], to: &$0) },
        UnsafeBufferPointer(start: start, count: end - start))
    }
    flush()
  }

  func end(_ local: UnsafePointer<UInt8>?, _ prefix: UnsafePointer<UInt8>?) {
    textLength = 0
    copy.endTag { unsafe Self.append(local, prefix, to: &$0) }
    flush()
  }

  func characters(_ start: UnsafePointer<UInt8>?, count: Int) {
    if !canHold(count) { return }
    unsafe copy.characters(UnsafeBufferPointer(start: start, count: count))
    flush()
  }

  func cdata(_ start: UnsafePointer<UInt8>?, count: Int) {
    if !canHold(count) { return }
    unsafe copy.cdata(UnsafeBufferPointer(start: start, count: count))
    flush()
  }

  func comment(_ text: UnsafePointer<UInt8>?) {
    if isInDocumentType { return declaration() }
    copy.comment(unsafe self.text(text) ?? "")
    flush()
  }

  func instruction(_ target: UnsafePointer<UInt8>?, _ content: UnsafePointer<UInt8>?) {
    if isInDocumentType { return declaration() }
    copy.instruction(unsafe text(target) ?? "", unsafe text(content))
    flush()
  }

  func refuseEntity(_ name: UnsafePointer<UInt8>?) {
    refuse(.entityDeclaration, unsafe text(name) ?? "")
  }

  func report(_ problem: UnsafeMutablePointer<xmlError>?) {
    guard failure == nil, let problem = unsafe problem?.pointee,
      let error = unsafe GraphMLError(problem, file: file, path: path)
    else { return }
    reported = error
    unsafe xmlStopParser(context)
  }
}

// MARK: - Parts

extension CopySession {
  private var isInDocumentType: Bool { unsafe (context?.pointee.inSubset ?? 0) != 0 }

  private func refuse(_ code: GraphMLError.Code, _ subject: String) {
    refused = refused ?? error(code, subject)
    unsafe xmlStopParser(context)
  }

  private func canHold(_ count: Int) -> Bool {
    textLength += count
    if textLength > limits.valueLength { refuse(.limitExceeded, "value") }
    return textLength <= limits.valueLength
  }

  private func flush() {
    guard copy.bytes.count >= Self.pieceLength, sinkError == nil else { return }
    do {
      try sink(copy.takeBytes())
    } catch {
      sinkError = error
      refuse(.cannotRead, "\(error)")
    }
  }

  private static func append(
    _ local: UnsafePointer<UInt8>?, _ prefix: UnsafePointer<UInt8>?, to bytes: inout [UInt8]
  ) {
    if let prefix = unsafe prefix {
      unsafe bytes.append(contentsOf: GraphML.bytes(of: prefix))
      bytes.append(UInt8(ascii: ":"))
    }
    if let local = unsafe local { unsafe bytes.append(contentsOf: GraphML.bytes(of: local)) }
  }

  private func text(_ bytes: UnsafePointer<UInt8>?) -> String? {
    unsafe bytes.map { unsafe String(cString: $0) }
  }
}

/// The bytes of a text that NUL ends, without it.
private func bytes(of text: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
  var end = unsafe text
  while unsafe end.pointee != 0 { unsafe end += 1 }
  return unsafe UnsafeBufferPointer(start: text, count: end - text)
}

/// The callbacks for a copy; see ``saxHandler()``.
private func copyHandler() -> xmlSAXHandler {
  var handler = unsafe xmlSAXHandler()
  unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
  unsafe handler.startDocument = { unsafe CopySession.of($0)?.startDocument() }
  unsafe handler.internalSubset = { context, name, publicID, systemID in
    unsafe CopySession.of(context)?.documentType(name, publicID, systemID)
  }
  unsafe handler.startElementNs = {
    context, local, prefix, _, namespaceCount, namespaces, attributeCount, defaulted, attributes in
    unsafe CopySession.of(context)?.start(
      local, prefix, namespaces: Int(namespaceCount), at: namespaces,
      attributes: Int(attributeCount), defaulted: Int(defaulted), at: attributes)
  }
  unsafe handler.endElementNs = { context, local, prefix, _ in
    unsafe CopySession.of(context)?.end(local, prefix)
  }
  unsafe handler.characters = { context, start, count in
    unsafe CopySession.of(context)?.characters(start, count: Int(count))
  }
  unsafe handler.ignorableWhitespace = unsafe handler.characters
  unsafe handler.cdataBlock = { context, start, count in
    unsafe CopySession.of(context)?.cdata(start, count: Int(count))
  }
  unsafe handler.comment = { context, text in unsafe CopySession.of(context)?.comment(text) }
  unsafe handler.processingInstruction = { context, target, content in
    unsafe CopySession.of(context)?.instruction(target, content)
  }
  unsafe handler.elementDecl = { context, _, _, _ in unsafe CopySession.of(context)?.declaration() }
  unsafe handler.notationDecl = { context, _, _, _ in
    unsafe CopySession.of(context)?.declaration()
  }
  unsafe handler.attributeDecl = { context, _, _, _, _, _, values in
    unsafe CopySession.of(context)?.declaration()
    // The names of an enumeration belong to whoever takes the declaration.
    unsafe xmlFreeEnumeration(values)
  }
  unsafe handler.entityDecl = { context, name, _, _, _, _ in
    unsafe CopySession.of(context)?.refuseEntity(name)
  }
  unsafe handler.unparsedEntityDecl = { context, name, _, _, _ in
    unsafe CopySession.of(context)?.refuseEntity(name)
  }
  unsafe handler.serror = { context, problem in
    unsafe CopySession.of(context)?.report(problem)
  }
  return unsafe handler
}
