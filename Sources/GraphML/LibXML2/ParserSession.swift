internal import CLibXML2

/// What the callbacks of a parser for a document work on.
@safe
final class ParserSession: XMLSession {
  private var context: xmlParserCtxtPtr?
  private(set) var builder: DocumentBuilder
  /// The first error that libxml2 reported.
  private var reported: GraphMLError?
  /// Names by the addresses of their parts: libxml2 keeps each text once as long as the parser lives.
  private var names: [NameAddresses: XMLName] = [:]
  private var attributes: [XMLAttribute] = []
  private var budget: TagBudget

  private struct NameAddresses: Hashable {
    let local: UInt
    let prefix: UInt
    let namespace: UInt
  }

  init(_ builder: DocumentBuilder) {
    self.builder = builder
    budget = TagBudget(builder.options.limits)
  }

  func attach(_ context: xmlParserCtxtPtr) { unsafe self.context = context }

  static func handler() -> xmlSAXHandler { unsafe saxHandler() }

  func willParse(_ count: Int) { budget.bytesRead += count }

  /// The session that a callback's first argument points to.
  static func of(_ address: UnsafeMutableRawPointer?) -> ParserSession? {
    guard let address = unsafe address else { return nil }
    return unsafe Unmanaged<ParserSession>.fromOpaque(address).takeUnretainedValue()
  }

  /// The builder, which is not used here any more.
  func takeBuilder() -> DocumentBuilder { builder }

  var hasRoot: Bool { !names.isEmpty }

  var failure: GraphMLError? { builder.failure ?? reported }

  func error(_ code: GraphMLError.Code, _ subject: String) -> GraphMLError {
    updatePosition()
    return GraphMLError(code, subject, at: builder.location, path: builder.path)
  }
}

// MARK: - Events

extension ParserSession {
  /// What the bytes of the file are, if not UTF-8.
  private var encoding: String? {
    guard let encoder = unsafe context?.pointee.input?.pointee.buf?.pointee.encoder else {
      return nil
    }
    return unsafe encoder.pointee.name.map { unsafe String(cString: $0) }
  }

  func start(
    _ name: XMLName, namespaces: Int, attributes count: Int, defaulted: Int,
    at tuples: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    updatePosition()
    if let limit = unsafe budget.exceededLimit(
      namespaces: namespaces, attributes: count, defaulted: defaulted, at: tuples)
    {
      builder.refuse(limit)
      return stopIfFailed()
    }
    attributes.removeAll(keepingCapacity: true)
    if let tuples = unsafe tuples {
      for index in 0..<count {
        // Local name, prefix, namespace, start and end of the value, which no NUL ends.
        let tuple = unsafe tuples + 5 * index
        let name = unsafe self.name(tuple[0], tuple[1], tuple[2])
        guard let start = unsafe tuple[3], let end = unsafe tuple[4] else { continue }
        let value = unsafe UnsafeBufferPointer(start: start, count: end - start)
        attributes.append(
          XMLAttribute(name: name, value: unsafe String(decoding: value, as: UTF8.self)))
      }
    }
    if builder.frames.isEmpty {
      builder.observe { $0.note(encoding: encoding, at: $1) }
    }
    builder.start(name, attributes)
    stopIfFailed()
  }

  func end() {
    updatePosition()
    builder.end()
    stopIfFailed()
  }

  func characters(_ start: UnsafePointer<UInt8>?, count: Int) {
    unsafe builder.characters(UnsafeBufferPointer(start: start, count: count))
    if builder.failure != nil { stopIfFailed() }
  }

  func comment(_ text: UnsafePointer<UInt8>?) {
    guard builder.fragment != nil, let text = unsafe text else { return }
    builder.fragment?.comment(unsafe String(cString: text))
  }

  func instruction(_ target: UnsafePointer<UInt8>?, _ content: UnsafePointer<UInt8>?) {
    guard builder.fragment != nil, let target = unsafe target else { return }
    let text = unsafe content.map { unsafe String(cString: $0) }
    builder.fragment?.instruction(unsafe String(cString: target), text)
  }

  func noteDocumentType() {
    updatePosition()
    builder.noteDocumentType()
  }

  func refuseEntity(_ name: UnsafePointer<UInt8>?) {
    let name = unsafe name.map { unsafe String(cString: $0) } ?? ""
    builder.failure = builder.failure ?? error(.entityDeclaration, name)
    stopIfFailed()
  }

  func report(_ problem: UnsafeMutablePointer<xmlError>?) {
    if let problem = unsafe problem?.pointee,
      unsafe problem.code == Int32(XML_NS_ERR_UNDEFINED_NAMESPACE.rawValue)
    {
      return unsafe notePrefix(problem.str1)
    }
    guard reported == nil, builder.failure == nil, let problem = unsafe problem?.pointee,
      let error = unsafe GraphMLError(problem, file: builder.file, path: builder.path)
    else { return }
    reported = error
    unsafe xmlStopParser(context)
  }

  /// libxml2 goes on after a prefix that nothing declares, and so does a lenient reading.
  private func notePrefix(_ prefix: UnsafeMutablePointer<CChar>?) {
    updatePosition()
    builder.warnIfStrict(.undeclaredPrefix, unsafe prefix.map { unsafe String(cString: $0) } ?? "")
  }

  /// The name of the given parts, made only the first time.
  func name(
    _ local: UnsafePointer<UInt8>?, _ prefix: UnsafePointer<UInt8>?,
    _ namespace: UnsafePointer<UInt8>?
  ) -> XMLName {
    let key = NameAddresses(
      local: UInt(bitPattern: local), prefix: UInt(bitPattern: prefix),
      namespace: UInt(bitPattern: namespace))
    if let known = names[key] { return known }
    let name = unsafe XMLName(
      local: local.map { unsafe String(cString: $0) } ?? "",
      prefix: prefix.map { unsafe String(cString: $0) } ?? "",
      namespace: namespace.map { unsafe String(cString: $0) } ?? "")
    names[key] = name
    return name
  }

  private func updatePosition() {
    guard let input = unsafe context?.pointee.input else { return }
    builder.position = unsafe (Int(input.pointee.line), Int(input.pointee.col))
  }

  private func stopIfFailed() {
    if builder.failure != nil { unsafe xmlStopParser(context) }
  }
}
