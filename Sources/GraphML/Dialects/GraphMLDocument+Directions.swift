extension GraphMLDocument {
  /// The document with each graph's edges all directed, or all of one direction where they are; `split` makes two of each
  /// undirected edge of a graph that has directed ones too.
  ///
  /// The second edge has the values of the first and the id with `_reverse` behind it.
  /// - Complexity: O(edges).
  public func withoutMixedDirections(split: Bool) -> GraphMLDocument {
    var losses = LossReport()
    return withoutMixedDirections(split: split, &losses)
  }

  func withoutMixedDirections(split: Bool, _ losses: inout LossReport) -> GraphMLDocument {
    var copy = self
    var changed = 0
    copy.changeGraphs { graph in
      let directed = graph.edges.count { $0.isDirected ?? graph.isDirected }
      if directed == 0 || directed == graph.edges.count {
        if !graph.edges.isEmpty { graph.isDirected = directed > 0 }
        for place in graph.edges.indices { graph.edges[place].isDirected = nil }
        return
      }
      changed += graph.edges.count - directed
      graph.makeDirected(split: split)
    }
    losses.add(
      split ? .split : .directed, changed)
    return copy
  }

  /// Lets `edgedefault` say the direction of graphs whose edges all state the other one, which networkx would refuse.
  mutating func settleDirections() {
    changeGraphs { graph in
      let isOther = !graph.isDirected
      guard !graph.edges.isEmpty, graph.edges.allSatisfy({ $0.isDirected == isOther }) else {
        return
      }
      graph.isDirected = isOther
      for place in graph.edges.indices { graph.edges[place].isDirected = nil }
    }
  }

  /// The document with every edge directed.
  func directed(split: Bool, _ losses: inout LossReport) -> GraphMLDocument {
    var copy = self
    var changed = 0
    copy.changeGraphs { graph in
      changed += graph.edges.count { !($0.isDirected ?? graph.isDirected) }
      graph.makeDirected(split: split)
    }
    losses.add(
      split ? .split : .directed, changed)
    return copy
  }

  /// The document with another `edgedefault`; edges that stated no direction state it if they must.
  func withEdgeDefault(isDirected: Bool) -> GraphMLDocument {
    var copy = self
    copy.changeGraphs { graph in
      guard graph.isDirected != isDirected else { return }
      for place in graph.edges.indices where graph.edges[place].isDirected == nil {
        graph.edges[place].isDirected = graph.isDirected
      }
      graph.isDirected = isDirected
    }
    return copy
  }
}

extension GraphMLDocument.Graph {
  fileprivate mutating func makeDirected(split: Bool) {
    var all: [GraphMLDocument.Edge] = []
    all.reserveCapacity(edges.count)
    for var edge in edges {
      let wasDirected = edge.isDirected ?? isDirected
      edge.isDirected = nil
      all.append(edge)
      if split, !wasDirected, edge.source != edge.target {
        var reverse = edge
        (reverse.source, reverse.target) = (edge.target, edge.source)
        (reverse.sourcePort, reverse.targetPort) = (edge.targetPort, edge.sourcePort)
        reverse.id = edge.id.map { "\($0)_reverse" }
        reverse.graphs = []
        all.append(reverse)
      }
    }
    edges = all
    isDirected = true
  }
}
