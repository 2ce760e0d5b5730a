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
    // Neither stack is read above what lies on it; room for all vertices takes memory only as far as it is used.
    var stepArray = unsafe [Step](unwritten: vertexCount)
    var path = stepArray.mutableSpan
    var depth = 0
    var openArray = unsafe [UInt32](unwritten: vertexCount)
    var open = openArray.mutableSpan
    var openCount = 0
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
          path[depth] = Step(
            vertex: UInt32(truncatingIfNeeded: vertex), position: position, end: end, own: own,
            lowest: lowest, closed: closed)
          depth &+= 1
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
          var firstMember = openCount
          while firstMember > 0, own <= low[Int(open[firstMember &- 1])] {
            firstMember &-= 1
            low[Int(open[firstMember])] = component
            index &-= 1
          }
          let others = openCount &- firstMember
          if others > 0 {
            circles.append(orderCount..<orderCount &+ others &+ 1)
            for member in firstMember..<openCount {
              order[orderCount] = open[member]
              orderCount &+= 1
            }
            openCount = firstMember
          }
          order[orderCount] = UInt32(truncatingIfNeeded: vertex)
          orderCount &+= 1
          lowest = component
        } else {
          open[openCount] = UInt32(truncatingIfNeeded: vertex)
          openCount &+= 1
        }
        low[vertex] = lowest
        guard depth > 0 else { break }
        depth &-= 1
        let above = path[depth]
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
  private struct Step: BitwiseCopyable {
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
