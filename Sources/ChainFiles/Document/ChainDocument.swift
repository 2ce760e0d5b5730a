public import Chains

/// A chain read from a file or a folder, with the place in the files of all that it holds.
///
/// ```swift
/// let document = try ChainDocument(reading: "chains/parts.yaml")
/// print(document.chain, document.location(of: Place(.products, row: 0, .value)))
/// ```
public struct ChainDocument: Sendable {
  /// What was read, as it was named.
  public let path: String
  /// What kind of file it was.
  public let container: Container
  /// The tables as they are written, before they were checked.
  public let tables: Tables
  /// What a reader should know, in file order.
  public let notices: [Notice]

  /// Reads the file or the folder at `path`; `-` is the standard input.
  /// - Throws: everything that is wrong, of all files at once.
  public init(reading path: String, options: ReadingOptions = ReadingOptions()) throws(FileProblems)
  {
    throw FileProblems([])
  }

  /// Reads the bytes of one YAML or GraphML file; `name` is what problems call it.
  /// - Throws: everything that is wrong, at once.
  public init(
    bytes: [UInt8], name: String = "-", options: ReadingOptions = ReadingOptions()
  ) throws(FileProblems) {
    throw FileProblems([])
  }

  /// Where `place` is written: the cell, else its row, else its table, else the document.
  public func location(of place: Place) -> Location { Location(path: path, table: place.table) }
}
