/// A generated network whose facts are known.
struct Example {
  let name: String
  let network: SupplyNetwork
  let facts: SupplyNetworkFacts
  /// How often it is measured.
  let trials: Int

  init(_ name: String) throws {
    self.name = name
    switch name {
    case "S": (network, facts, trials) = (.small, .small, 9)
    case "M": (network, facts, trials) = (.medium, .medium, 5)
    case "L": (network, facts, trials) = (.large, .large, 3)
    default:
      throw WrongFact(description: "unknown: \(name); choose failures, failures-large, S, M or L")
    }
  }
}
