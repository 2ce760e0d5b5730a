/// Pearce's depth-first search for strongly connected components, over bare rows.
struct ComponentSearch {
  /// A number for each vertex; edges lead from lower to equal or higher numbers.
  let components: [UInt32]
  /// The vertices by component, targets first; within a component in the order in which the search left them.
  let order: [UInt32]
  /// Where the components of more than one vertex stand in `order`, ascending.
  let circles: [Range<Int>]
  /// By vertex: how many of its edges lead to other components; empty unless they are counted.
  let leaving: [UInt32]
  /// How many components there are.
  let count: Int

  /// Searches from vertex 0, 1, … in turn.
  ///
  /// `low` is the index of the algorithm: 0 for an unseen vertex, its visit number for one on the
  /// path, the lowest visit number reached for an open one that has been left, and for a closed one
  /// its component, counted down from V.
  /// Open indices always stay below closed ones, because each closing takes its indices back.
  ///
  /// - Complexity: O(V + E) time, O(V) extra space.
  init(_ rows: CompressedRows, countsLeaving: Bool = false) {
    let vertexCount = rows.rowCount
    let offsets = rows.offsets.span
    let values = rows.values.span
    var components = [UInt32](large: 0, count: vertexCount)
    var low = components.mutableSpan
    var path: [Step] = []
    var open: [UInt32] = []
    var closedVertices = [UInt32](large: 0, count: vertexCount)
    var order = closedVertices.mutableSpan
    var orderCount = 0
    var circles: [Range<Int>] = []
    var leavingArray = [UInt32](large: 0, count: countsLeaving ? vertexCount : 0)
    var leaving = leavingArray.mutableSpan
    var index: UInt32 = 1
    var component = UInt32(truncatingIfNeeded: vertexCount &+ 1)

    for start in 0..<vertexCount where low[start] == 0 {
      var vertex = start
      var position = offsets[start]
      var end = offsets[start &+ 1]
      var own = index
      var lowest = index
      var closed: UInt32 = 0
      low[start] = index
      index &+= 1
      while true {
        var child = UInt32.max
        while position < end {
          let target = values[Int(position)]
          position &+= 1
          let reached = low[Int(target)]
          if reached == 0 {
            child = target
            break
          }
          closed &+= reached >= component ? 1 : 0
          lowest = min(lowest, reached)
        }
        if child != .max {
          path.append(
            Step(
              vertex: UInt32(truncatingIfNeeded: vertex), position: position, end: end, own: own,
              lowest: lowest, closed: closed))
          vertex = Int(child)
          position = offsets[vertex]
          end = offsets[vertex &+ 1]
          own = index
          lowest = index
          closed = 0
          low[vertex] = index
          index &+= 1
          continue
        }
        if countsLeaving { leaving[vertex] = closed }
        if lowest == own {
          component &-= 1
          index &-= 1
          var firstMember = open.count
          while firstMember > 0, own <= low[Int(open[firstMember &- 1])] {
            firstMember &-= 1
            low[Int(open[firstMember])] = component
            index &-= 1
          }
          let others = open.count &- firstMember
          if others > 0 {
            circles.append(orderCount..<orderCount &+ others &+ 1)
            for member in open[firstMember...] {
              order[orderCount] = member
              orderCount &+= 1
            }
            open.removeLast(others)
          }
          order[orderCount] = UInt32(truncatingIfNeeded: vertex)
          orderCount &+= 1
          lowest = component
        } else {
          open.append(UInt32(truncatingIfNeeded: vertex))
        }
        low[vertex] = lowest
        guard let above = path.popLast() else { break }
        vertex = Int(above.vertex)
        position = above.position
        end = above.end
        own = above.own
        closed = above.closed &+ (lowest >= component ? 1 : 0)
        lowest = min(above.lowest, lowest)
      }
    }
    for vertex in low.indices { low[vertex] &-= component }
    self.components = components
    self.order = closedVertices
    self.circles = circles
    self.leaving = leavingArray
    count = vertexCount + 1 - Int(component)
  }

  /// A vertex on the path above the current one.
  private struct Step {
    let vertex: UInt32
    /// How far its row has been walked.
    let position: UInt32
    let end: UInt32
    /// When it was visited, and the lowest index reached from it so far.
    let own: UInt32
    let lowest: UInt32
    /// How many edges so far lead to vertices of closed components.
    let closed: UInt32
  }
}
