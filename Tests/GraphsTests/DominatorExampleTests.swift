import Graphs
import Testing

/// Single points of failure of a graph of any-vertices are the dominators of the plain graph.
@Suite struct DominatorExampleTests {
  /// T. Lengauer, R. E. Tarjan, *A fast algorithm for finding dominators in a flowgraph*, ACM
  /// Transactions on Programming Languages and Systems 1 (1979), doi:10.1145/357062.357071, figures 1
  /// and 2.
  @Test func `the flowgraph of Lengauer and Tarjan has their dominators`() throws {
    let successors: KeyValuePairs = [
      "R": "ABC", "A": "D", "B": "ADE", "C": "FG", "D": "L", "E": "H", "F": "I", "G": "IJ",
      "H": "EK", "I": "K", "J": "I", "K": "IR", "L": "H",
    ]
    let parents: KeyValuePairs = [
      "A": "R", "B": "R", "C": "R", "D": "R", "E": "R", "F": "C", "G": "C", "H": "R", "I": "R",
      "J": "G", "K": "R", "L": "D",
    ]
    // Each vertex x is reached when it stands itself and any predecessor is reached.
    var lines = ["R = all r"]
    for (vertex, _) in parents {
      let before = successors.filter { $0.value.contains(vertex) }.map(\.key)
      lines.append("\(vertex) = all \(vertex.lowercased()) to\(vertex)")
      lines.append("to\(vertex) = any \(before.joined(separator: " "))")
    }
    let flow = try NamedAndOrGraph(lines.joined(separator: "\n"))
    for (vertex, parent) in parents {
      var dominators = [vertex.lowercased(), "r"]
      var dominator = parent
      while dominator != "R" {
        dominators.append(dominator.lowercased())
        dominator = parents.first { $0.key == dominator }?.value ?? "R"
      }
      #expect(flow.singlePoints(of: vertex, .buildable) == dominators.sorted(), "\(vertex)")
    }
  }
}
