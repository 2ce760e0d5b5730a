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
  /// What makers have capacity for.
  let supplies: [Supply]
  let balances: Balances
  let worth: Worth
  /// The active ties without a known volume, by product.
  let openVolumes: [Int: [Int]]
  /// The value of each level that was solved for.
  var values: [Level: ValueRange] = [:]
  /// What it would be if what is short or missing were not.
  var productReliefs: [Int: ProductRelief] = [:]
  /// Vertices of `gaps` that can be built from what there is.
  let buildable: VertexSet
  /// Vertices of `gaps` that do not run as things stand.
  let stopped: VertexSet

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
    let isUncertain = sources.contains {
      $0.anonymous == .unknown || !$0.unplaced.isEmpty || $0.mayHaveHiddenMaker(in: chain)
    }
    cautious =
      isUncertain ? availability(.cautious, tiesAreComplete ? .recordedTies : .free) : hopeful
    failures = SingleFailures(chain, cautious: cautious, hopeful: isUncertain ? hopeful : nil)
    buildable = gaps.buildable()

    requirements = Requirements(chain, panorama: panorama)
    stopped = gaps.stopped()
    supplies = sources.map { Supply($0, in: chain) }
    balances = Balances(chain, requirements: requirements, supplies: supplies)
    worth = Worth(chain, supplies: supplies)
    let open = chain.currentTies.filter { row in
      let tie = chain.tables.ties[row]
      return tie.volume == .unknown && tie.status.isActive
    }
    openVolumes = Dictionary(grouping: open) { chain.ends(ofTie: $0).product }
  }

  /// The products whose relief is asked for: what the chain needs and what is short or missing.
  var productsToRelieve: [Int] {
    guard worth.basis == .target else { return [] }
    return chain.products.indices.filter {
      panorama.isRequired[$0]
        && (balances.coverage($0).isShort || !buildable.contains(gaps.making[$0]))
    }
  }

  /// Whether a product can be made inside from what there is.
  func isMadeInside(_ product: Int) -> Bool { buildable.contains(gaps.making[product]) }

  func coverage(_ product: Int) -> Coverage { balances.coverage(product) }

  /// Final products with what they can lose.
  func affected(_ finals: [Int], stops: (Int) -> Bool) -> [AffectedProduct] {
    finals.map { AffectedProduct(product: $0, value: worth.value[$0], loss: nil, stops: stops($0)) }
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
