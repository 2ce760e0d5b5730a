internal import Chains
internal import Graphs

/// The lines of the recipe that leave no choice.
struct DefiniteRecipe {
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

  /// What one unit of `final` takes of every product, itself included, ascending by product.
  ///
  /// One sweep in topological order; circles have one solution because a chain is productive
  /// (Hawkins–Simon).
  ///
  /// - Complexity: O(products + lines), plus what `CircularNeeds` takes.
  func explosion(of final: Int) -> [Requirements.Share] {
    var units = [Double](repeating: 0, count: graph.vertexCount)
    units[final] = 1
    // Nothing above the final product is needed for it.
    for number in components.component(of: final)..<components.count {
      let members = components.members(of: number)
      if members.count > 1 || graph.successors(of: members[0]).contains(members[0]) {
        settle(members, number, &units)
      }
      for product in members where units[product] > 0 {
        for (needed, edge) in zip(graph.successors(of: product), graph.outgoingEdges(of: product))
        where components.component(of: needed) != number {
          units[needed] += amounts[edge] * units[product]
        }
      }
    }
    return units.indices.filter { units[$0] > 0 }.map { ($0, units[$0]) }
  }

  private func settle(_ members: Digraph.Row, _ number: Int, _ units: inout [Double]) {
    guard members.contains(where: { units[$0] > 0 }) else { return }
    var needs = CircularNeeds(given: members.map { units[$0] })
    for (user, product) in members.enumerated() {
      for (needed, edge) in zip(graph.successors(of: product), graph.outgoingEdges(of: product))
      where components.component(of: needed) == number {
        needs.add(amounts[edge], of: position(of: needed, in: members), to: user)
      }
    }
    for (product, value) in zip(members, needs.solution()) { units[product] = value }
  }

  /// The place of a product among members, which are ascending.
  private func position(of product: Int, in members: Digraph.Row) -> Int {
    var low = 0
    var high = members.count
    while low < high {
      let middle = (low + high) / 2
      if members[middle] < product { low = middle + 1 } else { high = middle }
    }
    return low
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
