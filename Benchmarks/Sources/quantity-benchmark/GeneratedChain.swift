import Liantu

/// A chain of eight tiers, the same for the same numbers: each product takes three of the next tier,
/// each enterprise makes one product, each need has a tie, and the rest of the ties is spread at random.
///
/// - Parameter ties: how many; at least as many as there are needs.
func generatedChain(
  enterprises: Int, ties: Int, seed: UInt64, tiesKnown: Completeness = .complete,
  products: Int? = nil
) throws -> Chain {
  var random = SplitMix64(seed: seed)
  let tiers = 8
  let width = products.map { $0 / tiers } ?? max(2, min(75, enterprises / 40))
  var tables = Tables(
    profile: Profile(id: "generated", region: "home", tiesKnown: tiesKnown),
    regions: [Region(id: "home"), Region(id: "abroad")])
  tables.regions += (0..<20).map { Region(id: Identifier("park \($0)"), parent: "home") }
  var inputs: [[Int]] = []
  for product in 0..<tiers * width {
    let tier = product / width
    tables.products.append(
      Product(
        id: Identifier("p\(product)"), isFinal: tier == 0, value: 10, demand: tier == 0 ? 100 : nil,
        external: tier == tiers - 1 ? .unlimited : .limited(0)))
    var needed: [Int] = []
    if tier < tiers - 1 {
      for _ in 0..<3 {
        let input = (tier + 1) * width + random.below(width)
        if !needed.contains(input) { needed.append(input) }
      }
    }
    inputs.append(needed)
    tables.inputs += needed.map {
      Input(product: Identifier("p\(product)"), input: Identifier("p\($0)"), amount: 1)
    }
  }
  var makers = [[Int]](repeating: [], count: tables.products.count)
  var made: [Int] = []
  for enterprise in 0..<enterprises {
    let product = enterprise < makers.count ? enterprise : random.below(makers.count)
    makers[product].append(enterprise)
    made.append(product)
    let isHome = random.below(10) > 0
    tables.enterprises.append(
      Enterprise(
        id: Identifier("e\(enterprise)"),
        region: isHome ? Identifier("park \(random.below(20))") : "abroad"))
    tables.capacities.append(
      Capacity(
        enterprise: Identifier("e\(enterprise)"), product: Identifier("p\(product)"),
        capacity: Double(1 + random.below(1000))))
  }
  var seen = Set<[Int]>()
  func add(_ supplier: Int, _ customer: Int) {
    guard supplier != customer, seen.insert([supplier, customer]).inserted else { return }
    tables.ties.append(
      Tie(
        supplier: Identifier("e\(supplier)"), customer: Identifier("e\(customer)"),
        product: Identifier("p\(made[supplier])"), volume: .limited(10)))
  }
  for customer in 0..<enterprises {
    for input in inputs[made[customer]] {
      add(makers[input][random.below(makers[input].count)], customer)
    }
  }
  while tables.ties.count < ties {
    let customer = random.below(enterprises)
    let needs = inputs[made[customer]]
    guard !needs.isEmpty else { continue }
    let input = needs[random.below(needs.count)]
    add(makers[input][random.below(makers[input].count)], customer)
  }
  return try Chain(tables)
}
