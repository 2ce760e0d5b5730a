extension FlowNetwork {
  /// For each vertex how many arcs with room it is from the nearest source, `UInt32.max` where nothing
  /// more can flow to; and the vertices to which more can flow. `queueArray` is V long.
  ///
  /// Where a level is a large part of the network, the vertices not yet reached look back for one in it,
  /// as in `LevelSearch`.
  func levels(
    from sources: [Int], _ queueArray: inout [UInt32]
  ) -> (levels: [UInt32], reached: VertexSet) {
    let vertexCount = offsets.count - 1
    var levels = [UInt32](large: .max, count: vertexCount)
    var reached = [UInt64](bitsBelow: vertexCount)
    var count = 0
    for source in sources where levels[source] != 0 {
      levels[source] = 0
      reached.setBit(source)
      queueArray[count] = UInt32(truncatingIfNeeded: source)
      count += 1
    }
    var start = 0
    var level: UInt32 = 1
    var arcsLeft = arcs.count
    while start < count {
      let last = start..<count
      let arcCount = self.arcCount(of: last, queueArray)
      arcsLeft -= arcCount
      if arcCount > 1024 && arcCount > arcsLeft {
        pull(last, level, &reached, &levels, &queueArray, &count)
      } else {
        push(last, level, &reached, &levels, &queueArray, &count)
      }
      start = last.upperBound
      level += 1
    }
    return (levels, VertexSet(words: reached, count: count))
  }

  private func arcCount(of level: Range<Int>, _ queue: [UInt32]) -> Int {
    let offsets = offsets.span
    let queue = queue.span
    var sum = 0
    for index in level {
      let vertex = Int(queue[index])
      sum &+= Int(offsets[vertex &+ 1] &- offsets[vertex])
    }
    return sum
  }

  /// Finds the next level along the arcs out of the last.
  private func push(
    _ last: Range<Int>, _ level: UInt32, _ reachedArray: inout [UInt64],
    _ levelArray: inout [UInt32], _ queueArray: inout [UInt32], _ count: inout Int
  ) {
    let offsets = offsets.span
    let arcs = arcs.span
    var reached = reachedArray.mutableSpan
    var levels = levelArray.mutableSpan
    var queue = queueArray.mutableSpan
    for index in last {
      let vertex = Int(queue[index])
      for position in Int(offsets[vertex])..<Int(offsets[vertex &+ 1]) {
        let arc = arcs[position]
        if reached.hasBit(Int(arc.head)) || arc.room <= 0 { continue }
        reached.setBit(Int(arc.head))
        levels[Int(arc.head)] = level
        queue[count] = arc.head
        count &+= 1
      }
    }
  }

  /// Finds the next level by looking back from the vertices not yet reached.
  private func pull(
    _ last: Range<Int>, _ level: UInt32, _ reachedArray: inout [UInt64],
    _ levelArray: inout [UInt32], _ queueArray: inout [UInt32], _ count: inout Int
  ) {
    let offsets = offsets.span
    let arcs = arcs.span
    var lastWords = [UInt64](repeating: 0, count: reachedArray.count)
    var isInLast = lastWords.mutableSpan
    var reached = reachedArray.mutableSpan
    var levels = levelArray.mutableSpan
    var queue = queueArray.mutableSpan
    for index in last { isInLast.setBit(Int(queue[index])) }
    for wordIndex in reached.indices {
      var left = ~reached[wordIndex]
      if wordIndex == reached.count &- 1, levels.count & 63 != 0 {
        left &= 1 &<< UInt64(levels.count & 63) &- 1
      }
      var found: UInt64 = 0
      while left != 0 {
        let bit = left & (0 &- left)
        left ^= bit
        let vertex = wordIndex &<< 6 &+ bit.trailingZeroBitCount
        for position in Int(offsets[vertex])..<Int(offsets[vertex &+ 1]) {
          let arc = arcs[position]
          if !isInLast.hasBit(Int(arc.head)) { continue }
          if arcs[Int(arc.mate)].room <= 0 { continue }
          found |= bit
          levels[vertex] = level
          queue[count] = UInt32(truncatingIfNeeded: vertex)
          count &+= 1
          break
        }
      }
      reached[wordIndex] |= found
    }
  }
}
