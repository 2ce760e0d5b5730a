extension GraphMLDocument {
  /// A file that was read with an eye on what programs mind in it.
  public struct Inspection: Hashable, Sendable {
    /// What reading the file gives.
    public let reading: Reading
    /// What the document does not say of the file, for ``lint(for:)``.
    let facts: FileFacts

    fileprivate init(_ builder: DocumentBuilder) throws(GraphMLError) {
      guard let observer = builder.observer else {
        preconditionFailure("a file that is inspected has an observer")
      }
      facts = observer.facts
      reading = try Reading(builder)
    }
  }

  /// Reads a file and notes what programs mind in it, which takes 1.7 times as long as reading it; see
  /// ``read(path:options:)``.
  /// - Throws: what is wrong with the file, with its place; under ``ReadingOptions/isStrict`` what lint would tell as well.
  /// - Complexity: O(bytes) time.
  public static func inspect(
    path: String, options: ReadingOptions = ReadingOptions()
  ) throws(GraphMLError) -> Inspection {
    let session = ParserSession(observing(DocumentBuilder(options: options, file: path)))
    try XMLPushParser.run(session, path: path, options)
    return try Inspection(session.takeBuilder())
  }

  /// The same for the bytes of a file; `name` is what errors call it.
  public static func inspect(
    bytes: [UInt8], name: String = "-", options: ReadingOptions = ReadingOptions()
  ) throws(GraphMLError) -> Inspection {
    let session = ParserSession(observing(DocumentBuilder(options: options, file: name)))
    try XMLPushParser.run(session, bytes: bytes, name: name, options)
    return try Inspection(session.takeBuilder())
  }

  private static func observing(_ builder: DocumentBuilder) -> DocumentBuilder {
    var builder = builder
    builder.observer = FileObserver()
    return builder
  }
}
