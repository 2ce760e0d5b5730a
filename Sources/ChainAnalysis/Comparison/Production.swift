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
  /// By the two readings of the and-or graph: what stops although all that is unknown exists has stopped,
  /// what runs although none of it does is running.
  ///
  /// - Precondition: the chain has the region.
  /// - Complexity: O(V + E) of the and-or graph.
  public func finalProduction(from region: Region.ID? = nil) -> [Production] {
    let viewpoint = viewpoint(from: region)
    let panorama = Panorama(self)
    let sources = products.indices.map { Sources(of: $0, in: self, from: viewpoint) }
    func stopped(_ reading: Availability.Reading) -> Set<Int> {
      let graph = Availability(
        self, panorama: panorama, viewpoint: viewpoint, sources: sources, reading: reading,
        exchange: profile.tiesKnown == .complete ? .recordedTies : .free)
      let stopped = graph.stopped()
      return Set(finalProducts.filter { stopped.contains(graph.making[$0]) })
    }
    let (certain, possible) = (stopped(.hopeful), stopped(.cautious))
    return finalProducts.map { final in
      certain.contains(final) ? .stopped : possible.contains(final) ? .toVerify : .running
    }
  }
}
