/// What is true of a generated supply network; other programs agree on every number.
///
/// Compared were igraph 1.0, Boost.Graph 1.74, NetworKit 11.3, rustworkx 0.18, networkx 3.6,
/// graph-tool 2.45, scipy 1.17, LEMON 1.3 and OR-tools 9.15, at least two for each fact; a checksum
/// is nil where only the sizes were compared.
struct SupplyNetworkFacts: Sendable {
  let tieChecksum: String
  let enterpriseChecksum: String
  /// How many weak components there are, and the size of the largest.
  let weakComponents: [Int]
  /// How many strong components there are, and the size of the largest; the others are single.
  let strongComponents: [Int]
  /// Of the smallest vertex of the strong component of each vertex.
  let strongChecksum: String?
  let articulationPointCount: Int
  let articulationPointChecksum: String?
  let bridgeCount: Int
  let bridgeChecksum: String?
  let highestCore: Int
  let coreChecksum: String?
  /// Without parallel edges.
  let highestSimpleCore: Int
  let simpleCoreChecksum: String?
  /// From the first tier: how many vertices are reached, and how many of them dominate others.
  let dominators: [Int]
  /// Of immediate dominators: V for none, 2³² − 1 for unreached.
  let dominatorChecksum: String?
  /// The vertex with the most outgoing edges, and how many vertices it reaches.
  let hub: Int
  let reachedFromHub: Int
  /// From the first tier to the last.
  let maximumFlow: Double
  /// The sum of the ten highest ranks at damping 0.85.
  let highestRanks: Double
  /// From so many sources spread evenly: the vertex with the highest betweenness, and its value.
  let betweennessSources: Int
  let highestBetweenness: (vertex: Int, value: Double)
  let condensationEdgeCount: Int
  let longestPath: Double
  /// How many edges it has.
  let longestPathEdgeCount: Int
  let reachabilitySum: Int
  let concentrationSum: Double
  /// With parallel edges merged.
  let mergedConcentrationSum: Double

  static let small = SupplyNetworkFacts(
    tieChecksum: "c7a446a9154a9a08", enterpriseChecksum: "916eff5cbe6f2bb1",
    weakComponents: [34, 966], strongComponents: [409, 592], strongChecksum: "5c737d11f440d43b",
    articulationPointCount: 75, articulationPointChecksum: "096834a85d78b5c6",
    bridgeCount: 79, bridgeChecksum: "94c64be69858ecc1",
    highestCore: 9, coreChecksum: "a1327e3da98ce946",
    highestSimpleCore: 8, simpleCoreChecksum: "9c35717fb39c93ab",
    dominators: [938, 87], dominatorChecksum: "474af99ae054043f",
    hub: 174, reachedFromHub: 834, maximumFlow: 725_846, highestRanks: 0.044_003_699_400,
    betweennessSources: 1000, highestBetweenness: (174, 106_250.6371),
    condensationEdgeCount: 1404, longestPath: 185, longestPathEdgeCount: 7,
    reachabilitySum: 591_940,
    concentrationSum: 535.697_029, mergedConcentrationSum: 539.889_285)

  static let medium = SupplyNetworkFacts(
    tieChecksum: "c551b7f917b30a97", enterpriseChecksum: "65a77feac4411680",
    weakComponents: [4059, 95_875], strongComponents: [42_364, 57_637],
    strongChecksum: "7a49485cd0f89c58",
    articulationPointCount: 6950, articulationPointChecksum: "f259a2f72742f5ee",
    bridgeCount: 7516, bridgeChecksum: "94502eb859c399df",
    highestCore: 11, coreChecksum: "3ad5333ab14b0e77",
    highestSimpleCore: 9, simpleCoreChecksum: "aa5a5cfcc08499f9",
    dominators: [93_982, 8908], dominatorChecksum: "25430eed25adc63d",
    hub: 92_535, reachedFromHub: 84_153, maximumFlow: 76_599_779,
    highestRanks: 0.002_520_685_818,
    betweennessSources: 64, highestBetweenness: (92_535, 511_648.5817),
    condensationEdgeCount: 142_990, longestPath: 315, longestPathEdgeCount: 15,
    reachabilitySum: 5_730_969_153,
    concentrationSum: 55_603.536_419, mergedConcentrationSum: 55_610.538_343)

  static let large = SupplyNetworkFacts(
    tieChecksum: "bc4dc20e9cd54ddb", enterpriseChecksum: "61321ba71347deaf",
    weakComponents: [41_175, 958_017], strongComponents: [426_168, 573_833], strongChecksum: nil,
    articulationPointCount: 70_730, articulationPointChecksum: nil,
    bridgeCount: 76_632, bridgeChecksum: nil,
    highestCore: 15, coreChecksum: nil, highestSimpleCore: 9,
    simpleCoreChecksum: "5a1a2d71f1f3a2ba",
    dominators: [939_360, 89_256], dominatorChecksum: nil,
    hub: 356_173, reachedFromHub: 840_225, maximumFlow: 765_210_959,
    highestRanks: 0.000_928_623_357,
    betweennessSources: 8, highestBetweenness: (870_223, 675_777.3368),
    condensationEdgeCount: 1_430_448, longestPath: 318, longestPathEdgeCount: 15,
    reachabilitySum: 570_444_541_041,
    concentrationSum: 555_471.810_394, mergedConcentrationSum: 555_482.481_466)
}
