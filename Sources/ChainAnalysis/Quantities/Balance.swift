internal import Chains

/// What a product must suffice for, against what there is of it; both in units a year.
struct Balance: Hashable {
  let required: Quantity
  let available: Quantity

  var coverage: Coverage { Coverage(required: required, available: available) }
}

/// The balances that decide whether the supply of each product goes far enough.
///
/// A final product has two: the target must be made inside, while what other products take of it may
/// come from outside too. A product with variants must suffice for what is asked of it by its own name
/// and for what its variants, as far as they last, have to give by theirs.
struct Balances {
  private let requirements: Requirements
  private let supplies: [Supply]
  /// What final products deliver at target; `nil` for other products.
  private let targets: [Quantity?]
  /// What all kinds of a product have to give, as far as each lasts.
  private let asked: [Quantity]

  init(_ chain: Chain, requirements: Requirements, supplies: [Supply]) {
    self.requirements = requirements
    self.supplies = supplies
    targets = chain.products.map { product in
      product.isFinal
        ? Quantity(known: product.demand ?? 0, isOpen: product.demand == nil) : nil
    }
    let above = chain.products.map { $0.variantOf.flatMap(chain.number(of:)) }
    var asked = chain.products.indices.map { requirements.quantity($0) }
    for variant in Self.deepestFirst(above) {
      guard let product = above[variant] else { continue }
      let supply = supplies[variant].inside + supplies[variant].outside
      asked[product] = asked[product] + least(asked[variant], supply)
    }
    self.asked = asked
  }

  /// Every product after all its variants.
  private static func deepestFirst(_ above: [Int?]) -> [Int] {
    var variants = [[Int]](repeating: [], count: above.count)
    for (variant, product) in above.enumerated() {
      if let product { variants[product].append(variant) }
    }
    var order = above.indices.filter { above[$0] == nil }
    var next = 0
    while next < order.count {
      order += variants[order[next]]
      next += 1
    }
    return order.reversed()
  }

  /// The balances of a product: of all that is taken of it, and of what it delivers.
  func of(_ product: Int) -> [Balance] {
    let supply = supplies[product]
    let whole = Balance(required: asked[product], available: supply.inside + supply.outside)
    return [whole] + target(product)
  }

  /// The balance that allows the least.
  func tightest(_ product: Int) -> Balance {
    let all = of(product)
    return all.dropFirst().reduce(all[0]) { first, second in
      second.coverage.most < first.coverage.most ? second : first
    }
  }

  func coverage(_ product: Int) -> Coverage {
    of(product).dropFirst().reduce(of(product)[0].coverage) { $0.worse($1.coverage) }
  }

  private func target(_ product: Int) -> [Balance] {
    targets[product].map { [Balance(required: $0, available: supplies[product].inside)] } ?? []
  }
}

/// The smaller of two quantities.
private func least(_ a: Quantity, _ b: Quantity) -> Quantity {
  let isDecided = (a.known <= b.known && !a.isOpen) || (b.known <= a.known && !b.isOpen)
  return Quantity(known: min(a.known, b.known), isOpen: !isDecided)
}
