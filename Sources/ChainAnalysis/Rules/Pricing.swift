internal import Chains

extension Measurement {
  /// Facets with what re-solving says of them in place of what the structure alone says.
  mutating func priced(_ facets: [Facet]) -> [Facet] {
    solve(
      without: facets.filter { $0.isExposure || $0.code == .b11 }
        .map { holders(of: $0.subjects, code: $0.code) })
    return facets.map { facet in
      switch facet.code {
      case _ where facet.isExposure: exposed(facet)
      case .g03: tied(facet)
      case .g07: answered(facet)
      case .b11: concentrated(facet)
      default: facet
      }
    }
  }

  /// What is really lost while the subjects have failed, all the rest arranged as well as can be.
  private mutating func exposed(_ facet: Facet) -> Facet {
    guard let losses = losses(of: holders(of: facet.subjects, code: facet.code)) else {
      return facet
    }
    return facet.exposing(losses) { min(1, $0 / reference) }
  }

  /// The share of the largest holder of what is lost without any of the product: what other products or an
  /// open market make up for is not at stake.
  private mutating func concentrated(_ facet: Facet) -> Facet {
    guard case .concentrated(let concentration) = facet.reason,
      let losses = losses(of: holders(of: facet.subjects, code: .b11))
    else { return facet }
    return facet.exposing(losses.map { $0 * concentration.topShare }) {
      situation.eventShare(of: $0 / reference)
    }
  }

  /// What falls out when subjects fail.
  func holders(of subjects: [Subject], code: FindingCode) -> Set<PlanProgram.Holder> {
    let chain = situation.chain
    return subjects.reduce(into: []) { holders, subject in
      switch subject {
      case .enterprise(let number): holders.formUnion(chain.holders(of: [number]))
      case .tie(let row): holders.insert(.tie(row: row))
      case .region(let number):
        let members = chain.enterprises.indices.filter {
          situation.viewpoint.areas[$0].contains(number)
        }
        holders.formUnion(chain.holders(of: members))
      case .owner(let name):
        let members = chain.enterprises.indices.filter { chain.enterprises[$0].owner == name }
        holders.formUnion(chain.holders(of: members))
      case .product(let product):
        let sources = situation.sources[product]
        // An open market is not concentrated.
        let named = chain.kinds(of: product)
          .filter { code != .b11 || chain.products[$0].external != .unlimited }
        holders.formUnion(named.map { .external($0) })
        // A single point is the supply without a name; a blank is all that comes from outside, and what is
        // concentrated is all there is.
        if code != .b09 { holders.formUnion(sources.outside.map { .activity($0) }) }
        if code == .b11 { holders.formUnion(sources.inside.map { .activity($0) }) }
      }
    }
  }

  /// What joining the user to every maker gains.
  private mutating func tied(_ facet: Facet) -> Facet {
    guard case .untied(let user, let makers) = facet.reason else { return facet }
    let links = situation.missingLinks.filter { link in
      link.customer == user && makers.contains(situation.chain.activities[link.maker].enterprise)
        && facet.subjects.contains { subject in
          guard case .product(let product) = subject else { return false }
          return situation.chain.kinds(of: product)
            .contains(situation.chain.activities[link.maker].product)
        }
    }
    guard let relief = relief(of: links), relief.gains.atMost != nil else { return facet }
    var facet = facet
    let value = situation.value(of: relief)
    facet.value.level = value.level
    facet.value.now = value.now
    facet.value.relieved = value.relieved
    facet.value.gain = value.gain
    facet.value.gainRange = value.gainRange
    facet.value.next = value.next
    if relief.isCertain { facet.standing = .loss }
    let isLoss = facet.standing != .toVerify
    facet.value.loss = isLoss ? max(relief.gains.atLeast ?? 0, facet.value.loss ?? 0) : nil
    facet.value.share = max(value.share ?? 0, facet.value.share ?? 0)
    return facet
  }

  /// What the answers could change.
  private mutating func answered(_ facet: Facet) -> Facet {
    var facet = facet
    facet.value.interval = interval(of: facet.openFigures(in: situation.chain))
    if let least = facet.value.interval?.atLeast, let most = facet.value.interval?.atMost {
      facet.value.share = max(facet.value.share ?? 0, min(1, max(0, most - least) / reference))
    }
    return facet
  }
}

extension Facet {
  /// The facet with what was solved for; where that leaves open whether anything is lost, with what stops by
  /// the structure, as far as so much can be lost.
  ///
  /// - Parameter share: of the reference value, of money a year.
  fileprivate func exposing(_ losses: ValueRange, share: (Double) -> Double) -> Facet {
    guard let most = losses.atMost else { return self }
    var facet = self
    if losses.exact != nil || (losses.atLeast ?? 0) > 0 {
      facet.value.exposure = losses.exact
      facet.value.exposureRange = losses.exact == nil ? losses : nil
      facet.value.share = share(most)
    } else {
      facet.value.exposure = min(value.exposure ?? most, most)
      facet.value.share = min(value.share ?? 1, share(most))
    }
    return facet
  }

  /// Whether it says what stops while its subjects have failed.
  fileprivate var isExposure: Bool {
    [.b09, .b10, .g02, .g06].contains(code) && value.exposure != nil
  }
}
