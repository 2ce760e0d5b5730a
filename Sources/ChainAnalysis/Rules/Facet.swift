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

  /// What is not known, each with the product that it is about: what is said of a product's makers is said
  /// of the variant that they make.
  func openFigures(in chain: Chain) -> [OpenFigure] {
    guard case .unknown(let figures) = reason, case .product(let product)? = subjects.first else {
      return []
    }
    return figures.flatMap { figure -> [OpenFigure] in
      switch figure {
      case .capacity(let number):
        [OpenFigure(product: chain.activities[number].product, figure: figure)]
      case .place(let enterprise):
        chain.activities(of: enterprise).map { chain.activities[$0].product }
          .filter(chain.kinds(of: product).contains)
          .map { OpenFigure(product: $0, figure: figure) }
      default: [OpenFigure(product: product, figure: figure)]
      }
    }
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
      share: eventShare(of: worth.share(finals) * fraction))
  }

  /// What one failure of the default length takes of a year, of what is at stake all year.
  func eventShare(of share: Double) -> Double { min(1, share) * min(1, settings.recovery / 365) }

  /// What the target lacks because of a product, and what clearing it alone gains where the value is
  /// known exactly. Without targets only the share of the final products that need it is stated.
  func relief(of product: Int, affecting finals: [Int]) -> FindingValue {
    let relief = productReliefs[product] ?? .unknown
    let now = values[.products]?.exact
    guard worth.basis == .target, let reference = worth.reference, reference > 0,
      let alone = relief.loss
    else { return FindingValue(now: now, share: worth.share(finals)) }
    // In both readings something else can stand in the way that does not in truth.
    let isOpen = now == nil && relief.gains.atMost == 0
    guard !isOpen, let gain = relief.gains.exact else {
      // Nothing lost for certain is not nothing lost.
      let certain = max(alone, relief.gains.atLeast ?? 0)
      let gains = isOpen || relief.gains.atMost == nil ? nil : relief.gains
      return FindingValue(
        level: gains.map { _ in .products }, now: now, relieved: relief.value.exact,
        gainRange: gains,
        loss: certain > 0 ? certain : nil,
        share: max(alone, relief.gains.atMost ?? 0) / reference)
    }
    let loss = max(alone, gain)
    return FindingValue(
      level: .products, now: now, relieved: relief.value.exact, gain: gain, loss: loss,
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
    let share = relief.gains.atMost.flatMap { gain in worth.reference.map { gain / $0 } }
    return FindingValue(
      level: relief.level, now: relief.now.exact, relieved: relief.relieved.exact,
      gain: relief.gain, gainRange: relief.gain == nil ? relief.gains : nil,
      loss: relief.isCertain ? relief.gains.atLeast : nil, share: share,
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
