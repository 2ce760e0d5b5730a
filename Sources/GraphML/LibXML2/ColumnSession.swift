internal import CLibXML2

/// What the callbacks of a parser for a property graph work on.
///
/// The state stands behind a pointer of its own: as a stored property of the class, every use in a callback would be checked
/// for exclusive access when the program runs, an eighth of all the time of reading. No callback runs while another does.
@safe
final class ColumnSession: XMLSession {
  private let state: UnsafeMutablePointer<ColumnEvents>

  init(_ reader: PropertyGraphReader) {
    unsafe state = .allocate(capacity: 1)
    unsafe state.initialize(to: ColumnEvents(reader))
  }

  deinit {
    unsafe state.deinitialize(count: 1)
    unsafe state.deallocate()
  }

  func attach(_ context: xmlParserCtxtPtr) { unsafe state.pointee.context = context }

  static func handler() -> xmlSAXHandler { unsafe columnHandler() }

  func willParse(_ count: Int) { unsafe state.pointee.willParse(count) }

  var failure: GraphMLError? { unsafe state.pointee.failure }

  var hasRoot: Bool { unsafe state.pointee.hasRoot }

  func error(_ code: GraphMLError.Code, _ subject: String) -> GraphMLError {
    unsafe state.pointee.error(code, subject)
  }

  /// The reader, which is not used here any more.
  func takeReader() -> PropertyGraphReader { unsafe state.pointee.takeReader() }

  /// Changes the state of the session that a callback's first argument points to.
  @inline(__always)
  static func change(
    _ address: UnsafeMutableRawPointer?, _ change: (inout ColumnEvents) -> Void
  ) {
    guard let address = unsafe address else { return }
    let session = unsafe Unmanaged<ColumnSession>.fromOpaque(address)
    unsafe session._withUnsafeGuaranteedRef { unsafe change(&$0.state.pointee) }
  }
}

/// Turns what libxml2 calls with into what the reader of a property graph takes.
@safe
struct ColumnEvents {
  fileprivate(set) var context: xmlParserCtxtPtr?
  private var reader: PropertyGraphReader
  private var budget: TagBudget
  /// The first error that libxml2 reported.
  private var reported: GraphMLError?
  private var tags = AddressCache()
  private var words = AddressCache()
  private var namespaces = AddressCache()
  /// The address of the root's namespace, which elements of GraphML are in.
  private var rootNamespace: UInt?

  init(_ reader: PropertyGraphReader) {
    self.reader = reader
    budget = TagBudget(reader.options.limits)
  }

  var failure: GraphMLError? { reader.failure ?? reported }

  var hasRoot: Bool { rootNamespace != nil }

  mutating func willParse(_ count: Int) {
    reader.bytesRead += count
    budget.bytesRead += count
  }

  mutating func error(_ code: GraphMLError.Code, _ subject: String) -> GraphMLError {
    updatePosition()
    return GraphMLError(code, subject, at: reader.location, path: reader.path)
  }

  mutating func takeReader() -> PropertyGraphReader {
    // A copy that stayed here would make every array be copied when it changes.
    var taken = PropertyGraphReader(
      options: reader.options, file: reader.file, graph: 0, keepsEdgeIDs: false)
    swap(&taken, &reader)
    return taken
  }
}

// MARK: - Events

extension ColumnEvents {
  mutating func start(
    _ local: UnsafePointer<UInt8>?, _ namespace: UnsafePointer<UInt8>?, namespaces: Int,
    attributes count: Int, defaulted: Int, at tuples: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    updatePosition()
    if let limit = unsafe budget.exceededLimit(
      namespaces: namespaces, attributes: count, defaulted: defaulted, at: tuples)
    {
      reader.refuse(limit)
      unsafe xmlStopParser(context)
      return
    }
    reader.tag.clear()
    if reader.skipped == 0, let tuples = unsafe tuples {
      for index in 0..<count {
        // Local name, prefix, namespace, start and end of the value, which no NUL ends.
        let tuple = unsafe tuples + 5 * index
        guard unsafe tuple[2] == nil, let word = unsafe word(tuple[0]),
          let start = unsafe tuple[3], let end = unsafe tuple[4]
        else { continue }
        unsafe reader.tag.append(word, UnsafeBufferPointer(start: start, count: end - start))
      }
    }
    let isOurs = unsafe isOurs(namespace)
    let tag = unsafe isOurs ? tag(local) : nil
    reader.start(tag) {
      unsafe local.map { unsafe isOurs ? String(cString: $0) : "" } ?? ""
    }
    if reader.hasFailed { unsafe xmlStopParser(context) }
  }

