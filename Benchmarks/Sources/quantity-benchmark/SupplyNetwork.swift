/// A random supply network in tiers, with a few hubs and a few ties that lead back ("chain-gen v1").
///
/// Every draw is made in a fixed order, so that the same sizes and seed give the same network in
/// any language. There are no self-loops; parallel ties occur.
struct SupplyNetwork: Sendable {
  let enterpriseCount: Int
  /// By tie: who supplies.
  private(set) var suppliers: [UInt32] = []
  /// By tie: who is supplied.
  private(set) var customers: [UInt32] = []
  /// By tie: 1...2¹⁶.
  private(set) var capacities: [UInt32] = []
  /// By tie: 1...30.
  private(set) var leadTimes: [UInt32] = []
  /// By enterprise: `0..<tiers`.
  private(set) var tiers: [UInt32]
  /// By enterprise: tier × sectors a tier + sector within the tier.
  private(set) var sectors: [UInt32]

  /// `backPercent` of the ties lead back towards the first tier, or stay in theirs.
  ///
  /// - Precondition: `tiers` divides `enterprises`.
  init(
    enterprises: Int, ties: Int, tiers tierCount: Int, sectorsPerTier: Int, seed: UInt64,
    backPercent: Int = 5
  ) {
    precondition(enterprises % tierCount == 0, "every tier is equally large")
    enterpriseCount = enterprises
    tiers = [UInt32](repeating: 0, count: enterprises)
    sectors = tiers
    var random = SplitMix64(seed: seed)
    let step = enterprises / tierCount
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
      let capacityBits = 4 + random.below(13)
      capacities.append(1 + UInt32(random.next() >> UInt64(64 - capacityBits)))
      leadTimes.append(1 + UInt32(random.below(30)))
      if kind < backPercent {
        if supplier / step < customer / step { swap(&supplier, &customer) }
        if supplier == customer { customer += customer % step == 0 ? step - 1 : -1 }
      } else {
        if supplier / step > customer / step { swap(&supplier, &customer) }
        if supplier / step == tierCount - 1 { supplier -= step }
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
    for rank in 0..<enterprises {
      let number = Int(numbers[rank])
      tiers[number] = UInt32(rank / step)
      sectors[number] = UInt32(rank / step * sectorsPerTier + random.below(sectorsPerTier))
    }
    for tie in 0..<ties {
      suppliers[tie] = numbers[Int(suppliers[tie])]
      customers[tie] = numbers[Int(customers[tie])]
    }
  }
}

extension SupplyNetwork {
  static let small = SupplyNetwork(
    enterprises: 1_000, ties: 5_000, tiers: 8, sectorsPerTier: 5, seed: 42)
  static let medium = SupplyNetwork(
    enterprises: 100_000, ties: 500_000, tiers: 8, sectorsPerTier: 75, seed: 42)
  static let large = SupplyNetwork(
    enterprises: 1_000_000, ties: 5_000_000, tiers: 8, sectorsPerTier: 75, seed: 42)

  /// The enterprises of one tier, ascending.
  func enterprises(inTier tier: Int) -> [Int] {
    (0..<enterpriseCount).filter { tiers[$0] == tier }
  }

  /// The checksum of supplier, customer, capacity and lead time, tie by tie.
  var tieChecksum: String {
    var checksum = Checksum()
    for tie in 0..<suppliers.count {
      checksum.add(suppliers[tie])
      checksum.add(customers[tie])
      checksum.add(capacities[tie])
      checksum.add(leadTimes[tie])
    }
    return checksum.description
  }

  /// The checksum of tier and sector, enterprise by enterprise.
  var enterpriseChecksum: String {
    var checksum = Checksum()
    for enterprise in 0..<enterpriseCount {
      checksum.add(tiers[enterprise])
      checksum.add(sectors[enterprise])
    }
    return checksum.description
  }
}
