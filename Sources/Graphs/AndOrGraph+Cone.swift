extension AndOrGraph {
  /// The part of a graph on which one vertex can depend: the vertex and all that it reaches along
  /// links to children.
  struct Cone {
    /// That part, with its own numbers; the vertex it belongs to is number 0.
    let graph: AndOrGraph
    /// The number in the whole graph of each vertex of the part.
    let originals: [UInt32]
  }

  /// The cone of one vertex.
  ///
  /// - Complexity: O(V) for clearing, else linear in the cone.
  func cone(of top: Int) -> Cone {
    let unseen = UInt32.max
    var numbers = [UInt32](repeating: unseen, count: vertexCount)
    numbers[top] = 0
    var originals = [UInt32(truncatingIfNeeded: top)]
    var offsets: [UInt32] = [0]
    var children: [UInt32] = []
    var next = 0
    while next < originals.count {
      for link in childRows.range(of: Int(originals[next])) {
        let child = childRows.values[link]
        if numbers[Int(child)] == unseen {
          numbers[Int(child)] = UInt32(truncatingIfNeeded: originals.count)
          originals.append(child)
        }
        children.append(numbers[Int(child)])
      }
      offsets.append(UInt32(truncatingIfNeeded: children.count))
      next += 1
    }
    return Cone(
      graph: AndOrGraph(
        kinds: originals.map { kinds[Int($0)] },
        childRows: CompressedRows(offsets: offsets, values: children)),
      originals: originals)
  }
}
