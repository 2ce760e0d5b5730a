internal import Chains
internal import LinearPrograms

/// L2: the greatest value of final output when only recorded ties join makers and users (measures,
/// §3.2).
///
/// Variables are the units that each maker makes of each product, those that pass by each tie, those
/// that each user buys outside without a maker's name, and those that each maker delivers. A maker
/// serves itself without a tie and sells only what it makes.
struct TiePlan {
  private(set) var plan = PlanProgram(level: .ties)
  private(set) var deliveries = Deliveries()
  /// Units a year by activity; `nil` where it has no part in the plan.
  private(set) var outputs: [LinearProgram.Variable?]
  /// Units a year by row of `ties`.
  private(set) var flows: [Int: LinearProgram.Variable] = [:]

  /// What an enterprise draws of a kind balances with what it gets; what a maker hands out with what
  /// it makes.
  private(set) var stocks: [Stock: LinearProgram.Constraint] = [:]
  private(set) var hands: [Int: LinearProgram.Constraint] = [:]

  private let chain: Chain
  private let panorama: Panorama
  private let links: [Stock: [Link]]
  private var bought: [LinearProgram.Variable] = []
  /// What an enterprise draws of a kind, and what an activity hands out.
  private var drawn: [Stock: [(LinearProgram.Variable, Double)]] = [:]
  private var handedOut: [[(LinearProgram.Variable, Double)]]
  private var boughtFor: [Int: [(LinearProgram.Variable, Double)]] = [:]

  struct Stock: Hashable, Comparable {
    let enterprise: Int
    let kind: Int

    static func < (a: Self, b: Self) -> Bool {
      (a.enterprise, a.kind) < (b.enterprise, b.kind)
    }
  }

  /// - Parameters:
  ///   - links: ties that are not there, to try what they would bring; nothing passes by them.
  ///   - surge: how far ties can be stretched beyond their volume (φ), 1 or more.
  init(
    _ chain: Chain, panorama: Panorama, sources: [Sources], assuming assumption: Assumption,
    links: [Link] = [], objective: Objective = .value, surge: Double = 1
  ) {
    self.chain = chain
    self.panorama = panorama
    self.links = Dictionary(grouping: links) {
      Stock(enterprise: $0.customer, kind: chain.activities[$0.maker].product)
    }
    outputs = chain.activities.map { _ in nil }
    handedOut = chain.activities.map { _ in [] }
    let provisions = chain.products.indices.map {
      Provision(of: $0, in: chain, sources: sources[$0], assuming: assumption)
    }
    let inside = addOutputs(provisions)
    bought = OutsidePurchases(chain, provisions, countsMakers: false, in: &plan).bought
    addNeeds(of: inside, NeedRows(chain: chain, assumption: assumption))
    addStocks(provisions, assumption, surge: surge)
    addDeliveries(provisions)
    addHandingOut()
    deliveries.finish(&plan, of: chain, objective: objective)
  }

  // MARK: Makers

  /// - Returns: the activities inside, with the most that each can make.
  private mutating func addOutputs(_ provisions: [Provision]) -> [Provision.Part] {
    var lines = SharedLines(chain)
    var inside: [Provision.Part] = []
    for product in chain.products.indices where panorama.isRequired[product] {
      for part in provisions[product].inside {
        add(part, &lines)
        inside.append(part)
      }
      for part in provisions[product].outside { add(part, &lines) }
    }
    lines.addLimits(to: &plan)
    return inside
  }

  private mutating func add(_ maker: Provision.Part, _ lines: inout SharedLines) {
    let activity = chain.activities[maker.activity]
    let name =
      "\(chain.enterprises[activity.enterprise].id) makes \(chain.products[activity.product].id)"
    let part: PlanProgram.Part
    if lines.isShared(maker.activity) {
      let output = plan.program.addVariable(name: name)
      outputs[maker.activity] = output
      let share = lines.addOutput(of: maker.activity, capacity: maker.amount, in: &plan)
      part = .constraint(
        plan.program.addConstraint([(output, 1), (share, -1)], atMost: 0, name: name))
      plan.addLever(.activity(maker.activity), part, limit: maker.amount, bound: 0)
    } else {
      let output = plan.program.addVariable(0...maker.amount, name: name)
      outputs[maker.activity] = output
      part = .variable(output)
      plan.setTerms([(.activity(maker.activity), maker.amount)], of: part)
      plan.addLever(.activity(maker.activity), part, limit: maker.amount)
    }
  }

  // MARK: Needs

