internal import Chains

/// The chain in figures: what it should deliver, what it can, how much of it is made inside.
public struct Summary: Hashable, Sendable {
  /// Value of all targets, money a year; `nil` unless every final product has a target.
  public let target: Double?
  /// Value that capacities and outside supply allow (L1), money a year: at least with the worst, at most
  /// with the best that unknown figures can be. `nil` is not known.
  public let capacityLimitedAtLeast: Double?
  public let capacityLimitedAtMost: Double?
  /// Value that recorded ties allow as well (L2), in the same two readings; `nil` where the ties are not
  /// complete or the level was not solved for.
  public let tieLimitedAtLeast: Double?
  public let tieLimitedAtMost: Double?
  /// Value of the output that is reported; `nil` unless it is known for every maker of a final product.
  public let actual: Double?
  /// What plans maximise, and the share of its target that every final product reaches on the lowest
  /// level solved for, 0...1, in the same two readings; only with the objective `balanced`.
  public let objective: Objective
  public let balancedRate: ValueRange?
  /// What shares are shares of, and the reference value V_ref itself.
  public let basis: Basis
  public let reference: Double?
  /// The least coverage among required products for which it is known, 0...1.
  public let coverage: Double?
  /// Required products whose coverage is known, and all of them.
  public let coveredProducts: Int
  public let requiredProducts: Int
  /// Share of what the chain needs that is made inside (本地配套率), 0...1: the mean over the inputs for
  /// which it is known, weighted by value where prices allow.
  public let localRate: Double?
  public let localRateBasis: LocalRateBasis
  public let localRateProducts: Int

  /// The values, where both readings agree.
  public var capacityLimited: Double? {
    ValueRange(atLeast: capacityLimitedAtLeast, atMost: capacityLimitedAtMost).exact
  }
  public var tieLimited: Double? {
    ValueRange(atLeast: tieLimitedAtLeast, atMost: tieLimitedAtMost).exact
  }
}

/// How the local rate of the chain is averaged.
public enum LocalRateBasis: String, Hashable, Sendable {
  /// By the value of what is required.
  case value
  /// Each product counts once.
  case count
}

/// One product of the panorama and how it stands.
public struct ProductState: Hashable, Sendable {
  public let product: Int
  /// Whether a final product is made of it.
  public let isRequired: Bool
  /// The final products that cannot do without it.
  public let finalsNeeding: [Int]
  /// Units a year: required at target, to be had inside and from outside.
  public let requirement: Quantity
  public let inside: Quantity
  public let outside: Quantity
  public let coverage: Coverage
  /// Whether it can be made inside from what there is.
  public let isMadeInside: Bool
  /// Share of the supply that is made inside, 0...1; `nil` is unknown.
  public let localRate: Double?
  /// `nil` where neither shares nor capacities are known for all makers.
  public let concentration: Concentration?
}

/// One stage and how complete it is.
public struct StageState: Hashable, Sendable {
  public let stage: Int
  /// Required products of the stage and of the stages below it.
  public let required: Int
  /// Of these, how many are made inside.
  public let madeInside: Int
  /// Of these, of how many it is not known.
  public let unknown: Int

  /// Share of the required products that are made inside (环节完整度), 0...1; `nil` for a stage that
  /// the final products do not need.
  public var completeness: Double? {
    required == 0 ? nil : Double(madeInside) / Double(required)
  }
}

extension Situation {
  func productStates() -> [ProductState] {
    chain.products.indices.map { product in
      let concentration = SupplyShares(product, in: self)
      return ProductState(
        product: product, isRequired: panorama.isRequired[product],
        finalsNeeding: panorama.finalsNeeding[product],
        requirement: requirements.quantity(product),
        inside: supplies[product].inside, outside: supplies[product].outside,
        coverage: coverage(product), isMadeInside: isMadeInside(product),
        localRate: localRate(product, concentration),
        concentration: concentration?.concentration)
    }
  }

  /// Own capacity over the requirement; failing that, the share of supply that is made inside; nothing
  /// at all where a complete list shows no maker.
  private func localRate(_ product: Int, _ shares: SupplyShares?) -> Double? {
    let sources = sources[product]
    if sources.inside.isEmpty, sources.unplaced.isEmpty {
      return chain.profile.enterprisesKnown == .complete ? 0 : nil
    }
    if let inside = supplies[product].inside.exact, let required = requirements.exact(product),
      required > 0
    {
      return min(1, inside / required)
    }
    // Shares that are parts of the whole can add up to a hair more.
    return shares.map { min(1, $0.insideShare) }
  }

  func stageStates() -> [StageState] {
    let parents = chain.stages.map { $0.parent.flatMap(chain.number(of:)) }
    return chain.stages.indices.map { stage in
      let products = chain.products.indices.filter { product in
        guard panorama.isRequired[product] else { return false }
        var current = chain.products[product].stage.flatMap(chain.number(of:))
        while let at = current, at != stage { current = parents[at] }
        return current == stage
      }
      let unknown = products.filter { product in
        !isMadeInside(product) && sources[product].inside.isEmpty
          && (chain.profile.enterprisesKnown == .partial || !sources[product].unplaced.isEmpty)
      }
      return StageState(
        stage: stage, required: products.count,
        madeInside: products.filter(isMadeInside).count, unknown: unknown.count)
    }
  }

  func summary(_ states: [ProductState], _ quantities: Quantities) -> Summary {
    let (products, ties) = (quantities.level(.products), quantities.level(.ties))
    let required = states.filter(\.isRequired)
    let coverages = required.compactMap { state -> Double? in
      if case .exactly(let ratio) = state.coverage { min(1, ratio) } else { nil }
    }
    let inputs = required.filter { !chain.products[$0.product].isFinal && $0.localRate != nil }
    let weights = inputs.map { state -> Double? in
      guard let price = chain.products[state.product].value, !state.requirement.isOpen else {
        return nil
      }
      return price * state.requirement.known
    }
    let isByValue = !inputs.isEmpty && !weights.contains(nil)
    let counted = zip(inputs, weights).map { state, weight in
      (rate: state.localRate ?? 0, weight: isByValue ? weight ?? 0 : 1)
    }
    let whole = counted.reduce(0) { $0 + $1.weight }
    return Summary(
      target: worth.basis == .target ? worth.reference : nil,
      capacityLimitedAtLeast: products?.value.atLeast,
      capacityLimitedAtMost: products?.value.atMost,
      tieLimitedAtLeast: ties?.value.atLeast, tieLimitedAtMost: ties?.value.atMost,
      actual: quantities.actual, objective: quantities.objective,
      balancedRate: quantities.base?.balancedRate,
      basis: worth.basis, reference: worth.reference, coverage: coverages.min(),
      coveredProducts: coverages.count, requiredProducts: required.count,
      localRate: whole > 0 ? counted.reduce(0) { $0 + $1.rate * $1.weight } / whole : nil,
      localRateBasis: isByValue ? .value : .count, localRateProducts: inputs.count)
  }
}
