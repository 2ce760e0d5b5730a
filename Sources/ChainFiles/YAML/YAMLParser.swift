internal import CYaml

/// What libyaml finds next in a text.
enum YAMLEvent {
  case documentStart, documentEnd, streamEnd
  case scalar(YAMLScalar, anchor: String?)
  case alias(String)
  case sequenceStart(anchor: String?)
  case sequenceEnd
  case mappingStart(anchor: String?)
  case mappingEnd
}

/// What libyaml cannot go on from, in its own words.
struct YAMLSyntaxError: Error {
  /// What it was doing, such as “while parsing a flow mapping”.
  var context: String?
  let reason: String
  let place: Place

  enum Place {
    case mark(Mark)
    /// An offset into the text, in bytes: a character that no YAML text can have.
    case byte(Int)
  }
}

/// A libyaml parser over one text, event by event.
///
/// The type is safe: the parser, whose address libyaml keeps, and the text are allocated and freed with the value, and
/// every event is copied and freed before `next()` returns.
@safe
struct YAMLParser: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let text: UnsafeMutableBufferPointer<UInt8>

  /// - Parameter bytes: valid UTF-8 without byte order mark.
  init(_ bytes: [UInt8]) {
    unsafe text = .allocate(capacity: bytes.count)
    _ = unsafe text.initialize(from: bytes)
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    // It fails without memory only; the first event then fails too.
    _ = unsafe yaml_parser_initialize(parser)
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe text.deallocate()
  }

  /// The next event, and where it starts.
  mutating func next() throws(YAMLSyntaxError) -> (YAMLEvent, Mark) {
    while true {
      var event = unsafe yaml_event_t()
      guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw error }
      defer { unsafe yaml_event_delete(&event) }
      if let known = unsafe YAMLEvent(event) { return unsafe (known, Mark(event.start_mark)) }
    }
  }

  private var error: YAMLSyntaxError {
    let state = unsafe parser.pointee
    let reason = unsafe state.problem.map { unsafe String(cString: $0) } ?? "libyaml"
    if unsafe state.error == YAML_READER_ERROR {
      return unsafe YAMLSyntaxError(reason: reason, place: .byte(Int(state.problem_offset)))
    }
    return unsafe YAMLSyntaxError(
      context: state.context.map { unsafe String(cString: $0) }, reason: reason,
      place: .mark(Mark(state.problem_mark)))
  }
}

extension Mark {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: mark.line + 1, column: mark.column + 1)
  }
}

extension YAMLEvent {
  /// A copy; `nil` for the start of the stream, which says nothing.
  fileprivate init?(_ event: yaml_event_t) {
    switch unsafe event.type {
    case YAML_DOCUMENT_START_EVENT: self = .documentStart
    case YAML_DOCUMENT_END_EVENT: self = .documentEnd
    case YAML_STREAM_END_EVENT: self = .streamEnd
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      self = unsafe .scalar(
        YAMLScalar(
          text: String(decoding: bytes, as: UTF8.self), mark: Mark(event.start_mark),
          isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE),
        anchor: Self.text(scalar.anchor))
    case YAML_ALIAS_EVENT: self = unsafe .alias(Self.text(event.data.alias.anchor) ?? "")
    case YAML_SEQUENCE_START_EVENT:
      self = unsafe .sequenceStart(anchor: Self.text(event.data.sequence_start.anchor))
    case YAML_SEQUENCE_END_EVENT: self = .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      self = unsafe .mappingStart(anchor: Self.text(event.data.mapping_start.anchor))
    case YAML_MAPPING_END_EVENT: self = .mappingEnd
    default: return nil
    }
  }

  private static func text(_ bytes: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    unsafe bytes.map { unsafe String(cString: $0) }
  }
}
