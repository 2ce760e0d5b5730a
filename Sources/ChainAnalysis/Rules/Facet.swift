internal import Chains

/// What one rule says of one subject; facets of the same subjects become one finding.
struct Facet {
  let code: FindingCode
  let subjects: [Subject]
  let standing: Standing
  let reason: Reason
  let rows: [Place]
  let affected: [AffectedProduct]
  let value: FindingValue
  /// Whether the code may be the primary one before all others; only for G07.
  var decides = false

  /// Whether a final product stops.
  var stops: Bool { affected.contains(where: \.stops) }
}

extension Situation {
  /// What stops while a subject has failed.
  func exposure(_ affected: [AffectedProduct]) -> FindingValue {
    let finals = affected.map(\.product)
    return FindingValue(
      now: reachable.value.exact, relieved: nil, gain: nil, loss: nil,
      exposure: finals.isEmpty ? nil : worth.sum(finals),
      share: worth.share(finals), breakpoint: nil, next: [])
  }

  /// What the target lacks while some final products cannot be made.
  func lost(_ affected: [AffectedProduct]) -> FindingValue {
    let finals = affected.map(\.product)
    return FindingValue(
      now: reachable.value.exact, relieved: nil, gain: nil, loss: worth.sum(finals), exposure: nil,
      share: worth.share(finals), breakpoint: nil, next: [])
  }

  /// What a share of the supply of some final products is worth, and what one failure of the default
  /// length takes of it in a year.
  func watch(_ affected: [AffectedProduct], fraction: Double) -> FindingValue {
    let finals = affected.map(\.product)
    return FindingValue(
      now: reachable.value.exact, relieved: nil, gain: nil, loss: nil,
      exposure: finals.isEmpty ? nil : worth.sum(finals).map { $0 * fraction },
      share: worth.share(finals) * fraction * min(1, settings.recovery / 365), breakpoint: nil,
      next: [])
  }

  /// What the target lacks because of a product, and what clearing it alone gains where quantities are
  /// exact.
  ///
  /// - Parameter fraction: of the value of the final products `finals`, what is lost.
  func relief(of product: Int, losing finals: [Int], fraction: Double) -> FindingValue {
    // What some final products lose without stopping is not known from here.
    let loss = finals.isEmpty ? nil : worth.sum(finals).map { $0 * fraction }
    let lostShare = worth.share(finals) * fraction
    let relief = reachable.relief(of: product)
    guard let now = reachable.value.exact, let after = relief.value.exact,
      let reference = worth.reference
    else {
      return FindingValue(
        now: reachable.value.exact, relieved: nil, gain: nil, loss: loss, exposure: nil,
        share: lostShare, breakpoint: nil, next: [])
    }
    let gain = after - now > 1e-7 * max(1, now) ? after - now : 0
    return FindingValue(
      now: now, relieved: after, gain: gain, loss: loss, exposure: nil,
      share: max(lostShare, gain / reference), breakpoint: relief.breakpoint, next: relief.next)
  }
}
