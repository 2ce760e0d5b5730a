public import ChainAnalysis
public import Chains

extension Chain {
  /// The projects of which an effect adds to what a finding is about, in the order of the document.
  ///
  /// An effect touches a product when it is on the product or a variant of it; an enterprise when it is at the
  /// enterprise, or on a product that it makes; a tie like its two ends and its product. What G03 and B04 name, a user
  /// and a product, must both be touched. A link of structure, no claim that the project clears the finding: `what-if`
  /// tells that. Projects in production are there too, although their effects are in the figures already.
  ///
  /// - Complexity: O(effects + activities of the subjects)
  public func projects(touching finding: Finding) -> [Project] {
    let scope = Scope(of: finding, in: self)
    let owners = Dictionary(
      tables.projects.map { ($0.id, $0.enterprise) }, uniquingKeysWith: { first, _ in first })
    let touching = Set(
      tables.effects.filter { effect in
        let ends = [effect.enterprise ?? owners[effect.project] ?? nil, effect.customer]
        return scope.isTouched(
          product: number(of: effect.product),
          enterprises: ends.compactMap { $0.flatMap(number(of:)) })
      }.map(\.project))
    return tables.projects.filter { touching.contains($0.id) }
  }
}

/// The products and enterprises that a finding is about, by number.
private struct Scope {
  private var products: Set<Int> = []
  private var enterprises: Set<Int> = []
  /// What the enterprises make.
  private var made: Set<Int> = []
  /// Whether an effect must be on one of the products and at one of the enterprises.
  private let needsBoth: Bool

  init(of finding: Finding, in chain: Chain) {
    needsBoth =
      [.g03, .b04].contains(finding.code)
      || finding.subjects.contains { if case .tie = $0 { true } else { false } }
    for subject in finding.subjects {
      switch subject {
      case .product(let number): products.formUnion(chain.kinds(of: number))
      case .enterprise(let number): enterprises.insert(number)
      case .tie(let row):
        let ends = chain.ends(ofTie: row)
        enterprises.formUnion([ends.supplier, ends.customer])
        products.insert(ends.product)
      case .region, .owner: break
      }
    }
    for case .commonCause(_, let members, _) in finding.evidence.map(\.reason) {
      enterprises.formUnion(members)
    }
    for enterprise in enterprises {
      for activity in chain.activities(of: enterprise) {
        made.insert(chain.activities[activity].product)
      }
    }
  }

  func isTouched(product: Int?, enterprises ends: [Int]) -> Bool {
    let isOnProduct = product.map(products.contains) ?? false
    let isAtEnterprise = ends.contains(where: enterprises.contains)
    if needsBoth { return isOnProduct && isAtEnterprise }
    return isOnProduct || isAtEnterprise || product.map(made.contains) ?? false
  }
}
