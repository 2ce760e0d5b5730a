/// The vertices and the edges without which a graph falls into more parts, when the direction of the
/// edges does not matter.
///
/// An articulation point is a vertex, and a bridge an edge, whose removal leaves more weakly
/// connected components than there were.
public struct CutPoints: Hashable, Sendable {
  /// The articulation points, ascending.
  public let articulationPoints: [Int]
  /// The bridges as edge numbers, ascending.
  public let bridges: [Int]
  /// V long: how many parts the component of the vertex is left in without it.
  private let parts: [UInt32]

  fileprivate init(parts: [UInt32], bridges: [Int]) {
    self.parts = parts
    self.bridges = bridges
    articulationPoints = (0..<parts.count).filter { parts[$0] > 1 }
  }

  /// Whether the graph falls into more parts without a vertex.
  public func isArticulationPoint(_ vertex: Int) -> Bool { parts[vertex] > 1 }

  /// Whether the graph falls into more parts without an edge.
  ///
  /// - Complexity: O(log bridges).
  public func isBridge(_ edge: Int) -> Bool {
    var low = 0
    var high = bridges.count
    while low < high {
      let middle = (low + high) / 2
      if bridges[middle] < edge { low = middle + 1 } else { high = middle }
    }
    return low < bridges.count && bridges[low] == edge
  }

  /// Into how many parts the component of a vertex falls without it: 0 for a vertex alone, 1 when
  /// the rest holds together, 2 or more for an articulation point.
  public func parts(without vertex: Int) -> Int { Int(parts[vertex]) }
}

extension Digraph {
  /// The articulation points and the bridges of the graph seen without directions, in one search.
  ///
  /// An edge that has a parallel one, in either direction, is no bridge. Self-loops change nothing
  /// and are no bridges. The empty graph has neither.
  ///
  /// Source: J. Hopcroft, R. Tarjan, *Algorithm 447: efficient algorithms for graph manipulation*,
  /// Communications of the ACM 16 (1973), doi:10.1145/362248.362272; R. E. Tarjan, *A note on finding
  /// the bridges of a graph*, Information Processing Letters 2 (1974),
  /// doi:10.1016/0020-0190(74)90003-9.
  ///
  /// - Complexity: O(V + E) time and extra space; iterative, so depth is no limit.
  public func cutPoints() -> CutPoints {
    let search = CutSearch(self)
    return CutPoints(parts: search.parts, bridges: search.bridges.sorted())
  }
}

/// A depth-first search that ignores directions, and what hangs on to the rest below each of its vertices.
///
/// Seen without direction every edge joins a vertex and one of its ancestors, so that what is below a vertex holds on to
/// the rest by nothing but the lowest number that its edges lead to. The search comes first and alone: it waits for memory
/// as it is, and what edges lead to is found quicker row by row than along the search.
private struct CutSearch {
  /// V long: how many parts the component of the vertex is left in without it.
  let parts: [UInt32]
  private(set) var bridges: [Int] = []

  init(_ graph: Digraph) {
    let rows = graph.outgoing.joined(with: graph.incoming)
    let tree = rows.depthFirstTree()
    let numbers = tree.order.inverse
    var lows = Self.lows(rows, tree, numbers)
    // Above each vertex but a start lies one part.
    var parts = [UInt32](large: 1, count: graph.vertexCount)
    for child in stride(from: tree.order.count - 1, through: 0, by: -1) {
      let parent = tree.parents[child]
      guard parent != .max else {
        parts[child] -= 1
        continue
      }
      let low = lows[child]
      lows[Int(parent)] = min(lows[Int(parent)], low)
      if low >= parent { parts[Int(parent)] += 1 }
      if low > parent {
        bridges.append(graph.edge(between: tree.order[child], tree.order[Int(parent)]))
      }
    }
    self.parts = parts.gathered(numbers)
  }

  /// By number: the lowest number that edges of the vertex lead to, but for the one by which it was met.
  private static func lows(
    _ rows: CompressedRows, _ tree: DepthFirstTree, _ numberArray: [UInt32]
  ) -> [UInt32] {
    let numbers = numberArray.span
    let parents = tree.parents.span
    let offsets = rows.offsets.span
    let values = rows.values.span
    // Every vertex has a number.
    var lowArray = unsafe [UInt32](unwritten: rows.rowCount)
    var lows = lowArray.mutableSpan
    for vertex in numbers.indices {
      let number = numbers[vertex]
      let parent = parents[Int(number)]
      var low = number
      var parentEdges = 0
      for position in Int(offsets[vertex])..<Int(offsets[vertex &+ 1]) {
        let other = numbers[Int(values[position])]
        let isParent = other == parent
        parentEdges &+= isParent ? 1 : 0
        low = min(low, isParent ? .max : other)
      }
      lows[Int(number)] = parentEdges > 1 ? min(low, parent) : low
    }
    return lowArray
  }
}

extension Digraph {
  /// The edge that joins two vertices, in either direction.
  fileprivate func edge(between vertex: UInt32, _ other: UInt32) -> Int {
    if let position = outgoing.position(of: other, inRow: Int(vertex)) {
      return Int(outgoingEdgeNumbers[position])
    }
    guard let position = incoming.position(of: other, inRow: Int(vertex)) else {
      preconditionFailure("no edge joins the vertices")
    }
    return Int(incomingEdgeNumbers[position])
  }
}

extension CompressedRows {
  /// Where a row holds a value first.
  fileprivate func position(of value: UInt32, inRow row: Int) -> Int? {
    range(of: row).first { values[$0] == value }
  }

  /// Every row with the same row of others behind it.
  fileprivate func joined(with other: CompressedRows) -> CompressedRows {
    let (starts, otherStarts) = (offsets.span, other.offsets.span)
    let (values, otherValues) = (self.values.span, other.values.span)
    // All rows one after the other fill both.
    var offsetArray = unsafe [UInt32](unwritten: starts.count)
    var valueArray = unsafe [UInt32](unwritten: values.count + otherValues.count)
    do {
      var offsets = offsetArray.mutableSpan
      var joined = valueArray.mutableSpan
      var end = 0
      for row in 0..<rowCount {
        offsets[row] = UInt32(truncatingIfNeeded: end)
        for position in Int(starts[row])..<Int(starts[row &+ 1]) {
          joined[end] = values[position]
          end &+= 1
        }
        for position in Int(otherStarts[row])..<Int(otherStarts[row &+ 1]) {
          joined[end] = otherValues[position]
          end &+= 1
        }
      }
      offsets[rowCount] = UInt32(truncatingIfNeeded: end)
    }
    return CompressedRows(offsets: offsetArray, values: valueArray)
  }
}
