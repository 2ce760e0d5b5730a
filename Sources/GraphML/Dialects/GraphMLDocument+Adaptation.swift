extension GraphMLDocument {
  /// The document as a dialect can hold it, as far as nesting, hyperedges and directions go.
  func adapted(
    to rules: DialectRules, _ options: DialectOptions, _ losses: inout LossReport
  ) -> GraphMLDocument {
    var document = self
    if rules.dialect != .preserve && rules.dialect != .strict { document.adoptKinds() }
    if !rules.keepsGraphs { document.dropFurtherGraphs(&losses) }
    if !rules.keepsNesting || options.flattens {
      document = document.flattened(
        &losses, hyperedges: !rules.keepsHyperedges || options.flattens)
    } else if !rules.keepsHyperedges {
      document = document.hyperedgesJoined(&losses)
    }
    if rules.isDirectedOnly {
      document = document.directed(split: options.mixed == .split, &losses)
    } else if options.mixed != .keep || !rules.keepsMixed {
      document = document.withoutMixedDirections(split: options.mixed != .directed, &losses)
    } else if rules.dialect == .universal {
      document.settleDirections()
    }
    if let isDirected = options.edgeDefaultIsDirected {
      let isMixed = document.graphs.contains { graph in
        graph.edges.contains { ($0.isDirected ?? graph.isDirected) != isDirected }
      }
      if rules.keepsMixed || !isMixed {
        document = document.withEdgeDefault(isDirected: isDirected)
      } else {
        losses.add(.edgeDefault)
      }
    }
    return document
  }

  private mutating func dropFurtherGraphs(_ losses: inout LossReport) {
    if graphs.count > 1 {
      losses.add(.furtherGraph, graphs.count - 1)
      graphs.removeSubrange(1...)
    }
  }

  /// Flattened if a hyperedge stands anywhere, otherwise as it is.
  private func hyperedgesJoined(_ losses: inout LossReport) -> GraphMLDocument {
    var hasHyperedges = false
    forEachGraph { if !$0.hyperedges.isEmpty { hasHyperedges = true } }
    return hasHyperedges ? flattened(&losses, hyperedges: true) : self
  }
}
