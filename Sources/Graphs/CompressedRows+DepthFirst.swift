extension CompressedRows {
  /// The rows in the order in which a depth-first search from row 0, 1, … in turn meets them. Every value is the number
  /// of a row.
  ///
  /// The search waits for memory at each row: most of its time on a large graph. While it waits for the head of one it
  /// has fetched the head of the next that it may have to come back to.
  ///
  /// - Complexity: O(rows + values) time, O(rows) extra space.
  func depthFirstOrder() -> [UInt32] {
    let values = self.values.span
    let headArray = heads
    let heads = headArray.span
    // Every row is met once.
    var orderArray = unsafe [UInt32](unwritten: rowCount)
    var order = orderArray.mutableSpan
    var met = [UInt64](bitsBelow: rowCount)
    var isMet = met.mutableSpan
    var count = 0
    var waiting: [Branch] = []
    for start in 0..<rowCount where !isMet.hasBit(start) {
      var row = start
      var head = heads[start]
      while true {
        isMet.setBit(row)
        order[count] = UInt32(truncatingIfNeeded: row)
        count &+= 1
        var position = head.start
        var end = heads[row &+ 1].start
        var next = UInt32.max
        if position < end {
          position &+= 1
          if !isMet.hasBit(Int(head.first)) {
            next = head.first
            head = heads[Int(next)]
          }
        }
        search: while next == .max {
          while position < end {
            let value = values[Int(position)]
            position &+= 1
            if !isMet.hasBit(Int(value)) {
              next = value
              head = heads[Int(next)]
              break search
            }
          }
          guard let branch = waiting.popLast() else { break }
          position = branch.position
          end = branch.end
          if !isMet.hasBit(Int(branch.next)) {
            next = branch.next
            head = branch.head
          }
        }
        guard next != .max else { break }
        // A row without another that is still to be met need not be taken up again.
        while position < end {
          let value = values[Int(position)]
          position &+= 1
          if value != next && !isMet.hasBit(Int(value)) {
            let head = heads[Int(value)]
            waiting.append(Branch(position: position, end: end, next: value, head: head))
            break
          }
        }
        row = Int(next)
      }
    }
    return orderArray
  }

  /// The heads of the rows, and one that ends the last. At many steps of a search a head is all that it needs of a row.
  private var heads: [RowHead] {
    let offsets = self.offsets.span
    let values = self.values.span
    var headArray = unsafe [RowHead](unwritten: rowCount + 1)
    var heads = headArray.mutableSpan
    for row in heads.indices {
      let start = offsets[row]
      heads[row] = RowHead(start: start, first: Int(start) < values.count ? values[Int(start)] : 0)
    }
    return headArray
  }
}

/// Where a row starts, with its first value if it has one.
private struct RowHead: BitwiseCopyable {
  let start: UInt32
  let first: UInt32
}

/// A row that a search has not walked to its end: what it comes to next, if that is not met meanwhile.
private struct Branch: BitwiseCopyable {
  /// How far the row has been walked: just after `next`.
  let position: UInt32
  let end: UInt32
  let next: UInt32
  let head: RowHead
}
