extension GraphMLDocument {
  /// Reads a file in pieces, a gzip file too; what it names elsewhere (schemas, entities, locators) is never opened.
  /// - Throws: what is wrong with the file, with its place; under ``ReadingOptions/isStrict`` everything at once.
  /// - Complexity: O(bytes) time; the document, and a piece of 64 KB, in space.
  public static func read(
    path: String, options: ReadingOptions = ReadingOptions()
  ) throws(GraphMLError) -> Reading {
    let session = ParserSession(DocumentBuilder(options: options, file: path))
    try XMLPushParser.run(session, path: path, options)
    return try Reading(session.takeBuilder())
  }

  /// Reads the bytes of a file; `name` is what errors call it.
  /// - Throws: what is wrong with the file, with its place; under ``ReadingOptions/isStrict`` everything at once.
  /// - Complexity: O(bytes) time.
  public static func read(
    bytes: [UInt8], name: String = "-", options: ReadingOptions = ReadingOptions()
  ) throws(GraphMLError) -> Reading {
    let session = ParserSession(DocumentBuilder(options: options, file: name))
    try XMLPushParser.run(session, bytes: bytes, name: name, options)
    return try Reading(session.takeBuilder())
  }
}

extension GraphMLDocument.Reading {
  /// What a builder has built, unless a strict reading found problems.
  init(_ read: DocumentBuilder) throws(GraphMLError) {
    var builder = read
    builder.finish()
    let problems = builder.problems.inFileOrder
    if builder.options.isStrict, var error = problems.first {
      error.further = Array(problems.dropFirst())
      error.omittedCount = builder.problems.total - problems.reduce(0) { $0 + $1.count }
      throw error
    }
    warnings = Array(problems.prefix(builder.options.maximumWarnings))
    warningCount = builder.problems.total
    document = builder.document
    if builder.options.restoresOriginals, var restoration = UniversalRestoration(document) {
      restoration.restore(&document)
    }
    nodeCount = builder.nodeCount
    edgeCount = builder.edgeCount
  }
}
