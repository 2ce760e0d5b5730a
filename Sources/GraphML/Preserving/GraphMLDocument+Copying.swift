extension GraphMLDocument {
  /// Copies a file with everything in it: comments, instructions, foreign XML, unknown attributes, defaults as they are stated,
  /// the order of all things and the blanks between them. The copy is UTF-8 and not compressed, whatever the file was; it has
  /// the same canonical form (Canonical XML 1.0), so nothing that a program can see is different.
  ///
  /// A ``GraphMLDocument`` holds what a file means: written under ``Dialect/preserve`` it reads back equal, but without
  /// comments and the blanks between elements. What is not to be changed is therefore copied, in one pass and in the space of
  /// one piece, and never becomes a document.
  /// - Returns: what the copy lacks: declarations inside the document type, of which only what they mean for attributes stays.
  /// - Throws: what is wrong with the file, with its place, or what `sink` throws; `sink` has then got a part of the copy.
  /// - Complexity: O(bytes) time; 64 KB in space.
  @discardableResult
  public static func copy(
    path: String, options: ReadingOptions = ReadingOptions(), to sink: ([UInt8]) throws -> Void
  ) throws -> [GraphMLError] {
    try copy(file: path, options, sink) { session throws(GraphMLError) in
      try XMLPushParser.run(session, path: path, options)
    }
  }

  /// Copies the bytes of a file; `name` is what errors call it. See ``copy(path:options:to:)``.
  @discardableResult
  public static func copy(
    bytes: [UInt8], name: String = "-", options: ReadingOptions = ReadingOptions(),
    to sink: ([UInt8]) throws -> Void
  ) throws -> [GraphMLError] {
    try copy(file: name, options, sink) { session throws(GraphMLError) in
      try XMLPushParser.run(session, bytes: bytes, name: name, options)
    }
  }

  private static func copy(
    file: String, _ options: ReadingOptions, _ sink: ([UInt8]) throws -> Void,
    _ run: (CopySession) throws(GraphMLError) -> Void
  ) throws -> [GraphMLError] {
    try withoutActuallyEscaping(sink) { sink in
      let session = CopySession(file: file, limits: options.limits, sink: sink)
      do throws(GraphMLError) {
        try run(session)
      } catch {
        throw session.sinkError ?? error
      }
      return try session.finish()
    }
  }
}
