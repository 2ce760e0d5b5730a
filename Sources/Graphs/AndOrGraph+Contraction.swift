extension AndOrGraph {
  /// An and-or graph in which vertices that stand and fall together have become one.
  struct Contraction {
    /// The graph of the parts.
    private(set) var graph: AndOrGraph
    /// By vertex of the original graph: its part.
    private(set) var parts: [UInt32]
  }

  /// The graph with every cycle of plain needs made into one vertex.
  ///
  /// A need is plain when it leads from an all-vertex, or from an any-vertex to its only child. On a
  /// cycle of plain needs whatever stops one vertex stops all, and under `Semantics.running` nothing
  /// else does but what stops a child outside. Any-vertices whose children have become one make new
  /// plain needs, so this goes on while it pays.
  ///
  /// - Complexity: O(V + E) time and space: each round but the last takes a quarter of the vertices.
  func contractingPlainCycles() -> Contraction {
    var contraction = withoutContraction
    while contraction.round() {}
    return contraction
  }

  /// The graph with every vertex a part of its own.
  var withoutContraction: Contraction {
    Contraction(graph: self, parts: (0..<vertexCount).map { UInt32(truncatingIfNeeded: $0) })
  }
}

extension AndOrGraph.Contraction {
  /// The same with the parts numbered by their places in an order of them all.
  ///
  /// - Complexity: O(V + E) time and space.
  func ordered(by order: [UInt32]) -> AndOrGraph.Contraction {
    var places = order
    for place in order.indices { places[Int(order[place])] = UInt32(truncatingIfNeeded: place) }
    var offsets: [UInt32] = [0]
    var values: [UInt32] = []
    offsets.reserveCapacity(order.count + 1)
    values.reserveCapacity(graph.linkCount)
    for part in order {
      for child in graph.children(of: Int(part)) { values.append(places[child]) }
      offsets.append(UInt32(truncatingIfNeeded: values.count))
    }
    return AndOrGraph.Contraction(
      graph: AndOrGraph(
        kinds: order.map { graph.kinds[Int($0)] },
        childRows: CompressedRows(offsets: offsets, values: values)),
      parts: parts.map { places[Int($0)] })
  }

  /// Contracts once; says whether that was worth another round.
  fileprivate mutating func round() -> Bool {
    let search = ComponentSearch(plainRows)
    guard search.count < graph.vertexCount else { return false }
    let before = graph.vertexCount
    graph = quotient(by: search)
    for vertex in parts.indices { parts[vertex] = search.components[Int(parts[vertex])] }
    return graph.vertexCount < before - before / 4
  }

  /// The children of each vertex that needs all it has; nothing for the others.
  private var plainRows: CompressedRows {
    var offsets: [UInt32] = [0]
    var values: [UInt32] = []
    offsets.reserveCapacity(graph.vertexCount + 1)
    let children = graph.childRows.values
    for vertex in 0..<graph.vertexCount {
      let row = graph.childRows.range(of: vertex)
      let isPlain =
        graph.kinds[vertex] == .all
        || row.allSatisfy {
          children[$0] == children[row.lowerBound]
        }
      if isPlain { values.append(contentsOf: children[row]) }
      offsets.append(UInt32(truncatingIfNeeded: values.count))
    }
    return CompressedRows(offsets: offsets, values: values)
  }

  /// The graph with the vertices of each component of plain needs made one, and parallel links too.
  private func quotient(by search: ComponentSearch) -> AndOrGraph {
    let members = CompressedRows(
      rowCount: search.count, keys: search.components,
      values: (0..<graph.vertexCount).map { UInt32(truncatingIfNeeded: $0) })
    var offsets: [UInt32] = [0]
    var values: [UInt32] = []
    var kinds: [AndOrGraph.Kind] = []
    // By part: the last part that was found to need it.
    var lastParent = [UInt32](repeating: .max, count: search.count)
    for part in 0..<UInt32(truncatingIfNeeded: search.count) {
      let row = members.range(of: Int(part))
      kinds.append(row.count == 1 ? graph.kinds[Int(members.values[row.lowerBound])] : .all)
      for member in row {
        for link in graph.childRows.range(of: Int(members.values[member])) {
          let child = search.components[Int(graph.childRows.values[link])]
          // An any-vertex that can rest on itself runs; for an all-vertex it means nothing.
          if child == part && kinds[Int(part)] == .all { continue }
          if lastParent[Int(child)] == part { continue }
          lastParent[Int(child)] = part
          values.append(child)
        }
      }
      offsets.append(UInt32(truncatingIfNeeded: values.count))
    }
    return AndOrGraph(kinds: kinds, childRows: CompressedRows(offsets: offsets, values: values))
  }
}
