extension AndOrGraph {
  /// Leaves that suffice to keep a vertex available, ascending: whatever else fails, it stays. Nil
  /// when it is not available without the failed leaves.
  ///
  /// For each any-vertex on the way one child is chosen that is available itself — under
  /// `Semantics.buildable` the one that can be built first, so that no choice rests on itself. Every
  /// leaf that stops the vertex alone is among the leaves reached, because without it they would
  /// not all be left.
  ///
  /// - Complexity: O(V + E) time, O(V) space.
  func support(of top: Int, without failed: [Int], _ semantics: Semantics) -> [Int]? {
    let ranks = ranks(without: failed, semantics)
    guard ranks[top] != .max else { return nil }
    var isReached = [Bool](repeating: false, count: vertexCount)
    isReached[top] = true
    var rest = [top]
    while let vertex = rest.popLast() {
      var range = childRows.range(of: vertex)
      if kinds[vertex] == .any,
        let choice = range.min(by: { ranks[target($0)] < ranks[target($1)] })
      {
        range = choice..<choice + 1
      }
      for link in range where !isReached[target(link)] {
        isReached[target(link)] = true
        rest.append(target(link))
      }
    }
    return (0..<vertexCount).filter { isReached[$0] && kinds[$0] == .leaf }

    func target(_ link: Int) -> Int { Int(childRows.values[link]) }
  }

  /// Leaves that every way to keep a vertex available needs: those reached through all-vertices and
  /// any-vertices with one child. The vertex is available without failures.
  ///
  /// - Complexity: O(V + E) time, O(V) space.
  func plainNeeds(of top: Int) -> [Bool] {
    var isNeeded = [Bool](repeating: false, count: vertexCount)
    isNeeded[top] = true
    var rest = [top]
    while let vertex = rest.popLast() {
      let range = childRows.range(of: vertex)
      if kinds[vertex] == .any && range.count > 1 { continue }
      for link in range where !isNeeded[Int(childRows.values[link])] {
        isNeeded[Int(childRows.values[link])] = true
        rest.append(Int(childRows.values[link]))
      }
    }
    return isNeeded
  }

  /// V long: `UInt32.max` for what is not available without the failed leaves; for the rest 0 when
  /// all runs, and when it is to be built its place in an order in which it can be.
  private func ranks(without failed: [Int], _ semantics: Semantics) -> [UInt32] {
    switch semantics {
    case .running:
      let gone = failures(of: failed)
      return (0..<vertexCount).map { gone.contains($0) ? .max : 0 }
    case .buildable:
      var rank = [UInt32](repeating: .max, count: vertexCount)
      let order = buildOrder(without: failed)
      for place in 0..<order.count {
        rank[Int(order[place])] = UInt32(truncatingIfNeeded: place)
      }
      return rank
    }
  }
}
