// What many programs cannot read, said with nodes, edges and columns.

extension GraphMLDocument {
  /// The document without nested graphs and hyperedges: nodes of nested graphs stand at the top and name the node around them
  /// in the attribute `parent`; a hyperedge becomes a node whose attribute `hyperedge` is true, with an edge from each end
  /// that is out, to each that is in, and undirected ones to the others.
  ///
  /// Attributes of these names that exist get their values in `parent_2` and so on instead. What nested graphs state
  /// themselves is lost.
  /// - Complexity: O(elements and values).
  public func flattened() -> GraphMLDocument {
    var losses = LossReport()
    return flattened(&losses, hyperedges: true)
  }

  func flattened(_ losses: inout LossReport, hyperedges: Bool) -> GraphMLDocument {
    var copy = self
    let parent = freeName("parent")
    let marker = freeName("hyperedge")
    var (isNested, hasHyperedges) = (false, false)
    for place in graphs.indices {
      var flat = Flattening(parent: parent, marker: marker, joinsHyperedges: hyperedges)
      flat.ids = Set(graphs[place].allNodeIDs)
      copy.graphs[place].nodes = []
      copy.graphs[place].edges = []
      if hyperedges { copy.graphs[place].hyperedges = [] }
      flat.take(graphs[place], isDirected: graphs[place].isDirected, inside: nil)
      copy.graphs[place].nodes = flat.nodes
      copy.graphs[place].edges = flat.edges
      isNested = isNested || flat.nestedGraphs > 0
      hasHyperedges = hasHyperedges || flat.hyperedges > 0
      losses.add(.nestedGraph, flat.nestedGraphs)
      losses.add(.hyperedge, flat.hyperedges)
    }
    if isNested { copy.declare(parent, for: .node, as: .string) }
    if hasHyperedges {
      copy.declare(marker, for: .node, as: .boolean)
      for attribute in attributes where attribute.domain == .hyperedge {
        copy.declare(attribute.name, for: .node, as: attribute.kind)
      }
    }
    return copy
  }

  private func freeName(_ name: String) -> String {
    let taken = Set(attributes.filter { $0.domain == .node || $0.domain == .all }.map(\.name))
    if !taken.contains(name) { return name }
    var number = 2
    while taken.contains("\(name)_\(number)") { number += 1 }
    return "\(name)_\(number)"
  }
}

extension GraphMLDocument.Graph {
  /// The ids of the nodes of this graph and those nested in it.
  fileprivate var allNodeIDs: [String] {
    var ids: [String] = []
    walk { ids += $0.nodes.map(\.id) }
    return ids
  }
}

/// One graph of all that is nested in one.
private struct Flattening {
  let parent: String
  let marker: String
  let joinsHyperedges: Bool
  var ids: Set<String> = []
  var nodes: [GraphMLDocument.Node] = []
  var edges: [GraphMLDocument.Edge] = []
  var (nestedGraphs, hyperedges) = (0, 0)

  init(parent: String, marker: String, joinsHyperedges: Bool) {
    self.parent = parent
    self.marker = marker
    self.joinsHyperedges = joinsHyperedges
  }

  mutating func take(
    _ graph: GraphMLDocument.Graph, isDirected: Bool, inside outer: String?
  ) {
    for var node in graph.nodes {
      let inner = node.graphs
      node.graphs = []
      if let outer { node.values[parent] = .string(outer) }
      nodes.append(node)
      take(inner, isDirected: isDirected, inside: node.id)
    }
    for var edge in graph.edges {
      let inner = edge.graphs
      edge.graphs = []
      if graph.isDirected != isDirected { edge.isDirected = edge.isDirected ?? graph.isDirected }
      edges.append(edge)
      take(inner, isDirected: isDirected, inside: outer)
    }
    for hyperedge in graph.hyperedges {
      if joinsHyperedges || outer != nil { join(hyperedge, inside: outer) }
      take(hyperedge.graphs, isDirected: isDirected, inside: outer)
    }
  }

  private mutating func take(
    _ graphs: [GraphMLDocument.Graph], isDirected: Bool, inside outer: String?
  ) {
    for graph in graphs {
      nestedGraphs += 1
      take(graph, isDirected: isDirected, inside: outer)
    }
  }

  private mutating func join(_ hyperedge: GraphMLDocument.Hyperedge, inside outer: String?) {
    hyperedges += 1
    var id = hyperedge.id ?? "hyperedge\(hyperedges)"
    var number = 2
    while !ids.insert(id).inserted {
      id = "\(hyperedge.id ?? "hyperedge\(hyperedges)")_\(number)"
      number += 1
    }
    var node = GraphMLDocument.Node(id: id, values: hyperedge.values, desc: hyperedge.desc)
    node.values[marker] = true
    if let outer { node.values[parent] = .string(outer) }
    node.foreign = hyperedge.foreign
    nodes.append(node)
    for end in hyperedge.endpoints {
      var edge =
        end.direction == .into
        ? GraphMLDocument.Edge(from: id, to: end.node, isDirected: true)
        : GraphMLDocument.Edge(from: end.node, to: id, isDirected: end.direction == .out)
      edge.values = end.values
      edge.desc = end.desc
      edges.append(edge)
    }
  }
}
