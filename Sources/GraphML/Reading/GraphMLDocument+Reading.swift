extension GraphMLDocument {
  /// Reads a file in pieces; what it names elsewhere (schemas, entities, locators) is never opened.
  /// - Throws: what is wrong with the file, with its place; under ``ReadingOptions/isStrict`` everything at once.
  /// - Complexity: O(bytes) time; the document, and a piece of 64 KB, in space.
  public static func read(
    path: String, options: ReadingOptions = ReadingOptions()
  ) throws(GraphMLError) -> Reading {
    let file = try InputFile(path)
    var piece = try file.read(upTo: pieceLength)
    let parser = try parser(for: piece[...], named: path, options)
    while !piece.isEmpty {
      try parser.parse(piece[...])
      piece = try file.read(upTo: pieceLength)
    }
    return try Reading(parser.finish())
  }

  /// Reads the bytes of a file; `name` is what errors call it.
  /// - Throws: what is wrong with the file, with its place; under ``ReadingOptions/isStrict`` everything at once.
  /// - Complexity: O(bytes) time.
  public static func read(
    bytes: [UInt8], name: String = "-", options: ReadingOptions = ReadingOptions()
  ) throws(GraphMLError) -> Reading {
    let parser = try parser(for: bytes[...], named: name, options)
    var rest = bytes[...]
    while !rest.isEmpty {
      try parser.parse(rest.prefix(pieceLength))
      rest = rest.dropFirst(pieceLength)
    }
    return try Reading(parser.finish())
  }

  private static let pieceLength = 1 << 16

  private static func parser(
    for start: ArraySlice<UInt8>, named name: String, _ options: ReadingOptions
  ) throws(GraphMLError) -> XMLPushParser {
    if start.isEmpty {
      throw GraphMLError(
        .notWellFormed, "the file is empty", at: .init(file: name, line: 1, column: 1))
    }
    return try XMLPushParser.building(
      DocumentBuilder(options: options, file: name),
      encoding: options.encoding ?? encodingMeant(byStartOf: start))
  }
}

extension GraphMLDocument.Reading {
  /// What a builder has built, unless a strict reading found problems.
  fileprivate init(_ builder: DocumentBuilder) throws(GraphMLError) {
    let problems = builder.problems.inFileOrder
    if builder.options.isStrict, var error = problems.first {
      error.further = Array(problems.dropFirst())
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
