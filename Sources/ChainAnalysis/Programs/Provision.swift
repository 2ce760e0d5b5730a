internal import Chains

/// What there is of one product, in units a year, as a plan reads it; variants have their own.
struct Provision {
  struct Part {
    let activity: Int
    /// Units a year; infinite where nothing is known to limit them.
    let amount: Double
  }

  /// Makers inside and outside.
  let inside: [Part]
  let outside: [Part]
  /// From makers inside that no list has.
  let hidden: Double
  /// From outside without a maker's name.
  let stated: Double

  init(
    of product: Int, in chain: Chain, sources: Sources, assuming assumption: Assumption
  ) {
    func parts(_ activities: [Int]) -> [Part] {
      activities.filter { chain.activities[$0].product == product }.map { activity in
        let amount = Supply.amount(of: activity, in: chain)
        let isOpen =
          amount.isOpen && assumption.isHopeful(.capacity(activity: activity), of: product)
        return Part(activity: activity, amount: isOpen ? .infinity : amount.known)
      }
    }
    let (near, far) = sources.unplaced.reduce(into: ([Int](), [Int]())) { places, activity in
      let place = UnknownFigure.place(enterprise: chain.activities[activity].enterprise)
      if assumption.isHopeful(place, of: product) {
        places.0.append(activity)
      } else {
        places.1.append(activity)
      }
    }
    inside = parts(sources.inside + near)
    outside = parts(sources.outside + far)
    // A list that may lack makers bounds nothing from above.
    let mayHide = chain.profile.enterprisesKnown == .partial
    hidden = mayHide && assumption.isHopeful(.maker, of: product) ? .infinity : 0
    stated =
      switch chain.products[product].external {
      case .unlimited: .infinity
      case .limited(let amount): amount
      // Where all variants are stated, nothing comes besides them.
      case .unknown:
        sources.anonymous == .unknown && assumption.isHopeful(.external, of: product)
          ? .infinity : 0
      }
  }

  /// All that can be made inside.
  var made: Double { inside.reduce(hidden) { $0 + $1.amount } }
  /// All that comes from outside.
  var bought: Double { outside.reduce(stated) { $0 + $1.amount } }
}

extension Chain {
  /// The product above whose outside supply is also that of a variant which states none.
  func sharedOutside(of product: Int) -> Int? {
    guard products[product].external == .unknown else { return nil }
    var above = products[product].variantOf.flatMap(number(of:))
    while let current = above {
      if products[current].external != .unknown { return current }
      above = products[current].variantOf.flatMap(number(of:))
    }
    return nil
  }
}
