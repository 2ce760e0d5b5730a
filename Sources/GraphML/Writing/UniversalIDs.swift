/// The ids of a universal file: the document's own where all of a kind are unique name tokens, else numbers.
struct UniversalIDs {
  /// The domains whose elements are numbered.
  private(set) var canonical: Set<GraphMLDocument.Domain> = []
  /// The domains of ``canonical`` of which some element has an id in the document.
  private(set) var named: Set<GraphMLDocument.Domain> = []
  /// Whether ends of hyperedges keep their ids.
  private(set) var keepsEndpointIDs = true
  /// Whether graphs keep their ids.
  private(set) var keepsGraphIDs = true
  /// For each top-level graph, the number of each node id; of the first node, if several have it.
  private(set) var nodes: [[String: Int]] = []
  /// The number of each port, by the number of its node and its name.
  private(set) var ports: [Port: Int] = [:]

  struct Port: Hashable {
    let node: Int
    let name: String
  }

  /// - Throws: the edges that meet no node of their graph, all at once.
  init(_ document: GraphMLDocument, _ profile: UniversalProfile) throws(GraphMLError) {
    var nodeIDs = Uniqueness()
    var edgeIDs = Uniqueness()
    var hyperedgeIDs = Uniqueness()
    var endpointIDs = Uniqueness()
    var portNames = Uniqueness()
    var graphIDs = Uniqueness()
    var (nodeCount, portCount) = (0, 0)
    for top in document.graphs {
      var numbers: [String: Int] = [:]
      top.walk { graph in
        graphIDs.note(graph.id)
        for node in graph.nodes {
          nodeIDs.note(node.id)
          let number = numbers[node.id] ?? nodeCount
          numbers[node.id] = number
          nodeCount += 1
          node.forEachPort { port in
            portNames.note(port.name)
            let key = Port(node: number, name: port.name)
            if ports[key] == nil { ports[key] = portCount }
            portCount += 1
          }
        }
        for edge in graph.edges { edgeIDs.note(edge.id) }
        for hyperedge in graph.hyperedges {
          hyperedgeIDs.note(hyperedge.id)
          for end in hyperedge.endpoints where end.id != nil { endpointIDs.note(end.id) }
        }
      }
      nodes.append(numbers)
    }
    let isFixed = profile.ids == .canonical
    if isFixed || !nodeIDs.areUniqueTokens { canonical.insert(.node) }
    if isFixed || !edgeIDs.areUniqueTokens { canonical.insert(.edge) }
    if isFixed || !hyperedgeIDs.areUniqueTokens { canonical.insert(.hyperedge) }
    if !portNames.areUniqueTokens { canonical.insert(.port) }
    for (domain, ids) in [
      (GraphMLDocument.Domain.node, nodeIDs), (.edge, edgeIDs), (.hyperedge, hyperedgeIDs),
      (.port, portNames),
    ] where canonical.contains(domain) && ids.hasAny { named.insert(domain) }
    keepsEndpointIDs = endpointIDs.areUniqueTokens
    keepsGraphIDs = graphIDs.areUniqueTokens
    try checkEnds(document)
  }

  private func checkEnds(_ document: GraphMLDocument) throws(GraphMLError) {
    var problems: [GraphMLError] = []
    for (place, top) in document.graphs.enumerated() {
      let known = nodes[place]
      top.walk { graph in
        let path = graph.id.map { "graphml/graph[\($0)]" } ?? "graphml/graph"
        for edge in graph.edges {
          for end in [edge.source, edge.target] where known[end] == nil {
            problems.append(
              GraphMLError(.unknownNode, end, path: "\(path)/edge[\(edge.id ?? "")]"))
          }
        }
        for hyperedge in graph.hyperedges {
          for end in hyperedge.endpoints where known[end.node] == nil {
            problems.append(
              GraphMLError(.unknownNode, end.node, path: "\(path)/hyperedge[\(hyperedge.id ?? "")]")
            )
          }
        }
      }
    }
    guard var error = problems.first else { return }
    error.further = Array(problems.dropFirst())
    throw error
  }
}

/// Whether every one of the ids noted is stated, a name token, and different from the others.
private struct Uniqueness {
  private var seen: Set<String> = []
  private(set) var areUniqueTokens = true
  /// Whether one of them is stated.
  private(set) var hasAny = false

  mutating func note(_ id: String?) {
    if id != nil { hasAny = true }
    guard areUniqueTokens else { return }
    guard let id, id.isNameToken, seen.insert(id).inserted else {
      areUniqueTokens = false
      seen = []
      return
    }
  }
}
