internal import Chains

/// What each final product is worth a year, and what the chain is measured against.
struct Worth {
  /// Money a year at target for each final product; `nil` where neither a target nor a capacity is known.
  let value: [Int: Double]
  /// V_ref, the sum over all final products; `nil` unless every one has a value.
  let reference: Double?
  let basis: Basis
  private let finals: [Int]

  init(_ chain: Chain, supplies: [Supply]) {
    finals = chain.finalProducts
    var value: [Int: Double] = [:]
    var basis = Basis.target
    for final in finals {
      let price = chain.products[final].value ?? 0
      if let demand = chain.products[final].demand {
        value[final] = price * demand
      } else if let capacity = supplies[final].inside.exact, capacity > 0 {
        value[final] = price * capacity
        basis = max(basis, .capacity)
      } else {
        basis = .count
      }
    }
    self.value = value
    self.basis = basis
    let sum = value.values.sorted().reduce(0, +)
    reference = basis == .count ? nil : sum
  }

  /// What some final products are worth together; `nil` as soon as one has no value.
  func sum(_ products: [Int]) -> Double? {
    products.reduce(0.0 as Double?) { sum, product in
      sum.flatMap { sum in value[product].map { sum + $0 } }
    }
  }

  /// The share of the reference value, 0...1; counted by product where the value is unknown.
  func share(_ products: [Int]) -> Double {
    guard let reference, reference > 0, let sum = sum(products) else {
      return finals.isEmpty ? 0 : Double(products.count) / Double(finals.count)
    }
    return sum / reference
  }
}

/// What the shares of an analysis are shares of.
public enum Basis: String, Hashable, Sendable, Comparable {
  /// Value of the targets of all final products.
  case target
  /// Value at full capacity for at least one final product without a target.
  case capacity
  /// Number of final products, because some have neither a target nor a known capacity.
  case count

  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .target: 0
    case .capacity: 1
    case .count: 2
    }
  }
}
