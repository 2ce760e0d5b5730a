public import Chains

/// Whether a product can be made inside as things stand.
public enum Production: String, CaseIterable, Hashable, Sendable {
  /// It is made, whatever the unknown figures are.
  case running
  /// It cannot be made, whatever they are.
  case stopped
  /// That depends on what is not known.
  case toVerify = "to-verify"
}

extension Chain {
  /// How each final product stands, in the order of `finalProducts`, seen from a region.
  ///
  /// By two readings of the and-or graph: what stops although all that is unknown exists has stopped; what
  /// runs although nothing of it does, no outside supply that is not stated and no maker that is not listed,
  /// is running.
  ///
  /// - Precondition: the chain has the region.
  /// - Complexity: O(records + E of the and-or graph)
  public func finalProduction(from region: Region.ID? = nil) -> [Production] {
    let certain = stoppedFinals(from: region, .hopeful)
    let possible = withoutUnknownSources.stoppedFinals(from: region, .cautious)
    return finalProducts.map { final in
      certain.contains(final) ? .stopped : possible.contains(final) ? .toVerify : .running
    }
  }

  private func stoppedFinals(
    from region: Region.ID?, _ reading: Availability.Reading
  ) -> Set<Int> {
    let viewpoint = viewpoint(from: region)
    let sources = products.indices.map { Sources(of: $0, in: self, from: viewpoint) }
    let graph = Availability(
      self, panorama: Panorama(self), viewpoint: viewpoint, sources: sources, reading: reading,
      exchange: profile.tiesKnown == .complete ? .recordedTies : .free)
    let stopped = graph.stopped()
    return Set(
      finalProducts.filter { final in
        // Whether a maker of uncertain place is inside is not known either.
        stopped.contains(graph.making[final])
          || (reading == .cautious && sources[final].inside.isEmpty)
      })
  }

  /// The chain in which nothing comes from where nobody has said that anything does.
  private var withoutUnknownSources: Chain {
    let sure = try? editing { tables in
      tables.profile.enterprisesKnown = .complete
      for row in tables.products.indices where tables.products[row].external == .unknown {
        tables.products[row].external = .limited(0)
      }
    }
    return sure ?? self
  }
}
