/// A breadth-first search, one level after the other.
///
/// A small level is left along its outgoing edges. Where the edges out of a level are a large part of
/// those not yet looked at, each vertex not yet reached asks its predecessors instead whether one of
/// them is in the level, and stops at the first: most find one soon. The asking is what threads share.
struct LevelSearch {
  /// The reached vertices, nearest first, and room for the others.
  private(set) var order: [UInt32]
  /// How many vertices are reached.
  private(set) var count = 0
  /// V long: edges from the nearest source; `UInt32.max` where nothing leads.
  private(set) var distances: [UInt32]
  private let graph: Digraph
  /// The bits of the reached vertices.
  private var reached: [UInt64]

  init(_ graph: Digraph, sources: some Sequence<Int>) {
    self.graph = graph
    order = [UInt32](large: 0, count: graph.vertexCount)
    distances = [UInt32](large: .max, count: graph.vertexCount)
    reached = [UInt64](bitsBelow: graph.vertexCount)
    for source in sources where distances[source] == .max {
      distances[source] = 0
      order[count] = UInt32(truncatingIfNeeded: source)
      reached.setBit(source)
      count += 1
    }
  }

  mutating func run(threads: Int) {
    let work = ParallelWork(threads: threads)
    let edgeCount = graph.edgeCount
    var start = 0
    var distance: UInt32 = 1
    var edgesSeen = 0
    while start < count {
      let level = start..<count
      let edges = edgesOut(of: level)
      // Asking costs a look at every vertex left and a part of its edges.
      let isLarge = edges > 1024 && edges > (edgeCount - edgesSeen) / 15
      if isLarge {
        pull(level, distance, work)
      } else {
        Self.push(level, distance, graph.outgoing, &reached, &order, &distances, &count)
      }
      edgesSeen += edges
      start = level.upperBound
      distance += 1
    }
  }

  private func edgesOut(of level: Range<Int>) -> Int {
    let offsets = graph.outgoing.offsets.span
    let order = order.span
    var sum = 0
    for index in level {
      let vertex = Int(order[index])
      sum &+= Int(offsets[vertex &+ 1] &- offsets[vertex])
    }
    return sum
  }

  /// Finds the next level along the edges out of one.
  private static func push(
    _ level: Range<Int>, _ distance: UInt32, _ rows: CompressedRows, _ reachedArray: inout [UInt64],
    _ orderArray: inout [UInt32], _ distanceArray: inout [UInt32], _ count: inout Int
  ) {
    let offsets = rows.offsets.span
    let targets = rows.values.span
    var reached = reachedArray.mutableSpan
    var order = orderArray.mutableSpan
    var distances = distanceArray.mutableSpan
    for index in level {
      let vertex = Int(order[index])
      for position in Int(offsets[vertex])..<Int(offsets[vertex &+ 1]) {
        let target = Int(targets[position])
        if reached.hasBit(target) { continue }
        reached.setBit(target)
        distances[target] = distance
        order[count] = UInt32(truncatingIfNeeded: target)
        count &+= 1
      }
    }
  }
}

// MARK: - Large levels

extension LevelSearch {
  /// Finds the next level by asking the vertices not yet reached.
  private mutating func pull(_ level: Range<Int>, _ distance: UInt32, _ work: ParallelWork) {
    let (rows, reached) = (graph.incoming, reached)
    let isInLevel = bits(of: level)
    // Few vertices are asked sooner than another thread is awake.
    let partCount = work.threads == 1 ? 1 : max(1, min(4 * work.threads, reached.count / 128))
    var found: [UInt64] = []
    work.run(
      parts: partCount, check: {},
      { part in
        let words = reached.count * part / partCount..<reached.count * (part + 1) / partCount
        return Self.ask(words, rows, reached, isInLevel)
      }, combine: { found += $0 })
    Self.add(found, distance, &self.reached, &order, &distances, &count)
  }

  private func bits(of level: Range<Int>) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: reached.count)
    var space = bits.mutableSpan
    let order = order.span
    for index in level { space.setBit(Int(order[index])) }
    return bits
  }

  /// Which vertices of some words are in the next level, bit by bit; `rows` are those of incoming edges.
  private static func ask(
    _ words: Range<Int>, _ rows: CompressedRows, _ reachedArray: [UInt64], _ levelArray: [UInt64]
  ) -> [UInt64] {
    let offsets = rows.offsets.span
    let sources = rows.values.span
    let reached = reachedArray.span
    let isInLevel = levelArray.span
    var bits = [UInt64](repeating: 0, count: words.count)
    var space = bits.mutableSpan
    for wordIndex in words {
      var left = ~reached[wordIndex]
      if wordIndex == reached.count &- 1, rows.rowCount & 63 != 0 {
        left &= 1 &<< UInt64(rows.rowCount & 63) &- 1
      }
      var found: UInt64 = 0
      while left != 0 {
        let bit = left & (0 &- left)
        left ^= bit
        let vertex = wordIndex &<< 6 &+ bit.trailingZeroBitCount
        for position in Int(offsets[vertex])..<Int(offsets[vertex &+ 1]) {
          if !isInLevel.hasBit(Int(sources[position])) { continue }
          found |= bit
          break
        }
      }
      space[wordIndex &- words.lowerBound] = found
    }
    return bits
  }

  /// Takes up the next level, given bit by bit.
  private static func add(
    _ bits: [UInt64], _ distance: UInt32, _ reachedArray: inout [UInt64],
    _ orderArray: inout [UInt32], _ distanceArray: inout [UInt32], _ count: inout Int
  ) {
    let bits = bits.span
    var reached = reachedArray.mutableSpan
    var order = orderArray.mutableSpan
    var distances = distanceArray.mutableSpan
    for word in bits.indices {
      var left = bits[word]
      reached[word] |= left
      while left != 0 {
        let vertex = word &<< 6 &+ left.trailingZeroBitCount
        left &= left &- 1
        distances[vertex] = distance
        order[count] = UInt32(truncatingIfNeeded: vertex)
        count &+= 1
      }
    }
  }
}
