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

  /// A row a vertex: V + 1 long.
  let offsets: [UInt32]
  var arcs: [Arc]
  /// By edge: where its arc stands; `UInt32.max` for an edge that cannot help.
  let positions: [UInt32]

  /// Leaves out edges without capacity, self-loops, and edges into sources or out of sinks.
  init(_ graph: Digraph, capacities: [Double], sources: [Int], sinks: [Int]) {
    let isUseful = Self.usefulEdges(graph, capacities, sources: sources, sinks: sinks)
    let vertexCount = graph.vertexCount
    var offsets = [UInt32](large: 0, count: vertexCount + 1)
    let starts = graph.sources
    let ends = graph.targets
    for edge in 0..<starts.count where isUseful[edge] {
      offsets[Int(starts[edge]) + 1] += 1
      offsets[Int(ends[edge]) + 1] += 1
    }
    for vertex in 0..<vertexCount { offsets[vertex + 1] += offsets[vertex] }
    var positions = [UInt32](large: .max, count: starts.count)
    var arcs = [Arc](
      large: Arc(room: 0, head: 0, mate: 0), count: Int(offsets[vertexCount]))
    Self.place(
      graph, capacities, isUseful, offsets: offsets, positions: &positions, arcs: &arcs)
    self.offsets = offsets
    self.arcs = arcs
    self.positions = positions
  }

  private static func usefulEdges(
    _ graph: Digraph, _ capacities: [Double], sources: [Int], sinks: [Int]
  ) -> [Bool] {
    var isSource = [Bool](repeating: false, count: graph.vertexCount)
    var isSink = isSource
    for source in sources { isSource[source] = true }
    for sink in sinks { isSink[sink] = true }
    return capacities.indices.map { edge in
      let start = graph.source(of: edge)
      let end = graph.target(of: edge)
      return capacities[edge] > 0 && start != end && !isSource[end] && !isSink[start]
    }
  }

  /// Vertex by vertex, in the order of its outgoing edges and then of its incoming ones.
  private static func place(
    _ graph: Digraph, _ capacityArray: [Double], _ usefulArray: [Bool],
    offsets offsetArray: [UInt32], positions positionArray: inout [UInt32], arcs arcArray: inout [Arc]
  ) {
    let outOffsets = graph.outgoing.offsets.span
    let outEdges = graph.outgoingEdgeNumbers.span
    let inOffsets = graph.incoming.offsets.span
    let inEdges = graph.incomingEdgeNumbers.span
    let starts = graph.sources.span
    let ends = graph.targets.span
    let isUseful = usefulArray.span
    let offsets = offsetArray.span
    let capacities = capacityArray.span
    var positions = positionArray.mutableSpan
    var arcs = arcArray.mutableSpan
    // Arcs along edges first: they follow the order of the rows.
    for vertex in 0..<graph.vertexCount {
      var next = offsets[vertex]
      for index in Int(outOffsets[vertex])..<Int(outOffsets[vertex &+ 1]) {
        let edge = Int(outEdges[index])
        if !isUseful[edge] { continue }
        positions[edge] = next
        next &+= 1
      }
    }
    for vertex in 0..<graph.vertexCount {
      // Those against edges stand at the end of the row, the last one last.
      var next = offsets[vertex &+ 1]
      for index in (Int(inOffsets[vertex])..<Int(inOffsets[vertex &+ 1])).reversed() {
        let edge = Int(inEdges[index])
        if !isUseful[edge] { continue }
        next &-= 1
        let position = positions[edge]
        arcs[Int(position)] = Arc(room: capacities[edge], head: ends[edge], mate: next)
        arcs[Int(next)] = Arc(room: 0, head: starts[edge], mate: position)
      }
    }
  }
}
