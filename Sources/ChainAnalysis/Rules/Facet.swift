internal import Chains

/// What one rule says of one subject; facets of the same subjects become one finding.
struct Facet {
  let code: FindingCode
  let subjects: [Subject]
  var standing: Standing
  let reason: Reason
  let rows: [Place]
  let affected: [AffectedProduct]
  var value: FindingValue
  /// Whether the code may be the primary one before all others; only for G07.
  var decides = false

  /// What is not known, with the product that it is about.
  var openFigures: [OpenFigure] {
    guard case .unknown(let figures) = reason, case .product(let product)? = subjects.first else {
      return []
    }
    return figures.map { OpenFigure(product: product, figure: $0) }
  }

  /// Whether a final product stops.
  var stops: Bool { affected.contains(where: \.stops) }
}

extension Situation {
  /// What is within reach today, where losses and gains are stated.
  var now: Double? { (values[.ties] ?? values[.products])?.exact }

  /// What stops while a subject has failed: all of the final products that do, where no plan says less.
  func exposure(_ affected: [AffectedProduct]) -> FindingValue {
    let finals = affected.map(\.product)
    return FindingValue(
      now: now, exposure: finals.isEmpty ? nil : worth.sum(finals), share: worth.share(finals))
  }

  /// What the target lacks while some final products cannot be made.
  func lost(_ affected: [AffectedProduct]) -> FindingValue {
    let finals = affected.map(\.product)
    return FindingValue(now: now, loss: worth.sum(finals), share: worth.share(finals))
  }

  /// What a share of the supply of some final products is worth, and what one failure of the default
  /// length takes of it in a year.
  func watch(_ affected: [AffectedProduct], fraction: Double) -> FindingValue {
    let finals = affected.map(\.product)
    return FindingValue(
      now: now, exposure: finals.isEmpty ? nil : worth.sum(finals).map { $0 * fraction },
      share: worth.share(finals) * fraction * min(1, settings.recovery / 365))
  }

  /// What the target lacks because of a product, and what clearing it alone gains where the value is
  /// known exactly. Without targets only the share of the final products that need it is stated.
  func relief(of product: Int, affecting finals: [Int]) -> FindingValue {
    let relief = productReliefs[product] ?? .unknown
    let now = values[.products]?.exact
    guard worth.basis == .target, let reference = worth.reference, reference > 0,
      let alone = relief.loss
    else { return FindingValue(now: now, share: worth.share(finals)) }
    guard let now, let after = relief.value.exact else {
      // Nothing lost for certain is not nothing lost.
      return FindingValue(now: now, loss: alone > 0 ? alone : nil, share: alone / reference)
    }
    let gain = after - now > 1e-7 * max(1, now) ? after - now : 0
    let loss = max(alone, gain)
    return FindingValue(
      level: .products, now: now, relieved: after, gain: gain, loss: loss,
      share: loss / reference, breakpoint: relief.breakpoint,
      next: relief.next.map { .product($0) })
  }

  /// What stops while nothing of a product comes from outside, even if all else had no limit.
  func cutOff(_ product: Int, affecting finals: [Int]) -> FindingValue {
    guard !finals.isEmpty, worth.basis == .target, let reference = worth.reference,
      reference > 0, let exposure = productReliefs[product]?.exposure
    else { return self.exposure(affected(finals) { _ in false }) }
    return FindingValue(now: now, exposure: exposure, share: exposure / reference)
  }

  /// What a relief says of a finding.
  func value(of relief: Relief) -> FindingValue {
    let share = relief.gain.flatMap { gain in worth.reference.map { gain / $0 } }
    return FindingValue(
      level: relief.level, now: relief.now.exact, relieved: relief.relieved.exact,
      gain: relief.gain, loss: relief.gain, share: share,
      breakpoint: relief.breakpoints.count == 1 ? relief.breakpoints[0] : nil,
      next: relief.next.compactMap(subject))
  }

  /// The record of the chain that a restriction is a figure of.
  func subject(of restriction: Restriction) -> Subject? {
    switch restriction {
    case .making(let product), .buying(let product): .product(product)
    case .activity(let number): .enterprise(chain.activities[number].enterprise)
    case .tie(let row): .tie(row)
    case .link: nil
    }
  }

  /// The product that a restriction limits.
  func product(of restriction: Restriction) -> Int {
    switch restriction {
    case .making(let product), .buying(let product): product
    case .activity(let number): chain.activities[number].product
    case .tie(let row): chain.ends(ofTie: row).product
    case .link(let link): chain.activities[link.maker].product
    }
  }

  /// The rows of the document that say how much there is.
  func rows(of restriction: Restriction) -> [Place] {
    switch restriction {
    case .making(let product): rows(of: sources[product].inside)
    case .buying(let product):
      [Place(.products, row: product, .external)] + rows(of: sources[product].outside)
    case .activity(let number): rows(of: [number])
    case .tie(let row): [Place(.ties, row: row, .volume)]
    case .link(let link): rows(of: [link.maker])
    }
  }
}
