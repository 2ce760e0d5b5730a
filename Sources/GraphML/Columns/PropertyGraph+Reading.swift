extension PropertyGraph {
  /// Reads a graph of a file in pieces, of a gzip file too; what the file names elsewhere is never opened.
  ///
  /// `graph` is the number of the wanted one of the graphs at the top, from 0; `keepsEdgeIDs` is whether ``edgeIDs`` are kept.
  /// Of the options, ``GraphMLDocument/ReadingOptions/restoresOriginals`` has no effect: a universal file gives the names that
  /// stand in it, the ids of the document in the column `original_id`.
  /// - Throws: what is wrong with the file, with its place; under strict reading everything at once, except what a property
  ///   graph has no place for. ``GraphMLError/Code/notRead`` if the file has no graph of the number.
  /// - Complexity: O(bytes) time; the columns, and a piece of 64 KB, in space, however long the file is.
  public static func read(
    path: String, graph: Int = 0, keepsEdgeIDs: Bool = true,
    options: GraphMLDocument.ReadingOptions = GraphMLDocument.ReadingOptions()
  ) throws(GraphMLError) -> Reading {
    let session = ColumnSession(
      PropertyGraphReader(options: options, file: path, graph: graph, keepsEdgeIDs: keepsEdgeIDs))
    try XMLPushParser.run(session, path: path, options)
    return try session.takeReader().finish()
  }

  /// Reads a graph from the bytes of a file; `name` is what errors call it.
  /// - Throws: as ``read(path:graph:keepsEdgeIDs:options:)``.
  /// - Complexity: O(bytes) time.
  public static func read(
    bytes: [UInt8], name: String = "-", graph: Int = 0, keepsEdgeIDs: Bool = true,
    options: GraphMLDocument.ReadingOptions = GraphMLDocument.ReadingOptions()
  ) throws(GraphMLError) -> Reading {
    let session = ColumnSession(
      PropertyGraphReader(options: options, file: name, graph: graph, keepsEdgeIDs: keepsEdgeIDs))
    try XMLPushParser.run(session, bytes: bytes, name: name, options)
    return try session.takeReader().finish()
  }
}
