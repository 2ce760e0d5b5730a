extension GraphMLDocument {
  /// What programs will not read in the document as it is meant, were it written as it is: by program in the given order,
  /// what makes it refuse the file first.
  ///
  /// Of a file, ``Reading/lint(for:)`` knows more.
  /// - Complexity: O(dialects × rules + elements and values).
  public func lint(for dialects: [Dialect]) -> [DialectProblem] {
    problems(dialects, FileFacts(), [])
  }

  func problems(
    _ dialects: [Dialect], _ facts: FileFacts, _ warnings: [GraphMLError]
  ) -> [DialectProblem] {
    let found = Findings(self, facts, warnings)
    var problems: [DialectProblem] = []
    for dialect in dialects {
      var list: [DialectProblem] = []
      for rule in DialectProblem.Rule.allCases {
        guard let finding = found.findings[rule], let effect = rule.effects[dialect] else {
          continue
        }
        list.append(
          DialectProblem(
            dialect: dialect, rule: rule, effect: effect, subject: finding.subject,
            location: finding.location, count: finding.count))
      }
      if dialect == .strict { list += strictProblems() }
      problems += list.filter { $0.effect == .refuses }
      problems += list.filter { $0.effect != .refuses }
    }
    return problems
  }

  /// What keeps the document from being written as it is.
  private func strictProblems() -> [DialectProblem] {
    do {
      _ = try file(for: .strict)
      return []
    } catch {
      return ([error] + error.further).map {
        DialectProblem(
          dialect: .strict, rule: .notValid, effect: .refuses, subject: $0.subject,
          location: $0.location, count: $0.count)
      }
    }
  }
}

extension GraphMLDocument.Reading {
  /// What programs will not read in the file as it is meant: by program in the given order, what makes it refuse the file
  /// first; with the place of the first of each kind, where it is known.
  ///
  /// The reading must not have been strict, which throws what is looked for here. What the programs do is known from their
  /// sources, of yEd from its files and from reports.
  /// - Complexity: O(dialects × rules + elements and values).
  public func lint(for dialects: [GraphMLDocument.Dialect]) -> [GraphMLDocument.DialectProblem] {
    document.problems(dialects, facts, warnings)
  }
}

/// What a document and its file have that some program minds.
private struct Findings {
  typealias Rule = GraphMLDocument.DialectProblem.Rule

  struct Finding {
    var subject: String
    var location: GraphMLError.Location?
    var count: Int
  }

  private(set) var findings: [Rule: Finding] = [:]

  init(_ document: GraphMLDocument, _ facts: FileFacts, _ warnings: [GraphMLError]) {
    for (rule, fact) in facts.facts {
      findings[rule] = Finding(subject: fact.subject, location: fact.location, count: fact.count)
    }
    for warning in warnings {
      if let rule = Self.rule(of: warning.code) {
        note(rule, warning.subject, warning.count, at: warning.location)
      }
    }
    noteAttributes(document, isAlone: facts == FileFacts())
    note(.furtherGraph, document.graphs.dropFirst().first?.id ?? "", document.graphs.count - 1)
    document.forEachGraph { noteElements($0, document) }
    let hasGraphics = document.attributes.contains {
      $0.kind == .xml && $0.spelledKind == "nodegraphics"
    }
    if !hasGraphics, document.graphs.contains(where: { $0.nodes.count > 1 }) {
      note(.noGraphics, "", 1)
    }
  }

  private mutating func note(
    _ rule: Rule, _ subject: String, _ count: Int, at location: GraphMLError.Location? = nil
  ) {
    if count <= 0 { return }
    if findings[rule] == nil {
      findings[rule] = Finding(subject: subject, location: location, count: count)
    } else {
      findings[rule]?.count += count
    }
  }

  private static func rule(of code: GraphMLError.Code) -> Rule? {
    switch code {
    case .unknownNode: .undeclaredNode
    case .duplicateNodeID: .repeatedNodeID
    case .duplicateEdgeID: .repeatedEdgeID
    case .duplicateKeyID: .repeatedKeyID
    case .undeclaredKey, .dataWithoutKey: .undeclaredKey
    case .unknownKind: .unknownType
    case .unreadableValue, .numberOutOfRange: .unreadableNumber
    case .notGraphML: .otherNamespace
    default: nil
    }
  }

  /// Notes what attributes say; `isAlone` is whether no file has been looked at, which says some of it with its place.
  private mutating func noteAttributes(_ document: GraphMLDocument, isAlone: Bool) {
    for attribute in document.attributes {
      if attribute.domain == .all { note(.keyForAll, attribute.name, 1) }
      if attribute.defaultValue != nil, isAlone { note(.defaultValue, attribute.name, 1) }
      if attribute.desc != nil, isAlone { note(.noteInKey, attribute.name, 1) }
    }
  }

  private mutating func noteElements(
    _ graph: GraphMLDocument.Graph, _ document: GraphMLDocument
  ) {
    let weight =
      document.attributes.first { $0.domain == .edge && $0.role == .weight }?.name ?? "weight"
    let undirected = graph.edges.count { !($0.isDirected ?? graph.isDirected) }
    note(.undirectedEdge, "", undirected)
    if undirected > 0, undirected < graph.edges.count {
      note(.mixedDirections, graph.id ?? "", 1)
    }
    note(.hyperedge, graph.hyperedges.first?.id ?? "", graph.hyperedges.count)
    for node in graph.nodes {
      note(.nestedGraph, node.id, node.graphs.count)
      note(.port, node.id, node.ports.count)
      noteValues(node.values)
    }
    for edge in graph.edges {
      note(.nestedGraph, edge.id ?? "", edge.graphs.count)
      if let number = edge.values[weight]?.number, number <= 0 {
        note(.weightNotPositive, edge.id ?? "\(edge.source) → \(edge.target)", 1)
      }
      noteValues(edge.values)
    }
  }

  private mutating func noteValues(_ values: GraphMLDocument.Values) {
    for entry in values {
      if let integer = entry.value?.integer, integer.magnitude > 1 << 53 {
        note(.longInteger, entry.name, 1)
      }
    }
  }
}
