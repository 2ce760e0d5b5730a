/// A search for the sets of vertices that edges join, whichever way they lead.
///
/// Most graphs have one set much larger than the others. What is joined with a vertex of many edges is found
/// first, in rounds: a vertex not yet found asks its neighbours whether one of them is, and stops at the
/// first. What the rounds leave is put together edge by edge.
struct WeakComponentSearch {
  /// V long: a tree for each set. Never above the vertex itself; equal to it for the root, which is the
  /// smallest of the set.
  private(set) var parents: [UInt32]

  init(_ graph: Digraph) {
    let found = Self.joinedWithHub(graph)
    parents = Self.trees(found, graph.vertexCount)
    Self.joinOthers(graph, found, &parents)
  }

  /// The bits of vertices that are joined with the one with the most outgoing edges; there may be more.
  private static func joinedWithHub(_ graph: Digraph) -> [UInt64] {
    var foundArray = [UInt64](bitsBelow: graph.vertexCount)
    guard let hub = graph.outgoing.longestRow else { return foundArray }
    foundArray.setBit(hub)
    for neighbor in graph.successors(of: hub) { foundArray.setBit(neighbor) }
    let inOffsets = graph.incoming.offsets.span
    let sources = graph.incoming.values.span
    let outOffsets = graph.outgoing.offsets.span
    let targets = graph.outgoing.values.span
    var found = foundArray.mutableSpan
    // As long as a round finds more than it leaves, so that rounds are few.
    var (foundCount, leftCount) = (1, 0)
    while foundCount > leftCount {
      (foundCount, leftCount) = (0, 0)
      for word in found.indices {
        for vertex in found.span.missing(inWord: word, below: graph.vertexCount) {
          let isFound =
            found.span.hasBit(anyOf: sources, inOffsets[vertex], inOffsets[vertex &+ 1])
            || found.span.hasBit(anyOf: targets, outOffsets[vertex], outOffsets[vertex &+ 1])
          if isFound { found.setBit(vertex) }
          foundCount &+= isFound ? 1 : 0
          leftCount &+= isFound ? 0 : 1
        }
      }
    }
    return foundArray
  }

  /// What is found as one set, and each other vertex as its own.
  private static func trees(_ foundArray: [UInt64], _ vertexCount: Int) -> [UInt32] {
    var parentArray = [UInt32](large: 0, count: vertexCount)
    var parents = parentArray.mutableSpan
    let found = foundArray.span
    var smallest = UInt32.max
    for vertex in parents.indices {
      let own = UInt32(truncatingIfNeeded: vertex)
      let isFound = found.hasBit(vertex)
      smallest = isFound ? min(smallest, own) : smallest
      parents[vertex] = isFound ? smallest : own
    }
    return parentArray
  }

  /// Joins each vertex that is not found with its neighbours.
  private static func joinOthers(
    _ graph: Digraph, _ foundArray: [UInt64], _ parentArray: inout [UInt32]
  ) {
    let inOffsets = graph.incoming.offsets.span
    let sources = graph.incoming.values.span
    let outOffsets = graph.outgoing.offsets.span
    let targets = graph.outgoing.values.span
    let found = foundArray.span
    var parents = parentArray.mutableSpan
    for word in found.indices {
      for vertex in found.missing(inWord: word, below: graph.vertexCount) {
        for position in Int(inOffsets[vertex])..<Int(inOffsets[vertex &+ 1]) {
          join(vertex, Int(sources[position]), in: &parents)
        }
        for position in Int(outOffsets[vertex])..<Int(outOffsets[vertex &+ 1]) {
          join(vertex, Int(targets[position]), in: &parents)
        }
      }
    }
  }

  /// Both ways up are walked together, the one whose parent is higher first, and what is left behind is hung
  /// lower, until the parents are the same or a root is hung under the other's parent.
  @inline(__always)
  private static func join(_ one: Int, _ other: Int, in parents: inout MutableSpan<UInt32>) {
    var (one, other) = (one, other)
    var (above, beyond) = (parents[one], parents[other])
    while above != beyond {
      if above < beyond { (one, other, above, beyond) = (other, one, beyond, above) }
      parents[one] = beyond
      if Int(above) == one { return }
      one = Int(above)
      above = parents[one]
    }
  }
}

extension CompressedRows {
  /// The row with the most values, of several the first; nil if all are empty.
  fileprivate var longestRow: Int? {
    let offsets = self.offsets.span
    var longest: Int?
    var length: UInt32 = 0
    for row in 0..<rowCount {
      let own = offsets[row &+ 1] &- offsets[row]
      if own > length { (longest, length) = (row, own) }
    }
    return longest
  }
}
