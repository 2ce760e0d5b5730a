internal import Chains

/// How much of a product can be had in a year, from inside the viewpoint and from outside.
struct Supply {
  /// What the makers inside can make; open where a capacity or a place is unknown, or where a list
  /// that may lack makers has none.
  let inside: Quantity
  /// What outside can deliver. A stated amount from outside the chain's region includes what its named
  /// makers deliver; makers between the viewpoint and the chain's region come on top.
  let outside: Quantity

  /// - Parameters:
  ///   - home: the chain seen from its own region.
  ///   - runs: whether an inside activity can run as things stand.
  init(_ sources: Sources, in chain: Chain, home: Viewpoint, runs: (Int) -> Bool) {
    let mayBeMore = !sources.unplaced.isEmpty || sources.hidesMakers(in: chain)
    inside = sources.inside.filter(runs).map { Self.amount(of: $0, in: chain) }
      .reduce(Quantity(known: 0, isOpen: mayBeMore), +)
    let named = sources.outside.filter {
      sources.anonymous == .unknown
        || home.localities[chain.activities[$0].enterprise] == .inside
    }
    let stated =
      switch sources.anonymous {
      case .unlimited: Quantity(known: .infinity, isOpen: false)
      case .unknown: Quantity(known: 0, isOpen: true)
      case .limited(let amount): Quantity(known: amount, isOpen: false)
      }
    outside = named.map { Self.amount(of: $0, in: chain) }.reduce(stated, +)
  }

  /// A capacity, or at least what was really made.
  private static func amount(of activity: Int, in chain: Chain) -> Quantity {
    guard let row = chain.capacity(of: chain.activities[activity]) else {
      return Quantity(known: 0, isOpen: true)
    }
    if let capacity = row.capacity { return Quantity(known: capacity, isOpen: false) }
    return Quantity(known: row.output ?? 0, isOpen: true)
  }
}
