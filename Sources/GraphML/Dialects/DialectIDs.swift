/// The ids of a file in a dialect.
struct DialectIDs {
  /// For each node id of the document the id in the file; of several nodes of one id, the first's.
  private(set) var nodes: [String: String] = [:]
  /// Whether nodes have the ids that they have in the document.
  private(set) var keepsNodeIDs = true
  /// Whether edges have the ids that they have in the document; otherwise e0, e1, ….
  private(set) var keepsEdgeIDs = true

  /// - Throws: the edges that meet no node, all at once.
  init(
    _ document: GraphMLDocument, numbersNodes: Bool, numbersEdges: Bool,
    _ losses: inout LossReport
  ) throws(GraphMLError) {
    var ids: [String] = []
    var edgeIDs: [String?] = []
    document.forEachGraph { graph in
      ids += graph.nodes.map(\.id)
      edgeIDs += graph.edges.map(\.id)
    }
    let isUnique = Set(ids).count == ids.count
    let isClean = ids.allSatisfy { $0.replacingForbiddenCharacters().count == 0 && !$0.isEmpty }
    keepsNodeIDs = !numbersNodes && isUnique && isClean
    for (number, id) in ids.enumerated() where nodes[id] == nil {
      nodes[id] = keepsNodeIDs ? id : "n\(number)"
    }
    let stated = edgeIDs.compactMap { $0 }
    keepsEdgeIDs =
      !numbersEdges && stated.count == edgeIDs.count && Set(stated).count == stated.count
      && stated.allSatisfy { $0.replacingForbiddenCharacters().count == 0 }
    if !keepsEdgeIDs { losses.add("the id of an edge", stated.count) }
    try checkEnds(document)
  }

  /// The id of an edge in the file.
  func edge(_ edge: GraphMLDocument.Edge, number: Int) -> String {
    keepsEdgeIDs ? edge.id ?? "e\(number)" : "e\(number)"
  }

  private func checkEnds(_ document: GraphMLDocument) throws(GraphMLError) {
    var problems: [GraphMLError] = []
    document.forEachGraph { graph in
      let path = graph.id.map { "graphml/graph[\($0)]" } ?? "graphml/graph"
      for edge in graph.edges {
        for end in [edge.source, edge.target] where nodes[end] == nil {
          problems.append(GraphMLError(.unknownNode, end, path: "\(path)/edge[\(edge.id ?? "")]"))
        }
      }
    }
    guard var error = problems.first else { return }
    error.further = Array(problems.dropFirst())
    throw error
  }
}
