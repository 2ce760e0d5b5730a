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
  /// and are no bridges. The empty graph has neither. Both directions of the rows are walked, no
  /// second graph is built.
  ///
  /// Source: J. Hopcroft, R. Tarjan, *Algorithm 447: efficient algorithms for graph manipulation*,
  /// Communications of the ACM 16 (1973), doi:10.1145/362248.362272; R. E. Tarjan, *A note on finding
  /// the bridges of a graph*, Information Processing Letters 2 (1974),
  /// doi:10.1016/0020-0190(74)90003-9.
  ///
  /// - Complexity: O(V + E) time, O(V) extra space; iterative, so depth is no limit.
  public func cutPoints() -> CutPoints {
    let search = CutSearch(self)
    return CutPoints(parts: search.parts, bridges: search.bridges.sorted())
  }
}

/// A depth-first search that ignores directions and keeps, for the vertices on its path, the lowest
/// visit number that an edge from below them leads to.
private struct CutSearch {
  /// A vertex on the path, and how far its two rows have been walked.
  private struct Step {
    var vertex: UInt32
    /// The lowest visit number reached from here or below.
    var low: UInt32
    var outgoing: UInt32
    var incoming: UInt32
    /// The edge by which the path came here; `UInt32.max` for the start and once it has been met
    /// again from this side.
    var entrance: UInt32
    /// The edge by which the path came here.
    var edge: UInt32

    /// Takes note of a lower visit number at the other end of an edge, unless the path came by it.
    @inline(__always)
    mutating func meet(_ number: UInt32, by edge: UInt32) {
      if edge == entrance { entrance = .max } else { low = number }
    }
  }

  /// V long: how many parts the component of the vertex is left in without it.
  let parts: [UInt32]
  private(set) var bridges: [Int] = []

  init(_ graph: Digraph) {
    // V long: when each vertex was visited, from 1; 0 before.
    var numbers = [UInt32](large: 0, count: graph.vertexCount)
    // Above each vertex but a start lies one part.
    var parts = [UInt32](large: 1, count: graph.vertexCount)
    var visited: UInt32 = 0
    for start in 0..<graph.vertexCount where numbers[start] == 0 {
      Self.visit(from: start, graph, &numbers, &parts, &visited, &bridges)
      parts[start] -= 1
    }
    self.parts = parts
  }

  private static func visit(
    from start: Int, _ graph: Digraph, _ numberArray: inout [UInt32],
    _ partArray: inout [UInt32], _ visited: inout UInt32, _ bridges: inout [Int]
  ) {
    let outOffsets = graph.outgoing.offsets.span
    let outValues = graph.outgoing.values.span
    let outEdges = graph.outgoingEdgeNumbers.span
    let inOffsets = graph.incoming.offsets.span
    let inValues = graph.incoming.values.span
    let inEdges = graph.incomingEdgeNumbers.span
    var numbers = numberArray.mutableSpan
    var parts = partArray.mutableSpan
    var path: [Step] = []
    visited &+= 1
    numbers[start] = visited
    var step = Step(
      vertex: UInt32(truncatingIfNeeded: start), low: visited, outgoing: outOffsets[start],
      incoming: inOffsets[start], entrance: .max, edge: .max)
    while true {
      let vertex = Int(step.vertex)
      var next = UInt32.max
      var edge = UInt32.max
      // Only an edge that could lower it is worth asking whether the path came by it.
      var position = step.outgoing
      let outEnd = outOffsets[vertex &+ 1]
      while position < outEnd {
        let other = outValues[Int(position)]
        let number = numbers[Int(other)]
        position &+= 1
        if number == 0 {
          (next, edge) = (other, outEdges[Int(position) &- 1])
          break
        }
        if number < step.low {
          step.meet(number, by: outEdges[Int(position) &- 1])
        }
      }
      step.outgoing = position
      if next == .max {
        position = step.incoming
        let inEnd = inOffsets[vertex &+ 1]
        while position < inEnd {
          let other = inValues[Int(position)]
          let number = numbers[Int(other)]
          position &+= 1
          if number == 0 {
            (next, edge) = (other, inEdges[Int(position) &- 1])
            break
          }
          if number < step.low {
            step.meet(number, by: inEdges[Int(position) &- 1])
          }
        }
        step.incoming = position
      }
      if next != .max {
        path.append(step)
        visited &+= 1
        numbers[Int(next)] = visited
        step = Step(
          vertex: next, low: visited, outgoing: outOffsets[Int(next)],
          incoming: inOffsets[Int(next)], entrance: edge, edge: edge)
        continue
      }
      guard var above = path.popLast() else { return }
      let number = numbers[Int(above.vertex)]
      if step.low >= number { parts[Int(above.vertex)] &+= 1 }
      if step.low > number { bridges.append(Int(step.edge)) }
      above.low = min(above.low, step.low)
      step = above
    }
  }
}
