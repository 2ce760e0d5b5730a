internal import Chains
internal import Graphs

/// The leaves whose failure alone stops a final product (measures, §2.3).
struct SingleFailures {
  /// Leaves of the cautious graph, ascending, by final product that can be made inside.
  let leaves: [Int: [Int]]
  private let points: SinglePointsOfFailure
  /// Those that stop it in the hopeful graph too, named by what they stand for.
  private let verified: [Int: Set<Availability.Leaf>]?

  init(_ chain: Chain, cautious: Availability, hopeful: Availability?) {
    points = cautious.graph.singlePointsOfFailure()
    leaves = Self.leaves(chain, cautious, points)
    verified = hopeful.map { hopeful in
      Self.leaves(chain, hopeful, hopeful.graph.singlePointsOfFailure())
        .mapValues { Set($0.compactMap(hopeful.leaf)) }
    }
  }

  private static func leaves(
    _ chain: Chain, _ availability: Availability, _ points: SinglePointsOfFailure
  ) -> [Int: [Int]] {
    Dictionary(
      uniqueKeysWithValues: chain.finalProducts.map {
        ($0, points.leaves(stopping: availability.making[$0]) ?? [])
      })
  }

  /// Whether the failure of a leaf alone stops a vertex of the cautious graph.
  func stops(_ leaf: Int, _ vertex: Int) -> Bool { points.isSinglePoint(leaf, of: vertex) }

  /// Whether it does so whatever the unknown figures are.
  func isVerified(_ leaf: Availability.Leaf, _ final: Int) -> Bool {
    verified.map { $0[final]?.contains(leaf) ?? false } ?? true
  }

  /// Every leaf with the final products that it stops, in the order of the leaves.
  var finalsByLeaf: [(leaf: Int, finals: [Int])] {
    var finals: [Int: [Int]] = [:]
    for (final, leaves) in leaves.sorted(by: { $0.key < $1.key }) {
      for leaf in leaves { finals[leaf, default: []].append(final) }
    }
    return finals.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
