/// A breadth-first search, one level after the other.
///
/// A small level is left along its outgoing edges. Where the edges out of a level are a large part of
/// those not yet looked at, each vertex not yet reached asks its predecessors instead whether one of
/// them is in the level, and stops at the first: most find one soon.
struct LevelSearch {
  /// The reached vertices, nearest first, and room for the others.
  private(set) var order: [UInt32]
  /// How many vertices are reached.
  private(set) var count = 0
  /// V long: edges from the nearest source; `UInt32.max` where nothing leads.
  private(set) var distances: [UInt32]
  /// V long: the vertex before on a shortest path; a source stands for itself.
  private(set) var previous: [UInt32]
  private let graph: Digraph
  /// Bit v % 64 of word v / 64: whether vertex v is reached.
  private var reached: [UInt64]

  init(_ graph: Digraph, sources: some Sequence<Int>) {
    self.graph = graph
    order = [UInt32](large: 0, count: graph.vertexCount)
    distances = [UInt32](large: .max, count: graph.vertexCount)
    previous = [UInt32](large: .max, count: graph.vertexCount)
    reached = [UInt64](repeating: 0, count: (graph.vertexCount + 63) / 64)
    for source in sources where distances[source] == .max {
      distances[source] = 0
      previous[source] = UInt32(truncatingIfNeeded: source)
      order[count] = UInt32(truncatingIfNeeded: source)
      reached[source >> 6] |= 1 << UInt64(source & 63)
      count += 1
    }
  }

  mutating func run() {
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
        Self.pull(
          level, distance, graph.incoming, &reached, &order, &distances, &previous, &count)
      } else {
        Self.push(
          level, distance, graph.outgoing, &reached, &order, &distances, &previous, &count)
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
    _ orderArray: inout [UInt32], _ distanceArray: inout [UInt32], _ previousArray: inout [UInt32],
    _ count: inout Int
  ) {
    let offsets = rows.offsets.span
    let targets = rows.values.span
    var reached = reachedArray.mutableSpan
    var order = orderArray.mutableSpan
    var distances = distanceArray.mutableSpan
    var previous = previousArray.mutableSpan
    for index in level {
      let vertex = order[index]
      for position in Int(offsets[Int(vertex)])..<Int(offsets[Int(vertex) &+ 1]) {
        let target = Int(targets[position])
        let word = reached[target &>> 6]
        let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: target)
        if word & bit != 0 { continue }
        reached[target &>> 6] = word | bit
        distances[target] = distance
        previous[target] = vertex
        order[count] = UInt32(truncatingIfNeeded: target)
        count &+= 1
      }
    }
  }

  /// Finds the next level by asking the vertices not yet reached; `rows` are those of incoming edges.
  private static func pull(
    _ level: Range<Int>, _ distance: UInt32, _ rows: CompressedRows, _ reachedArray: inout [UInt64],
    _ orderArray: inout [UInt32], _ distanceArray: inout [UInt32], _ previousArray: inout [UInt32],
    _ count: inout Int
  ) {
    let vertexCount = rows.rowCount
    let offsets = rows.offsets.span
    let sources = rows.values.span
    var front = [UInt64](repeating: 0, count: reachedArray.count)
    var isInLevel = front.mutableSpan
    var reached = reachedArray.mutableSpan
    var order = orderArray.mutableSpan
    var distances = distanceArray.mutableSpan
    var previous = previousArray.mutableSpan
    for index in level {
      let vertex = Int(order[index])
      isInLevel[vertex &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: vertex)
    }
    for wordIndex in reached.indices {
      var left = ~reached[wordIndex]
      if wordIndex == reached.count &- 1, vertexCount & 63 != 0 {
        left &= 1 &<< UInt64(vertexCount & 63) &- 1
      }
      var found: UInt64 = 0
      while left != 0 {
        let bit = left & (0 &- left)
        left ^= bit
        let vertex = wordIndex &<< 6 &+ bit.trailingZeroBitCount
        for position in Int(offsets[vertex])..<Int(offsets[vertex &+ 1]) {
          let source = sources[position]
          if isInLevel[Int(source &>> 6)] &>> UInt64(source) & 1 == 0 { continue }
          found |= bit
          distances[vertex] = distance
          previous[vertex] = source
          order[count] = UInt32(truncatingIfNeeded: vertex)
          count &+= 1
          break
        }
      }
      reached[wordIndex] |= found
    }
  }
}
