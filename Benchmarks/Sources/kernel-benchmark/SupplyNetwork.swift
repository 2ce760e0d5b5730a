/// A random supply network in tiers, with a few hubs and a few ties that lead back ("chain-gen v1").
///
/// Every draw is made in a fixed order, so that the same sizes and seed give the same network in
/// any language.
struct SupplyNetwork {
  let enterpriseCount: Int
  /// By tie: who supplies.
  private(set) var suppliers: [UInt32]
  /// By tie: who is supplied.
  private(set) var customers: [UInt32]
  /// By enterprise: tier × sectors a tier + sector within the tier.
  private(set) var sectors: [UInt32]

  /// `backPercent` of the ties lead back towards the first tier, or stay in theirs.
  ///
  /// - Precondition: `tiers` divides `enterprises`.
  init(
    enterprises: Int, ties: Int, tiers: Int, sectorsPerTier: Int, seed: UInt64,
    backPercent: Int = 5
  ) {
    precondition(enterprises % tiers == 0, "every tier is equally large")
    enterpriseCount = enterprises
    var random = SplitMix64(seed: seed)
    let step = enterprises / tiers
    suppliers = []
    customers = []
    for tie in 0..<ties {
      let kind = random.below(100)
      // Copying the end of an earlier tie makes hubs: the more ties, the more it gets.
      let copiesSupplier = random.below(100) < 60 && tie > 0
      var supplier =
        copiesSupplier ? Int(suppliers[random.below(tie)]) : random.below(enterprises)
      let copiesCustomer = random.below(100) < 60 && tie > 0
      var customer =
        copiesCustomer ? Int(customers[random.below(tie)]) : random.below(enterprises)
      let isNear = random.below(100) < 70
      // Capacity and lead time, not needed here; drawn to stay in step with the recipe.
      _ = (random.below(13), random.next(), random.below(30))
      if kind < backPercent {
        if supplier / step < customer / step { swap(&supplier, &customer) }
        if supplier == customer { customer += customer % step == 0 ? step - 1 : -1 }
      } else {
        if supplier / step > customer / step { swap(&supplier, &customer) }
        if supplier / step == tiers - 1 { supplier -= step }
        let tier = supplier / step
        if isNear || customer / step == tier { customer = (tier + 1) * step + customer % step }
      }
      suppliers.append(UInt32(supplier))
      customers.append(UInt32(customer))
    }
    // Enterprises get their numbers in no order, as in real files.
    var numbers = (0..<UInt32(enterprises)).map { $0 }
    for rank in stride(from: enterprises - 1, to: 0, by: -1) {
      numbers.swapAt(rank, random.below(rank + 1))
    }
    sectors = [UInt32](repeating: 0, count: enterprises)
    for rank in 0..<enterprises {
      sectors[Int(numbers[rank])] =
        UInt32(rank / step * sectorsPerTier + random.below(sectorsPerTier))
    }
    for tie in 0..<ties {
      suppliers[tie] = numbers[Int(suppliers[tie])]
      customers[tie] = numbers[Int(customers[tie])]
    }
  }
}
