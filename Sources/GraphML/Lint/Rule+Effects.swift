extension GraphMLDocument.ProgramProblem.Rule {
  /// What each program does about it, as its source says or as it did when it was run; programs that read it as it is meant
  /// are not listed.
  var effects: [GraphMLDocument.Program: GraphMLDocument.ProgramProblem.Effect] {
    switch self {
    case .encoding: [.rustworkx: .refuses]
    case .multiByteEncoding:
      [.networkx: .refuses, .networkit: .refuses, .tulip: .refuses, .memgraph: .refuses]
    case .utf16: [.yed: .refuses, .rustworkx: .misreads]
    case .documentType: [.yed: .refuses, .neo4j: .refuses]
    case .prefix:
      [.cytoscape: .misreads, .tulip: .misreads, .networkit: .misreads, .rustworkx: .misreads]
    case .undeclaredPrefix:
      [
        .networkx: .refuses, .igraph: .refuses, .gephi: .refuses, .cytoscape: .refuses,
        .neo4j: .refuses, .tinkerpop: .refuses, .graphology: .refuses, .strict: .refuses,
        .jgrapht: .refuses,
      ]
    case .noNamespace: [.strict: .refuses, .jgrapht: .refuses]
    case .bareRootWithAttributes: [.networkx: .refuses]
    case .otherNamespace:
      [
        .networkx: .refuses, .igraph: .refuses, .cytoscape: .refuses, .strict: .refuses,
        .jgrapht: .refuses,
      ]
    case .noGraph:
      [
        .networkx: .refuses, .igraph: .refuses, .rustworkx: .misreads, .networkit: .misreads,
        .graphology: .refuses,
      ]
    case .keyWithoutID:
      [.igraph: .refuses, .rustworkx: .refuses, .strict: .refuses, .jgrapht: .refuses]
    case .keyWithoutName:
      [
        .networkx: .refuses, .neo4j: .misreads, .rustworkx: .refuses, .boost: .refuses,
        .jgrapht: .refuses, .graphia: .drops, .memgraph: .refuses,
      ]
    case .edgeKeyWithoutName: [.networkit: .refuses]
    case .graphicsKey:
      [
        .gephi: .misreads, .neo4j: .refuses, .tinkerpop: .refuses, .boost: .refuses,
        .rustworkx: .refuses, .jgrapht: .refuses, .memgraph: .refuses, .graphia: .drops,
        .igraph: .drops, .cytoscape: .drops,
      ]
    case .keyWithoutType:
      [.igraph: .drops, .cytoscape: .drops, .gephi: .misreads, .rustworkx: .refuses]
    case .unknownType:
      [
        .igraph: .refuses, .networkx: .refuses, .neo4j: .refuses, .rustworkx: .refuses,
        .jgrapht: .refuses, .graphology: .refuses, .boost: .refuses, .cytoscape: .drops,
        .gephi: .drops, .strict: .refuses, .memgraph: .misreads,
      ]
    case .integerType:
      [
        .igraph: .refuses, .neo4j: .refuses, .rustworkx: .refuses, .jgrapht: .refuses,
        .graphology: .refuses, .boost: .refuses, .strict: .refuses,
      ]
    case .keyWithoutDomain:
      [
        .igraph: .drops, .boost: .refuses, .rustworkx: .refuses, .networkit: .refuses,
        .memgraph: .refuses, .graphia: .drops, .graphology: .refuses, .tulip: .drops,
      ]
    case .keyForAll: [.igraph: .drops, .graphology: .refuses, .graphia: .drops, .tulip: .drops]
    case .keyForOthers:
      [
        .igraph: .drops, .rustworkx: .refuses, .graphology: .refuses, .tulip: .drops,
        .graphia: .drops,
      ]
    case .repeatedKeyName: [.igraph: .refuses]
    case .repeatedKeyID:
      [.igraph: .refuses, .strict: .refuses, .jgrapht: .refuses, .networkx: .misreads]
    case .sharedKeyID:
      [.networkx: .misreads, .strict: .refuses, .jgrapht: .refuses, .boost: .misreads]
    case .undeclaredKey:
      [
        .networkx: .refuses, .rustworkx: .refuses, .strict: .refuses, .jgrapht: .refuses,
        .boost: .refuses, .igraph: .drops, .cytoscape: .drops, .gephi: .drops,
      ]
    case .keyOfOthers: [.rustworkx: .refuses, .igraph: .drops, .cytoscape: .drops, .gephi: .drops]
    case .dataWithoutKey:
      [
        .networkx: .refuses, .rustworkx: .refuses, .networkit: .refuses, .strict: .refuses,
        .jgrapht: .refuses,
      ]
    case .keyInside: [.networkx: .refuses, .cytoscape: .drops]
    case .keyAfterUse: [.igraph: .drops, .tulip: .drops]
    case .defaultValue: [.networkx: .drops, .cytoscape: .drops, .jgrapht: .drops, .gephi: .drops]
    case .noteInKey: [.cytoscape: .refuses]
    case .noteBeforeGraph: [.cytoscape: .refuses]
    case .edgeDefaultMissing:
      [
        .rustworkx: .refuses, .networkit: .refuses, .strict: .refuses, .jgrapht: .refuses,
        .networkx: .misreads, .igraph: .misreads, .graphology: .misreads,
      ]
    case .edgeDefaultOdd:
      [
        .rustworkx: .refuses, .strict: .refuses, .jgrapht: .refuses, .networkx: .misreads,
        .igraph: .misreads,
      ]
    case .mixedDirections:
      [
        .networkx: .refuses, .boost: .refuses, .jgrapht: .refuses, .igraph: .misreads,
        .rustworkx: .misreads, .networkit: .misreads, .cytoscape: .misreads, .graphology: .misreads,
        .tulip: .misreads,
      ]
    case .directionInDigits:
      [
        .networkx: .misreads, .igraph: .misreads, .rustworkx: .misreads, .networkit: .misreads,
        .cytoscape: .misreads, .graphology: .misreads, .tulip: .misreads,
      ]
    case .undirectedEdge:
      [.cytoscape: .misreads, .neo4j: .misreads, .tinkerpop: .misreads, .tulip: .misreads]
    case .hyperedge:
      [
        .networkx: .refuses, .rustworkx: .refuses, .jgrapht: .refuses, .gephi: .drops,
        .igraph: .drops, .yed: .drops, .cytoscape: .drops, .neo4j: .drops, .tinkerpop: .drops,
        .boost: .drops, .networkit: .drops, .graphology: .drops, .tulip: .drops, .ogdf: .drops,
        .graphia: .drops, .memgraph: .drops,
      ]
    case .nestedGraph:
      [
        .rustworkx: .refuses, .jgrapht: .refuses, .networkx: .drops, .igraph: .drops,
        .graphia: .drops, .ogdf: .drops, .networkit: .refuses, .gephi: .misreads,
        .cytoscape: .misreads, .boost: .misreads, .tinkerpop: .misreads, .neo4j: .misreads,
      ]
    case .groupWithoutGraph: [.networkx: .refuses]
    case .port:
      [
        .rustworkx: .refuses, .networkx: .drops, .gephi: .drops, .igraph: .drops,
        .cytoscape: .drops, .neo4j: .drops, .tinkerpop: .drops, .boost: .drops, .networkit: .drops,
        .graphology: .drops, .tulip: .drops, .ogdf: .drops, .graphia: .drops, .memgraph: .drops,
      ]
    case .furtherGraph: [.networkx: .drops, .igraph: .drops, .ogdf: .drops, .networkit: .misreads]
    case .graphDataAfterNodes: [.cytoscape: .misreads]
    case .graphData: [.gephi: .drops]
    case .nodeWithoutID:
      [
        .igraph: .refuses, .rustworkx: .refuses, .networkit: .refuses, .strict: .refuses,
        .jgrapht: .refuses, .networkx: .misreads,
      ]
    case .edgeWithoutEnd:
      [
        .igraph: .refuses, .rustworkx: .refuses, .networkit: .refuses, .ogdf: .refuses,
        .strict: .refuses, .jgrapht: .refuses, .networkx: .misreads,
      ]
    case .undeclaredNode:
      [
        .neo4j: .refuses, .ogdf: .refuses, .graphology: .refuses, .networkit: .refuses,
        .strict: .refuses, .jgrapht: .refuses, .cytoscape: .drops, .rustworkx: .drops,
      ]
    case .edgeBeforeNode:
      [.neo4j: .refuses, .networkit: .refuses, .cytoscape: .drops, .tulip: .drops]
    case .edgeLeavesGraph: [.strict: .refuses, .jgrapht: .refuses]
    case .repeatedEdgeID:
      [.yed: .drops, .graphology: .refuses, .strict: .refuses, .jgrapht: .refuses]
    case .repeatedNodeID:
      [
        .boost: .misreads, .cytoscape: .misreads, .neo4j: .misreads, .graphia: .refuses,
        .graphology: .refuses, .strict: .refuses, .jgrapht: .refuses,
      ]
    case .parallelEdges: [.gephi: .misreads]
    case .weightNotPositive: [.gephi: .drops]
    case .fractionalColor: [.gephi: .drops]
    case .truthInWords: [.boost: .refuses]
    case .truthNotInWords: [.rustworkx: .refuses]
    case .unusualTruth: [.networkx: .refuses]
    case .blanksAroundNumber: [.rustworkx: .refuses, .boost: .refuses]
    case .blanksAroundInteger: [.tinkerpop: .refuses, .neo4j: .refuses]
    case .emptyNumber: [.boost: .refuses, .tinkerpop: .refuses]
    case .blankNumber:
      [.networkx: .refuses, .rustworkx: .refuses, .boost: .refuses, .tinkerpop: .refuses]
    case .fractionForInteger:
      [
        .networkx: .refuses, .rustworkx: .refuses, .boost: .refuses, .tinkerpop: .refuses,
        .neo4j: .refuses, .memgraph: .refuses, .gephi: .drops,
      ]
    case .beyond32Bits: [.tinkerpop: .refuses, .neo4j: .refuses, .boost: .refuses, .gephi: .drops]
    case .beyond64Bits:
      [
        .tinkerpop: .refuses, .neo4j: .refuses, .boost: .refuses, .rustworkx: .refuses,
        .gephi: .drops,
      ]
    case .unreadableNumber:
      [
        .networkx: .refuses, .igraph: .refuses, .rustworkx: .refuses, .boost: .refuses,
        .tinkerpop: .refuses, .neo4j: .refuses, .memgraph: .refuses, .gephi: .drops,
      ]
    case .hexadecimalNumber:
      [.networkx: .refuses, .rustworkx: .refuses, .memgraph: .refuses, .gephi: .drops]
    case .spelledInfinity: [.tinkerpop: .refuses, .neo4j: .refuses]
    case .tooSmallNumber: [.igraph: .refuses]
    case .tooLargeNumber: [.igraph: .refuses]
    case .longInteger: [.igraph: .misreads, .graphology: .misreads]
    case .elementInData:
      [.tinkerpop: .refuses, .jgrapht: .refuses, .strict: .refuses, .igraph: .drops]
    case .noGraphics: [.yed: .misreads]
    case .unknownAttribute: [.strict: .refuses, .jgrapht: .refuses]
    case .missingAttribute: [.strict: .refuses, .jgrapht: .refuses]
    case .notNameToken: [.strict: .refuses, .jgrapht: .refuses]
    case .wrongAttribute: [.strict: .refuses, .jgrapht: .refuses]
    case .misplacedElement: [.strict: .refuses, .jgrapht: .refuses]
    case .strayText: [.strict: .refuses, .jgrapht: .refuses]
    case .repeatedGraphID: [.strict: .refuses, .jgrapht: .refuses]
    case .repeatedOtherID: [.strict: .refuses, .jgrapht: .refuses]
    case .repeatedValue: [.strict: .refuses, .jgrapht: .refuses]
    }
  }
}
