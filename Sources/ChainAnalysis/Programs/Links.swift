internal import Chains
internal import LinearPrograms

extension Situation {
  /// The links that join what G03 finds apart: from every maker inside to the user.
  var missingLinks: [Link] {
    (hopeful.untied + openlyUntied).flatMap { untied -> [Link] in
      let user = chain.activities[untied.activity].enterprise
      return untied.need.alternatives.flatMap { sources[$0].inside }
        .filter { chain.activities[$0].enterprise != user }
        .map { Link(maker: $0, customer: user) }
    }
  }

  /// The needs that only what is not known can fill.
  var openlyUntied: [Availability.Untied] {
    let certain = Set(hopeful.untied)
    return cautious.untied.filter { untied in
      let user = chain.activities[untied.activity].enterprise
      return viewpoint.localities[user] == .inside && !certain.contains(untied)
    }
  }

  fileprivate func precedes(_ a: Link, _ b: Link) -> Bool {
    key(a).lexicographicallyPrecedes(key(b))
  }

  private func key(_ link: Link) -> [String] {
    [
      chain.enterprises[chain.activities[link.maker].enterprise].id.text,
      chain.enterprises[link.customer].id.text,
    ]
  }

  /// The links whose price is right, the best first.
  fileprivate func priced(_ plan: TiePlan, _ solution: Solution) -> [(link: Link, price: Double)] {
    let missing = Set(missingLinks)
    var priced: [(link: Link, price: Double)] = []
    for (stock, row) in plan.stocks {
      // A constraint from below has a dual of 0 or less: what one unit more is worth, negated.
      let worth = -solution.dual(of: row)
      guard worth > 0 else { continue }
      let suppliers = Set(
        chain.ties(into: stock.enterprise).filter { plan.flows[$0] != nil }.map {
          chain.ends(ofTie: $0)
        }.filter { $0.product == stock.kind }.map(\.supplier))
      for maker in chain.activities(making: stock.kind) {
        let supplier = chain.activities[maker].enterprise
        let link = Link(maker: maker, customer: stock.enterprise)
        guard plan.outputs[maker] != nil, supplier != stock.enterprise,
          viewpoint.localities[supplier] == .inside, !suppliers.contains(supplier),
          !missing.contains(link)
        else { continue }
        let asked = plan.hands[maker].map { -solution.dual(of: $0) } ?? 0
        if worth > asked { priced.append((link, worth - asked)) }
      }
    }
    return priced.sorted { $0.price != $1.price ? $0.price > $1.price : precedes($0.link, $1.link) }
  }
}

extension Measurement {
  /// The links that gain most, one a need that goes short: priced by what the user would give for a
  /// unit less what the maker would ask, then solved for (measures, §8.3).
  ///
  /// - Parameter limit: how many links are solved for.
  mutating func linkGains(limit: Int = 30) -> [Relief] {
    guard let plan = tiePlan, let solution = tieSolution, let most = values[.products]?.atMost,
      let now = values[.ties]?.atMost, most - now > max(reference * 1e-9, 1e-7 * most)
    else { return [] }
    let links = situation.priced(plan, solution).prefix(limit).map(\.link)
    guard !links.isEmpty, spend(10 + 2 * links.count, on: .ties) else { return [] }
    func tried(_ reading: Availability.Reading) -> PlanProgram {
      situation.tiePlan(Assumption(reading: reading), links: Array(links)).plan
    }
    guard
      var planner = try? Planner(tried(.hopeful), tried(.cautious), reference: reference)
    else { return [] }
    var gains: [(link: Link, gain: ValueRange)] = []
    for link in links {
      guard let lever = planner.plan.lever(of: .link(link)),
        let gain = (try? planner.relief(of: [lever], asking: .gain))?.gains,
        (gain.atMost ?? 0) > 0
      else { continue }
      gains.append((link, gain))
    }
    let chain = situation.chain
    var seen = Set<TiePlan.Stock>()
    let best = gains.sorted { a, b in
      a.gain != b.gain ? b.gain.isLess(than: a.gain) : situation.precedes(a.link, b.link)
    }.filter { entry in
      let kind = chain.activities[entry.link.maker].product
      return seen.insert(TiePlan.Stock(enterprise: entry.link.customer, kind: kind)).inserted
    }
    return best.enumerated().compactMap { number, entry in
      guard let lever = planner.plan.lever(of: .link(entry.link)) else { return nil }
      return try? planner.relief(of: [lever], asking: number < 5 ? .breakpoints : .gain)
    }
  }
}
