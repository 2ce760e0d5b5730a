internal import Chains
internal import Graphs

/// The leaves whose failure alone stops a final product (measures, §2.3).
struct SingleFailures {
  /// Leaves of the cautious graph, ascending, by final product; none for a broken one.
  let leaves: [Int: [Int]]
  /// The final products that a leaf stops, ascending.
  private let finals: [Int: [Int]]
  private let points: SinglePointsOfFailure
  /// Those that stop it in the hopeful graph too, named by what they stand for.
  private let verified: [Int: Set<Availability.Leaf>]?

  /// A final product that is broken in the cautious graph, because of what is unknown, is judged by the
  /// hopeful one; one that is broken in both has no single points.
  init(_ chain: Chain, cautious: Availability, hopeful: Availability?) {
    points = cautious.graph.singlePointsOfFailure()
    var leaves = Self.leaves(chain, cautious, points)
    if let hopeful {
      let vertices = cautious.vertices
      let best = Self.leaves(chain, hopeful, hopeful.graph.singlePointsOfFailure())
      for final in chain.finalProducts where !points.isAvailable(cautious.making[final]) {
        leaves[final] = best[final, default: []].compactMap { leaf in
          hopeful.leaf(leaf).flatMap { vertices[$0] }
        }.sorted()
      }
      verified = best.mapValues { Set($0.compactMap(hopeful.leaf)) }
    } else {
      verified = nil
    }
    self.leaves = leaves
    var finals: [Int: [Int]] = [:]
    for (final, leaves) in leaves.sorted(by: { $0.key < $1.key }) {
      for leaf in leaves { finals[leaf, default: []].append(final) }
    }
    self.finals = finals
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
    finals.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The final products that a leaf stops, ascending.
  func finals(stoppedBy leaf: Int) -> [Int] { finals[leaf, default: []] }
}
