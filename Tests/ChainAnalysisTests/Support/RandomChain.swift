import Chains

/// A small chain with a bit of everything: circles, groups, variants, inputs that are not essential,
/// unknown figures, several final products, regions, owners, ties complete or partial.
func randomTables(seed: UInt64) -> Tables {
  var random = SplitMix64(seed: seed)
  func chance(_ percent: Int) -> Bool { random.below(100) < percent }
  func pick<T>(_ values: [T]) -> T { values[random.below(values.count)] }
  func figure() -> Double? { chance(20) ? nil : Double(pick([0, 1, 5, 5, 10, 20, 50])) }

  var tables = Tables(
    profile: Profile(
      id: "random", region: chance(80) ? "home" : nil,
      enterprisesKnown: chance(70) ? .complete : .partial,
      tiesKnown: chance(60) ? .complete : .partial),
    regions: [
      Region(id: "world"), Region(id: "home", parent: "world"),
      Region(id: "park", parent: "home"), Region(id: "abroad", parent: "world"),
    ])
  let productCount = 3 + random.below(5)
  let finalCount = 1 + random.below(2)
  for number in 0..<productCount {
    let isFinal = number < finalCount
    let external: Limit =
      switch random.below(10) {
      case 0...4: .limited(0)
      case 5...6: .limited(Double(1 + random.below(30)))
      case 7: .unlimited
      default: .unknown
      }
    let isVariant = number > finalCount && chance(20)
    tables.products.append(
      Product(
        id: Identifier("p\(number)"),
        variantOf: isVariant
          ? Identifier("p\(finalCount + random.below(number - finalCount))") : nil,
        isFinal: isFinal, value: isFinal ? Double(1 + random.below(9)) : nil,
        demand: chance(85) ? Double(10 * random.below(4)) : nil, external: external))
    for needed in 0..<productCount where needed != number {
      // Forward lines make the chain, a few small ones back make circles.
      guard chance(needed > number ? 45 : 8) else { continue }
      let essentiality = pick(
        [Essentiality.essential, .essential, .essential, .nonEssential, .negligible])
      tables.inputs.append(
        Input(
          product: Identifier("p\(number)"), input: Identifier("p\(needed)"),
          amount: chance(10) ? nil : needed > number ? Double(pick([1, 2])) : 0.001,
          essentiality: essentiality, group: chance(25) ? "g" : nil))
    }
  }
  let enterpriseCount = 3 + random.below(6)
  for number in 0..<enterpriseCount {
    tables.enterprises.append(
      Enterprise(
        id: Identifier("e\(number)"),
        region: pick([nil, "home", "home", "park", "park", "abroad", "world"]),
        owner: pick([nil, nil, nil, "X", "Y"]), tags: chance(8) ? ["汇总"] : [],
        status: pick([.running, .running, .running, .running, .limited, .stopped, .planned])))
    for product in 0..<productCount where chance(30) {
      tables.capacities.append(
        Capacity(
          enterprise: Identifier("e\(number)"), product: Identifier("p\(product)"),
          capacity: figure(), weight: chance(10) ? pick([.major, .minor, .negligible]) : nil))
    }
  }
  addTies(to: &tables, &random)
  return tables
}

/// Ties that could serve a need, mostly, and a few that serve none.
private func addTies(to tables: inout Tables, _ random: inout SplitMix64) {
  for supply in tables.capacities {
    for customer in tables.enterprises where customer.id != supply.enterprise {
      guard random.below(100) < 45 else { continue }
      tables.ties.append(
        Tie(
          supplier: supply.enterprise, customer: customer.id, product: supply.product,
          volume: random.below(10) == 0 ? .limited(0) : .limited(Double(5 + random.below(20))),
          status: random.below(12) == 0 ? .stopped : .running))
    }
  }
}

extension SplitMix64 {
  /// The elements in random order.
  mutating func shuffled<T>(_ elements: [T]) -> [T] {
    var result = elements
    for last in stride(from: result.count - 1, to: 0, by: -1) {
      result.swapAt(last, below(last + 1))
    }
    return result
  }
}
