internal import Chains

/// How the supply of a product is spread: from shares, or from capacities where no share is given.
struct SupplyShares {
  /// Enterprises that count as one holder: one owner, one firm, or one region closed to the viewpoint.
  struct Holder {
    let enterprises: [Int]
    let isInside: Bool
    /// Share of all supply, 0...1.
    let share: Double
  }

  /// By share, the largest first.
  let holders: [Holder]
  /// Shares of all supply that no single holder has, inside and outside.
  let dispersedInside: Double
  let dispersedOutside: Double

  var insideShare: Double {
    dispersedInside + holders.filter(\.isInside).reduce(0) { $0 + $1.share }
  }
  var outsideShare: Double {
    dispersedOutside + holders.filter { !$0.isInside }.reduce(0) { $0 + $1.share }
  }

  /// `nil` where neither shares nor capacities are known for every maker, or an unknown amount comes
  /// from elsewhere.
  init?(_ product: Int, in situation: Situation) {
    let chain = situation.chain
    let sources = situation.sources[product]
    let makers = sources.inside + sources.outside
    guard sources.unplaced.isEmpty, !makers.isEmpty,
      let (amounts, total, elsewhere) = Self.amounts(makers, sources, in: chain), total > 0
    else { return nil }

    var groups: [String: (enterprises: [Int], isInside: Bool, amount: Double)] = [:]
    var dispersedInside = 0.0
    var dispersedOutside = elsewhere
    for (position, maker) in makers.enumerated() {
      let enterprise = chain.activities[maker].enterprise
      let isInside = position < sources.inside.count
      let isMany =
        chain.enterprises[enterprise].isAggregate
        || (chain.enterprises[enterprise].isRegionalTotal && isInside
          && situation.viewpoint.areas[enterprise].isEmpty)
      guard !isMany else {
        if isInside {
          dispersedInside += amounts[position]
        } else {
          dispersedOutside += amounts[position]
        }
        continue
      }
      let key =
        chain.enterprises[enterprise].owner.map { "owner:\($0)" }
        ?? "id:\(chain.enterprises[enterprise].id)"
      groups[key, default: ([], isInside, 0)].amount += amounts[position]
      if !groups[key, default: ([], isInside, 0)].enterprises.contains(enterprise) {
        groups[key]?.enterprises.append(enterprise)
      }
    }
    holders = groups.values.filter { $0.amount > 0 }
      .sorted { ($1.amount, $0.enterprises[0]) < ($0.amount, $1.enterprises[0]) }
      .map { Holder(enterprises: $0.enterprises, isInside: $0.isInside, share: $0.amount / total) }
    self.dispersedInside = dispersedInside / total
    self.dispersedOutside = dispersedOutside / total
  }

  /// An amount a maker, the whole, and the part of the whole that comes from elsewhere.
  private static func amounts(
    _ makers: [Int], _ sources: Sources, in chain: Chain
  ) -> (amounts: [Double], total: Double, elsewhere: Double)? {
    let rows = makers.map { chain.capacity(of: chain.activities[$0]) }
    let shares = rows.map { $0?.share }
    if !shares.contains(nil) {
      let amounts = shares.compactMap { $0 }
      let sum = amounts.reduce(0, +)
      // Shares are parts of all supply: what the rows leave open belongs to somebody else.
      return (amounts, max(1, sum), max(0, 1 - sum))
    }
    guard case .limited(let anonymous) = sources.anonymous else { return nil }
    let capacities = rows.map { $0?.capacity }
    let known = capacities.contains(nil) ? rows.map { $0?.output } : capacities
    guard !known.contains(nil) else { return nil }
    let amounts = known.compactMap { $0 }
    return (amounts, amounts.reduce(anonymous, +), anonymous)
  }

  /// HHI of B11 and the three indicators of outside dependency.
  var concentration: Concentration {
    let outside = holders.filter { !$0.isInside }
    let outsideShare = outsideShare
    let insideShare = insideShare
    let top = holders.first
    return Concentration(
      index: holders.reduce(0) { $0 + $1.share * $1.share },
      top: top?.enterprises ?? [], topShare: top?.share ?? 0,
      outsideIndex: outsideShare > 0
        ? outside.reduce(0) { $0 + $1.share * $1.share } / (outsideShare * outsideShare) : nil,
      outsideShare: outsideShare,
      outsideRatio: insideShare > 0 ? outsideShare / insideShare : .infinity,
      holders: holders.count, unnamedShare: dispersedInside + dispersedOutside)
  }
}
