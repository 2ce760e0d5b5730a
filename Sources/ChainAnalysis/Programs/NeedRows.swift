internal import Chains
internal import LinearPrograms

/// Fills the needs of one maker, or of all makers of one product together, in a plan.
///
/// What an input takes is drawn from a stock of each kind that can fill it; where there is a choice,
/// a variable says how much of each.
struct NeedRows {
  let chain: Chain
  let assumption: Assumption

  /// What is made, in units a year, and what the most of it is the sum of.
  struct Output {
    let variable: LinearProgram.Variable
    let restriction: Restriction
    let terms: [(holder: PlanProgram.Holder?, amount: Double)]

    var capacity: Double { terms.reduce(0) { $0 + $1.amount } }
  }

  /// Adds what one unit of output needs of one input.
  ///
  /// - Parameter
  ///   draw: takes units of a kind for each unit of a variable.
  func add(
    _ need: Panorama.Need, of product: Int, output: Output, to plan: inout PlanProgram,
    draw: (_ kind: Int, LinearProgram.Variable, _ units: Double, _ row: Int?) -> Void
  ) {
    let amounts = zip(need.alternatives, need.rows).map { alternative, row in
      (alternative, chain.tables.inputs[row].amount, row)
    }
    // An amount that is not known may be next to nothing, or more than there is.
    let isOpen = amounts.contains { alternative, amount, row in
      amount == nil && assumption.isHopeful(.amount(row: row), of: alternative)
    }
    let name = "\(chain.products[product].id) needs \(chain.products[need.alternatives[0]].id)"
    if need.essentiality == .essential {
      if amounts.count == 1, chain.kinds(of: amounts[0].0).count == 1, let amount = amounts[0].1 {
        return draw(amounts[0].0, output.variable, amount, amounts[0].2)
      }
      if isOpen { return }
      let flows = flows(amounts, name, &plan, draw)
      let row = plan.program.addConstraint(
        flows.map { ($0.0, $0.1) } + [(output.variable, -1)], atLeast: 0, name: name)
      for flow in flows { plan.setAmount(row: flow.row, flow.0, in: row, isInverse: true) }
    } else {
      // Without a useful input a share θ of the capacity is lost; each unit of it wins its part back.
      let lost = need.rows.compactMap { chain.tables.inputs[$0].share }.max()
      let isFree =
        lost == nil && assumption.isHopeful(.share(row: need.rows[0]), of: need.alternatives[0])
      if isFree || isOpen { return }
      let share = lost ?? 1
      // Without a limit to what can be made there is none to what can be made without the input, unless
      // that is nothing.
      if share < 1, output.capacity == .infinity { return }
      let flows = flows(amounts, name, &plan, draw)
      let row = plan.program.addConstraint(
        [(output.variable, 1)] + flows.map { ($0.0, -share * $0.1) },
        atMost: share < 1 ? (1 - share) * output.capacity : 0, name: name)
      for flow in flows where share > 0 {
        plan.setAmount(row: flow.row, flow.0, in: row, isInverse: true)
      }
      if share < 1 {
        plan.addFollower(row, of: output.restriction, share: 1 - share, terms: output.terms)
      }
    }
  }

  /// A variable for each product that can fill a need, with the units of output that one unit fills;
  /// what has no known amount fills nothing.
  private func flows(
    _ amounts: [(alternative: Int, amount: Double?, row: Int)], _ name: String,
    _ plan: inout PlanProgram,
    _ draw: (_ kind: Int, LinearProgram.Variable, _ units: Double, _ row: Int?) -> Void
  ) -> [(LinearProgram.Variable, Double, row: Int)] {
    var flows: [(LinearProgram.Variable, Double, row: Int)] = []
    for (alternative, amount, row) in amounts {
      guard let amount else { continue }
      for kind in chain.kinds(of: alternative) {
        let flow = plan.program.addVariable(name: "\(name): \(chain.products[kind].id)")
        draw(kind, flow, 1, nil)
        flows.append((flow, 1 / amount, row))
      }
    }
    return flows
  }
}
