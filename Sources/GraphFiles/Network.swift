public import GraphML
public import Graphs

/// A graph of a file as algorithms take it: with the directions of its edges settled.
///
/// A vertex has the number of its node. Parallel edges and self-loops are kept.
///
///     let network = try Network(GraphFile.read(path: "trade.csv").graph)
///     let ranks = try network.arcs.pageRank()
///     network.name(of: ranks.highest(1)[0])
public struct Network: Sendable {
  /// How the edges of a file lead.
  public enum Direction: String, Hashable, Sendable, CaseIterable {
    /// As the file says, edge by edge.
    case file
    /// Every edge from its source to its target, even if the file says that it has no direction.
    case forward
    /// Every edge from its target to its source, edges without direction both ways.
    case reversed
    /// Every edge both ways.
    case undirected
  }

  /// The graph as it was read.
  public let properties: PropertyGraph
  /// Every edge of the file once, under its number there: for what does not ask for directions.
  public let graph: Digraph
  /// What can be walked: an edge without direction is two arcs, one each way.
  public let arcs: Digraph
  /// By arc, the edge that it is part of; empty if every edge is one arc.
  private let edgesOfArcs: [UInt32]

  /// - Parameter threads: how many threads work, at least 1; the network is the same for any number.
  /// - Throws: `GraphError` if there are more nodes or arcs than a graph holds.
  /// - Complexity: O(V + E) time and space.
  public init(
    _ properties: PropertyGraph, direction: Direction = .file, threads: Int = 1
  ) throws(GraphError) {
    self.properties = properties
    let once = try Digraph(
      vertexCount: properties.nodeCount, sources: properties.sources, targets: properties.targets,
      threads: threads)
    let isOneWay: (Int) -> Bool = { edge in
      switch direction {
      case .forward: true
      case .undirected: false
      case .file, .reversed: properties.isDirected(edge: edge)
      }
    }
    let isAllOneWay =
      direction == .forward
      || (direction != .undirected && properties.isDirected && properties.directions.isEmpty)
      || (0..<properties.edgeCount).allSatisfy(isOneWay)
    graph = direction == .reversed ? once.reversed : once
    if isAllOneWay {
      arcs = graph
      edgesOfArcs = []
      return
    }
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    var edges: [UInt32] = []
    for edge in 0..<properties.edgeCount {
      let ends = (UInt32(graph.source(of: edge)), UInt32(graph.target(of: edge)))
      sources.append(ends.0)
      targets.append(ends.1)
      edges.append(UInt32(edge))
      if isOneWay(edge) || ends.0 == ends.1 { continue }
      sources.append(ends.1)
      targets.append(ends.0)
      edges.append(UInt32(edge))
    }
    arcs = try Digraph(
      vertexCount: properties.nodeCount, sources: sources, targets: targets, threads: threads)
    edgesOfArcs = edges
  }

  /// Whether no edge leads both ways.
  public var isDirected: Bool { edgesOfArcs.isEmpty }

  /// The edge that an arc is part of.
  public func edge(ofArc arc: Int) -> Int {
    edgesOfArcs.isEmpty ? arc : Int(edgesOfArcs[arc])
  }

  /// The numbers of edges as those of their arcs.
  public func arcValues(_ edgeValues: [Double]) -> [Double] {
    edgesOfArcs.isEmpty ? edgeValues : edgesOfArcs.map { edgeValues[Int($0)] }
  }

  /// The name that the file gives a vertex.
  public func name(of vertex: Int) -> String { properties.nodeIDs[vertex] }
}

extension PropertyGraph.Column {
  /// The number of a row, stated or by default; nil where there is none or it is no number.
  public func number(_ row: Int) -> Double? {
    if isStated(row) {
      switch kind {
      case .int: return Double(ints[row])
      case .long: return Double(longs[row])
      case .float: return Double(floats[row])
      case .double: return doubles[row]
      case .boolean: return nil
      // Many programs write every attribute as a text.
      case .string, .xml: return Double(texts[Int(codes[row])])
      }
    }
    return defaultValue?.number
  }
}
