extension GraphMLDocument {
  /// Reads a file in pieces; what it names elsewhere (schemas, entities, locators) is never opened.
  /// - Throws: what is wrong with the file, with its place; under ``ReadingOptions/isStrict`` everything at once.
  public static func read(
    path: String, options: ReadingOptions = ReadingOptions()
  ) throws(GraphMLError) -> Reading {
    throw GraphMLError(.cannotOpen, path)
  }

  /// Reads the bytes of a file; `name` is what errors call it.
  /// - Throws: what is wrong with the file, with its place; under ``ReadingOptions/isStrict`` everything at once.
  public static func read(
    bytes: [UInt8], name: String = "-", options: ReadingOptions = ReadingOptions()
  ) throws(GraphMLError) -> Reading {
    throw GraphMLError(.cannotOpen, name)
  }
}
