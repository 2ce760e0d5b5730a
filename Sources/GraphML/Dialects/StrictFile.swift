extension GraphMLDocument {
  /// Writes the universal file, and tells what it leaves out.
  func writeUniversal(
    _ options: DialectOptions, _ report: LossReport, to sink: ([UInt8]) throws -> Void
  ) throws -> [GraphMLError] {
    let profile = UniversalProfile(options)
    let plan = try UniversalPlan(self, profile)
    var report = report
    if !options.numbersIDs, plan.ids.canonical.contains(.node) {
      var count = 0
      forEachGraph { count += $0.nodes.count }
      report.add(.nodeID, count)
    }
    return report.losses + (try plan.write(profile, to: sink))
  }

  /// Writes the universal file of a document that needs no change for it.
  /// - Throws: everything that would have to change, all at once, before anything is written.
  func writeStrict(
    _ options: DialectOptions, _ report: LossReport, to sink: ([UInt8]) throws -> Void
  ) throws -> [GraphMLError] {
    var profile = UniversalProfile(options)
    profile.refusesForbiddenCharacters = true
    let plan = try UniversalPlan(self, profile)
    var problems = nameProblems() + (options.numbersIDs ? [] : idProblems())
    problems += plan.warnings.filter { $0.code == .notWritten }.map { loss in
      GraphMLError(.noPlace, loss.subject, count: loss.count)
    }
    if var error = problems.first {
      error.further = Array(problems.dropFirst())
      throw error
    }
    return report.losses + (try plan.write(profile, to: sink))
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

extension UniversalProfile {
  /// The profile that does what the options of dialects ask for.
  fileprivate init(_ options: GraphMLDocument.DialectOptions) {
    self.init()
    ids = options.numbersIDs ? .canonical : .original
    refusesForbiddenCharacters = options.refusesForbiddenCharacters
  }
}
