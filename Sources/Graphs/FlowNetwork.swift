/// The edges of a graph as arcs both ways, each with what still fits through it.
///
/// The arcs that leave a vertex lie together, those along edges and those back against edges alike, so
/// that a search walks through memory.
struct FlowNetwork {
  struct Arc {
    /// How much more fits.
    var room: Double
    /// Where the arc ends.
    let head: UInt32
    /// Where the arc the other way stands.
    let mate: UInt32
  }

  /// A row a vertex: V + 1 long. There are at most two arcs an edge, fewer than 2³² in all.
  let offsets: [UInt32]
  var arcs: [Arc]
  /// By edge: where its arc stands; `UInt32.max` for an edge that cannot help.
  let positions: [UInt32]

  /// Leaves out edges without capacity, self-loops, and edges into sources or out of sinks.
  init(_ graph: Digraph, capacities: [Double], sources: [Int], sinks: [Int]) {
    var terminals = [Terminal](repeating: .none, count: graph.vertexCount)
    for source in sources { terminals[source] = .source }
    for sink in sinks { terminals[sink] = .sink }
    var offsets = [UInt32](large: 0, count: graph.vertexCount + 1)
    // By vertex: where the next arc that leads back against an edge goes.
    var nextBack = [UInt32](large: 0, count: graph.vertexCount)
    Self.count(graph, capacities, terminals, &offsets, &nextBack)
    var positions = [UInt32](large: .max, count: graph.edgeCount)
    var arcs = [Arc](
      large: Arc(room: 0, head: 0, mate: 0), count: Int(offsets[graph.vertexCount]))
    Self.place(graph, capacities, terminals, offsets, &nextBack, &positions, &arcs)
    self.offsets = offsets
    self.arcs = arcs
    self.positions = positions
  }

  private enum Terminal: UInt8, BitwiseCopyable {
    case none
    case source
    case sink
  }

  @inline(__always)
  private static func isUseful(
    from start: Int, to end: Int, _ capacity: Double, _ terminals: Span<Terminal>
  ) -> Bool {
    capacity > 0 && start != end && terminals[end] != .source && terminals[start] != .sink
  }

  /// In each row first the arcs along edges, then those back against edges.
  private static func count(
    _ graph: Digraph, _ capacityArray: [Double], _ terminalArray: [Terminal],
    _ offsetArray: inout [UInt32], _ nextArray: inout [UInt32]
  ) {
    let starts = graph.sources.span
    let ends = graph.targets.span
    let capacities = capacityArray.span
    let terminals = terminalArray.span
    var offsets = offsetArray.mutableSpan
    var next = nextArray.mutableSpan
    for edge in starts.indices {
      let start = Int(starts[edge])
      let end = Int(ends[edge])
      if isUseful(from: start, to: end, capacities[edge], terminals) {
        offsets[start &+ 1] &+= 1
        next[start] &+= 1
        offsets[end &+ 1] &+= 1
      }
    }
    for vertex in next.indices {
      offsets[vertex &+ 1] &+= offsets[vertex]
      next[vertex] &+= offsets[vertex]
    }
  }

  private static func place(
    _ graph: Digraph, _ capacityArray: [Double], _ terminalArray: [Terminal],
    _ offsetArray: [UInt32], _ nextArray: inout [UInt32], _ positionArray: inout [UInt32],
    _ arcArray: inout [Arc]
  ) {
    let rowOffsets = graph.outgoing.offsets.span
    let heads = graph.outgoing.values.span
    let edges = graph.outgoingEdgeNumbers.span
    let capacities = capacityArray.span
    let terminals = terminalArray.span
    let offsets = offsetArray.span
    var next = nextArray.mutableSpan
    var positions = positionArray.mutableSpan
    var arcs = arcArray.mutableSpan
    for vertex in next.indices {
      var position = offsets[vertex]
      for index in Int(rowOffsets[vertex])..<Int(rowOffsets[vertex &+ 1]) {
        let edge = Int(edges[index])
        let head = heads[index]
        let capacity = capacities[edge]
        if !isUseful(from: vertex, to: Int(head), capacity, terminals) { continue }
        let mate = next[Int(head)]
        next[Int(head)] = mate &+ 1
        arcs[Int(position)] = Arc(room: capacity, head: head, mate: mate)
        arcs[Int(mate)] = Arc(
          room: 0, head: UInt32(truncatingIfNeeded: vertex), mate: position)
        positions[edge] = position
        position &+= 1
      }
    }
  }
}