  mutating func end() {
    updatePosition()
    reader.end()
    if reader.hasFailed { unsafe xmlStopParser(context) }
  }

  mutating func characters(_ start: UnsafePointer<UInt8>?, count: Int) {
    guard reader.collectsText else { return }
    unsafe reader.characters(UnsafeBufferPointer(start: start, count: count))
    if reader.hasFailed { unsafe xmlStopParser(context) }
  }

  mutating func refuseEntity(_ name: UnsafePointer<UInt8>?) {
    let name = unsafe name.map { unsafe String(cString: $0) } ?? ""
    reader.failure = reader.failure ?? error(.entityDeclaration, name)
    unsafe xmlStopParser(context)
  }

  mutating func report(_ problem: UnsafeMutablePointer<xmlError>?) {
    guard reported == nil, !reader.hasFailed, let problem = unsafe problem?.pointee,
      let error = unsafe GraphMLError(problem, file: reader.file, path: reader.path)
    else { return }
    reported = error
    unsafe xmlStopParser(context)
  }

  private mutating func updatePosition() {
    guard let input = unsafe context?.pointee.input else { return }
    reader.position = unsafe (Int(input.pointee.line), Int(input.pointee.col))
  }
}

// MARK: - Names

extension ColumnEvents {
  /// The element of GraphML of a name.
  private mutating func tag(_ name: UnsafePointer<UInt8>?) -> Tag? {
    let address = UInt(bitPattern: name)
    let number = tags.number(at: address) {
      let tag = unsafe name.flatMap { Tag(rawValue: unsafe String(cString: $0)) }
      return tag.map { UInt8($0.number) } ?? .max
    }
    return number == .max ? nil : Self.allTags[Int(number)]
  }

  private mutating func word(_ name: UnsafePointer<UInt8>?) -> StartTag.Word? {
    let address = UInt(bitPattern: name)
    let number = words.number(at: address) {
      let word = unsafe name.flatMap { StartTag.Word(unsafe String(cString: $0)) }
      return word.map { UInt8($0.rawValue) } ?? .max
    }
    return StartTag.Word(rawValue: Int(number))
  }

  private static let allTags = Tag.allCases.sorted { $0.number < $1.number }

  /// Whether elements of GraphML are in a namespace: a known one, or that of the root.
  private mutating func isOurs(_ namespace: UnsafePointer<UInt8>?) -> Bool {
    let address = UInt(bitPattern: namespace)
    guard let rootNamespace else {
      self.rootNamespace = address
      let text = unsafe namespace.map { unsafe String(cString: $0) } ?? ""
      if !XMLName.knownNamespaces.contains(text) { reader.warn(.notGraphML, text) }
      return true
    }
    if address == rootNamespace { return true }
    return namespaces.number(at: address) {
      let text = unsafe namespace.map { unsafe String(cString: $0) } ?? ""
      return XMLName.knownNamespaces.contains(text) ? 1 : 0
    } == 1
  }
}

/// Numbers of texts by the addresses at which libxml2 keeps each text once, as long as the parser lives. Of a file with
/// many names some are looked up again and again; the space stays the same.
private struct AddressCache {
  private var addresses = [UInt](repeating: .max, count: 256)
  private var numbers = [UInt8](repeating: 0, count: 256)

  mutating func number(at address: UInt, otherwise find: () -> UInt8) -> UInt8 {
    let slot = Int(truncatingIfNeeded: (address ^ (address >> 8)) & 255)
    if addresses[slot] == address { return numbers[slot] }
    addresses[slot] = address
    numbers[slot] = find()
    return numbers[slot]
  }
}
