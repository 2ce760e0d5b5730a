/// Brandes's algorithm where every edge is one step long: counts the shortest paths from one source
/// after the other and adds up what goes through each vertex.
struct PathCounting<Count: PathCount> {
  private struct Cell: BitwiseCopyable {
    /// On the way out: how many shortest paths lead here. On the way back: (1 + what the vertex adds
    /// to the source's sum) / that number.
    var value: Count
    /// Steps from the source; `UInt32.max` before the vertex is reached.
    var level: UInt32
  }

  private let rows: CompressedRows
  /// V long; all unreached between two searches.
  private var cells: [Cell]
  /// The reached vertices, nearest first, and room for the others.
  private var order: [UInt32]
  /// By place in the order: where its vertex's steps that shortest paths take start, and last where they end.
  private var starts: [UInt32]
  /// The ends of these steps.
  private var steps: [UInt32]

  init(_ rows: CompressedRows) {
    self.rows = rows
    cells = [Cell](large: Cell(value: Count(0), level: .max), count: rows.rowCount)
    order = [UInt32](large: 0, count: rows.rowCount)
    starts = [UInt32](large: 0, count: rows.rowCount + 1)
    steps = [UInt32](large: 0, count: rows.values.count)
  }

  /// Adds what the shortest paths from one source to all others make up; false, and nothing is added,
  /// when there are too many for this kind of numbers.
  ///
  /// - Complexity: O(V + E).
  mutating func addPaths(from source: Int, to values: inout [Double]) -> Bool {
    let (reached, isSafe) = Self.countPaths(rows, from: source, &cells, &order, &starts, &steps)
    if isSafe { Self.addBack(reached, order, starts, steps, &cells, to: &values) }
    for index in 0..<reached { cells[Int(order[index])] = Cell(value: Count(0), level: .max) }
    return isSafe
  }

  /// The way out: how many vertices are reached, and whether all counts are safe.
  private static func countPaths(
    _ rows: CompressedRows, from source: Int, _ cellArray: inout [Cell],
    _ orderArray: inout [UInt32], _ startArray: inout [UInt32], _ stepArray: inout [UInt32]
  ) -> (reached: Int, isSafe: Bool) {
    let offsets = rows.offsets.span
    let targets = rows.values.span
    var cells = cellArray.mutableSpan
    var order = orderArray.mutableSpan
    var starts = startArray.mutableSpan
    var steps = stepArray.mutableSpan
    var stepCount = 0
    cells[source] = Cell(value: Count(1), level: 0)
    order[0] = UInt32(truncatingIfNeeded: source)
    var reached = 1
    var next = 0
    var isSafe = true
    while next < reached {
      let vertex = Int(order[next])
      starts[next] = UInt32(truncatingIfNeeded: stepCount)
      next &+= 1
      let cell = cells[vertex]
      let level = cell.level &+ 1
      isSafe = isSafe && cell.value.isSafe
      for position in Int(offsets[vertex])..<Int(offsets[vertex &+ 1]) {
        let target = targets[position]
        let known = cells[Int(target)].level
        if known == level {
          cells[Int(target)].value += cell.value
          steps[stepCount] = target
          stepCount &+= 1
        } else if known == .max {
          cells[Int(target)] = Cell(value: cell.value, level: level)
          steps[stepCount] = target
          stepCount &+= 1
          order[reached] = target
          reached &+= 1
        }
      }
    }
    starts[reached] = UInt32(truncatingIfNeeded: stepCount)
    return (reached, isSafe)
  }

  /// The way back, furthest first.
  private static func addBack(
    _ reached: Int, _ orderArray: [UInt32], _ startArray: [UInt32], _ stepArray: [UInt32],
    _ cellArray: inout [Cell], to valueArray: inout [Double]
  ) {
    let order = orderArray.span
    let starts = startArray.span
    let steps = stepArray.span
    var cells = cellArray.mutableSpan
    var values = valueArray.mutableSpan
    var end = Int(starts[reached])
    for index in stride(from: reached &- 1, to: 0, by: -1) {
      let vertex = Int(order[index])
      let start = Int(starts[index])
      let value = cells[vertex].value
      var sum = Count(0)
      for position in start..<end { sum += cells[Int(steps[position])].value }
      end = start
      let share = value * sum
      values[vertex] += share
      cells[vertex].value = (1 + share) / value
    }
  }
}
