// Every graph of a document, in the order that ids are numbered in: a graph before those nested in its nodes, then in its
// edges, then in its hyperedges.

extension GraphMLDocument {
  /// Calls `visit` for every graph, at any depth.
  func forEachGraph(_ visit: (Graph) -> Void) {
    for graph in graphs { graph.walk(visit) }
  }

  /// Changes every graph, at any depth.
  mutating func changeGraphs(_ change: (inout Graph) -> Void) {
    for place in graphs.indices { graphs[place].changeGraphs(change) }
  }

  /// Changes every entry of the document and of all its elements.
  mutating func changeEntries(_ change: (inout Entry) -> Void) {
    func changeAll(_ values: inout Values) {
      for place in values.indices { change(&values[place]) }
    }
    changeAll(&values)
    changeGraphs { graph in
      changeAll(&graph.values)
      for place in graph.nodes.indices {
        changeAll(&graph.nodes[place].values)
        graph.nodes[place].changePorts { changeAll(&$0.values) }
      }
      for place in graph.edges.indices { changeAll(&graph.edges[place].values) }
      for place in graph.hyperedges.indices {
        changeAll(&graph.hyperedges[place].values)
        for end in graph.hyperedges[place].endpoints.indices {
          changeAll(&graph.hyperedges[place].endpoints[end].values)
        }
      }
    }
  }
}

extension GraphMLDocument.Graph {
  /// Calls `visit` for this graph and those nested in it.
  func walk(_ visit: (GraphMLDocument.Graph) -> Void) {
    visit(self)
    for node in nodes { for graph in node.graphs { graph.walk(visit) } }
    for edge in edges { for graph in edge.graphs { graph.walk(visit) } }
    for hyperedge in hyperedges { for graph in hyperedge.graphs { graph.walk(visit) } }
  }

  fileprivate mutating func changeGraphs(_ change: (inout GraphMLDocument.Graph) -> Void) {
    change(&self)
    for place in nodes.indices {
      for graph in nodes[place].graphs.indices { nodes[place].graphs[graph].changeGraphs(change) }
    }
    for place in edges.indices {
      for graph in edges[place].graphs.indices { edges[place].graphs[graph].changeGraphs(change) }
    }
    for place in hyperedges.indices {
      for graph in hyperedges[place].graphs.indices {
        hyperedges[place].graphs[graph].changeGraphs(change)
      }
    }
  }
}

extension GraphMLDocument.Node {
  /// Calls `visit` for every port, a port before those inside it.
  func forEachPort(_ visit: (GraphMLDocument.Port) -> Void) {
    for port in ports { port.walk(visit) }
  }

  /// Changes every port, a port before those inside it.
  mutating func changePorts(_ change: (inout GraphMLDocument.Port) -> Void) {
    for place in ports.indices { ports[place].changePorts(change) }
  }
}

extension GraphMLDocument.Port {
  fileprivate func walk(_ visit: (GraphMLDocument.Port) -> Void) {
    visit(self)
    for port in ports { port.walk(visit) }
  }

  fileprivate mutating func changePorts(_ change: (inout GraphMLDocument.Port) -> Void) {
    change(&self)
    for place in ports.indices { ports[place].changePorts(change) }
  }
}
