/// The predecessors of vertices that have been ranked by strong component, a row a rank, as ranks.
///
/// In a row come first those in components before its own, then self-loops, whose places stay empty, then
/// those in its own component: a round over a component reads the last part alone.
struct RankPredecessors {
  /// One longer than there are ranks: where each row starts.
  let starts: [UInt32]
  /// By rank: where those in components before its own end.
  let middles: [UInt32]
  /// By rank: where those in its own component start.
  let lasts: [UInt32]
  /// The rows one after the other.
  let values: [UInt32]

  /// - Parameters:
  ///   - components: a row a component, in topological order: its vertices, in the order of their ranks.
  ///   - rankArray: the rank of each vertex.
  /// - Complexity: O(V + E).
  init(_ graph: Digraph, _ components: CompressedRows, _ rankArray: [UInt32]) {
    let rowOffsets = graph.incoming.offsets.span
    let rowValues = graph.incoming.values.span
    let componentOffsets = components.offsets.span
    let order = components.values.span
    let ranks = rankArray.span
    var startArray = [UInt32](large: 0, count: order.count + 1)
    var middleArray = [UInt32](large: 0, count: order.count)
    var lastArray = [UInt32](large: 0, count: order.count)
    var valueArray = [UInt32](large: 0, count: rowValues.count)
    var starts = startArray.mutableSpan
    var middles = middleArray.mutableSpan
    var lasts = lastArray.mutableSpan
    var values = valueArray.mutableSpan
    var start = 0
    for component in 0..<componentOffsets.count &- 1 {
      let first = componentOffsets[component]
      for rank in Int(first)..<Int(componentOffsets[component &+ 1]) {
        let vertex = Int(order[rank])
        let row = Int(rowOffsets[vertex])..<Int(rowOffsets[vertex &+ 1])
        // Filled from both ends.
        var middle = start
        var last = start &+ row.count
        start = last
        for position in row {
          let predecessor = ranks[Int(rowValues[position])]
          if predecessor < first {
            values[middle] = predecessor
            middle &+= 1
          } else if predecessor != rank {
            last &-= 1
            values[last] = predecessor
          }
        }
        middles[rank] = UInt32(truncatingIfNeeded: middle)
        lasts[rank] = UInt32(truncatingIfNeeded: last)
        starts[rank &+ 1] = UInt32(truncatingIfNeeded: start)
      }
    }
    self.starts = startArray
    self.middles = middleArray
    self.lasts = lastArray
    self.values = valueArray
  }

  /// Where in `values` those in components before its own are.
  func before(_ rank: Int) -> Range<Int> { Int(starts[rank])..<Int(middles[rank]) }

  /// Where in `values` those in its own component are.
  func within(_ rank: Int) -> Range<Int> { Int(lasts[rank])..<Int(starts[rank + 1]) }

  /// How many self-loops a vertex has.
  func loopCount(_ rank: Int) -> Int { Int(lasts[rank]) - Int(middles[rank]) }
}
