extension AndOrGraph {
  /// An and-or graph in which vertices that stand and fall together have become one.
  struct Contraction {
    /// By part: what it needs in order to be available.
    private(set) var kinds: [AndOrGraph.Kind]
    /// A row a part: what it needs.
    private(set) var childRows: CompressedRows
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
  /// - Complexity: O(V + E) space and time a round; every round but the last takes a quarter of the
  ///   vertices, so O((V + E) log V) at worst. Graphs as they occur take one or two.
  func contractingPlainCycles() -> Contraction {
    var contraction = withoutContraction
    while contraction.round() {}
    return contraction
  }

  /// The graph with every vertex a part of its own.
  var withoutContraction: Contraction {
    Contraction(
      kinds: kinds, childRows: childRows,
      parts: (0..<vertexCount).map { UInt32(truncatingIfNeeded: $0) })
  }
}

extension AndOrGraph.Contraction {
  /// The same with the parts numbered by their places in an order of them all.
  ///
  /// - Complexity: O(V + E) time and space.
  func ordered(by order: [UInt32]) -> AndOrGraph.Contraction {
    let places = order.inverse
    var offsets: [UInt32] = [0]
    var values: [UInt32] = []
    offsets.reserveCapacity(order.count + 1)
    values.reserveCapacity(childRows.values.count)
    for part in order {
      for link in childRows.range(of: Int(part)) {
        values.append(places[Int(childRows.values[link])])
      }
      offsets.append(UInt32(truncatingIfNeeded: values.count))
    }
    return AndOrGraph.Contraction(
      kinds: order.map { kinds[Int($0)] },
      childRows: CompressedRows(offsets: offsets, values: values),
      parts: parts.map { places[Int($0)] })
  }

  /// Contracts once; says whether that was worth another round.
  fileprivate mutating func round() -> Bool {
    let search = ComponentSearch(plainRows)
    let before = kinds.count
    guard search.count < before else { return false }
    contract(by: search)
    for vertex in parts.indices { parts[vertex] = search.components[Int(parts[vertex])] }
    return kinds.count < before - before / 4
  }

  /// The children of each vertex that needs all it has; nothing for the others.
  private var plainRows: CompressedRows {
    var offsets: [UInt32] = [0]
    var values: [UInt32] = []
    offsets.reserveCapacity(kinds.count + 1)
    let children = childRows.values
    for vertex in 0..<kinds.count {
      let row = childRows.range(of: vertex)
      let hasOneChild = row.allSatisfy { children[$0] == children[row.lowerBound] }
      let isPlain = kinds[vertex] == .all || hasOneChild
      if isPlain { values.append(contentsOf: children[row]) }
      offsets.append(UInt32(truncatingIfNeeded: values.count))
    }
    return CompressedRows(offsets: offsets, values: values)
  }

  /// Makes the vertices of each component of plain needs one, and parallel links too.
  private mutating func contract(by search: ComponentSearch) {
    let members = CompressedRows(
      rowCount: search.count, keys: search.components,
      values: (0..<kinds.count).map { UInt32(truncatingIfNeeded: $0) })
    var offsets: [UInt32] = [0]
    var values: [UInt32] = []
    var newKinds: [AndOrGraph.Kind] = []
    // By part: the last part that was found to need it.
    var lastParent = [UInt32](repeating: .max, count: search.count)
    for part in 0..<UInt32(truncatingIfNeeded: search.count) {
      let row = members.range(of: Int(part))
      newKinds.append(row.count == 1 ? kinds[Int(members.values[row.lowerBound])] : .all)
      for member in row {
        for link in childRows.range(of: Int(members.values[member])) {
          let child = search.components[Int(childRows.values[link])]
          // An any-vertex that can rest on itself runs; for an all-vertex it means nothing.
          if child == part && newKinds[Int(part)] == .all { continue }
          if lastParent[Int(child)] == part { continue }
          lastParent[Int(child)] = part
          values.append(child)
        }
      }
      offsets.append(UInt32(truncatingIfNeeded: values.count))
    }
    kinds = newKinds
    childRows = CompressedRows(offsets: offsets, values: values)
  }
}
