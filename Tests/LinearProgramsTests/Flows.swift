import LinearPrograms

/// What the worked examples describe: products that need others, makers, and who may supply whom.
struct Network {
  typealias Terms = [(LinearProgram.Variable, Double)]

  var value: [String: Double] = [:]
  var demand: [String: Double] = [:]
  /// Products without an entry cannot be bought outside.
  var external: [String: Double] = [:]
  var needs: [(product: String, input: String, amount: Double)] = []
  var makers: [(name: String, product: String, capacity: Double)] = []
  var ties: [(from: String, to: String, product: String, volume: Double)] = []

  private var products: [String] {
    Set(needs.flatMap { [$0.product, $0.input] } + makers.map(\.product) + external.keys).sorted()
  }
}

/// A program whose parts can be found by name.
struct NamedProgram {
  var program = LinearProgram()
  var rows: [String: LinearProgram.Constraint] = [:]
  var sales: [String: LinearProgram.Variable] = [:]

  mutating func limit(_ name: String, _ terms: Network.Terms, _ upper: Double) {
    rows[name] = program.addConstraint(terms, atMost: upper, name: name)
  }
}

extension Network {
  /// Every maker supplies every user: max Σ v z; x ≤ K; m ≤ M; x + m − Σ a x − z ≥ 0; z ≤ D.
  func productProgram() -> NamedProgram {
    var result = NamedProgram()
    var made: [String: LinearProgram.Variable] = [:]
    var balance: [String: Terms] = [:]
    for product in products {
      let output = result.program.addVariable(name: "x:\(product)")
      made[product] = output
      balance[product] = [(output, 1)]
      let capacities = makers.filter { $0.product == product }.map(\.capacity)
      result.limit("cap:\(product)", [(output, 1)], capacities.reduce(0, +))
      if let external = external[product] {
        let bought = result.program.addVariable(name: "m:\(product)")
        balance[product]?.append((bought, 1))
        result.limit("imp:\(product)", [(bought, 1)], external)
      }
      if let value = value[product] {
        let sold = result.program.addVariable(objective: value, name: "z:\(product)")
        result.sales[product] = sold
        balance[product]?.append((sold, -1))
        result.limit("dem:\(product)", [(sold, 1)], demand[product] ?? .infinity)
      }
    }
    for need in needs {
      if let output = made[need.product] { balance[need.input]?.append((output, -need.amount)) }
    }
    for product in products {
      result.program.addConstraint(balance[product] ?? [], atLeast: 0, name: "bal:\(product)")
    }
    return result
  }

  /// Makers supply along ties only, and themselves: x ≤ K; Σ y + z ≤ x; Σ y + m ≥ a x; y ≤ q.
  func tieProgram() -> NamedProgram {
    var result = NamedProgram()
    var out: [Terms] = []
    var sold: [String: Terms] = [:]
    var bought: [String: Terms] = [:]
    for maker in makers {
      let output = result.program.addVariable(name: "x:\(maker.name)")
      out.append([(output, -1)])
      result.limit("cap:\(maker.name)", [(output, 1)], maker.capacity)
      if let value = value[maker.product] {
        let sale = result.program.addVariable(objective: value, name: "z:\(maker.name)")
        out[out.count - 1].append((sale, 1))
        sold[maker.product, default: []].append((sale, 1))
      }
    }
    for (user, maker) in makers.enumerated() {
      for need in needs where need.product == maker.product {
        var terms: Terms = [(out[user][0].0, -need.amount)]
        for tie in ties where tie.to == maker.name && tie.product == need.input {
          let flow = result.program.addVariable()
          terms.append((flow, 1))
          for seller in makers.indices
          where makers[seller].name == tie.from && makers[seller].product == tie.product {
            out[seller].append((flow, 1))
          }
          result.limit("tie:\(tie.from)→\(tie.to)", [(flow, 1)], tie.volume)
        }
        if external[need.input] != nil {
          let purchase = result.program.addVariable()
          terms.append((purchase, 1))
          bought[need.input, default: []].append((purchase, 1))
        }
        result.program.addConstraint(terms, atLeast: 0, name: "in:\(maker.name):\(need.input)")
      }
    }
    for (maker, terms) in out.enumerated() {
      result.limit("out:\(makers[maker].name)", terms, 0)
    }
    for product in products {
      if let terms = bought[product] {
        result.limit("imp:\(product)", terms, external[product] ?? 0)
      }
      if let terms = sold[product] {
        result.limit("dem:\(product)", terms, demand[product] ?? .infinity)
      }
    }
    return result
  }
}

// MARK: - The worked examples

extension Network {
  static let battery = Network(
    value: ["pack": 10], demand: ["pack": 120], external: ["ore": 300, "chip": 90],
    needs: [
      ("pack", "cell", 2), ("pack", "bms", 1), ("cell", "cathode", 0.5),
      ("cell", "electrolyte", 0.2), ("cathode", "salt", 0.6), ("salt", "ore", 2),
      ("bms", "chip", 1),
    ],
    makers: [
      ("E1", "pack", 100), ("E2", "pack", 40), ("E3", "cell", 150), ("E4", "cell", 60),
      ("E5", "cathode", 90), ("E6", "cathode", 40), ("E7", "salt", 70), ("E8", "electrolyte", 50),
      ("E9", "bms", 110),
    ],
    ties: [
      ("E3", "E1", "cell", 110), ("E3", "E2", "cell", 20), ("E4", "E2", "cell", 40),
      ("E5", "E3", "cathode", 60), ("E6", "E3", "cathode", 30), ("E6", "E4", "cathode", 30),
      ("E7", "E5", "salt", 60), ("E7", "E6", "salt", 30), ("E8", "E3", "electrolyte", 40),
      ("E8", "E4", "electrolyte", 20), ("E9", "E1", "bms", 70), ("E9", "E2", "bms", 40),
    ])

  static let series = Network(
    value: ["C": 1], demand: ["C": 150], needs: [("B", "A", 1), ("C", "B", 1)],
    makers: [("FA", "A", 100), ("FB", "B", 100), ("FC", "C", 100)],
    ties: [("FA", "FB", "A", 1000), ("FB", "FC", "B", 1000)])

  static let sharedPool = Network(
    value: ["phone": 10, "meter": 4], demand: ["phone": 80, "meter": 100], external: ["chip": 100],
    needs: [("phone", "chip", 1), ("meter", "chip", 0.5)],
    makers: [("FP", "phone", 90), ("FM", "meter", 120)])

  static let broken = Network(
    value: ["panel": 1], demand: ["panel": 100], external: ["ore": .infinity, "film": 50],
    needs: [
      ("panel", "film", 1), ("panel", "resin", 0.5), ("resin", "ore", 1), ("film", "coater", 0.01),
    ],
    makers: [("P1", "panel", 100), ("R1", "resin", 80), ("F1", "film", 60)],
    ties: [("F1", "P1", "film", 60)])
}
