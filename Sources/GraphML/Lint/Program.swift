extension GraphMLDocument {
  /// A program that opens GraphML files, or the schema of the format: what ``Inspection/lint(for:)`` knows the demands of.
  ///
  /// A ``Dialect`` is what this library writes; most have a program of the same name, but many programs read the universal
  /// profile and have no dialect of their own.
  public enum Program: String, Hashable, Sendable, CaseIterable {
    /// Gephi 0.10.
    case gephi
    /// yEd, known from its files and from reports.
    case yed
    /// Cytoscape 3.
    case cytoscape
    /// The procedures APOC of Neo4j.
    case neo4j
    /// Apache TinkerPop 3.
    case tinkerpop
    /// networkx 3.
    case networkx
    /// igraph 1.
    case igraph
    /// The Boost Graph Library.
    case boost
    /// rustworkx 0.18.
    case rustworkx
    /// NetworKit 11.
    case networkit
    /// JGraphT 1, with the validation that is on unless it is turned off.
    case jgrapht
    /// graphology-graphml, which sigma.js uses.
    case graphology
    /// Tulip.
    case tulip
    /// OGDF.
    case ogdf
    /// Graphia.
    case graphia
    /// Memgraph's import.
    case memgraph
    /// The schema of GraphML 1.1.
    case strict

    /// The name as the program writes it.
    var title: String {
      switch self {
      case .gephi: "Gephi"
      case .yed: "yEd"
      case .cytoscape: "Cytoscape"
      case .neo4j: "Neo4j"
      case .tinkerpop: "TinkerPop"
      case .networkx: "networkx"
      case .igraph: "igraph"
      case .boost: "Boost"
      case .rustworkx: "rustworkx"
      case .networkit: "NetworKit"
      case .jgrapht: "JGraphT"
      case .graphology: "graphology"
      case .tulip: "Tulip"
      case .ogdf: "OGDF"
      case .graphia: "Graphia"
      case .memgraph: "Memgraph"
      case .strict: "GraphML 1.1"
      }
    }
  }
}

extension GraphMLDocument.Dialect {
  /// The program that the dialect is for; nil for what only this library reads, and for the universal profile.
  public var program: GraphMLDocument.Program? { GraphMLDocument.Program(rawValue: rawValue) }
}
