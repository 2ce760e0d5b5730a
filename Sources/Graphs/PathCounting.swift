/// Brandes's algorithm where every edge is one step long: counts the shortest paths from one source
/// after the other and adds up what goes through each vertex.
struct PathCounting<Count: PathCount> {
  private struct Cell {
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

  init(_ rows: CompressedRows) {
    self.rows = rows
    cells = [Cell](repeating: Cell(value: Count(0), level: .max), count: rows.rowCount)
    order = [UInt32](repeating: 0, count: rows.rowCount)
  }

  /// Adds what the shortest paths from one source to all others make up; false, and nothing is added,
  /// when there are too many for this kind of numbers.
  ///
  /// - Complexity: O(V + E).
  mutating func addPaths(from source: Int, to values: inout [Double]) -> Bool {
    let (reached, isSafe) = countPaths(from: source)
    if isSafe { addBack(reached, to: &values) }
    for index in 0..<reached { cells[Int(order[index])] = Cell(value: Count(0), level: .max) }
    return isSafe
  }

  /// The way out: how many vertices are reached, and whether all counts are safe.
  private mutating func countPaths(from source: Int) -> (reached: Int, isSafe: Bool) {
    let offsets = rows.offsets
    let targets = rows.values
    cells[source] = Cell(value: Count(1), level: 0)
    order[0] = UInt32(truncatingIfNeeded: source)
    var reached = 1
    var next = 0
    var isSafe = true
    while next < reached {
      let vertex = Int(order[next])
      next &+= 1
      let count = cells[vertex].value
      let level = cells[vertex].level &+ 1
      isSafe = isSafe && count.isSafe
      for position in Int(offsets[vertex])..<Int(offsets[vertex + 1]) {
        let target = Int(targets[position])
        let known = cells[target].level
        if known == level {
          cells[target].value += count
        } else if known == .max {
          cells[target] = Cell(value: count, level: level)
          order[reached] = UInt32(truncatingIfNeeded: target)
          reached &+= 1
        }
      }
    }
    return (reached, isSafe)
  }

  /// The way back, furthest first.
  private mutating func addBack(_ reached: Int, to values: inout [Double]) {
    let offsets = rows.offsets
    let targets = rows.values
    for index in stride(from: reached &- 1, to: 0, by: -1) {
      let vertex = Int(order[index])
      let level = cells[vertex].level &+ 1
      var sum = Count(0)
      for position in Int(offsets[vertex])..<Int(offsets[vertex + 1]) {
        let target = Int(targets[position])
        if cells[target].level == level { sum += cells[target].value }
      }
      let count = cells[vertex].value
      let share = count * sum
      values[vertex] += share
      cells[vertex].value = (1 + share) / count
    }
  }
}
