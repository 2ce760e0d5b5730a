internal import Chains

/// How much of a product can be had in a year, from inside the viewpoint and from outside.
struct Supply {
  /// What the makers inside can make; open where a capacity or a place is unknown, or where a list
  /// that may lack makers has none.
  let inside: Quantity
  /// What outside can deliver: the recorded makers there, and what is stated to come besides.
  let outside: Quantity

  /// - Parameter counts: whether an inside activity is to be counted.
  init(_ sources: Sources, in chain: Chain, counting counts: (Int) -> Bool = { _ in true }) {
    let mayBeMore = !sources.unplaced.isEmpty || sources.hidesMakers(in: chain)
    inside = sources.inside.filter(counts).map { Self.amount(of: $0, in: chain) }
      .reduce(Quantity(known: 0, isOpen: mayBeMore), +)
    let stated =
      switch sources.anonymous {
      case .unlimited: Quantity(known: .infinity, isOpen: false)
      case .unknown: Quantity(known: 0, isOpen: true)
      case .limited(let amount): Quantity(known: amount, isOpen: false)
      }
    outside = sources.outside.map { Self.amount(of: $0, in: chain) }.reduce(stated, +)
  }

  /// A capacity, or at least what was really made.
  static func amount(of activity: Int, in chain: Chain) -> Quantity {
    guard let row = chain.capacity(of: chain.activities[activity]) else {
      return Quantity(known: 0, isOpen: true)
    }
    if let capacity = row.capacity { return Quantity(known: capacity, isOpen: false) }
    return Quantity(known: row.output ?? 0, isOpen: true)
  }
}
