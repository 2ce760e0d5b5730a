internal import Chains
internal import Graphs

/// Gross requirements (毛需求): how much of each product the targets of the final products take.
///
/// R = (I − A)⁻¹ D over what is always needed: inputs outside substitution groups that every variant
/// of a product shares. W. Leontief, "Quantitative Input and Output Relations in the Economic Systems
/// of the United States", Review of Economics and Statistics 18 (1936), doi:10.2307/1927837.
struct Requirements {
  /// Units of a product for one unit of a final product; positive.
  typealias Share = (product: Int, units: Double)

  /// Units a year of each product at target; the known part where `isOpen`.
  let total: [Double]
  /// Whether more may be needed: an amount or a target is unknown, or there is a choice on the way.
  let isOpen: [Bool]
  /// Rows of `inputs` with an unknown amount, by the product needed.
  let unknownAmounts: [[Int]]

  init(_ chain: Chain, panorama: Panorama) {
    let recipe = DefiniteRecipe(chain, panorama: panorama)
    var total = [Double](repeating: 0, count: chain.products.count)
    var openAtStart = [Bool](repeating: false, count: chain.products.count)
    for final in chain.finalProducts {
      let units = recipe.explosion(of: final)
      guard let demand = chain.products[final].demand else {
        for (product, _) in units { openAtStart[product] = true }
        continue
      }
      for (product, units) in units { total[product] += demand * units }
    }
    self.total = total
    isOpen = recipe.open(from: openAtStart, required: panorama.isRequired)
    unknownAmounts = recipe.unknownAmounts
  }

  func quantity(_ product: Int) -> Quantity {
    Quantity(known: total[product], isOpen: isOpen[product])
  }

  /// The requirement of a product at target, when all of it is known.
  func exact(_ product: Int) -> Double? { isOpen[product] ? nil : total[product] }
}
