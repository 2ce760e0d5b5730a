/// Rows of numbers of different lengths, stored one after the other (compressed sparse rows).
@usableFromInline
struct CompressedRows: Hashable, Sendable {
  /// One longer than there are rows; starts with 0, never falls; the last is `values.count`.
  @usableFromInline let offsets: [UInt32]
  /// The rows one after the other: row r is `values[offsets[r]..<offsets[r + 1]]`.
  @usableFromInline let values: [UInt32]

  init(offsets: [UInt32], values: [UInt32]) {
    assert(offsets.first == 0 && Int(offsets[offsets.count - 1]) == values.count)
    self.offsets = offsets
    self.values = values
  }

  @inlinable var rowCount: Int { offsets.count &- 1 }

  @inlinable
  subscript(row: Int) -> Digraph.Row {
    Digraph.Row(storage: values, start: Int(offsets[row]), end: Int(offsets[row + 1]))
  }

  /// Where a row stands in `values`.
  @inlinable
  func range(of row: Int) -> Range<Int> { Int(offsets[row])..<Int(offsets[row + 1]) }

  func degree(_ row: Int) -> Int { Int(offsets[row + 1]) &- Int(offsets[row]) }
}
