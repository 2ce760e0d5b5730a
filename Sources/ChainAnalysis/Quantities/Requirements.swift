internal import Chains
internal import Graphs

/// Gross requirements (毛需求): how much of each product the targets of the final products take.
///
/// R = (I − A)⁻¹ D over what is always needed: inputs outside substitution groups that every variant
/// of a product shares. W. Leontief, "Quantitative Input and Output Relations in the Economic Systems
/// of the United States", Review of Economics and Statistics 18 (1936), doi:10.2307/1927837.
struct Requirements {
  /// Units of each product for one unit of a final product, by final product.
  let perUnit: [Int: [Double]]
  /// The same where whatever can be had from outside takes nothing further: what is needed at least.
  let perUnitAtLeast: [Int: [Double]]
  /// Units a year of each product at target; the known part where `isOpen`.
  let total: [Double]
  /// Whether more may be needed: an amount or a target is unknown, or there is a choice on the way.
  let isOpen: [Bool]
  /// Rows of `inputs` with an unknown amount, by the product needed.
  let unknownAmounts: [[Int]]

  init(_ chain: Chain, panorama: Panorama, hasOutside: [Bool]) {
    let recipe = DefiniteRecipe(chain, panorama: panorama)
    var perUnit: [Int: [Double]] = [:]
    var perUnitAtLeast: [Int: [Double]] = [:]
    var total = [Double](repeating: 0, count: chain.products.count)
    var openAtStart = [Bool](repeating: false, count: chain.products.count)
    for final in chain.finalProducts {
      let units = recipe.explosion(of: final) { _ in false }
      perUnit[final] = units
      perUnitAtLeast[final] = recipe.explosion(of: final) { $0 != final && hasOutside[$0] }
      guard let demand = chain.products[final].demand else {
        for product in units.indices where units[product] > 0 { openAtStart[product] = true }
        continue
      }
      for product in units.indices { total[product] += demand * units[product] }
    }
    self.perUnit = perUnit
    self.perUnitAtLeast = perUnitAtLeast
    self.total = total
    isOpen = recipe.open(from: openAtStart, required: panorama.isRequired)
    unknownAmounts = recipe.unknownAmounts
  }

  /// The requirement of a product at target, when all of it is known.
  func exact(_ product: Int) -> Double? { isOpen[product] ? nil : total[product] }
}

/// The lines of the recipe that leave no choice.
private struct DefiniteRecipe {
  private let graph: Digraph
  /// Units needed for one, an edge of `graph`.
  private let amounts: [Double]
  private let components: StronglyConnectedComponents
  /// Product → what it needs in an amount that is unknown or a matter of choice.
  private let openLines: [[Int]]
  let unknownAmounts: [[Int]]

  init(_ chain: Chain, panorama: Panorama) {
    var lines: [(source: Int, target: Int)] = []
    var amounts: [Double] = []
    var openLines = [[Int]](repeating: [], count: chain.products.count)
    var unknownAmounts = [[Int]](repeating: [], count: chain.products.count)
    for product in chain.products.indices {
      let kinds = chain.kinds(of: product)
      for need in panorama.needs[product] {
        let isShared = kinds.allSatisfy { panorama.needs[$0].contains(need) }
        if need.alternatives.count == 1, isShared,
          let amount = chain.tables.inputs[need.rows[0]].amount
        {
          lines.append((product, need.alternatives[0]))
          amounts.append(amount)
        } else {
          openLines[product] += need.alternatives
        }
        for (needed, row) in zip(need.alternatives, need.rows)
        where panorama.isRequired[product] && chain.tables.inputs[row].amount == nil
          && !unknownAmounts[needed].contains(row)
        {
          unknownAmounts[needed].append(row)
        }
      }
      // What only some variants need is a matter of choice.
      for kind in kinds where kind != product {
        for need in panorama.needs[kind] where !panorama.needs[product].contains(need) {
          openLines[product] += need.alternatives
        }
      }
    }
    do {
      graph = try Digraph(vertexCount: chain.products.count, edges: lines)
    } catch {
      preconditionFailure("lines name products by number: \(error)")
    }
    self.amounts = amounts
    self.openLines = openLines
    self.unknownAmounts = unknownAmounts
    components = graph.stronglyConnectedComponents()
  }

  /// Units of every product for one unit of `final`, nothing further for products that stop.
  ///
  /// One sweep in topological order; circles are iterated until they stand still, which they do
  /// because a chain is productive (Hawkins–Simon).
  func explosion(of final: Int, stopping stops: (Int) -> Bool) -> [Double] {
    var units = [Double](repeating: 0, count: graph.vertexCount)
    units[final] = 1
    for number in 0..<components.count {
      let members = components.members(of: number)
      if members.count > 1 || graph.successors(of: members[0]).contains(members[0]) {
        settle(members, number, &units, stops)
      }
      for product in members where units[product] > 0 && !stops(product) {
        for (needed, edge) in zip(graph.successors(of: product), graph.outgoingEdges(of: product))
        where components.component(of: needed) != number {
          units[needed] += amounts[edge] * units[product]
        }
      }
    }
    return units
  }

  private func settle(
    _ members: Digraph.Row, _ number: Int, _ units: inout [Double], _ stops: (Int) -> Bool
  ) {
    let base = members.map { units[$0] }
    guard base.contains(where: { $0 > 0 }) else { return }
    var change = Double.infinity
    while change > 1e-14 {
      change = 0
      for (position, product) in members.enumerated() {
        var value = base[position]
        for (user, edge) in zip(graph.predecessors(of: product), graph.incomingEdges(of: product))
        where components.component(of: user) == number && !stops(user) {
          value += amounts[edge] * units[user]
        }
        if value > 0 { change = max(change, abs(value - units[product]) / value) }
        units[product] = value
      }
    }
  }

  /// Spreads "more may be needed" from the start and from open lines down the recipe.
  func open(from start: [Bool], required: [Bool]) -> [Bool] {
    var isOpen = start
    for product in openLines.indices where required[product] {
      for needed in openLines[product] { isOpen[needed] = true }
    }
    var stack = isOpen.indices.filter { isOpen[$0] }
    while let product = stack.popLast() {
      for needed in Array(graph.successors(of: product)) + openLines[product]
      where !isOpen[needed] {
        isOpen[needed] = true
        stack.append(needed)
      }
    }
    return isOpen
  }
}
