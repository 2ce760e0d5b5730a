internal import Chains
internal import LinearPrograms

/// What a plan is worth: the value of what it delivers, or how evenly it meets the targets.
public enum Objective: String, CaseIterable, Hashable, Sendable {
  /// The most value; where final products compete, those of little value get nothing.
  case value
  /// The largest share θ of its target that every final product reaches; worth θ times the value of
  /// all targets.
  case balanced
}

/// The deliveries of final products in a plan, and its objective.
struct Deliveries {
  /// Units a year, by final product; what several makers or variants deliver has several variables.
  private var variables: [Int: [LinearProgram.Variable]] = [:]

  /// Adds a delivery of a final product and returns it.
  mutating func add(
    of final: Int, called name: String, in chain: Chain, to plan: inout PlanProgram
  ) -> LinearProgram.Variable {
    let product = chain.products[final]
    let delivery = plan.program.addVariable(
      0...(product.demand ?? .infinity), objective: product.value ?? 0, name: "deliver \(name)")
    variables[final, default: []].append(delivery)
    return delivery
  }

  /// Limits the deliveries by the targets and sets the objective.
  func finish(_ plan: inout PlanProgram, of chain: Chain, objective: Objective) {
    for final in chain.finalProducts {
      let delivered = variables[final, default: []]
      guard delivered.count > 1, let demand = chain.products[final].demand else { continue }
      plan.program.addConstraint(
        delivered.map { ($0, 1) }, atMost: demand,
        name: "demand for \(chain.products[final].id)")
    }
    guard objective == .balanced else { return }
    let targets = chain.finalProducts.compactMap { final -> (final: Int, demand: Double)? in
      chain.products[final].demand.flatMap { $0 > 0 ? (final, $0) : nil }
    }
    let whole = targets.reduce(0) { $0 + $1.demand * (chain.products[$1.final].value ?? 0) }
    plan.program.setObjective(EmptyCollection<(LinearProgram.Variable, Double)>())
    let rate = plan.program.addVariable(0...1, objective: whole, name: "balanced rate")
    for (final, demand) in targets {
      plan.program.addConstraint(
        variables[final, default: []].map { ($0, 1) } + [(rate, -demand)], atLeast: 0,
        name: "balance of \(chain.products[final].id)")
    }
  }

  /// The value of what is delivered, as a form of the program.
  func value(in chain: Chain) -> [(LinearProgram.Variable, Double)] {
    chain.finalProducts.flatMap { final in
      variables[final, default: []].map { ($0, chain.products[final].value ?? 0) }
    }
  }

  /// What is delivered of a final product, in units a year.
  func amount(of final: Int, in solution: Solution) -> Double {
    variables[final, default: []].reduce(0) { $0 + solution[$1] }
  }
}
