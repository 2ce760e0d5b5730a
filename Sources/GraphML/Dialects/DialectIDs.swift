/// The ids of a file in a dialect.
struct DialectIDs {
  /// For each node id of the document the number of its node; of several nodes of one id, the first's.
  private var numbers = NodeNumbers()
  /// Whether nodes have the ids that they have in the document.
  private(set) var keepsNodeIDs = true
  /// Whether edges have the ids that they have in the document; otherwise e0, e1, ….
  private(set) var keepsEdgeIDs = true

  /// - Throws: the edges that meet no node, all at once.
  init(
    _ document: GraphMLDocument, numbersNodes: Bool, numbersEdges: Bool,
    _ losses: inout LossReport
  ) throws(GraphMLError) {
    var (count, isUnique, isClean) = (0, true, true)
    var (stated, unstated, areEdgesClean) = (NodeNumbers(), 0, true)
    var (edgeCount, areEdgesUnique) = (0, true)
    document.forEachGraph { graph in
      for node in graph.nodes {
        if !numbers.add(node.id, numbered: count).isNew { isUnique = false }
        if node.id.isEmpty || node.id.replacingForbiddenCharacters().count > 0 { isClean = false }
        count += 1
      }
      for edge in graph.edges {
        guard let id = edge.id else {
          unstated += 1
          continue
        }
        if !stated.add(id, numbered: edgeCount).isNew { areEdgesUnique = false }
        if id.replacingForbiddenCharacters().count > 0 { areEdgesClean = false }
        edgeCount += 1
      }
    }
    keepsNodeIDs = !numbersNodes && isUnique && isClean
    if !numbersNodes, !keepsNodeIDs { losses.add(.nodeID, count) }
    keepsEdgeIDs = !numbersEdges && unstated == 0 && areEdgesUnique && areEdgesClean
    if !keepsEdgeIDs { losses.add(.edgeID, edgeCount) }
    try checkEnds(document)
  }

  /// The id in the file of a node, which is the one of the given number in the document.
  func node(_ node: GraphMLDocument.Node, number: Int) -> String {
    keepsNodeIDs ? node.id : "n\(number)"
  }

  /// The id in the file of the node that an edge meets.
  func end(_ id: String) -> String { keepsNodeIDs ? id : "n\(numbers[id] ?? 0)" }

  /// The id of an edge in the file.
  func edge(_ edge: GraphMLDocument.Edge, number: Int) -> String {
    keepsEdgeIDs ? edge.id ?? "e\(number)" : "e\(number)"
  }

  private func checkEnds(_ document: GraphMLDocument) throws(GraphMLError) {
    var problems: [GraphMLError] = []
    document.forEachGraph { graph in
      let path = graph.id.map { "graphml/graph[\($0)]" } ?? "graphml/graph"
      for edge in graph.edges {
        for end in [edge.source, edge.target] where numbers[end] == nil {
          problems.append(GraphMLError(.unknownNode, end, path: "\(path)/edge[\(edge.id ?? "")]"))
        }
      }
    }
    guard var error = problems.first else { return }
    error.further = Array(problems.dropFirst())
    throw error
  }
}
