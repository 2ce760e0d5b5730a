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

// MARK: - Counting sort

extension CompressedRows {
  /// Puts `values[i]` into row `keys[i]`; within a row the order of the input stays.
  ///
  /// Every key is below `rowCount`.
  ///
  /// - Complexity: O(rows + values) time.
  init(rowCount: Int, keys: [UInt32], values: [UInt32]) {
    let offsets = Self.offsets(rowCount: rowCount, keys: keys)
    self.init(offsets: offsets, values: Self.scattered(values, to: keys, offsets: offsets))
  }

  /// Puts `values[i]` into row `keys[i]`, and i at the same position of a second array.
  ///
  /// Every key is below `rowCount`.
  ///
  /// - Complexity: O(rows + values) time.
  static func numbered(
    _ values: [UInt32], rowCount: Int, keys: [UInt32]
  ) -> (rows: CompressedRows, numbers: [UInt32]) {
    let offsets = offsets(rowCount: rowCount, keys: keys)
    var next = offsets
    var result = [UInt32](repeating: 0, count: values.count)
    var numbers = result
    for index in 0..<keys.count {
      let row = Int(keys[index])
      let position = Int(next[row])
      next[row] &+= 1
      result[position] = values[index]
      numbers[position] = UInt32(truncatingIfNeeded: index)
    }
    return (CompressedRows(offsets: offsets, values: result), numbers)
  }

  /// The rows seen from the other side: row v lists the rows that hold v, ascending, once for each
  /// time. Every value is the number of a row.
  ///
  /// - Complexity: O(rows + values) time.
  var transposed: CompressedRows {
    let offsets = Self.offsets(rowCount: rowCount, keys: values)
    var next = offsets
    var result = [UInt32](repeating: 0, count: values.count)
    for row in 0..<rowCount {
      for position in self.offsets[row]..<self.offsets[row + 1] {
        let value = Int(values[Int(position)])
        result[Int(next[value])] = UInt32(truncatingIfNeeded: row)
        next[value] &+= 1
      }
    }
    return CompressedRows(offsets: offsets, values: result)
  }

  /// Where each row starts when `keys` are grouped.
  static func offsets(rowCount: Int, keys: [UInt32]) -> [UInt32] {
    var offsets = [UInt32](repeating: 0, count: rowCount + 1)
    for index in 0..<keys.count { offsets[Int(keys[index]) + 1] &+= 1 }
    for row in 0..<rowCount { offsets[row + 1] &+= offsets[row] }
    return offsets
  }

  static func scattered(_ values: [UInt32], to keys: [UInt32], offsets: [UInt32]) -> [UInt32] {
    var next = offsets
    var result = [UInt32](repeating: 0, count: values.count)
    for index in 0..<keys.count {
      let row = Int(keys[index])
      result[Int(next[row])] = values[index]
      next[row] &+= 1
    }
    return result
  }
}
