/// What the vertices of a strong component ask of each other: c(v) = share(v) × (given(v) + Σ c(u)), over the edges
/// u → v within but self-loops, where c is what each outgoing edge carries.
///
/// Vertices are numbered by their places in the component.
struct RankEquations {
  /// How many vertices make a block at least; components with fewer than eight times as many are one
  /// block.
  private static let verticesOfBlock = 1 << 14

  /// Vertices one after the other.
  struct Block: Sendable {
    let places: Range<Int>
    /// By vertex.
    let rows: [Row]
    /// Row by row: the vertices that edges come from, self-loops left out; with the number of all vertices
    /// added where they are of the block that is done at the same time.
    let sources: [UInt32]
    /// What comes from outside in all.
    let given: Double
  }

  /// What there is about a vertex besides its predecessors.
  struct Row: BitwiseCopyable {
    /// What comes from outside.
    var given = 0.0
    /// What each outgoing edge carries of what comes in, self-loops taken into account; 0...1.
    var share = 0.0
    /// What is lost for each 1 that an edge carries: what is not carried on, or out of the component.
    var loss = 0.0
    /// How many outgoing edges there are; above 2²⁴ rounded.
    var edges: Float = 0
    /// Where its row of `sources` ends.
    var end: UInt32 = 0
  }

  let vertexCount: Int
  /// One block, or an even number of them: two by two they are what a round does at the same time.
  let blocks: [Block]
  /// What comes from outside in all.
  let given: Double

  /// - Parameters:
  ///   - circle: where the vertices of the component stand in `order`.
  ///   - ranks: by vertex, its place in `order`.
  ///   - leaving: by vertex, how many of its edges lead to other components.
  ///   - starts: by vertex, what a fresh start gives.
  ///   - carried: by vertex, what each outgoing edge carries, of components before this one.
  /// - Complexity: O(vertices + incoming edges).
  init(
    of circle: Range<Int>, _ order: [UInt32], _ ranks: [UInt32], _ graph: Digraph,
    _ leaving: [UInt32], _ starts: [Double], _ carried: [Double], damping: Double,
    _ work: ParallelWork
  ) {
    let ranges = Self.blocks(circle)
    var blocks: [Block] = []
    work.run(
      parts: ranges.count, check: {},
      { number in
        let block = ranges[number]
        let partner = ranges.count > 1 ? ranges[number ^ 1] : 0..<0
        var (rows, sources) = Self.predecessors(block, order, ranks, graph.incoming)
        let given = Self.complete(
          &rows, &sources, block, besides: partner, circle, order, graph.outgoing, leaving, starts,
          carried, damping)
        let first = block.lowerBound - circle.lowerBound
        return Block(
          places: first..<first + block.count, rows: rows, sources: sources, given: given)
      }, combine: { blocks.append($0) })
    vertexCount = circle.count
    self.blocks = blocks
    var given = CompensatedSum()
    for block in blocks { given += block.given }
    self.given = given.value
  }

  /// Ranks one after the other, equally many.
  private static func blocks(_ circle: Range<Int>) -> [Range<Int>] {
    let pairs = circle.count / (2 * verticesOfBlock)
    // Places of a partner are counted from the number of vertices on.
    let isOne = pairs < 4 || circle.count > Int(UInt32.max / 2)
    let count = isOne ? 1 : 2 * pairs
    let bounds = (0...count).map { circle.lowerBound + circle.count * $0 / count }
    return zip(bounds, bounds.dropFirst()).map { $0..<$1 }
  }

  /// Rows of some ranks with nothing but their ends, and the ranks of all predecessors.
  ///
  /// Nothing else is done on the way: what takes time is waiting for the ranks.
  private static func predecessors(
    _ block: Range<Int>, _ orderArray: [UInt32], _ rankArray: [UInt32], _ incoming: CompressedRows
  ) -> ([Row], sources: [UInt32]) {
    let order = orderArray.span
    let ranks = rankArray.span
    let offsets = incoming.offsets.span
    let values = incoming.values.span
    var rowArray = [Row](large: Row(), count: block.count)
    var rows = rowArray.mutableSpan
    var end = 0
    for index in rows.indices {
      let vertex = Int(order[block.lowerBound &+ index])
      end &+= Int(offsets[vertex &+ 1] &- offsets[vertex])
      rows[index].end = UInt32(truncatingIfNeeded: end)
    }
    var sourceArray = [UInt32](large: 0, count: end)
    var sources = sourceArray.mutableSpan
    end = 0
    for rank in block {
      let vertex = Int(order[rank])
      for position in Int(offsets[vertex])..<Int(offsets[vertex &+ 1]) {
        sources[end] = ranks[Int(values[position])]
        end &+= 1
      }
    }
    return (rowArray, sourceArray)
  }

  /// Fills rows, and leaves only those sources that are of the component; returns what comes from outside.
  private static func complete(
    _ rowArray: inout [Row], _ sourceArray: inout [UInt32], _ block: Range<Int>,
    besides partner: Range<Int>, _ circle: Range<Int>, _ orderArray: [UInt32],
    _ outgoing: CompressedRows, _ leavingArray: [UInt32], _ startArray: [Double],
    _ carriedArray: [Double], _ damping: Double
  ) -> Double {
    let order = orderArray.span
    let outgoing = outgoing.offsets.span
    let leaving = leavingArray.span
    let starts = startArray.span
    let carried = carriedArray.span
    var rows = rowArray.mutableSpan
    var sources = sourceArray.mutableSpan
    var all = CompensatedSum()
    var position = 0
    var end = 0
    for index in rows.indices {
      let rank = block.lowerBound &+ index
      let vertex = Int(order[rank])
      var given = starts[vertex]
      var loops = 0
      while position < Int(rows[index].end) {
        let source = Int(sources[position])
        position &+= 1
        if source < circle.lowerBound {
          given += carried[Int(order[source])]
        } else if source == rank {
          loops &+= 1
        } else {
          // Those that stay move to the front.
          let isPartner = source >= partner.lowerBound && source < partner.upperBound
          let place = source &- circle.lowerBound &+ (isPartner ? circle.count : 0)
          sources[end] = UInt32(truncatingIfNeeded: place)
          end &+= 1
        }
      }
      let edges = Double(outgoing[vertex &+ 1] &- outgoing[vertex])
      let others = edges - Double(loops)
      rows[index] = Row(
        given: given, share: damping / (others + Double(loops) * (1 - damping)),
        loss: damping > 0 ? edges * (1 - damping) / damping + Double(leaving[vertex]) : 0,
        edges: Float(edges), end: UInt32(truncatingIfNeeded: end))
      all += given
    }
    return all.value
  }
}
