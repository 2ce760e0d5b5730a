internal import Chains

/// How the supply of a product is spread: from shares, or from capacities where no share is given.
struct SupplyShares {
  /// Enterprises that count as one holder: one owner, one firm, or one region closed to the viewpoint.
  struct Holder {
    let enterprises: [Int]
    /// Shares of all supply, 0...1.
    let insideShare: Double
    let outsideShare: Double

    var share: Double { insideShare + outsideShare }
  }

  /// By share, the largest first.
  let holders: [Holder]
  /// Shares of all supply that no single holder has, inside and outside.
  let dispersedInside: Double
  let dispersedOutside: Double
  /// Whether the shares are stated; otherwise they follow from capacities.
  let isStated: Bool

  var insideShare: Double {
    dispersedInside + holders.reduce(0) { $0 + $1.insideShare }
  }
  var outsideShare: Double {
    dispersedOutside + holders.reduce(0) { $0 + $1.outsideShare }
  }

  /// `nil` where neither shares nor capacities are known for every maker, or an unknown amount comes
  /// from elsewhere.
  init?(_ product: Int, in situation: Situation) {
    let chain = situation.chain
    let sources = situation.sources[product]
    let makers = sources.inside + sources.outside
    guard sources.unplaced.isEmpty, !makers.isEmpty,
      let (amounts, total, elsewhere, isStated) = Self.amounts(makers, sources, in: chain),
      total > 0
    else { return nil }

    var groups: [String: (enterprises: [Int], inside: Double, outside: Double)] = [:]
    var dispersed = (inside: 0.0, outside: elsewhere)
    for (position, maker) in makers.enumerated() {
      let enterprise = chain.activities[maker].enterprise
      let isInside = position < sources.inside.count
      let inside = isInside ? amounts[position] : 0
      let outside = isInside ? 0 : amounts[position]
      let isMany =
        chain.enterprises[enterprise].isAggregate
        || (chain.enterprises[enterprise].isRegionalTotal && isInside
          && situation.viewpoint.areas[enterprise].isEmpty)
      guard !isMany else {
        dispersed.inside += inside
        dispersed.outside += outside
        continue
      }
      let key =
        chain.enterprises[enterprise].owner.map { "owner:\($0)" }
        ?? "id:\(chain.enterprises[enterprise].id)"
      var group = groups[key] ?? ([], 0, 0)
      group.inside += inside
      group.outside += outside
      if !group.enterprises.contains(enterprise) { group.enterprises.append(enterprise) }
      groups[key] = group
    }
    holders = groups.values.filter { $0.inside + $0.outside > 0 }
      .sorted {
        ($1.inside + $1.outside, $0.enterprises[0]) < ($0.inside + $0.outside, $1.enterprises[0])
      }
      .map {
        Holder(
          enterprises: $0.enterprises, insideShare: $0.inside / total,
          outsideShare: $0.outside / total)
      }
    dispersedInside = dispersed.inside / total
    dispersedOutside = dispersed.outside / total
    self.isStated = isStated
  }

  /// An amount a maker, the whole, and the part of the whole that comes from elsewhere.
  private static func amounts(
    _ makers: [Int], _ sources: Sources, in chain: Chain
  ) -> (amounts: [Double], total: Double, elsewhere: Double, isStated: Bool)? {
    let rows = makers.map { chain.capacity(of: chain.activities[$0]) }
    let shares = rows.map { $0?.share }
    // Shares of different variants are parts of different wholes.
    let isOneWhole = makers.allSatisfy {
      chain.activities[$0].product == chain.activities[makers[0]].product
    }
    if isOneWhole, !shares.contains(nil) {
      let amounts = shares.compactMap { $0 }
      let sum = amounts.reduce(0, +)
      // Shares are parts of all supply: what the rows leave open belongs to somebody else.
      return (amounts, max(1, sum), max(0, 1 - sum), true)
    }
    guard case .limited(let anonymous) = sources.anonymous else { return nil }
    let capacities = rows.map { $0?.capacity }
    let known = capacities.contains(nil) ? rows.map { $0?.output } : capacities
    guard !known.contains(nil) else { return nil }
    let amounts = known.compactMap { $0 }
    return (amounts, amounts.reduce(anonymous, +), anonymous, false)
  }

  /// HHI of B11 and the three indicators of outside dependency.
  var concentration: Concentration {
    let outsideShare = outsideShare
    let insideShare = insideShare
    let top = holders.first
    return Concentration(
      index: holders.reduce(0) { $0 + $1.share * $1.share },
      top: top?.enterprises ?? [], topShare: top?.share ?? 0,
      outsideIndex: outsideShare > 0
        ? holders.reduce(0) { $0 + $1.outsideShare * $1.outsideShare }
          / (outsideShare * outsideShare) : nil,
      outsideShare: outsideShare,
      outsideRatio: insideShare > 0 ? outsideShare / insideShare : .infinity,
      holders: holders.count, unnamedShare: dispersedInside + dispersedOutside,
      isStated: isStated)
  }
}
