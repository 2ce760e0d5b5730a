internal import Chains
internal import LinearPrograms

/// L1: the greatest value of final output when any maker serves any user (measures, §3.1).
///
/// Variables are the units made inside and bought outside of each product, the units delivered of each
/// final product, and, where there is a choice, the units that fill a need. Every unit used or delivered
/// is made or bought; a final product is delivered from what is made inside.
struct ProductProgram {
  private(set) var program = LinearProgram()
  /// Units a year made inside, one a product; the upper bound is the capacity.
  private(set) var made: [LinearProgram.Variable] = []
  /// Units a year from outside, one a product; the upper bound is what can be had.
  private(set) var bought: [LinearProgram.Variable] = []
  /// Units a year delivered of each kind of each final product.
  private(set) var delivered: [(final: Int, LinearProgram.Variable)] = []

  private let chain: Chain
  private let panorama: Panorama
  private let sources: [Sources]
  private let reading: Availability.Reading
  /// What is taken from the units of each product.
  private var taken: [[(LinearProgram.Variable, Double)]]

  init(
    _ chain: Chain, panorama: Panorama, sources: [Sources], reading: Availability.Reading
  ) {
    self.chain = chain
    self.panorama = panorama
    self.sources = sources
    self.reading = reading
    taken = chain.products.map { _ in [] }
    addSupplies()
    for product in chain.products.indices where program.bounds(of: made[product]).upper > 0 {
      for need in panorama.needs[product] { add(need, of: product) }
    }
    for final in chain.finalProducts { addDelivery(of: final) }
    for product in chain.products.indices {
      program.addConstraint(
        [(made[product], 1), (bought[product], 1)] + taken[product].map { ($0.0, -$0.1) },
        atLeast: 0, name: "balance of \(chain.products[product].id)")
    }
  }

  // MARK: Supplies

  private mutating func addSupplies() {
    for product in chain.products.indices {
      let id = chain.products[product].id
      made.append(program.addVariable(0...limit(insideAmount(product)), name: "make \(id)"))
      let outside = isSharedFromAbove(product) ? .infinity : limit(outsideAmount(product))
      bought.append(program.addVariable(0...outside, name: "buy \(id)"))
    }
    addSharedPurchases()
  }

  /// What is known, or all that may be behind it.
  private func limit(_ quantity: Quantity) -> Double {
    quantity.isOpen && reading == .hopeful ? .infinity : quantity.known
  }

  private func insideAmount(_ product: Int) -> Quantity {
    // A list that may lack makers bounds nothing from above.
    let hidden = Quantity(known: 0, isOpen: chain.profile.enterprisesKnown == .partial)
    return amount(of: sources[product].inside + unplaced(product, countsInside: true), product)
      + hidden
  }

  private func outsideAmount(_ product: Int) -> Quantity {
    let stated =
      switch chain.products[product].external {
      case .unlimited: Quantity(known: .infinity, isOpen: false)
      case .limited(let amount): Quantity(known: amount, isOpen: false)
      // Where all variants are stated, nothing comes besides them.
      case .unknown: Quantity(known: 0, isOpen: sources[product].anonymous == .unknown)
      }
    return namedOutside(product) + stated
  }

  private func namedOutside(_ product: Int) -> Quantity {
    amount(of: sources[product].outside + unplaced(product, countsInside: false), product)
  }

  private func unplaced(_ product: Int, countsInside: Bool) -> [Int] {
    (reading == .hopeful) == countsInside ? sources[product].unplaced : []
  }

  /// Of some activities those that make this very product, not a variant.
  private func amount(of activities: [Int], _ product: Int) -> Quantity {
    activities.filter { chain.activities[$0].product == product }
      .map { Supply.amount(of: $0, in: chain) }.reduce(.none, +)
  }

  /// Whether the blank `external` of a variant is part of what is stated further up.
  private func isSharedFromAbove(_ product: Int) -> Bool {
    chain.products[product].external == .unknown && statedAbove(product) != nil
  }

