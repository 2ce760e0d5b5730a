extension GraphMLDocument {
  /// The universal file, with what it leaves out.
  func universalFile(
    _ options: DialectOptions, _ report: LossReport
  ) throws(GraphMLError) -> DialectFile {
    var profile = UniversalProfile()
    profile.ids = options.numbersIDs ? .canonical : .original
    profile.refusesForbiddenCharacters = options.refusesForbiddenCharacters
    let (bytes, warnings) = try bytesAndWarnings(profile)
    return DialectFile(bytes: bytes, losses: report.losses + warnings)
  }

  /// The universal file of a document that needs no change for it.
  /// - Throws: everything that would have to change, all at once.
  func strictFile(
    _ options: DialectOptions, _ report: LossReport
  ) throws(GraphMLError) -> DialectFile {
    var profile = UniversalProfile()
    profile.ids = options.numbersIDs ? .canonical : .original
    profile.refusesForbiddenCharacters = true
    let plan = try UniversalPlan(self, profile)
    var problems = nameProblems() + (options.numbersIDs ? [] : idProblems())
    problems += plan.warnings.filter { $0.code != .mixedDirections }
    if var error = problems.first {
      error.further = Array(problems.dropFirst())
      throw error
    }
    return DialectFile(
      bytes: try bytes(profile),
      losses: report.losses + plan.warnings.filter { $0.code == .mixedDirections })
  }

  private func nameProblems() -> [GraphMLError] {
    let reserved = ["id", "source", "target", "key", "original_id", manifestName]
    var problems: [GraphMLError] = []
    for attribute in attributes {
      if !attribute.name.isNameToken || reserved.contains(attribute.name) {
        problems.append(GraphMLError(.needsChange, attribute.name, path: "graphml/key"))
      }
      if attribute.kind == .xml {
        problems.append(GraphMLError(.unknownKind, attribute.spelledKind ?? "xml"))
      }
    }
    return problems
  }

  private func idProblems() -> [GraphMLError] {
    var problems: [GraphMLError] = []
    var (nodes, edges): (Set<String>, Set<String>) = ([], [])
    for top in graphs {
      nodes = []
      top.walk { graph in
        let path = graph.id.map { "graphml/graph[\($0)]" } ?? "graphml/graph"
        for node in graph.nodes {
          if !node.id.isNameToken {
            problems.append(GraphMLError(.needsChange, node.id, path: "\(path)/node"))
          } else if !nodes.insert(node.id).inserted {
            problems.append(GraphMLError(.duplicateNodeID, node.id, path: "\(path)/node"))
          }
        }
        for edge in graph.edges {
          guard let id = edge.id else { continue }
          if !id.isNameToken {
            problems.append(GraphMLError(.needsChange, id, path: "\(path)/edge"))
          } else if !edges.insert(id).inserted {
            problems.append(GraphMLError(.duplicateEdgeID, id, path: "\(path)/edge"))
          }
        }
      }
    }
    return problems
  }
}
