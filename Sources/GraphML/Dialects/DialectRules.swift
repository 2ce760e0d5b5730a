/// How a dialect differs from the others, as far as it is a matter of choices.
struct DialectRules {
  typealias Role = GraphMLDocument.Role

  /// A key that the program looks for.
  struct Known {
    let keyID: String
    let name: String
    let role: Role
    /// Whether a node without a value has its id there.
    var showsID = false
    /// What an element without a value has there.
    var fallback: String?
  }

  let dialect: GraphMLDocument.Dialect
  /// Whether a file may have several graphs.
  var keepsGraphs = false
  var keepsNesting = false
  var keepsHyperedges = false
  /// Whether one file holds directed and undirected edges.
  var keepsMixed = false
  /// Whether every edge is directed to the program.
  var isDirectedOnly = false
  /// Whether nodes are numbered n0, n1, … whatever their ids are.
  var numbersNodes = false
  var nodeKeys: [Known] = []
  var edgeKeys: [Known] = []

  init(_ dialect: GraphMLDocument.Dialect) {
    self.dialect = dialect
    switch dialect {
    case .gephi:
      keepsMixed = true
      nodeKeys = [
        Known(keyID: "label", name: "label", role: .label, showsID: true),
        Known(keyID: "x", name: "x", role: .x), Known(keyID: "y", name: "y", role: .y),
        Known(keyID: "size", name: "size", role: .size), Known(keyID: "r", name: "r", role: .red),
        Known(keyID: "g", name: "g", role: .green), Known(keyID: "b", name: "b", role: .blue),
      ]
      edgeKeys = [
        Known(keyID: "edgelabel", name: "Edge Label", role: .label),
        Known(keyID: "weight", name: "weight", role: .weight),
      ]
    case .yed:
      keepsNesting = true
      keepsMixed = true
    case .cytoscape:
      isDirectedOnly = true
      nodeKeys = [
        Known(keyID: "name", name: "name", role: .label, showsID: true),
        Known(keyID: "shared name", name: "shared name", role: .label, showsID: true),
      ]
      edgeKeys = [
        Known(keyID: "interaction", name: "interaction", role: .kind, fallback: "-"),
        Known(keyID: "shared interaction", name: "shared interaction", role: .kind, fallback: "-"),
      ]
    case .neo4j:
      isDirectedOnly = true
      nodeKeys = [Known(keyID: "labels", name: "labels", role: .kind)]
      edgeKeys = [Known(keyID: "label", name: "label", role: .kind, fallback: "RELATED")]
    case .tinkerpop:
      isDirectedOnly = true
      nodeKeys = [Known(keyID: "labelV", name: "labelV", role: .kind, fallback: "vertex")]
      edgeKeys = [Known(keyID: "labelE", name: "labelE", role: .kind, fallback: "edge")]
    case .networkx: break
    case .igraph:
      nodeKeys = [Known(keyID: "v_name", name: "name", role: .label, showsID: true)]
      edgeKeys = [Known(keyID: "e_weight", name: "weight", role: .weight)]
    case .boost:
      numbersNodes = true
      edgeKeys = [Known(keyID: "key_weight", name: "weight", role: .weight)]
    case .strict, .universal, .preserve:
      keepsGraphs = true
      keepsNesting = true
      keepsHyperedges = true
      keepsMixed = true
    }
  }

  /// The keys that the program looks for on elements of a domain.
  func known(_ domain: GraphMLDocument.Domain) -> [Known] {
    switch domain {
    case .node: nodeKeys
    case .edge: edgeKeys
    default: []
    }
  }

  /// The id of the key of an attribute that the program does not look for; `place` counts the keys of the file.
  func keyID(_ name: String, _ domain: GraphMLDocument.Domain, place: Int, isShared: Bool) -> String
  {
    let initial = domain.rawValue.prefix(1)
    switch dialect {
    case .gephi, .cytoscape, .neo4j: return name
    case .tinkerpop: return isShared ? "\(name)\(initial == "n" ? "V" : "E")" : name
    case .igraph: return "\(initial == "n" ? "v" : String(initial))_\(name)"
    case .boost: return "key\(place)"
    case .yed, .networkx, .strict, .universal, .preserve: return "d\(place)"
    }
  }

  /// The type that a key states for values of a type.
  func writtenKind(_ kind: GraphMLValue.Kind) -> GraphMLValue.Kind {
    switch kind {
    case .xml: .string
    case .int, .long, .float: dialect == .igraph ? .double : kind
    default: kind
    }
  }
}