  private func statedAbove(_ product: Int) -> Int? {
    var above = chain.products[product].variantOf.flatMap(chain.number(of:))
    while let current = above {
      if chain.products[current].external != .unknown { return current }
      above = chain.products[current].variantOf.flatMap(chain.number(of:))
    }
    return nil
  }

  /// One limit for a product and the variants that share it.
  private mutating func addSharedPurchases() {
    var sharers: [Int: [Int]] = [:]
    for product in chain.products.indices where isSharedFromAbove(product) {
      if let above = statedAbove(product) { sharers[above, default: []].append(product) }
    }
    for (above, variants) in sharers.sorted(by: { $0.key < $1.key }) {
      let whole = limit(variants.map(namedOutside).reduce(outsideAmount(above), +))
      program.addConstraint(
        ([above] + variants).map { (bought[$0], 1) }, atMost: whole,
        name: "buy \(chain.products[above].id) and its variants")
    }
  }

  // MARK: Needs

  private mutating func add(_ need: Panorama.Need, of product: Int) {
    let amounts = need.rows.map { chain.tables.inputs[$0].amount }
    if need.essentiality == .essential {
      addEssential(need, amounts, of: product)
    } else {
      addUseful(need, amounts, of: product)
    }
  }

  private mutating func addEssential(
    _ need: Panorama.Need, _ amounts: [Double?], of product: Int
  ) {
    let first = need.alternatives[0]
    if need.alternatives.count == 1, chain.kinds(of: first).count == 1, let amount = amounts[0] {
      taken[first].append((made[product], amount))
      return
    }
    // An amount that is not known may be next to nothing, or more than there is.
    if amounts.contains(nil), reading == .hopeful { return }
    program.addConstraint(
      flows(need, amounts) + [(made[product], -1)], atLeast: 0,
      name: "\(chain.products[product].id) needs \(chain.products[first].id)")
  }

  /// Without a useful input a share θ of the capacity is lost; each unit of it wins its part back.
  private mutating func addUseful(
    _ need: Panorama.Need, _ amounts: [Double?], of product: Int
  ) {
    let capacity = program.bounds(of: made[product]).upper
    let lost = need.rows.compactMap { chain.tables.inputs[$0].share }.max()
    if reading == .hopeful, lost == nil || amounts.contains(nil) || capacity == .infinity { return }
    let share = lost ?? 1
    program.addConstraint(
      [(made[product], 1)] + flows(need, amounts).map { ($0.0, -share * $0.1) },
      atMost: (1 - share) * capacity,
      name: "\(chain.products[product].id) without \(chain.products[need.alternatives[0]].id)")
  }

  /// A variable for each product that can fill a need, with the units of output that one unit fills;
  /// what has no known amount fills nothing.
  private mutating func flows(
    _ need: Panorama.Need, _ amounts: [Double?]
  ) -> [(LinearProgram.Variable, Double)] {
    var flows: [(LinearProgram.Variable, Double)] = []
    for (alternative, amount) in zip(need.alternatives, amounts) {
      guard let amount else { continue }
      for kind in chain.kinds(of: alternative) {
        let flow = program.addVariable(name: "use \(chain.products[kind].id)")
        taken[kind].append((flow, 1))
        flows.append((flow, 1 / amount))
      }
    }
    return flows
  }

  // MARK: Deliveries

  private mutating func addDelivery(of final: Int) {
    let product = chain.products[final]
    let demand = product.demand ?? 0
    var deliveries: [(LinearProgram.Variable, Double)] = []
    for kind in chain.kinds(of: final) {
      let delivery = program.addVariable(
        0...demand, objective: product.value ?? 0, name: "deliver \(chain.products[kind].id)")
      taken[kind].append((delivery, 1))
      program.addConstraint([(made[kind], 1), (delivery, -1)], atLeast: 0)
      deliveries.append((delivery, 1))
      delivered.append((final, delivery))
    }
    if deliveries.count > 1 {
      program.addConstraint(deliveries, atMost: demand, name: "demand for \(product.id)")
    }
  }
}
