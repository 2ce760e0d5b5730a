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
    let isReached = reached(from: top, ranks, choosingLast: false)
    return (0..<vertexCount).filter { isReached[$0] && kinds[$0] == .leaf }
  }

  /// The leaves that two ways to keep a vertex available have in common, ascending: every leaf that stops it alone
  /// is among them, and hardly any other where there is a choice. Nil when it is not available without the failed leaves.
  ///
  /// - Complexity: O(V + E) time, O(V) space.
  func commonSupport(of top: Int, without failed: [Int], _ semantics: Semantics) -> [Int]? {
    let ranks = ranks(without: failed, semantics)
    guard ranks[top] != .max else { return nil }
    let one = reached(from: top, ranks, choosingLast: false)
    let other = reached(from: top, ranks, choosingLast: true)
    return (0..<vertexCount).filter { one[$0] && other[$0] && kinds[$0] == .leaf }
  }

  /// By vertex, whether one way to keep a vertex available uses it.
  ///
  /// - Parameter choosingLast: whether of the children of an any-vertex that will do the last is chosen, not the one
  ///   that ranks lowest.
  private func reached(from top: Int, _ ranks: [UInt32], choosingLast: Bool) -> [Bool] {
    var isReached = [Bool](repeating: false, count: vertexCount)
    isReached[top] = true
    var rest = [top]
    while let vertex = rest.popLast() {
      var range = childRows.range(of: vertex)
      if kinds[vertex] == .any, let choice = choice(vertex, range, ranks, choosingLast) {
        range = choice..<choice + 1
      }
      for link in range where !isReached[target(link)] {
        isReached[target(link)] = true
        rest.append(target(link))
      }
    }
    return isReached
  }

  /// The link to a child that keeps an any-vertex available: one that ranks lowest, or the last that ranks lower
  /// than the vertex itself, before which it can be built.
  private func choice(
    _ vertex: Int, _ links: Range<Int>, _ ranks: [UInt32], _ choosingLast: Bool
  ) -> Int? {
    choosingLast
      ? links.last { ranks[target($0)] < ranks[vertex] || ranks[target($0)] == 0 }
      : links.min { ranks[target($0)] < ranks[target($1)] }
  }

  private func target(_ link: Int) -> Int { Int(childRows.values[link]) }

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
