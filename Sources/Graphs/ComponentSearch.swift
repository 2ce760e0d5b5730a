/// Pearce's depth-first search for strongly connected components, over bare rows.
struct ComponentSearch {
  /// A number for each vertex; edges lead from lower to equal or higher numbers.
  private(set) var components: [UInt32]
  /// The vertices in the order in which the search left them: without cycles, targets first.
  private(set) var finished: [UInt32] = []
  /// How many components there are.
  let count: Int

  /// Searches from vertex 0, 1, … in turn.
  ///
  /// `components` doubles as the index of the algorithm: 0 for an unseen vertex, the lowest visit
  /// number reached for an open one, and for a closed one its component, counted down from V − 1.
  /// Open indices always stay below closed ones, because each closing takes its indices back.
  ///
  /// - Complexity: O(V + E) time, O(V) extra space.
  init(_ rows: CompressedRows) {
    let vertexCount = rows.rowCount
    let offsets = rows.offsets
    let values = rows.values
    var low = [UInt32](repeating: 0, count: vertexCount)
    var cursor = offsets
    var isRoot = [Bool](repeating: true, count: vertexCount)
    var path: [UInt32] = []
    var open: [UInt32] = []
    var left: [UInt32] = []
    left.reserveCapacity(vertexCount)
    var index: UInt32 = 1
    var component = UInt32(truncatingIfNeeded: vertexCount)

    for start in 0..<vertexCount where low[start] == 0 {
      path.append(UInt32(truncatingIfNeeded: start))
      low[start] = index
      index &+= 1
      while let last = path.last {
        let vertex = Int(last)
        let end = offsets[vertex + 1]
        var position = cursor[vertex]
        var lowest = low[vertex]
        var child: UInt32?
        while position < end {
          let target = values[Int(position)]
          let reached = low[Int(target)]
          if reached == 0 {
            child = target
            break
          }
          if reached < lowest {
            lowest = reached
            isRoot[vertex] = false
          }
          position &+= 1
        }
        low[vertex] = lowest
        // The position stays on the edge just taken: on return its target counts as reached.
        cursor[vertex] = position
        if let child {
          low[Int(child)] = index
          index &+= 1
          path.append(child)
          continue
        }
        path.removeLast()
        left.append(last)
        guard isRoot[vertex] else {
          open.append(last)
          continue
        }
        component &-= 1
        index &-= 1
        while let member = open.last, low[vertex] <= low[Int(member)] {
          open.removeLast()
          low[Int(member)] = component
          index &-= 1
        }
        low[vertex] = component
      }
    }
    for vertex in 0..<vertexCount { low[vertex] &-= component }
    components = low
    finished = left
    count = vertexCount - Int(component)
  }
}
