import LinearPrograms

extension SupplyNetwork {
  /// A year's plan of production: what each enterprise makes and what passes by each tie, for the most money.
  ///
  /// Nobody hands out more than it makes, and takes from each sector in proportion to what it makes; the last tier
  /// sells. Other solvers find the same optimum of the same program.
  func plan() -> LinearProgram {
    var program = LinearProgram()
    var given = [[Int]](repeating: [], count: enterpriseCount)
    var taken = [[UInt32: [Int]]](repeating: [:], count: enterpriseCount)
    for tie in suppliers.indices {
      given[Int(suppliers[tie])].append(tie)
      taken[Int(customers[tie])][sectors[Int(suppliers[tie])], default: []].append(tie)
    }
    let outputs = (0..<enterpriseCount).map { maker in
      var worth = -(0.5 + Double(maker % 7) * 0.1)
      if tiers[maker] == 7 { worth += Double(20 + maker % 11) }
      var most = tiers[maker] == 0 ? Double(20_000 + maker * 37 % 10_000) : 50_000
      if tiers[maker] > 0, taken[maker].isEmpty { most = Double(2_000 + maker * 53 % 8_000) }
      return program.addVariable(0...most, objective: worth)
    }
    let flows = suppliers.indices.map { tie in
      var worth = -0.01 * Double(leadTimes[tie])
      // What goes back into the chain is not sold.
      if tiers[Int(suppliers[tie])] == 7 { worth -= Double(20 + suppliers[tie] % 11) }
      return program.addVariable(0...Double(capacities[tie]), objective: worth)
    }
    for maker in 0..<enterpriseCount {
      if !given[maker].isEmpty {
        program.addConstraint(
          [(outputs[maker], -1)] + given[maker].map { (flows[$0], 1) }, atMost: 0)
      }
      guard tiers[maker] > 0 else { continue }
      for (sector, ties) in taken[maker].sorted(by: { $0.key < $1.key }) {
        let whole = 1 + (maker * 31 + Int(sector) * 17) % 7
        let share = Double(whole) / (4 * Double(taken[maker].count).squareRoot())
        program.addConstraint(
          [(outputs[maker], share)] + ties.map { (flows[$0], -1) }, atMost: 0)
      }
    }
    return program
  }
}
