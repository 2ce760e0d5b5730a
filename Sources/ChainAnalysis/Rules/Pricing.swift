internal import Chains

extension Measurement {
  /// Facets with what re-solving says of them in place of what the structure alone says.
  mutating func priced(_ facets: [Facet]) -> [Facet] {
    solve(without: facets.filter(\.isExposure).map { holders(of: $0.subjects, code: $0.code) })
    return facets.map { facet in
      switch facet.code {
      case _ where facet.isExposure: exposed(facet)
      case .g03: tied(facet)
      case .g07: answered(facet)
      default: facet
      }
    }
  }

  /// What is really lost while the subjects have failed, all the rest arranged as well as can be.
  private mutating func exposed(_ facet: Facet) -> Facet {
    guard let loss = loss(of: holders(of: facet.subjects, code: facet.code)) else { return facet }
    var facet = facet
    facet.value.exposure = loss
    facet.value.share = min(1, loss / reference)
    return facet
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
        holders.formUnion(chain.kinds(of: product).map { .external($0) })
        // A single point is the supply without a name; a blank is all that comes from outside.
        guard code != .b09 else { return }
        holders.formUnion(situation.sources[product].outside.map { .activity($0) })
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
    guard let relief = relief(of: links), let gain = relief.gain else { return facet }
    var facet = facet
    let value = situation.value(of: relief)
    facet.value.level = value.level
    facet.value.now = value.now
    facet.value.relieved = value.relieved
    facet.value.gain = gain
    facet.value.next = value.next
    if gain > 0 { facet.standing = .loss }
    facet.value.loss = max(gain, facet.value.loss ?? 0)
    facet.value.share = max(value.share ?? 0, facet.value.share ?? 0)
    return facet
  }

  /// What the answers could change.
  private mutating func answered(_ facet: Facet) -> Facet {
    var facet = facet
    facet.value.interval = interval(of: facet.openFigures)
    return facet
  }
}

extension Facet {
  /// Whether it says what stops while its subjects have failed.
  fileprivate var isExposure: Bool {
    [.b09, .b10, .g02, .g06].contains(code) && value.exposure != nil
  }
}
