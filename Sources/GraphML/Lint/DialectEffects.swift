extension GraphMLDocument.DialectProblem.Rule {
  typealias Effect = GraphMLDocument.DialectProblem.Effect

  /// What each program does about it, as its source says; programs that read it as it is meant are not listed.
  var effects: [GraphMLDocument.Dialect: Effect] {
    switch self {
    case .mixedDirections, .undirectedEdge, .hyperedge, .nestedGraph, .port, .furtherGraph:
      effectsOfStructure
    case .keyWithoutName, .keyWithoutType, .unknownType, .keyWithoutDomain, .keyForAll,
      .repeatedKeyName, .repeatedKeyID, .undeclaredKey, .defaultValue, .noteInKey:
      effectsOfKeys
    case .undeclaredNode: [.neo4j: .refuses, .cytoscape: .drops]
    case .edgeBeforeNode: [.neo4j: .refuses, .cytoscape: .drops]
    case .repeatedEdgeID: [.yed: .drops]
    case .repeatedNodeID: [.boost: .misreads, .cytoscape: .misreads, .neo4j: .misreads]
    case .otherNamespace: [.networkx: .refuses, .igraph: .misreads, .cytoscape: .refuses]
    case .prefix: [.cytoscape: .misreads]
    case .documentType: [.yed: .refuses, .neo4j: .refuses]
    case .weightNotPositive: [.gephi: .drops]
    case .truthInWords: [.boost: .refuses]
    case .unusualTruth: [.networkx: .refuses]
    case .unreadableNumber:
      [
        .networkx: .refuses, .igraph: .refuses, .boost: .refuses, .tinkerpop: .refuses,
        .gephi: .drops,
      ]
    case .longInteger: [.igraph: .misreads]
    case .noGraphics: [.yed: .misreads]
    case .notValid: [.strict: .refuses]
    }
  }

  private var effectsOfStructure: [GraphMLDocument.Dialect: Effect] {
    switch self {
    case .mixedDirections: [.networkx: .refuses, .boost: .refuses, .igraph: .misreads]
    case .undirectedEdge: [.cytoscape: .misreads, .neo4j: .misreads, .tinkerpop: .misreads]
    case .hyperedge:
      [
        .networkx: .refuses, .gephi: .drops, .igraph: .drops, .yed: .drops, .cytoscape: .drops,
        .neo4j: .drops, .tinkerpop: .drops, .boost: .drops,
      ]
    case .nestedGraph:
      [
        .networkx: .drops, .igraph: .drops, .gephi: .misreads, .cytoscape: .misreads,
        .boost: .misreads, .tinkerpop: .misreads, .neo4j: .misreads,
      ]
    case .port:
      [
        .networkx: .drops, .gephi: .drops, .igraph: .drops, .cytoscape: .drops, .neo4j: .drops,
        .tinkerpop: .drops, .boost: .drops,
      ]
    case .furtherGraph: [.networkx: .drops, .igraph: .drops]
    default: [:]
    }
  }

  private var effectsOfKeys: [GraphMLDocument.Dialect: Effect] {
    switch self {
    case .keyWithoutName: [.networkx: .refuses, .neo4j: .misreads]
    case .keyWithoutType: [.igraph: .drops, .cytoscape: .drops]
    case .unknownType:
      [
        .igraph: .refuses, .networkx: .refuses, .neo4j: .refuses, .cytoscape: .drops,
        .gephi: .drops,
      ]
    case .keyWithoutDomain: [.igraph: .drops, .boost: .refuses]
    case .keyForAll: [.igraph: .drops]
    case .repeatedKeyName: [.igraph: .refuses]
    case .repeatedKeyID: [.igraph: .refuses]
    case .undeclaredKey: [.networkx: .refuses]
    case .defaultValue: [.networkx: .drops, .cytoscape: .drops]
    case .noteInKey: [.cytoscape: .refuses]
    default: [:]
    }
  }
}
