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
    var search = CutSearch(self)
    for start in 0..<vertexCount where search.numbers[start] == 0 { search.visit(from: start) }
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
  }

  /// V long: when each vertex was visited, from 1; 0 before.
  private(set) var numbers: [UInt32]
  private(set) var parts: [UInt32]
  private(set) var bridges: [Int] = []
  private let graph: Digraph
  private var visited: UInt32 = 0

  init(_ graph: Digraph) {
    self.graph = graph
    numbers = [UInt32](repeating: 0, count: graph.vertexCount)
    parts = numbers
  }

  mutating func visit(from start: Int) {
    let out = graph.outgoing
    let into = graph.incoming
    let outgoingEdges = graph.outgoingEdgeNumbers
    let incomingEdges = graph.incomingEdgeNumbers
    var path: [Step] = []
    var step = enter(start, by: .max)
    while true {
      let vertex = Int(step.vertex)
      let outgoingEnd = out.offsets[vertex + 1]
      let incomingEnd = into.offsets[vertex + 1]
      var low = step.low
      var next: (vertex: Int, edge: UInt32)?
      var position = step.outgoing
      while position < outgoingEnd {
        let other = Int(out.values[Int(position)])
        let number = numbers[other]
        position &+= 1
        if number == 0 {
          next = (other, outgoingEdges[Int(position) &- 1])
          break
        }
        // Only an edge that could lower it is worth asking whether the path came by it.
        if number < low {
          if step.entrance != .max, outgoingEdges[Int(position) &- 1] == step.entrance {
            step.entrance = .max
          } else {
            low = number
          }
        }
      }
      step.outgoing = position
      if next == nil {
        position = step.incoming
        while position < incomingEnd {
          let other = Int(into.values[Int(position)])
          let number = numbers[other]
          position &+= 1
          if number == 0 {
            next = (other, incomingEdges[Int(position) &- 1])
            break
          }
          if number < low {
            if step.entrance != .max, incomingEdges[Int(position) &- 1] == step.entrance {
              step.entrance = .max
            } else {
              low = number
            }
          }
        }
        step.incoming = position
      }
      step.low = low
      if let next {
        path.append(step)
        step = enter(next.vertex, by: next.edge)
        continue
      }
      guard var above = path.popLast() else { break }
      leave(step, to: &above)
      step = above
    }
    // For the start every branch is a part, and there is none above.
    parts[start] &-= 1
  }

  private mutating func enter(_ vertex: Int, by edge: UInt32) -> Step {
    visited &+= 1
    numbers[vertex] = visited
    // Above it lies one part.
    parts[vertex] = 1
    return Step(
      vertex: UInt32(truncatingIfNeeded: vertex), low: visited,
      outgoing: graph.outgoing.offsets[vertex], incoming: graph.incoming.offsets[vertex],
      entrance: edge, edge: edge)
  }

  private mutating func leave(_ step: Step, to above: inout Step) {
    let number = numbers[Int(above.vertex)]
    if step.low >= number { parts[Int(above.vertex)] &+= 1 }
    if step.low > number { bridges.append(Int(step.edge)) }
    above.low = min(above.low, step.low)
  }
}
