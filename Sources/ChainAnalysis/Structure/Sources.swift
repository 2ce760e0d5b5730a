internal import Chains

/// Where a product can be had from, seen from a region, before any quantity is asked about.
struct Sources {
  /// Activities inside the viewpoint that can carry the chain, variants included.
  let inside: [Int]
  /// Activities outside it.
  let outside: [Int]
  /// Activities of which it is not known where they stand.
  let unplaced: [Int]
  /// Recorded makers that do not work: stopped, planned, without capacity or too small.
  let idle: [Int]
  /// What comes from outside besides the recorded makers there.
  let anonymous: Limit

  init(of product: Int, in chain: Chain, from viewpoint: Viewpoint) {
    var inside: [Int] = []
    var outside: [Int] = []
    var unplaced: [Int] = []
    var idle: [Int] = []
    for kind in chain.kinds(of: product) {
      for number in chain.activities(making: kind) {
        let activity = chain.activities[number]
        guard chain.carries(activity) else {
          idle.append(number)
          continue
        }
        switch viewpoint.localities[activity.enterprise] {
        case .inside: inside.append(number)
        case .outside: outside.append(number)
        case .unknown: unplaced.append(number)
        }
      }
    }
    self.inside = inside
    self.outside = outside
    self.unplaced = unplaced
    self.idle = idle
    anonymous = Self.anonymous(product, in: chain)
  }

  /// Whether outside supply hangs on one recorded maker, or on one stated amount, or on none.
  var isOneOutside: Bool {
    anonymous != .unlimited && outside.count + (anonymous.isKnownSource ? 1 : 0) <= 1
  }

  /// Whether it is known that something can be had from outside.
  var isKnownOutside: Bool { anonymous.isKnownSource || !outside.isEmpty }

  /// Whether nobody is recorded to make it inside, in a list that may lack makers.
  func hidesMakers(in chain: Chain) -> Bool {
    inside.isEmpty && unplaced.isEmpty && chain.profile.enterprisesKnown == .partial
  }

  /// Whether a maker that is not recorded may well exist: none is, not even one that does not work.
  func mayHaveHiddenMaker(in chain: Chain) -> Bool { idle.isEmpty && hidesMakers(in: chain) }

  /// What is said of the product holds for its variants too; what is said of a variant comes on top.
  private static func anonymous(_ product: Int, in chain: Chain) -> Limit {
    let own = chain.products[product].external
    let variants = chain.kinds(of: product).filter { $0 != product }
      .map { chain.products[$0].external }
    let known = variants.filter { $0 != .unknown }
    if own == .unknown, variants.isEmpty || known.count < variants.count {
      return known.contains(.unlimited) ? .unlimited : .unknown
    }
    return known.reduce(own == .unknown ? .limited(0) : own, joined)
  }
}

/// Two sources side by side.
private func joined(_ a: Limit, _ b: Limit) -> Limit {
  switch (a, b) {
  case (.unlimited, _), (_, .unlimited): .unlimited
  case (.unknown, _), (_, .unknown): .unknown
  case (.limited(let x), .limited(let y)): .limited(x + y)
  }
}
