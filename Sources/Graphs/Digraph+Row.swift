extension Digraph {
  /// The neighbours or the edges of one vertex: a window on the storage of the graph, not a copy.
  @frozen
  public struct Row: RandomAccessCollection, Sendable {
    @usableFromInline let storage: [UInt32]
    @usableFromInline let start: Int
    /// Not below `start`, not above `storage.count`.
    @usableFromInline let end: Int

    @inlinable
    init(storage: [UInt32], start: Int, end: Int) {
      self.storage = storage
      self.start = start
      self.end = end
    }

    @inlinable public var startIndex: Int { 0 }
    @inlinable public var endIndex: Int { end &- start }

    /// The vertex or edge at a position of the row.
    ///
    /// - Precondition: `position` is in `0..<count`.
    @inlinable
    public subscript(position: Int) -> Int {
      precondition(position >= 0 && position < endIndex, "position outside the row")
      return Int(storage[start &+ position])
    }
  }
}

extension CompressedRows {
  /// The window of a row on another array of the same shape.
  @inlinable
  func row(_ row: Int, of parallel: [UInt32]) -> Digraph.Row {
    Digraph.Row(storage: parallel, start: Int(offsets[row]), end: Int(offsets[row + 1]))
  }
}
