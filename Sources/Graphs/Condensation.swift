/// The graph of the strongly connected components of a graph: each component shrunk to one vertex.
///
/// It has no cycles. Its vertices are the numbers of the components, so that every edge leads from
/// a lower vertex to a higher one. Every edge of the original between two components stands here, in
/// the original order; parallel edges stay. Edges within a component, self-loops among them, are
/// gone.
public struct Condensation: Hashable, Sendable {
  /// The components; vertex c of `graph` is component c.
  public let components: StronglyConnectedComponents
  /// The components and the edges between them.
  public let graph: Digraph
  /// As long as `graph` has edges, ascending: the edge of the original graph that each stands for.
  let originals: [UInt32]
  /// How many edges the original graph has.
  let originalEdgeCount: Int

  /// The edge of the original graph that an edge between components stands for.
  public func originalEdge(of edge: Int) -> Int { Int(originals[edge]) }
}

extension Digraph {
  /// The graph without cycles that is left when each strongly connected component becomes one
  /// vertex.
  ///
  /// The condensation of the empty graph is empty.
  ///
  /// Source: F. Harary, R. Z. Norman, D. Cartwright, *Structural models: an introduction to the
  /// theory of directed graphs*, Wiley (1965), chapter 3.
  ///
  /// - Complexity: O(V + E) time and space.
  public func condensation() -> Condensation {
    let components = stronglyConnectedComponents()
    let numbers = components.components.span
    let starts = self.sources.span
    let ends = self.targets.span
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    var originals: [UInt32] = []
    // Where there are many edges most are mostly within components.
    sources.reserveCapacity(edgeCount / 4)
    targets.reserveCapacity(edgeCount / 4)
    originals.reserveCapacity(edgeCount / 4)
    for edge in starts.indices {
      let source = numbers[Int(starts[edge])]
      let target = numbers[Int(ends[edge])]
      guard source != target else { continue }
      sources.append(source)
      targets.append(target)
      originals.append(UInt32(truncatingIfNeeded: edge))
    }
    return Condensation(
      components: components,
      graph: Digraph(vertexCount: components.count, checkedSources: sources, targets: targets),
      originals: originals, originalEdgeCount: edgeCount)
  }
}
