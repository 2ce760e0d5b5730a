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
  private(set) var nodes: [NodeNumbers] = []
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
      var numbers = NodeNumbers()
      top.walk { graph in
        graphIDs.note(graph.id)
        for place in graph.nodes.indices {
          let (number, isNew) = numbers.add(graph.nodes[place].id, numbered: nodeCount)
          // Across several graphs at the top the ids are looked for once more.
          if document.graphs.count > 1 {
            nodeIDs.note(graph.nodes[place].id)
          } else {
            nodeIDs.note(graph.nodes[place].id, isNew: isNew)
          }
          nodeCount += 1
          if graph.nodes[place].ports.isEmpty { continue }
          graph.nodes[place].forEachPort { port in
            portNames.note(port.name)
            let key = Port(node: number, name: port.name)
            if ports[key] == nil { ports[key] = portCount }
            portCount += 1
          }
        }
        for place in graph.edges.indices { edgeIDs.note(graph.edges[place].id) }
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
        func check(_ end: String, of edge: Int) {
          if known[end] != nil { return }
          let id = graph.edges[edge].id ?? ""
          problems.append(GraphMLError(.unknownNode, end, path: "\(path)/edge[\(id)]"))
        }
        for edge in graph.edges.indices {
          check(graph.edges[edge].source, of: edge)
          check(graph.edges[edge].target, of: edge)
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

/// Numbers by id, compared byte by byte as XML does.
struct NodeNumbers {
  private var ids = PropertyGraph.Texts()
  /// By place in `ids`.
  private var numbers: [Int] = []

  /// The number of an id; nil if there is none.
  subscript(id: String) -> Int? { ids.index(of: id).map { numbers[$0] } }

  /// Gives an id a number unless it has one.
  /// - Returns: the number that it has.
  mutating func add(_ id: String, numbered number: Int) -> (number: Int, isNew: Bool) {
    let (place, isNew) = ids.place(adding: id.utf8.span)
    if isNew { numbers.append(number) }
    return (numbers[place], isNew)
  }
}

/// Whether every one of the ids noted is stated, a name token, and different from the others.
private struct Uniqueness {
  private var seen = PropertyGraph.Texts()
  private(set) var areUniqueTokens = true
  /// Whether one of them is stated.
  private(set) var hasAny = false

  mutating func note(_ id: String?) {
    if id != nil { hasAny = true }
    guard areUniqueTokens else { return }
    guard let id, id.isNameToken, seen.place(adding: id.utf8.span).isNew else {
      areUniqueTokens = false
      seen = PropertyGraph.Texts()
      return
    }
  }

  /// Notes an id that has been looked for already.
  mutating func note(_ id: String, isNew: Bool) {
    hasAny = true
    if areUniqueTokens, !isNew || !id.isNameToken { areUniqueTokens = false }
  }
}
