import Chains

/// Whether final products can go on being made, by going round until nothing changes.
///
/// Follows the definition on the records alone. What has no source is never available; a product of
/// which nothing at all is known but that something may be unknown is granted in both readings.
struct SlowOracle {
  let chain: Chain
  /// Unknown outside supply exists, who may stand inside does and needs nothing; otherwise neither.
  let isHopeful: Bool
  private let localities: [Viewpoint.Locality]

  init(chain: Chain, isHopeful: Bool) {
    self.chain = chain
    self.isHopeful = isHopeful
    localities = chain.viewpoint().localities
  }

  /// The final products that stop when a stoppage makes this chain another one.
  func stopped(by stoppage: Stoppage) throws -> Set<Int> {
    running.subtracting(finals(try chain.stopping(stoppage)))
  }

  /// The final products that are made as things stand.
  var running: Set<Int> { finals(chain) }

  private func finals(_ after: Chain) -> Set<Int> {
    let running = self.running(after)
    return Set(
      chain.finalProducts.filter { final in
        makers(of: final, standing: true).contains { running[$0] }
      })
  }

  /// Activities of a product that carry in the chain before the failure.
  private func makers(of product: Int, standing isInside: Bool? = nil) -> [Int] {
    let all = chain.activities.indices.filter {
      chain.carries(chain.activities[$0])
        && chain.kinds(of: product).contains(chain.activities[$0].product)
    }
    guard isInside == true else { return all }
    let inside = all.filter { localities[chain.activities[$0].enterprise] == .inside }
    let perhaps = all.filter { localities[chain.activities[$0].enterprise] == .unknown }
    return isHopeful || inside.isEmpty ? inside + perhaps : inside
  }

  /// The largest set of activities that keep one another running after the failure.
  private func running(_ after: Chain) -> [Bool] {
    var running = after.activities.map { after.carries($0) }
    var isSettled = false
    while !isSettled {
      isSettled = true
      for (number, activity) in chain.activities.enumerated() where running[number] {
        let locality = localities[activity.enterprise]
        guard locality == .inside || (locality == .unknown && !isHopeful) else { continue }
        let lacks = needs(of: activity.product).contains { need in
          !isFilled(need, for: activity.enterprise, after, running)
        }
        if lacks {
          running[number] = false
          isSettled = false
        }
      }
    }
    return running
  }

  /// Essential needs; members of a group fill one need, essential if one of them is.
  private func needs(of product: Int) -> [[Int]] {
    var needs: [[Int]] = []
    var groups: [String: [Input]] = [:]
    for ingredient in chain.recipe(of: product) {
      let input = chain.input(of: ingredient)
      if input.essentiality == .negligible { continue }
      if let group = input.group {
        groups[group, default: []].append(input)
      } else if input.essentiality == .essential {
        needs.append([ingredient.product])
      }
    }
    for inputs in groups.values where inputs.contains(where: { $0.essentiality == .essential }) {
      needs.append(inputs.compactMap { chain.number(of: $0.input) })
    }
    return needs
  }

  private func isFilled(
    _ need: [Int], for user: Int, _ after: Chain, _ running: [Bool]
  ) -> Bool {
    if chain.profile.tiesKnown == .partial {
      return need.contains { product in
        let makers = makers(of: product)
        let isOnlyHope = makers.isEmpty && !hasExternal(product, chain)
        if mayHaveHiddenMaker(product), isHopeful || isOnlyHope { return true }
        return hasExternal(product, after) || makers.contains { running[$0] }
      }
    }
    return need.contains { product in
      hasExternal(product, after)
        || makers(of: product).contains { maker in
          let activity = chain.activities[maker]
          return running[maker]
            && (activity.enterprise == user || isTied(activity, to: user, after))
        }
    }
  }

  /// Of a list that may lack makers: nobody inside is recorded for the product, not even at rest.
  private func mayHaveHiddenMaker(_ product: Int) -> Bool {
    chain.profile.enterprisesKnown == .partial
      && !chain.activities.contains {
        chain.kinds(of: product).contains($0.product)
          && (!chain.carries($0) || localities[$0.enterprise] != .outside)
      }
  }

  private func isTied(_ activity: Activity, to user: Int, _ chain: Chain) -> Bool {
    chain.tables.ties.contains {
      $0.supplier == chain.enterprises[activity.enterprise].id
        && $0.customer == chain.enterprises[user].id
        && $0.product == chain.products[activity.product].id && $0.status.isActive
        && $0.volume != .limited(0)
    }
  }

  /// Whether a product or a kind of it can be had from outside without a name. A product of which
  /// nothing is said is only unknown where something is unknown of its variants as well, or it has none.
  private func hasExternal(_ product: Int, _ chain: Chain) -> Bool {
    let limits = chain.kinds(of: product).map { chain.products[$0].external }
    if limits.contains(where: { $0.isKnownSource }) { return true }
    guard isHopeful || makers(of: product).isEmpty,
      chain.products[product].external == .unknown
    else { return false }
    return limits.count == 1 || limits.filter { $0 == .unknown }.count > 1
  }
}
