/// Brandes's algorithm where every edge is one step long: counts the shortest paths from one source
/// after the other and adds up what goes through each vertex.
struct PathCounting<Count: PathCount>: Sendable {
  private let rows: CompressedRows
  /// V long. On the way out: how many shortest paths lead to a vertex, 0 before it is reached. On the way
  /// back: (1 + what the vertex adds to the source's sum) / that number. All 0 between two searches.
  private var counts: [Count]
  /// The bits of the vertices that are no further than the level being left. Steps of shortest paths are those
  /// to others; most edges need no look at any other memory.
  private var isNear: [UInt64]
  /// The reached vertices, nearest first, and room for the others and one more.
  private var order: [UInt32]
  /// By place in the order: where its vertex's steps that shortest paths take start, and last where they end.
  private var starts: [UInt32]
  /// The ends of these steps.
  private var steps: [UInt32]

  init(_ rows: CompressedRows) {
    self.rows = rows
    counts = [Count](large: Count(0), count: rows.rowCount)
    isNear = [UInt64](bitsBelow: rows.rowCount)
    order = [UInt32](large: 0, count: rows.rowCount + 1)
    starts = [UInt32](large: 0, count: rows.rowCount + 1)
    steps = [UInt32](large: 0, count: rows.values.count)
  }

  /// Adds what the shortest paths from one source to all others make up; false, and nothing is added,
  /// when there are too many for this kind of numbers.
  ///
  /// - Complexity: O(V + E).
  mutating func addPaths(from source: Int, to values: inout [Double]) -> Bool {
    let (reached, isSafe) = Self.countPaths(
      rows, from: source, &counts, &isNear, &order, &starts, &steps)
    if isSafe { Self.addBack(reached, order, starts, steps, &counts, to: &values) }
    for index in 0..<reached {
      counts[Int(order[index])] = Count(0)
      isNear[Int(order[index] >> 6)] = 0
    }
    return isSafe
  }

  /// The way out: how many vertices are reached, and whether all counts are safe.
  private static func countPaths(
    _ rows: CompressedRows, from source: Int, _ countArray: inout [Count],
    _ isNearArray: inout [UInt64], _ orderArray: inout [UInt32], _ startArray: inout [UInt32],
    _ stepArray: inout [UInt32]
  ) -> (reached: Int, isSafe: Bool) {
    let offsets = rows.offsets.span
    let targets = rows.values.span
    var counts = countArray.mutableSpan
    var isNear = isNearArray.mutableSpan
    var order = orderArray.mutableSpan
    var starts = startArray.mutableSpan
    var steps = stepArray.mutableSpan
    let touchCount = 32
    var touchedArray = [UInt32](repeating: 0, count: touchCount)
    var touched = touchedArray.mutableSpan
    var stepCount = 0
    counts[source] = Count(1)
    order[0] = UInt32(truncatingIfNeeded: source)
    var level = 0..<1
    var reached = 1
    var isSafe = true
    while !level.isEmpty {
      for index in level { isNear.setBit(Int(order[index])) }
      var touchedEnd = level.lowerBound
      for index in level {
        // Rows lie far apart: touching the next ones together lets the processor wait for all at once.
        if index == touchedEnd {
          touchedEnd = min(index &+ touchCount, level.upperBound)
          for next in index..<touchedEnd {
            let start = Int(offsets[Int(order[next])])
            if start < targets.count { touched[next & (touchCount &- 1)] = targets[start] }
          }
        }
        starts[index] = UInt32(truncatingIfNeeded: stepCount)
        let vertex = Int(order[index])
        let count = counts[vertex]
        isSafe = isSafe && count.isSafe
        for position in Int(offsets[vertex])..<Int(offsets[vertex &+ 1]) {
          let target = targets[position]
          if isNear.hasBit(Int(target)) { continue }
          steps[stepCount] = target
          stepCount &+= 1
          // Written in any case, since no branch could be foreseen.
          order[reached] = target
          reached &+= counts[Int(target)].isZero ? 1 : 0
          counts[Int(target)] += count
        }
      }
      level = level.upperBound..<reached
    }
    starts[reached] = UInt32(truncatingIfNeeded: stepCount)
    return (reached, isSafe)
  }

  /// The way back, furthest first.
  private static func addBack(
    _ reached: Int, _ orderArray: [UInt32], _ startArray: [UInt32], _ stepArray: [UInt32],
    _ countArray: inout [Count], to valueArray: inout [Double]
  ) {
    let order = orderArray.span
    let starts = startArray.span
    let steps = stepArray.span
    var counts = countArray.mutableSpan
    var values = valueArray.mutableSpan
    var end = Int(starts[reached])
    for index in stride(from: reached &- 1, to: 0, by: -1) {
      let vertex = Int(order[index])
      let start = Int(starts[index])
      let count = counts[vertex]
      var sum = Count(0)
      for position in start..<end { sum += counts[Int(steps[position])] }
      end = start
      let share = count * sum
      values[vertex] += share
      counts[vertex] = (1 + share) / count
    }
  }
}
