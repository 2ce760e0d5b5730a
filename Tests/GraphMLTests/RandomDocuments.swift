import GraphML

/// SplitMix64: the same numbers for the same seed everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Documents that try a writer: names and texts of every kind.
struct RandomDocuments {
  var generator: SeededGenerator
  /// Whether texts may have characters that XML cannot hold, which do not survive.
  var hasForbiddenCharacters = false
  /// Whether nodes, edges and hyperedges may hold graphs.
  var isNested = false

  static let pieces = [
    "产值（万元）", "a b", "id", "name", "label", "weight", "x", "key", "", "🏭", "שלום", "العربية", "é",
    "e\u{301}",
    "<&>\"'", "]]>", "\t", "\n", "\r", "\r\n", " ", "-1", "a:b", "9", "/", "%", "①", "𠮷", "甲公司",
    "labels", "original_id",
    "graphml_manifest", "\u{FFFD}", "\\u0041", "v_name", "\u{7F}", "\u{2028}",
  ]
  static let forbidden = ["\u{0}", "\u{1}", "\u{1B}[1m", "\u{FFFE}", "\u{FFFF}", "\u{B}"]

  mutating func text() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      let pieces = Self.pieces + (hasForbiddenCharacters ? Self.forbidden : [])
      text += pieces.randomElement(using: &generator) ?? ""
    }
    return text
  }

  mutating func value(_ kind: GraphMLValue.Kind) -> GraphMLValue {
    switch kind {
    case .boolean: return .boolean(.random(using: &generator))
    case .int: return .int(.random(in: .min ... .max, using: &generator))
    case .long: return .long(.random(in: .min ... .max, using: &generator))
    case .float:
      return .float([0.1, -1e30, 3, .infinity, -0.5].randomElement(using: &generator) ?? 0)
    case .double:
      let special: [Double] = [
        0.1, .leastNonzeroMagnitude, -1.7976931348623157e308, .infinity, -.infinity, 2, 1e21,
      ]
      return .double(special.randomElement(using: &generator) ?? 0)
    case .string: return .string(text())
    case .xml: return .xml("<a xmlns=\"\">\(Int.random(in: 0...9, using: &generator))</a>")
    }
  }

  /// Names that are all different.
  mutating func names(_ count: Int) -> [String] {
    var names: [String] = []
    while names.count < count {
      let name = text()
      if !names.contains(where: {
        $0.unicodeScalars.elementsEqual(name.unicodeScalars) || $0 == name
      }) {
        names.append(name)
      } else {
        names.append("\(name)#\(names.count)")
      }
    }
    return names
  }

  mutating func document() -> GraphMLDocument {
    var document = GraphMLDocument()
    for domain in [GraphMLDocument.Domain.node, .edge, .graph] {
      for name in names(.random(in: 0...5, using: &generator)) {
        let kind = GraphMLValue.Kind.allCases.randomElement(using: &generator) ?? .string
        var role: GraphMLDocument.Role?
        if Int.random(in: 0..<3, using: &generator) == 0 {
          role = .allCases.randomElement(using: &generator)
        }
        let hasDefault = Int.random(in: 0..<4, using: &generator) == 0
        document.declare(
          name, for: domain, as: kind, role: role, defaultValue: hasDefault ? value(kind) : nil)
      }
    }
    if Bool.random(using: &generator) { document.desc = text() }
    var ids = names(.random(in: 0...8, using: &generator))
    if Int.random(in: 0..<3, using: &generator) == 0 { ids = ids.indices.map { "节点_\($0)" } }
    document.graphs = [graph(of: ids, document)]
    return document
  }

  mutating func graph(of ids: [String], _ document: GraphMLDocument) -> GraphMLDocument.Graph {
    var graph = GraphMLDocument.Graph(isDirected: .random(using: &generator))
    graph.id = Bool.random(using: &generator) ? text() : nil
    graph.values = values(for: .graph, document)
    for id in ids {
      var node = GraphMLDocument.Node(id: id, values: values(for: .node, document))
      if Int.random(in: 0..<4, using: &generator) == 0 { node.desc = text() }
      graph.nodes.append(node)
    }
    for _ in 0..<(ids.isEmpty ? 0 : Int.random(in: 0...8, using: &generator)) {
      var edge = GraphMLDocument.Edge(
        from: ids.randomElement(using: &generator) ?? "",
        to: ids.randomElement(using: &generator) ?? "", values: values(for: .edge, document))
      if Bool.random(using: &generator) { edge.id = text() }
      edge.isDirected = [nil, true, false].randomElement(using: &generator) ?? nil
      graph.edges.append(edge)
    }
    if isNested, ids.count > 1 {
      graph.nodes[0].ports = [.init("p"), .init(text())]
      var inner = GraphMLDocument.Graph(id: text(), isDirected: false)
      inner.nodes = [
        .init(id: "inner 1"), .init(id: "inner 2", values: values(for: .node, document)),
      ]
      inner.edges = [.init(from: "inner 1", to: "inner 2")]
      graph.nodes[1].graphs = [inner]
      graph.edges.append(.init(from: ids[0], to: "inner 2"))
      graph.edges[0].sourcePort = graph.edges[0].source == ids[0] ? "p" : nil
      graph.hyperedges = [
        .init(id: text(), endpoints: [.init(ids[0], .into, port: "p"), .init("inner 1", .out)])
      ]
    }
    return graph
  }

  private mutating func values(
    for domain: GraphMLDocument.Domain, _ document: GraphMLDocument
  ) -> GraphMLDocument.Values {
    var values = GraphMLDocument.Values()
    for attribute in document.attributes where attribute.domain == domain {
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: break
      case 1: if let value = attribute.defaultValue { values[attribute.name] = value }
      default: values[attribute.name] = value(attribute.kind)
      }
    }
    return values
  }
}
