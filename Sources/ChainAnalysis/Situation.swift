internal import Chains
internal import Graphs

/// A chain seen from a region with all that the rules ask about, worked out once.
struct Situation {
  let chain: Chain
  let settings: Settings
  let viewpoint: Viewpoint
  let panorama: Panorama
  let sources: [Sources]
  /// Who can run what while any maker serves any user: what the gaps are found on.
  let gaps: Availability
  /// What stops what, by the recorded ties where they are complete; unknown supply exists.
  let hopeful: Availability
  /// The same where unknown supply does not exist.
  let cautious: Availability
  /// What alone stops a final product in `cautious`, and whether it does in `hopeful` too.
  let failures: SingleFailures
  let requirements: Requirements
  let supplies: [Supply]
  let worth: Worth
  let explosion: Explosion
  let bounds: Explosion.Bounds
  /// Vertices of `gaps` that can be built from what there is.
  let buildable: VertexSet

  init(_ chain: Chain, _ settings: Settings) {
    self.chain = chain
    self.settings = settings
    let viewpoint = chain.viewpoint(from: settings.region)
    let panorama = Panorama(chain)
    let sources = chain.products.indices.map { Sources(of: $0, in: chain, from: viewpoint) }
    self.viewpoint = viewpoint
    self.panorama = panorama
    self.sources = sources

    func availability(
      _ reading: Availability.Reading, _ exchange: Availability.Exchange
    ) -> Availability {
      Availability(
        chain, panorama: panorama, viewpoint: viewpoint, sources: sources, reading: reading,
        exchange: exchange)
    }
    let tiesAreComplete = chain.profile.tiesKnown == .complete
    let gaps = availability(.hopeful, .free)
    self.gaps = gaps
    hopeful = tiesAreComplete ? availability(.hopeful, .recordedTies) : gaps
    let isUncertain = sources.contains { $0.anonymous == .unknown || !$0.unplaced.isEmpty }
    cautious =
      isUncertain ? availability(.cautious, tiesAreComplete ? .recordedTies : .free) : hopeful
    failures = SingleFailures(chain, cautious: cautious, hopeful: isUncertain ? hopeful : nil)
    buildable = gaps.buildable()

    requirements = Requirements(
      chain, panorama: panorama,
      hasOutside: sources.map { !$0.outside.isEmpty || !$0.anonymous.isKnownNone })
    let stopped = gaps.stopped()
    supplies = sources.map { sources in
      Supply(sources, in: chain) { number in
        gaps.activity[number].map { !stopped.contains($0) } ?? false
      }
    }
    worth = Worth(chain, supplies: supplies)
    explosion = Explosion(chain: chain, requirements: requirements, worth: worth)
    bounds = explosion.bounds(supplies)
  }

  /// Whether a product can be made inside from what there is.
  func isMadeInside(_ product: Int) -> Bool { buildable.contains(gaps.making[product]) }

  /// Units a year for the chain's use.
  func available(_ product: Int) -> Quantity { explosion.available(product, supplies[product]) }

  func coverage(_ product: Int) -> Coverage {
    Coverage(
      required: Quantity(
        known: requirements.total[product], isOpen: requirements.isOpen[product]),
      available: available(product))
  }

  /// Final products with what they lose when they stop.
  func affected(_ finals: [Int], stops: (Int) -> Bool) -> [AffectedProduct] {
    finals.map { AffectedProduct(product: $0, loss: worth.value[$0], stops: stops($0)) }
  }

  /// The rows of the document behind some activities.
  func rows(of activities: [Int]) -> [Place] {
    activities.map { number in
      let activity = chain.activities[number]
      return activity.row.map { Place(.capacities, row: $0) }
        ?? Place(.enterprises, row: activity.enterprise)
    }
  }
}

/// How far the supply of a product goes (保障度): what can be had over what is required.
public enum Coverage: Hashable, Sendable {
  /// κ, at least 0; infinite where supply has no limit or nothing is required.
  case exactly(Double)
  case atLeast(Double)
  case atMost(Double)
  case unknown

  init(required: Quantity, available: Quantity) {
    let ratio = required.known > 0 ? available.known / required.known : .infinity
    self =
      switch (required.isOpen, available.isOpen) {
      case (false, false): .exactly(ratio)
      case (false, true): ratio >= 1 ? .atLeast(ratio) : .unknown
      case (true, false) where available.known == .infinity: .exactly(.infinity)
      case (true, false): ratio < 1 ? .atMost(ratio) : .unknown
      case (true, true): .unknown
      }
  }

  /// Whether it is known that the supply suffices or does not.
  public var isDecided: Bool { self != .unknown }

  /// The figure, 0 or more; a bound where only a bound is known.
  public var ratio: Double? {
    switch self {
    case .exactly(let ratio), .atLeast(let ratio), .atMost(let ratio): ratio
    case .unknown: nil
    }
  }

  /// Whether the supply is known to fall short; rounding is not a shortage.
  public var isShort: Bool {
    switch self {
    case .exactly(let ratio), .atMost(let ratio): ratio < 1 - 1e-9
    case .atLeast, .unknown: false
    }
  }
}
