/// Dinic's algorithm with any number of sources and sinks.
///
/// Rounds of two steps: measure how many arcs every vertex is from the sources, over arcs with room
/// left; then, back from the sinks, send flow along ways that come one arc nearer with each step until
/// no such way is left. After a round every sink is further away than before.
struct FlowSearch {
  /// How much flows in all.
  private(set) var value = 0.0
  private var network: FlowNetwork
  private let capacities: [Double]

  init(_ graph: Digraph, capacities: [Double], sources: [Int], sinks: [Int]) {
    self.capacities = capacities
    network = FlowNetwork(graph, capacities: capacities, sources: sources, sinks: sinks)
    run(from: sources, to: sinks)
  }

  /// By edge: how much flows, which rounding may have put above the capacity.
  var flows: [Double] {
    var flows = [Double](large: 0, count: capacities.count)
    for edge in 0..<flows.count where network.positions[edge] != .max {
      let back = network.arcs[Int(network.positions[edge])].mate
      flows[edge] = min(network.arcs[Int(back)].room, capacities[edge])
    }
    return flows
  }

  /// Sends as much as possible.
  private mutating func run(from sources: [Int], to sinks: [Int]) {
    let vertexCount = network.offsets.count - 1
    var queue = [UInt32](large: 0, count: vertexCount)
    while true {
      var levels = [UInt32](large: .max, count: vertexCount)
      Self.measure(network, from: sources, &levels, &queue)
      let ends = sinks.filter { levels[$0] != .max && levels[$0] > 0 }
      if ends.isEmpty { return }
      var nextArcs = network.offsets
      for sink in ends {
        value += Self.send(to: sink, network.offsets, &network.arcs, &levels, &nextArcs)
      }
    }
  }

  /// Sets the levels of all vertices that more can flow to: arcs to the nearest source.
  private static func measure(
    _ network: FlowNetwork, from sources: [Int], _ levelArray: inout [UInt32],
    _ queueArray: inout [UInt32]
  ) {
    let offsets = network.offsets.span
    let arcs = network.arcs.span
    var levels = levelArray.mutableSpan
    var queue = queueArray.mutableSpan
    var count = 0
    for source in sources where levels[source] != 0 {
      levels[source] = 0
      queue[count] = UInt32(truncatingIfNeeded: source)
      count &+= 1
    }
    var next = 0
    while next < count {
      let vertex = Int(queue[next])
      let level = levels[vertex] &+ 1
      next &+= 1
      for position in Int(offsets[vertex])..<Int(offsets[vertex &+ 1]) {
        let arc = arcs[position]
        if arc.room > 0, levels[Int(arc.head)] == .max {
          levels[Int(arc.head)] = level
          queue[count] = arc.head
          count &+= 1
        }
      }
    }
  }

  /// Sends what it can to one sink along levels that rise by one; returns how much.
  ///
  /// The way is searched from the sink back, one arc a step: those in `way` lead away from the sink,
  /// and what flows goes through their mates.
  private static func send(
    to sink: Int, _ offsetArray: [UInt32], _ arcArray: inout [FlowNetwork.Arc],
    _ levelArray: inout [UInt32], _ nextArray: inout [UInt32]
  ) -> Double {
    let offsets = offsetArray.span
    var arcs = arcArray.mutableSpan
    var levels = levelArray.mutableSpan
    var nextArcs = nextArray.mutableSpan
    var value = 0.0
    var way: [Step] = []
    var vertex = UInt32(truncatingIfNeeded: sink)
    search: while true {
      let level = levels[Int(vertex)]
      if level == 0 {
        // At a source: as much as the way takes.
        var amount = Double.infinity
        for step in way { amount = min(amount, arcs[Int(step.mate)].room) }
        value += amount
        var first = way.count
        for index in stride(from: way.count &- 1, through: 0, by: -1) {
          let step = way[index]
          arcs[Int(step.position)].room += amount
          let room = arcs[Int(step.mate)].room - amount
          arcs[Int(step.mate)].room = room
          if room <= 0 { first = index }
        }
        vertex = way[first].vertex
        way.removeSubrange(first...)
        continue
      }
      var position = nextArcs[Int(vertex)]
      let end = offsets[Int(vertex) &+ 1]
      while position < end {
        let arc = arcs[Int(position)]
        if levels[Int(arc.head)] == level &- 1, arcs[Int(arc.mate)].room > 0 {
          nextArcs[Int(vertex)] = position
          way.append(Step(vertex: vertex, position: position, mate: arc.mate))
          vertex = arc.head
          continue search
        }
        position &+= 1
      }
      nextArcs[Int(vertex)] = position
      // Nothing more comes here in this round.
      levels[Int(vertex)] = .max
      guard let last = way.popLast() else { return value }
      vertex = last.vertex
    }
  }

  private struct Step {
    /// Where the arc leaves: nearer to the sink.
    let vertex: UInt32
    let position: UInt32
    let mate: UInt32
  }

  /// The vertices to which more could flow from some vertices, these included.
  func reached(from sources: [Int]) -> VertexSet {
    reached(from: sources) { $0.room > 0 }
  }

  /// The vertices from which more could flow to some vertices, these included.
  func reaching(_ sinks: [Int]) -> VertexSet {
    reached(from: sinks) { network.arcs[Int($0.mate)].room > 0 }
  }

  private func reached(
    from starts: [Int], where isOpen: (FlowNetwork.Arc) -> Bool
  ) -> VertexSet {
    var set = VertexSet(vertexCount: network.offsets.count - 1)
    var open = starts.filter { set.insert($0) }
    while let vertex = open.popLast() {
      for position in Int(network.offsets[vertex])..<Int(network.offsets[vertex + 1]) {
        let arc = network.arcs[position]
        if isOpen(arc), set.insert(Int(arc.head)) { open.append(Int(arc.head)) }
      }
    }
    return set
  }
}
