internal import Chains
internal import Graphs

/// What the chain's final products need, whoever makes it: the panorama read as an and-or structure.
struct Panorama {
  /// One requirement of a product: any one of these products fills it.
  struct Need: Hashable {
    /// Numbers of products, ascending; one unless the inputs form a substitution group.
    let alternatives: [Int]
    let essentiality: Essentiality
    /// Rows of `inputs`, alternative by alternative.
    let rows: [Int]
  }

  /// The needs of each product, substitution groups taken together; negligible inputs left out.
  let needs: [[Need]]
  /// Whether a final product is made of it, in any way.
  let isRequired: [Bool]
  /// The needs of required products that list a product among their alternatives.
  let wanted: [[Need]]
  /// The final products that cannot be made without it: no substitute, no other variant.
  let finalsNeeding: [[Int]]

  init(_ chain: Chain) {
    let needs = chain.products.indices.map { Self.needs(of: $0, in: chain) }
    self.needs = needs
    let isRequired = Self.required(in: chain, needs: needs)
    self.isRequired = isRequired
    var wanted = [[Need]](repeating: [], count: needs.count)
    for user in needs.indices where isRequired[user] {
      for need in needs[user] {
        for alternative in need.alternatives { wanted[alternative].append(need) }
      }
    }
    self.wanted = wanted
    finalsNeeding = Self.finalsNeeding(in: chain, needs: needs)
  }

  private static func needs(of product: Int, in chain: Chain) -> [Need] {
    var singles: [Need] = []
    var groups: [String: [Ingredient]] = [:]
    for ingredient in chain.recipe(of: product) {
      let input = chain.input(of: ingredient)
      guard input.essentiality != .negligible else { continue }
      if let group = input.group {
        groups[group, default: []].append(ingredient)
      } else {
        singles.append(
          Need(
            alternatives: [ingredient.product], essentiality: input.essentiality,
            rows: [ingredient.row]))
      }
    }
    let grouped = groups.sorted { $0.key < $1.key }.map { _, members in
      let sorted = members.sorted { $0.product < $1.product }
      let isEssential = sorted.contains { chain.input(of: $0).essentiality == .essential }
      return Need(
        alternatives: sorted.map(\.product),
        essentiality: isEssential ? .essential : .nonEssential, rows: sorted.map(\.row))
    }
    return singles + grouped
  }

  /// Walks down from the final products; a variant counts where somebody makes it.
  private static func required(in chain: Chain, needs: [[Need]]) -> [Bool] {
    var isRequired = [Bool](repeating: false, count: chain.products.count)
    var stack = chain.finalProducts
    for product in stack { isRequired[product] = true }
    func visit(_ product: Int) {
      guard !isRequired[product] else { return }
      isRequired[product] = true
      stack.append(product)
    }
    while let product = stack.popLast() {
      for need in needs[product] {
        for alternative in need.alternatives { visit(alternative) }
      }
      for kind in chain.kinds(of: product)
      where kind != product && !chain.activities(making: kind).isEmpty {
        visit(kind)
      }
    }
    return isRequired
  }

  /// Single points of failure of the structure in which every product is a leaf of its own.
  private static func finalsNeeding(in chain: Chain, needs: [[Need]]) -> [[Int]] {
    var builder = AndOrGraph.Builder()
    let presence = chain.products.indices.map { _ in builder.addLeaf() }
    let product = chain.products.indices.map { _ in builder.addAll() }
    let recipe = chain.products.indices.map { _ in builder.addAll() }
    for number in chain.products.indices {
      builder.addChild(presence[number], to: product[number])
      let kinds = chain.kinds(of: number)
      if kinds.count == 1 {
        builder.addChild(recipe[number], to: product[number])
      } else {
        let anyKind = builder.addAny(kinds.map { $0 == number ? recipe[$0] : product[$0] })
        builder.addChild(anyKind, to: product[number])
      }
      for need in needs[number] where need.essentiality == .essential {
        let children = need.alternatives.map { product[$0] }
        builder.addChild(
          children.count == 1 ? children[0] : builder.addAny(children), to: recipe[number])
      }
    }
    var finalsNeeding = [[Int]](repeating: [], count: chain.products.count)
    let points = builder.checkedGraph().singlePointsOfFailure()
    for final in chain.finalProducts {
      for leaf in points.leaves(stopping: product[final]) ?? [] {
        finalsNeeding[leaf - presence[0]].append(final)
      }
    }
    return finalsNeeding
  }
}

extension AndOrGraph.Builder {
  /// The graph of a builder whose links were all made from its own numbers.
  func checkedGraph() -> AndOrGraph {
    do {
      return try graph()
    } catch {
      preconditionFailure("links join vertices of the same builder: \(error)")
    }
  }
}
