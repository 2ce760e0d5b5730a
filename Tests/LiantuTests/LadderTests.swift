import Foundation
import Testing

@Suite struct LadderTests {
  private struct Answer: Decodable {
    struct Product: Decodable {
      struct Quantity: Decodable { let known: Double }
      let id: String
      let requirement: Quantity?
    }
    struct Step: Decodable {
      struct Extra: Decodable {
        struct Restriction: Decodable { let product: String }
        let restriction: Restriction
        let units: Double
      }
      let value: Double
      let extra: [Extra]
    }
    let products: [Product]
    let ladder: [Step]
  }

  /// What must grow is priced by the share of what the targets take. The least price of a value is a convex function
  /// of it, as that of every linear programme in its limits: a step that is not the least shows.
  @Test func `the ladder of the real chain costs ever more a step`() throws {
    let result = try Program.run("analyze", "chains/auto-parts", "--json")
    let answer = try JSONDecoder().decode(Answer.self, from: Data(result.bytes))
    let needed = Dictionary(
      uniqueKeysWithValues: answer.products.map { ($0.id, $0.requirement?.known ?? 0) })
    let costs = answer.ladder.map { step in
      step.extra.reduce(0) { $0 + $1.units / (needed[$1.restriction.product] ?? 0) }
    }
    #expect(costs.count == 10)
    var (before, last) = (0.0, 0.0)
    for cost in costs {
      #expect(cost - before >= last - 1e-5, "\(costs)")
      (before, last) = (cost, cost - before)
    }
    // The target: modules +20,000 of 300,000, chips +100,000 of 1,150,000, lamp controllers +100,000 of 1,000,000,
    // discs +400,000 of 1,800,000, and all 50,000 controllers that nobody makes.
    let whole = 1 / 15.0 + 2 / 23.0 + 1 / 10.0 + 2 / 9.0 + 1
    #expect(abs((costs.last ?? 0) - whole) < 1e-4, "\(costs)")
  }
}
