/// The shortest augmenting path algorithm with any number of sources and sinks.
///
/// Every vertex knows how many arcs with room it is from the sources, or a number below that: its level.
/// Back from a sink, flow is sent along ways on which the level falls by one with each step; a vertex
/// from which no such step leads is lifted to just above the lowest one that leads to it, and the search
/// goes a step back. Measuring all levels anew after each round, as Dinic does, takes 1.8 times as long
/// on the generated networks: few levels change.
struct FlowSearch {
  /// How much flows in all.
  private(set) var value = 0.0
  /// The vertices to which more could flow from the sources, these included.
  private(set) var sourceSide: VertexSet
  private var network: FlowNetwork
  private let capacities: [Double]

  /// `check` is called every 65,536 steps and before each walk over the network; what it throws ends
  /// the search.
  init<Failure: Error>(
    _ graph: Digraph, capacities: [Double], sources: [Int], sinks: [Int],
    check: () throws(Failure) -> Void
  ) throws(Failure) {
    self.capacities = capacities
    network = FlowNetwork(graph, capacities: capacities, sources: sources, sinks: sinks)
    sourceSide = VertexSet(vertexCount: graph.vertexCount)
    try run(from: sources, to: sinks, check)
  }

  /// By edge: how much flows, which rounding may have put above the capacity.
  var flows: [Double] {
    var flows = [Double](large: 0, count: capacities.count)
    let arcs = network.arcs.span
    let positions = network.positions.span
    let capacities = capacities.span
    var results = flows.mutableSpan
    for edge in results.indices where positions[edge] != .max {
      let mate = arcs[Int(positions[edge])].mate
      results[edge] = min(arcs[Int(mate)].room, capacities[edge])
    }
    return flows
  }

  /// Sends as much as possible.
  private mutating func run<Failure: Error>(
    from sources: [Int], to sinks: [Int], _ check: () throws(Failure) -> Void
  ) throws(Failure) {
    let vertexCount = network.offsets.count - 1
    var queue = [UInt32](large: 0, count: vertexCount)
    // Counted up to 65,536 over all sinks.
    var steps: UInt16 = 0
    // A sink that is out of reach stays so.
    var sinks = sinks
    while true {
      try check()
      var levels: [UInt32]
      (levels, sourceSide) = network.levels(from: sources, &queue)
      sinks = sinks.filter { levels[$0] != .max && levels[$0] > 0 }
      if sinks.isEmpty { return }
      var nextArcs = network.offsets
      var counts = [UInt32](large: 0, count: vertexCount + 1)
      for level in levels where level != .max { counts[Int(level)] += 1 }
      var gap = UInt32(truncatingIfNeeded: vertexCount)
      for sink in sinks {
        value += try Self.send(
          to: sink, network.offsets, &network.arcs, &levels, &nextArcs, &counts, &gap, &steps, check
        )
      }
    }
  }

  /// Sends what it can to one sink; returns how much.
  ///
  /// `countArray` has for each level how many vertices are there. Once there are none, nothing comes
  /// from below to a level above: `gap` is the lowest such level.
  ///
  /// The way is searched from the sink back, one arc a step: those in `way` lead away from the sink,
  /// and what flows goes through their mates.
  private static func send<Failure: Error>(
    to sink: Int, _ offsetArray: [UInt32], _ arcArray: inout [FlowNetwork.Arc],
    _ levelArray: inout [UInt32], _ nextArray: inout [UInt32], _ countArray: inout [UInt32],
    _ gap: inout UInt32, _ steps: inout UInt16, _ check: () throws(Failure) -> Void
  ) throws(Failure) -> Double {
    if levelArray[sink] >= gap { return 0 }
    let offsets = offsetArray.span
    var arcs = arcArray.mutableSpan
    var levels = levelArray.mutableSpan
    var nextArcs = nextArray.mutableSpan
    var counts = countArray.mutableSpan
    var value = 0.0
    var way: [Step] = []
    var vertex = UInt32(truncatingIfNeeded: sink)
    search: while true {
      steps &+= 1
      if steps == 0 { try check() }
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
      // Nothing more comes here over so few arcs.
      var least = UInt32.max - 1
      for position in Int(offsets[Int(vertex)])..<Int(end) {
        let arc = arcs[position]
        let other = levels[Int(arc.head)]
        if other < least, arcs[Int(arc.mate)].room > 0 { least = other }
      }
      counts[Int(level)] &-= 1
      if counts[Int(level)] == 0 {
        // No level above this one leads back to a source any more.
        gap = min(gap, level)
        levels[Int(vertex)] = .max
        levels[sink] = .max
        return value
      }
      if least &+ 1 < gap {
        levels[Int(vertex)] = least &+ 1
        counts[Int(least) &+ 1] &+= 1
        nextArcs[Int(vertex)] = offsets[Int(vertex)]
      } else {
        levels[Int(vertex)] = .max
      }
      if let last = way.popLast() {
        vertex = last.vertex
      } else if levels[Int(vertex)] == .max {
        return value
      }
    }
  }

  private struct Step {
    /// Where the arc leaves: nearer to the sink.
    let vertex: UInt32
    let position: UInt32
    let mate: UInt32
  }

  /// The vertices from which more could flow to some vertices, these included.
  func reaching(_ sinks: [Int]) -> VertexSet {
    let offsets = network.offsets.span
    let arcs = network.arcs.span
    var words = [UInt64](bitsBelow: offsets.count - 1)
    var reached = words.mutableSpan
    var open: [UInt32] = []
    for sink in sinks where !reached.hasBit(sink) {
      reached.setBit(sink)
      open.append(UInt32(truncatingIfNeeded: sink))
    }
    var count = open.count
    while let vertex = open.popLast() {
      for position in Int(offsets[Int(vertex)])..<Int(offsets[Int(vertex) &+ 1]) {
        let arc = arcs[position]
        if !reached.hasBit(Int(arc.head)), arcs[Int(arc.mate)].room > 0 {
          reached.setBit(Int(arc.head))
          open.append(arc.head)
          count &+= 1
        }
      }
    }
    return VertexSet(words: words, count: count)
  }
}
