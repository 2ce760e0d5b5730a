extension CompressedRows {
  /// Puts `values[i]` into row `keys[i]`; within a row the order of the input stays.
  ///
  /// Every key is below `rowCount`.
  ///
  /// - Parameter room: a key for each value, which sorting many takes.
  /// - Complexity: O(rows + values) time.
  init(
    rowCount: Int, keys: [UInt32], values: [UInt32], _ room: borrowing SharedRoom<[UInt32]>
  ) {
    self = Self.sorted(values, rowCount: rowCount, keys: keys, room, isNumbered: false).rows
  }

  /// The same in room of its own.
  init(rowCount: Int, keys: [UInt32], values: [UInt32]) {
    self.init(rowCount: rowCount, keys: keys, values: values, Self.room(keys.count))
  }

  /// Room for sorting so many values.
  static func room(_ count: Int) -> SharedRoom<[UInt32]> {
    SharedRoom { unsafe [UInt32](unwritten: count) }
  }

  /// Puts i into row `keys[i]`, ascending.
  ///
  /// Every key is below `rowCount`.
  ///
  /// - Complexity: O(rows + keys) time.
  init(rowCount: Int, grouping keys: [UInt32]) {
    let offsets = Self.offsets(rowCount: rowCount, keys: keys)
    var next = offsets
    var result = [UInt32](large: 0, count: keys.count)
    do {
      let keys = keys.span
      var next = next.mutableSpan
      var result = result.mutableSpan
      for index in keys.indices {
        let row = Int(keys[index])
        let position = next[row]
        next[row] = position &+ 1
        result[Int(position)] = UInt32(truncatingIfNeeded: index)
      }
    }
    self.init(offsets: offsets, values: result)
  }

  /// Puts `values[i]` into row `keys[i]`, and i at the same position of a second array.
  ///
  /// Every key is below `rowCount`.
  ///
  /// - Parameter room: a key for each value, which sorting many takes.
  /// - Complexity: O(rows + values) time.
  static func numbered(
    _ values: [UInt32], rowCount: Int, keys: [UInt32], _ room: borrowing SharedRoom<[UInt32]>
  ) -> (rows: CompressedRows, numbers: [UInt32]) {
    sorted(values, rowCount: rowCount, keys: keys, room, isNumbered: true)
  }

  /// Without numbers the second array stays empty.
  private static func sorted(
    _ values: [UInt32], rowCount: Int, keys: [UInt32], _ room: borrowing SharedRoom<[UInt32]>,
    isNumbered: Bool
  ) -> (rows: CompressedRows, numbers: [UInt32]) {
    var offsets = [UInt32](large: 0, count: rowCount + 1)
    // Rows have as many positions as there are keys, so that each of these is written once.
    var result = unsafe [UInt32](unwritten: keys.count)
    var numbers = unsafe [UInt32](unwritten: isNumbered ? keys.count : 0)
    if keys.count < 1 << 21 {
      place(
        keys.span, values.span, offsets: offsets.mutableSpan, result: result.mutableSpan,
        numbers: numbers.mutableSpan)
    } else {
      room.use { groupedKeys in
        placeInTwoSteps(
          keys.span, values.span, groupedKeys: groupedKeys.mutableSpan,
          offsets: offsets.mutableSpan, result: result.mutableSpan, numbers: numbers.mutableSpan)
      }
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
    var result = [UInt32](large: 0, count: values.count)
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
    var offsets = [UInt32](large: 0, count: rowCount + 1)
    var counts = offsets.mutableSpan
    let keys = keys.span
    for index in keys.indices { counts[Int(keys[index]) &+ 1] &+= 1 }
    for row in 0..<rowCount { counts[row &+ 1] &+= counts[row] }
    return offsets
  }
}

/// Puts values and their numbers into the rows of their keys: `offsets` is all 0 before and has where
/// each row starts afterwards. Without room for numbers there are none.
private func place(
  _ keys: Span<UInt32>, _ values: Span<UInt32>, offsets: consuming MutableSpan<UInt32>,
  result: consuming MutableSpan<UInt32>, numbers: consuming MutableSpan<UInt32>
) {
  // One place further on, so that what is counted up while placing ends as the start of the row.
  let rowCount = offsets.count &- 1
  let isNumbered = !numbers.isEmpty
  for index in keys.indices { offsets[Int(keys[index]) &+ 1] &+= 1 }
  var start: UInt32 = 0
  for row in 1...max(rowCount, 1) where row <= rowCount {
    let count = offsets[row]
    offsets[row] = start
    start &+= count
  }
  for index in keys.indices {
    let row = Int(keys[index]) &+ 1
    let position = Int(offsets[row])
    offsets[row] &+= 1
    result[position] = values[index]
    if isNumbered { numbers[position] = UInt32(truncatingIfNeeded: index) }
  }
}

/// The same for many keys: first into some hundred groups of rows, then within each group, so that
/// neither step jumps about in more than the caches hold. `result` and `numbers` hold the groups meanwhile.
private func placeInTwoSteps(
  _ keys: Span<UInt32>, _ values: Span<UInt32>, groupedKeys: consuming MutableSpan<UInt32>,
  offsets: consuming MutableSpan<UInt32>, result: consuming MutableSpan<UInt32>,
  numbers: consuming MutableSpan<UInt32>
) {
  let rowCount = offsets.count &- 1
  let isNumbered = !numbers.isEmpty
  var shift: UInt32 = 0
  while rowCount >> Int(shift) > 255 { shift += 1 }
  var nextArray = [UInt32](repeating: 0, count: (rowCount >> Int(shift)) + 2)
  var next = nextArray.mutableSpan
  for index in keys.indices { next[Int(keys[index] &>> shift) &+ 1] &+= 1 }
  var longest: UInt32 = 0
  for group in 1..<next.count {
    longest = max(longest, next[group])
    next[group] &+= next[group &- 1]
  }
  for index in keys.indices {
    let key = keys[index]
    let group = Int(key &>> shift)
    let position = Int(next[group])
    next[group] &+= 1
    groupedKeys[position] = key
    result[position] = values[index]
    if isNumbered { numbers[position] = UInt32(truncatingIfNeeded: index) }
  }
  // What a group holds, while it is put in order.
  var itemArray = [Item](repeating: Item(), count: Int(longest))
  var items = itemArray.mutableSpan
  var start = 0
  for group in 0..<(next.count &- 1) {
    let end = Int(next[group])
    for index in start..<end {
      offsets[Int(groupedKeys[index]) &+ 1] &+= 1
      items[index &- start] = Item(value: result[index], number: isNumbered ? numbers[index] : 0)
    }
    let firstRow = group << Int(shift)
    let endRow = min(firstRow + 1 << Int(shift), rowCount)
    var position = UInt32(truncatingIfNeeded: start)
    for row in firstRow..<max(endRow, firstRow) {
      let count = offsets[row &+ 1]
      offsets[row &+ 1] = position
      position &+= count
    }
    for index in start..<end {
      let item = items[index &- start]
      let row = Int(groupedKeys[index]) &+ 1
      let position = Int(offsets[row])
      offsets[row] &+= 1
      result[position] = item.value
      if isNumbered { numbers[position] = item.number }
    }
    start = end
  }
}

/// A value on its way to its row.
private struct Item: BitwiseCopyable {
  var value: UInt32 = 0
  var number: UInt32 = 0
}
