extension GraphMLDocument {
  /// Changes every entry of the document and of all its elements, at any depth, in no particular order.
  mutating func mapEntries(_ change: (inout Entry) -> Void) {
    values.map(change)
    for place in graphs.indices { graphs[place].mapEntries(change) }
  }
}

extension GraphMLDocument.Values {
  fileprivate mutating func map(_ change: (inout GraphMLDocument.Entry) -> Void) {
    for place in indices { change(&self[place]) }
  }
}

extension GraphMLDocument.Graph {
  fileprivate mutating func mapEntries(_ change: (inout GraphMLDocument.Entry) -> Void) {
    values.map(change)
    for place in nodes.indices {
      nodes[place].values.map(change)
      for port in nodes[place].ports.indices { nodes[place].ports[port].mapEntries(change) }
      for graph in nodes[place].graphs.indices { nodes[place].graphs[graph].mapEntries(change) }
    }
    for place in edges.indices {
      edges[place].values.map(change)
      for graph in edges[place].graphs.indices { edges[place].graphs[graph].mapEntries(change) }
    }
    for place in hyperedges.indices {
      hyperedges[place].values.map(change)
      for end in hyperedges[place].endpoints.indices {
        hyperedges[place].endpoints[end].values.map(change)
      }
      for graph in hyperedges[place].graphs.indices {
        hyperedges[place].graphs[graph].mapEntries(change)
      }
    }
  }
}

extension GraphMLDocument.Port {
  fileprivate mutating func mapEntries(_ change: (inout GraphMLDocument.Entry) -> Void) {
    values.map(change)
    for place in ports.indices { ports[place].mapEntries(change) }
  }
}
