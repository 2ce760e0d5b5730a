internal import Chains
internal import LinearPrograms

/// What comes from outside in a plan: a variable a product, in units a year, and one limit for a
/// product and the variants that share its outside supply.
struct OutsidePurchases {
  /// One a product.
  private(set) var bought: [LinearProgram.Variable] = []

  /// - Parameter countsMakers: whether makers outside sell to everybody; otherwise they sell by ties
  ///   alone, and only supply without a name is bought.
  init(
    _ chain: Chain, _ provisions: [Provision], countsMakers: Bool, in plan: inout PlanProgram
  ) {
    func terms(_ product: Int, stated isStated: Bool) -> [(PlanProgram.Holder?, Double)] {
      let makers = countsMakers ? provisions[product].outside : []
      return makers.map { (.activity($0.activity), $0.amount) }
        + (isStated ? [(.external(product), provisions[product].stated)] : [])
    }
    var sharers: [Int: [Int]] = [:]
    for product in chain.products.indices {
      bought.append(plan.program.addVariable(name: "buy \(chain.products[product].id)"))
      if let above = chain.sharedOutside(of: product) {
        sharers[above, default: []].append(product)
      }
    }
    for product in chain.products.indices where chain.sharedOutside(of: product) == nil {
      // What serves as a variant serves as the product above, so one limit is enough for all.
      let variants = sharers[product, default: []]
      let terms =
        terms(product, stated: true) + variants.flatMap { terms($0, stated: false) }
      let limit = terms.reduce(0) { $0 + $1.1 }
      let part: PlanProgram.Part
      if variants.isEmpty {
        plan.program.setBounds(Bounds(0, limit), of: bought[product])
        part = .variable(bought[product])
      } else {
        part = .constraint(
          plan.program.addConstraint(
            ([product] + variants).map { (bought[$0], 1) }, atMost: limit,
            name: "buy \(chain.products[product].id) and its variants"))
      }
      plan.setTerms(terms, of: part)
      plan.addLever(.buying(product), part, limit: limit)
    }
  }
}