  private mutating func addNeeds(of inside: [Provision.Part], _ rows: NeedRows) {
    for part in inside {
      guard let output = outputs[part.activity] else { continue }
      let activity = chain.activities[part.activity]
      let made = NeedRows.Output(
        variable: output, restriction: .activity(part.activity),
        terms: [(.activity(part.activity), part.amount)])
      for need in panorama.needs[activity.product] {
        rows.add(need, of: activity.product, output: made, to: &plan) {
          kind, variable, units, _ in
          drawn[Stock(enterprise: activity.enterprise, kind: kind), default: []]
            .append((variable, -units))
        }
      }
    }
  }

  /// What an enterprise draws of a kind comes by ties, from its own making, or from outside without a
  /// name.
  private mutating func addStocks(
    _ provisions: [Provision], _ assumption: Assumption, surge: Double
  ) {
    for (stock, takes) in drawn.sorted(by: { $0.key < $1.key }) {
      var terms = takes
      for row in chain.ties(into: stock.enterprise)
      where chain.ends(ofTie: row).product == stock.kind {
        if let flow = addFlow(row, assumption, surge: surge) { terms.append((flow, 1)) }
      }
      for link in links[stock, default: []] {
        if let flow = addFlow(link) { terms.append((flow, 1)) }
      }
      for own in chain.activities(of: stock.enterprise)
      where chain.activities[own].product == stock.kind && outputs[own] != nil {
        let kept = plan.program.addVariable()
        handedOut[own].append((kept, -1))
        terms.append((kept, 1))
      }
      if canBuy(stock.kind, provisions) {
        let purchase = plan.program.addVariable()
        boughtFor[stock.kind, default: []].append((purchase, -1))
        terms.append((purchase, 1))
      }
      stocks[stock] = plan.program.addConstraint(
        terms, atLeast: 0,
        name: "\(chain.products[stock.kind].id) for \(chain.enterprises[stock.enterprise].id)")
    }
    for (kind, purchases) in boughtFor.sorted(by: { $0.key < $1.key }) {
      plan.program.addConstraint(
        [(bought[kind], 1)] + purchases, atLeast: 0,
        name: "bought of \(chain.products[kind].id)")
    }
  }

  /// Whether anything of a kind comes from outside without a maker's name.
  private func canBuy(_ kind: Int, _ provisions: [Provision]) -> Bool {
    let holder = chain.sharedOutside(of: kind) ?? kind
    return provisions[holder].stated > 0
  }

  /// A variable for what passes by a tie; `nil` where nothing can.
  private mutating func addFlow(
    _ row: Int, _ assumption: Assumption, surge: Double
  ) -> LinearProgram.Variable? {
    let tie = chain.tables.ties[row]
    let ends = chain.ends(ofTie: row)
    guard tie.status.isActive, tie.volume != .limited(0),
      let maker = chain.activities(of: ends.supplier).first(where: {
        chain.activities[$0].product == ends.product
      }), outputs[maker] != nil
    else { return nil }
    let limit: Double =
      switch tie.volume {
      case .unlimited: .infinity
      case .limited(let volume): surge * volume
      case .unknown: assumption.isHopeful(.volumes, of: ends.product) ? .infinity : 0
      }
    let flow = plan.program.addVariable(
      0...limit, name: "\(tie.product) from \(tie.supplier) to \(tie.customer)")
    flows[row] = flow
    handedOut[maker].append((flow, -1))
    plan.setTerms([(.tie(row: row), limit)], of: .variable(flow))
    plan.addLever(.tie(row: row), .variable(flow), limit: limit)
    return flow
  }

  private mutating func addFlow(_ link: Link) -> LinearProgram.Variable? {
    guard outputs[link.maker] != nil else { return nil }
    let flow = plan.program.addVariable(0...0)
    handedOut[link.maker].append((flow, -1))
    plan.addLever(.link(link), .variable(flow), limit: 0)
    return flow
  }

  // MARK: Deliveries

  private mutating func addDeliveries(_ provisions: [Provision]) {
    for final in chain.finalProducts {
      for kind in chain.kinds(of: final) {
        for part in provisions[kind].inside where outputs[part.activity] != nil {
          let maker = chain.enterprises[chain.activities[part.activity].enterprise].id
          let delivery = deliveries.add(
            of: final, called: "\(chain.products[kind].id) by \(maker)", in: chain, to: &plan)
          handedOut[part.activity].append((delivery, -1))
        }
      }
    }
  }

  /// Nobody hands out more than it makes.
  private mutating func addHandingOut() {
    for (activity, output) in outputs.enumerated() {
      guard let output, !handedOut[activity].isEmpty else { continue }
      let entry = chain.activities[activity]
      hands[activity] = plan.program.addConstraint(
        [(output, 1)] + handedOut[activity], atLeast: 0,
        name: "\(chain.products[entry.product].id) of \(chain.enterprises[entry.enterprise].id)")
    }
  }
}
