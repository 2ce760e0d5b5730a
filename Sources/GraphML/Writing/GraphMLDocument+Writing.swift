extension GraphMLDocument {
  /// The file as bytes. The same document always gives the same bytes.
  /// - Throws: an edge that meets no node, or a forbidden character if the profile refuses them.
  public func bytes(
    _ profile: UniversalProfile = UniversalProfile()
  ) throws(GraphMLError) -> [UInt8] {
    throw GraphMLError(.notWritten)
  }

  /// Writes the file in pieces of some 64 KB, which the caller takes to a file, a pipe or a socket.
  /// - Returns: what the file could not say as the document does.
  /// - Throws: as ``bytes(_:)``, before anything is written, or what `sink` throws.
  @discardableResult
  public func write(
    _ profile: UniversalProfile = UniversalProfile(), to sink: ([UInt8]) throws -> Void
  ) throws -> [GraphMLError] {
    throw GraphMLError(.notWritten)
  }
}
