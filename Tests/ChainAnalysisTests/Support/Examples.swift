import Chains

/// A chain written the way a person would draw it, for tests.
struct Sketch {
  var tables = Tables(profile: Profile(id: "T", name: "T"))

  mutating func product(
    _ id: String, external: Limit = .limited(0), final: Bool = false, value: Double? = nil,
    demand: Double? = nil, variantOf: String? = nil
  ) {
    tables.products.append(
      Product(
        id: Identifier(id), variantOf: variantOf.map { Identifier($0) }, isFinal: final,
        value: value, demand: demand, external: external))
  }

  /// `needs("cell", "cathode", 0.5)`: a cell takes half a unit of cathode.
  mutating func needs(
    _ product: String, _ input: String, _ amount: Double?,
    _ essentiality: Essentiality = .essential, group: String? = nil
  ) {
    tables.inputs.append(
      Input(
        product: Identifier(product), input: Identifier(input), amount: amount,
        essentiality: essentiality, group: group))
  }

  mutating func makes(
    _ enterprise: String, _ product: String, _ capacity: Double? = nil, share: Double? = nil,
    weight: Weight? = nil, region: String? = nil, owner: String? = nil, tags: [String] = [],
    status: Status = .running
  ) {
    let id = Enterprise.ID(enterprise)
    if !tables.enterprises.contains(where: { $0.id == id }) {
      tables.enterprises.append(
        Enterprise(
          id: id, region: region.map { Identifier($0) }, owner: owner, tags: tags, status: status))
    }
    tables.capacities.append(
      Capacity(
        enterprise: id, product: Identifier(product), capacity: capacity, share: share,
        weight: weight))
  }

  mutating func tie(_ supplier: String, _ customer: String, _ product: String, _ volume: Double) {
    tables.ties.append(
      Tie(
        supplier: Identifier(supplier), customer: Identifier(customer),
        product: Identifier(product), volume: .limited(volume)))
  }

  func chain() throws -> Chain { try Chain(tables) }
}

/// ex01, the battery chain of the specification.
func battery() -> Sketch {
  var sketch = Sketch()
  sketch.tables.profile.tiesKnown = .complete
  sketch.product("ore", external: .limited(300))
  sketch.product("salt")
  sketch.product("cathode")
  sketch.product("electrolyte")
  sketch.product("cell")
  sketch.product("chip", external: .limited(90))
  sketch.product("bms")
  sketch.product("pack", final: true, value: 10, demand: 120)
  sketch.needs("pack", "cell", 2)
  sketch.needs("pack", "bms", 1)
  sketch.needs("cell", "cathode", 0.5)
  sketch.needs("cell", "electrolyte", 0.2)
  sketch.needs("cathode", "salt", 0.6)
  sketch.needs("salt", "ore", 2)
  sketch.needs("bms", "chip", 1)
  let makers: [(String, String, Double)] = [
    ("E1", "pack", 100), ("E2", "pack", 40), ("E3", "cell", 150), ("E4", "cell", 60),
    ("E5", "cathode", 90), ("E6", "cathode", 40), ("E7", "salt", 70), ("E8", "electrolyte", 50),
    ("E9", "bms", 110),
  ]
  for (enterprise, product, capacity) in makers { sketch.makes(enterprise, product, capacity) }
  let ties: [(String, String, String, Double)] = [
    ("E3", "E1", "cell", 110), ("E3", "E2", "cell", 20), ("E4", "E2", "cell", 40),
    ("E5", "E3", "cathode", 60), ("E6", "E3", "cathode", 30), ("E6", "E4", "cathode", 30),
    ("E7", "E5", "salt", 60), ("E7", "E6", "salt", 30), ("E8", "E3", "electrolyte", 40),
    ("E8", "E4", "electrolyte", 20), ("E9", "E1", "bms", 70), ("E9", "E2", "bms", 40),
  ]
  for (supplier, customer, product, volume) in ties {
    sketch.tie(supplier, customer, product, volume)
  }
  return sketch
}

/// ex02, three equal capacities in series.
func series() -> Sketch {
  var sketch = Sketch()
  sketch.tables.profile.tiesKnown = .complete
  sketch.product("A")
  sketch.product("B")
  sketch.product("C", final: true, value: 1, demand: 150)
  sketch.needs("B", "A", 1)
  sketch.needs("C", "B", 1)
  for product in ["A", "B", "C"] { sketch.makes("F\(product)", product, 100) }
  sketch.tie("FA", "FB", "A", 1000)
  sketch.tie("FB", "FC", "B", 1000)
  return sketch
}

/// ex16, two final products that want the same chips.
func chipPool() -> Sketch {
  var sketch = Sketch()
  sketch.product("chip", external: .limited(100))
  sketch.product("phone", final: true, value: 10, demand: 80)
  sketch.product("meter", final: true, value: 4, demand: 100)
  sketch.needs("phone", "chip", 1)
  sketch.needs("meter", "chip", 0.5)
  sketch.makes("FP", "phone", 90)
  sketch.makes("FM", "meter", 120)
  return sketch
}

/// ex18, one gap of each kind.
func gapKinds() -> Sketch {
  var sketch = Sketch()
  sketch.tables.profile.tiesKnown = .complete
  sketch.product("a_ore", external: .unlimited)
  sketch.product("b_resin")
  sketch.product("c_film", external: .limited(50))
  sketch.product("d_coater")
  sketch.product("panel", final: true, value: 1, demand: 100)
  sketch.needs("panel", "c_film", 1)
  sketch.needs("panel", "b_resin", 0.5)
  sketch.needs("b_resin", "a_ore", 1)
  sketch.needs("c_film", "d_coater", 0.01)
  sketch.makes("P1", "panel", 100)
  sketch.makes("R1", "b_resin", 80)
  sketch.makes("F1", "c_film", 60)
  sketch.tie("F1", "P1", "c_film", 60)
  return sketch
}
