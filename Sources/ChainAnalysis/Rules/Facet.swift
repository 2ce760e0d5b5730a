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

  /// What the target lacks because of a product, and what clearing it alone gains where the value is
  /// known exactly. Without targets only the share of the final products that need it is stated.
  func relief(of product: Int, affecting finals: [Int]) -> FindingValue {
    let relief = reachable.relief(of: product)
    guard let reference = worth.reference, reference > 0, let alone = relief.loss else {
      return FindingValue(
        now: reachable.value.exact, relieved: nil, gain: nil, loss: nil, exposure: nil,
        share: worth.share(finals), breakpoint: nil, next: [])
    }
    guard let now = reachable.value.exact, let after = relief.value.exact else {
      // Nothing lost for certain is not nothing lost.
      return FindingValue(
        now: reachable.value.exact, relieved: nil, gain: nil, loss: alone > 0 ? alone : nil,
        exposure: nil, share: alone / reference, breakpoint: nil, next: [])
    }
    let gain = after - now > 1e-7 * max(1, now) ? after - now : 0
    let loss = max(alone, gain)
    return FindingValue(
      now: now, relieved: after, gain: gain, loss: loss, exposure: nil, share: loss / reference,
      breakpoint: relief.breakpoint, next: relief.next)
  }

  /// What stops while nothing of a product comes from outside.
  func cutOff(_ product: Int, affecting finals: [Int]) -> FindingValue {
    guard !finals.isEmpty, let reference = worth.reference, reference > 0,
      let exposure = reachable.relief(of: product).exposure
    else { return self.exposure(affected(finals) { _ in false }) }
    return FindingValue(
      now: reachable.value.exact, relieved: nil, gain: nil, loss: nil, exposure: exposure,
      share: exposure / reference, breakpoint: nil, next: [])
  }
}
