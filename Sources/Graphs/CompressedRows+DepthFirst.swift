/// The rows as a depth-first search has met them, each from another or to start with.
struct DepthFirstTree {
  /// Which row was met first, second, …; that is its number. Rows not met are missing.
  let order: [UInt32]
  /// By number: the number of the row that it was met from, which is lower; `UInt32.max` for one that the search
  /// started from.
  let parents: [UInt32]
}

extension CompressedRows {
  /// A depth-first search from row 0, 1, … in turn, as `depthFirstTree(from:)`.
  func depthFirstTree() -> DepthFirstTree { depthFirstTree(from: 0..<rowCount) }

  /// A depth-first search from some rows in turn, each unless another has led to it. Every value is the number of a row.
  ///
  /// The search waits for memory at each row: most of its time on a large graph. While it waits for the head of one it
  /// has fetched the head of the next that it may have to come back to.
  ///
  /// - Complexity: O(rows + values) time, O(rows) extra space; iterative, so depth is no limit.
  func depthFirstTree(from starts: some Sequence<Int>) -> DepthFirstTree {
    let values = self.values.span
    let headArray = heads
    let heads = headArray.span
    // A row is met once; what is behind those met is cut off.
    var orderArray = unsafe [UInt32](unwritten: rowCount)
    var order = orderArray.mutableSpan
    var parentArray = unsafe [UInt32](unwritten: rowCount)
    var parents = parentArray.mutableSpan
    var met = [UInt64](bitsBelow: rowCount)
    var isMet = met.mutableSpan
    var count = 0
    // Not read above what lies on it; room for all rows takes memory only as far as it is used.
    var branchArray = unsafe [Branch](unwritten: rowCount)
    var waiting = branchArray.mutableSpan
    var waitingCount = 0
    for start in starts where !isMet.hasBit(start) {
      var row = start
      var head = heads[start]
      var parent = UInt32.max
      while true {
        isMet.setBit(row)
        order[count] = UInt32(truncatingIfNeeded: row)
        parents[count] = parent
        parent = UInt32(truncatingIfNeeded: count)
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
          guard waitingCount > 0 else { break }
          waitingCount &-= 1
          let branch = waiting[waitingCount]
          parent = branch.number
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
            waiting[waitingCount] = Branch(
              number: parent, position: position, end: end, next: value, head: head)
            waitingCount &+= 1
            break
          }
        }
        row = Int(next)
      }
    }
    orderArray.removeSubrange(count...)
    parentArray.removeSubrange(count...)
    return DepthFirstTree(order: orderArray, parents: parentArray)
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
  /// When the row was met.
  let number: UInt32
  /// How far the row has been walked: just after `next`.
  let position: UInt32
  let end: UInt32
  let next: UInt32
  let head: RowHead
}
