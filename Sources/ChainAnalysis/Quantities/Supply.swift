internal import Chains

/// How much of a product can be had in a year, from inside the viewpoint and from outside.
struct Supply {
  /// What the makers inside have capacity for; open where a capacity or a place is unknown.
  let inside: Quantity
  /// Of this, what can run as things stand: a maker that waits for a missing input makes nothing.
  let running: Quantity
  /// What outside can deliver: the recorded makers there, and what is stated to come besides.
  let outside: Quantity

  /// - Parameter runs: whether an inside activity can run as things stand.
  init(_ sources: Sources, in chain: Chain, runs: (Int) -> Bool) {
    let place = Quantity(known: 0, isOpen: !sources.unplaced.isEmpty)
    inside = sources.inside.map { Self.amount(of: $0, in: chain) }.reduce(place, +)
    running =
      sources.inside.filter(runs).map { Self.amount(of: $0, in: chain) }.reduce(place, +)
    let stated =
      switch sources.anonymous {
      case .unlimited: Quantity(known: .infinity, isOpen: false)
      case .unknown: Quantity(known: 0, isOpen: true)
      case .limited(let amount): Quantity(known: amount, isOpen: false)
      }
    outside = sources.outside.map { Self.amount(of: $0, in: chain) }.reduce(stated, +)
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
