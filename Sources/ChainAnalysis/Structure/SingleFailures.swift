internal import Chains
internal import Graphs

/// The leaves whose failure alone stops a final product (measures, §2.3).
struct SingleFailures {
  /// Leaves of the cautious graph, ascending, by final product that can be made inside.
  let leaves: [Int: [Int]]
  /// Those that stop it in the hopeful graph too, named by what they stand for.
  private let verified: [Int: Set<Availability.Leaf>]?

  init(_ chain: Chain, cautious: Availability, hopeful: Availability?) {
    leaves = Self.leaves(chain, cautious)
    verified = hopeful.map { hopeful in
      Self.leaves(chain, hopeful).mapValues { Set($0.compactMap(hopeful.leaf)) }
    }
  }

  private static func leaves(_ chain: Chain, _ availability: Availability) -> [Int: [Int]] {
    let points = availability.graph.singlePointsOfFailure()
    return Dictionary(
      uniqueKeysWithValues: chain.finalProducts.map {
        ($0, points.leaves(stopping: availability.making[$0]) ?? [])
      })
  }

  /// Whether the failure of a leaf alone stops a final product.
  func stops(_ leaf: Int, _ final: Int) -> Bool {
    guard let leaves = leaves[final] else { return false }
    var low = 0
    var high = leaves.count
    while low < high {
      let middle = (low + high) / 2
      if leaves[middle] < leaf { low = middle + 1 } else { high = middle }
    }
    return low < leaves.count && leaves[low] == leaf
  }

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
