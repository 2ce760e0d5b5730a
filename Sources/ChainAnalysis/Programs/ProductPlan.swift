internal import Chains
internal import LinearPrograms

/// L1: the greatest value of final output when any maker serves any user (measures, §3.1).
///
/// Variables are the units made inside and bought outside of each product, the units delivered of each
/// final product, and, where there is a choice, the units that fill a need. Every unit used or delivered
/// is made or bought; a final product is delivered from what is made inside.
struct ProductPlan {
  private(set) var plan = PlanProgram(level: .products)
  private(set) var deliveries = Deliveries()
  /// Units a year made inside and bought outside, one a product.
  private(set) var made: [LinearProgram.Variable] = []
  private(set) var bought: [LinearProgram.Variable] = []

  init(
    _ chain: Chain, panorama: Panorama, sources: [Sources], assuming assumption: Assumption,
    objective: Objective = .value
  ) {
    let provisions = chain.products.indices.map {
      Provision(of: $0, in: chain, sources: sources[$0], assuming: assumption)
    }
    addMaking(chain, provisions)
    bought = OutsidePurchases(chain, provisions, countsMakers: true, in: &plan).bought

    // What is taken from the units of each product.
    var taken = chain.products.map { _ in [(LinearProgram.Variable, Double)]() }
    var amounts: [(row: Int, LinearProgram.Variable, kind: Int)] = []
    let rows = NeedRows(chain: chain, assumption: assumption)
    for product in chain.products.indices where provisions[product].made > 0 {
      let output = NeedRows.Output(
        variable: made[product], restriction: .making(product),
        terms: provisions[product].inside.map { (.activity($0.activity), $0.amount) }
          + [(nil, provisions[product].hidden)])
      for need in panorama.needs[product] {
        rows.add(need, of: product, output: output, to: &plan) { kind, variable, units, row in
          taken[kind].append((variable, -units))
          if let row { amounts.append((row, variable, kind)) }
        }
      }
    }
    for final in chain.finalProducts {
      for kind in chain.kinds(of: final) {
        let id = chain.products[kind].id
        let delivery = deliveries.add(of: final, called: id.text, in: chain, to: &plan)
        taken[kind].append((delivery, -1))
        plan.program.addConstraint(
          [(made[kind], 1), (delivery, -1)], atLeast: 0, name: "delivered of \(id)")
      }
    }
    let balances = chain.products.indices.map { product in
      plan.program.addConstraint(
        [(made[product], 1), (bought[product], 1)] + taken[product], atLeast: 0,
        name: "balance of \(chain.products[product].id)")
    }
    // What a product takes of itself is less of what it makes, and stays as it is.
    for (row, variable, kind) in amounts where variable != made[kind] {
      plan.setAmount(row: row, variable, in: balances[kind], isInverse: false)
    }
    deliveries.finish(&plan, of: chain, objective: objective)
  }

  private mutating func addMaking(_ chain: Chain, _ provisions: [Provision]) {
    var lines = SharedLines(chain)
    for product in chain.products.indices {
      let id = chain.products[product].id
      let provision = provisions[product]
      let onLines = provision.inside.filter { lines.isShared($0.activity) }
      let others = provision.inside.filter { !lines.isShared($0.activity) }
      let terms: [(holder: PlanProgram.Holder?, amount: Double)] =
        others.map { (.activity($0.activity), $0.amount) } + [(nil, provision.hidden)]
      let bound = terms.reduce(0) { $0 + $1.amount }
      let part: PlanProgram.Part
      if onLines.isEmpty {
        made.append(plan.program.addVariable(0...bound, name: "make \(id)"))
        part = .variable(made[product])
      } else {
        made.append(plan.program.addVariable(name: "make \(id)"))
        let outputs = onLines.map {
          (lines.addOutput(of: $0.activity, capacity: $0.amount, in: &plan), -1.0)
        }
        part = .constraint(
          plan.program.addConstraint(
            [(made[product], 1)] + outputs, atMost: bound, name: "capacity for \(id)"))
      }
      plan.setTerms(terms, of: part)
      plan.addLever(.making(product), part, limit: provision.made, bound: bound)
    }
    lines.addLimits(to: &plan)
  }
}
