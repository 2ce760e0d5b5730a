/// Dinic's algorithm over the rows of a graph, with any number of sources and sinks.
///
/// Rounds of two steps: measure how many edges every vertex is from the sinks, over edges with room
/// left and back over edges with flow; then send flow along ways that come one edge nearer with each
/// step until no such way is left. After a round every source is further away than before.
struct FlowSearch {
  /// How much flows in all.
  private(set) var value = 0.0
  private let graph: Digraph
  /// By position among the outgoing edges: how much more fits.
  private var rooms: [Double]
  /// By position among the outgoing edges: how much flows.
  private var sent: [Double]
  /// By position among the incoming edges: the position of the edge among the outgoing ones.
  private let mirrors: [UInt32]
  /// V long: edges to the nearest sink; `UInt32.max` where none can be reached, or no longer.
  private var levels: [UInt32]
  /// V long: the first positions in the rows of the vertex that may still lead on.
  private var nextOutgoing: [UInt32]
  private var nextIncoming: [UInt32]
  /// The way from the source searched from, one position among the outgoing edges a step.
  private var way: [Step] = []

  private struct Step {
    let tail: UInt32
    let position: UInt32
    /// Whether the step goes along the edge and not back.
    let isForward: Bool
  }

  init(_ graph: Digraph, capacities: [Double]) {
    self.graph = graph
    rooms = graph.outgoingEdgeNumbers.map { capacities[Int($0)] }
    sent = [Double](repeating: 0, count: rooms.count)
    var positions = [UInt32](repeating: 0, count: graph.edgeCount)
    for position in 0..<rooms.count {
      positions[Int(graph.outgoingEdgeNumbers[position])] = UInt32(truncatingIfNeeded: position)
    }
    mirrors = graph.incomingEdgeNumbers.map { positions[Int($0)] }
    levels = [UInt32](repeating: .max, count: graph.vertexCount)
    nextOutgoing = []
    nextIncoming = []
  }

  /// By edge: how much flows, which rounding may have put above the capacity.
  func flows(upTo capacities: [Double]) -> [Double] {
    var flows = capacities
    for position in 0..<sent.count {
      let edge = Int(graph.outgoingEdgeNumbers[position])
      flows[edge] = min(sent[position], capacities[edge])
    }
    return flows
  }

  /// Sends as much as possible.
  mutating func run(from sources: [Int], to sinks: [Int]) {
    while true {
      measure(to: sinks)
      let starts = sources.filter { levels[$0] != .max && levels[$0] > 0 }
      if starts.isEmpty { return }
      nextOutgoing = graph.outgoing.offsets
      nextIncoming = graph.incoming.offsets
      for source in starts { send(from: source) }
    }
  }

  /// Sets `levels`.
  private mutating func measure(to sinks: [Int]) {
    let outgoing = graph.outgoing
    let incoming = graph.incoming
    for vertex in 0..<levels.count { levels[vertex] = .max }
    var queue: [UInt32] = []
    queue.reserveCapacity(levels.count)
    for sink in sinks where levels[sink] != 0 {
      levels[sink] = 0
      queue.append(UInt32(truncatingIfNeeded: sink))
    }
    var next = 0
    while next < queue.count {
      let vertex = Int(queue[next])
      let level = levels[vertex] &+ 1
      next &+= 1
      for position in incoming.range(of: vertex) {
        let other = incoming.values[position]
        if levels[Int(other)] == .max, rooms[Int(mirrors[position])] > 0 {
          levels[Int(other)] = level
          queue.append(other)
        }
      }
      for position in outgoing.range(of: vertex) {
        let other = outgoing.values[position]
        if levels[Int(other)] == .max, sent[position] > 0 {
          levels[Int(other)] = level
          queue.append(other)
        }
      }
    }
  }

  /// Sends what it can from one source along falling levels.
  private mutating func send(from source: Int) {
    let outgoingOffsets = graph.outgoing.offsets
    let heads = graph.outgoing.values
    let incomingOffsets = graph.incoming.offsets
    let tails = graph.incoming.values
    let mirrors = self.mirrors
    var vertex = source
    search: while true {
      if levels[vertex] == 0 {
        vertex = fill()
        continue
      }
      let level = levels[vertex] &- 1
      let tail = UInt32(truncatingIfNeeded: vertex)
      var position = nextOutgoing[vertex]
      let end = outgoingOffsets[vertex + 1]
      while position < end {
        let head = Int(heads[Int(position)])
        if rooms[Int(position)] > 0, levels[head] == level {
          nextOutgoing[vertex] = position
          way.append(Step(tail: tail, position: position, isForward: true))
          vertex = head
          continue search
        }
        position &+= 1
      }
      nextOutgoing[vertex] = position
      position = nextIncoming[vertex]
      let incomingEnd = incomingOffsets[vertex + 1]
      while position < incomingEnd {
        let head = Int(tails[Int(position)])
        if levels[head] == level, sent[Int(mirrors[Int(position)])] > 0 {
          nextIncoming[vertex] = position
          way.append(Step(tail: tail, position: mirrors[Int(position)], isForward: false))
          vertex = head
          continue search
        }
        position &+= 1
      }
      // Nothing leads on from here in this round.
      levels[vertex] = .max
      guard let last = way.popLast() else { return }
      vertex = Int(last.tail)
    }
  }

  /// Sends as much as the way to a sink takes; returns the vertex up to which there is room left.
  private mutating func fill() -> Int {
    var amount = Double.infinity
    for step in way {
      let position = Int(step.position)
      amount = min(amount, step.isForward ? rooms[position] : sent[position])
    }
    var first = way.count
    for index in stride(from: way.count - 1, through: 0, by: -1) {
      let position = Int(way[index].position)
      if way[index].isForward {
        rooms[position] -= amount
        sent[position] += amount
        if rooms[position] <= 0 { first = index }
      } else {
        sent[position] -= amount
        rooms[position] += amount
        if sent[position] <= 0 { first = index }
      }
    }
    value += amount
    let vertex = Int(way[first].tail)
    way.removeSubrange(first...)
    return vertex
  }

  /// The vertices to which more could flow from some vertices, these included.
  func reached(from sources: [Int]) -> VertexSet {
    search(
      from: sources, forward: graph.outgoing, forwardHasRoom: { rooms[$0] > 0 },
      backward: graph.incoming, backwardHasFlow: { sent[Int(mirrors[$0])] > 0 })
  }

  /// The vertices from which more could flow to some vertices, these included.
  func reaching(_ sinks: [Int]) -> VertexSet {
    search(
      from: sinks, forward: graph.incoming, forwardHasRoom: { rooms[Int(mirrors[$0])] > 0 },
      backward: graph.outgoing, backwardHasFlow: { sent[$0] > 0 })
  }

  private func search(
    from starts: [Int], forward: CompressedRows, forwardHasRoom: (Int) -> Bool,
    backward: CompressedRows, backwardHasFlow: (Int) -> Bool
  ) -> VertexSet {
    var set = VertexSet(vertexCount: graph.vertexCount)
    var open = starts.filter { set.insert($0) }
    while let vertex = open.popLast() {
      for position in forward.range(of: vertex) where forwardHasRoom(position) {
        let other = Int(forward.values[position])
        if set.insert(other) { open.append(other) }
      }
      for position in backward.range(of: vertex) where backwardHasFlow(position) {
        let other = Int(backward.values[position])
        if set.insert(other) { open.append(other) }
      }
    }
    return set
  }
}
