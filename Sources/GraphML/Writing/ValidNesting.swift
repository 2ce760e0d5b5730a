// What the schemas demand of nested graphs: at most one in an element, and edges in a graph that holds both their ends,
// at any depth.

extension GraphMLDocument {
  /// The document with the graphs inside one element joined, and with edges that leave their nested graph moved to the
  /// innermost graph around it that holds both ends.
  func withValidNesting() -> GraphMLDocument {
    guard graphs.contains(where: \.hasNestedGraphs) else { return self }
    var copy = self
    for place in copy.graphs.indices {
      copy.graphs[place].joinNestedGraphs()
      // What meets no node at all stays at the top, where writing reports it.
      let rest = copy.graphs[place].moveEdgesOutward()
      copy.graphs[place].edges += rest.edges
      copy.graphs[place].hyperedges += rest.hyperedges
    }
    return copy
  }
}

extension GraphMLDocument.Graph {
  fileprivate var hasNestedGraphs: Bool {
    nodes.contains { !$0.graphs.isEmpty } || edges.contains { !$0.graphs.isEmpty }
      || hyperedges.contains { !$0.graphs.isEmpty }
  }

  fileprivate mutating func joinNestedGraphs() {
    for place in nodes.indices where !nodes[place].graphs.isEmpty {
      nodes[place].graphs.joinIntoFirst()
    }
    for place in edges.indices where !edges[place].graphs.isEmpty {
      edges[place].graphs.joinIntoFirst()
    }
    for place in hyperedges.indices where !hyperedges[place].graphs.isEmpty {
      hyperedges[place].graphs.joinIntoFirst()
    }
  }

  /// Moves edges and hyperedges of nested graphs whose ends are not all inside it into this graph where they are inside
  /// this one.
  /// - Returns: the ids of all nodes inside this graph, and the edges and hyperedges that must go further out.
  fileprivate mutating func moveEdgesOutward() -> (
    ids: Set<String>, edges: [GraphMLDocument.Edge], hyperedges: [GraphMLDocument.Hyperedge]
  ) {
    var ids = Set(nodes.map(\.id))
    var (loose, looseHyperedges): ([GraphMLDocument.Edge], [GraphMLDocument.Hyperedge]) = ([], [])
    func take(_ graphs: inout [GraphMLDocument.Graph]) {
      for place in graphs.indices {
        let isDirected = graphs[place].isDirected
        let inner = graphs[place].moveEdgesOutward()
        ids.formUnion(inner.ids)
        for var edge in inner.edges {
          edge.isDirected = edge.isDirected ?? isDirected
          loose.append(edge)
        }
        looseHyperedges += inner.hyperedges
      }
    }
    for place in nodes.indices { take(&nodes[place].graphs) }
    for place in edges.indices { take(&edges[place].graphs) }
    for place in hyperedges.indices { take(&hyperedges[place].graphs) }

    edges += loose
    hyperedges += looseHyperedges
    let isInside = { (edge: GraphMLDocument.Edge) in
      ids.contains(edge.source) && ids.contains(edge.target)
    }
    let outEdges = edges.filter { !isInside($0) }
    if !outEdges.isEmpty { edges.removeAll { !isInside($0) } }
    let outHyperedges = hyperedges.filter { !$0.endpoints.allSatisfy { ids.contains($0.node) } }
    if !outHyperedges.isEmpty {
      hyperedges.removeAll { !$0.endpoints.allSatisfy { ids.contains($0.node) } }
    }
    return (ids, outEdges, outHyperedges)
  }
}

extension [GraphMLDocument.Graph] {
  /// Makes one graph of several, and the same in every graph inside it.
  fileprivate mutating func joinIntoFirst() {
    for place in indices { self[place].joinNestedGraphs() }
    guard count > 1 else { return }
    for graph in dropFirst() {
      self[0].nodes += graph.nodes
      for var edge in graph.edges {
        edge.isDirected = edge.isDirected ?? graph.isDirected
        self[0].edges.append(edge)
      }
      self[0].hyperedges += graph.hyperedges
      for entry in graph.values { self[0].values.append(entry) }
    }
    removeSubrange(1...)
  }
}
