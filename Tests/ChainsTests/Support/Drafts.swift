import Chains

/// A draft that is a chain: cars of steel, made by A and B in a town of a province.
func cars() -> Tables {
  Tables(
    profile: Profile(id: "C", name: "汽车", region: "town"),
    regions: [
      Region(id: "province", name: "省"), Region(id: "town", name: "镇", parent: "province"),
      Region(id: "park", name: "园", parent: "town"), Region(id: "abroad", name: "国外"),
    ],
    products: [
      Product(id: "car", name: "轿车", isFinal: true, value: 10, demand: 100),
      Product(id: "steel", name: "钢材"),
    ],
    inputs: [Input(product: "car", input: "steel", amount: 2)],
    enterprises: [
      Enterprise(id: "A", name: "甲厂", aliases: ["老甲"], region: "town"),
      Enterprise(id: "B", name: "乙厂", region: "abroad"),
    ],
    capacities: [
      Capacity(enterprise: "A", product: "car", capacity: 80),
      Capacity(enterprise: "B", product: "steel", capacity: 500),
    ],
    ties: [Tie(supplier: "B", customer: "A", product: "steel", volume: .limited(160))])
}

/// The problems of `cars()` after an edit; empty when it still is a chain.
func problems(_ edit: (inout Tables) -> Void) -> [ChainProblem] {
  var tables = cars()
  edit(&tables)
  do {
    _ = try Chain(tables)
    return []
  } catch {
    return error.problems
  }
}

/// A draft of products alone, the first of them final: `recipe("a 0.5 b, b 2 c")` says that one a takes
/// half a b; `<` in place of an amount says that the left is a variant of the right.
func recipe(_ text: String) -> Tables {
  var tables = Tables(profile: Profile(id: "R", name: "R"))
  func position(_ name: String) -> Int {
    if let known = tables.products.firstIndex(where: { $0.id.text == name }) { return known }
    let isFirst = tables.products.isEmpty
    tables.products.append(
      Product(
        id: Identifier(name), isFinal: isFirst, value: isFirst ? 1 : nil,
        demand: isFirst ? 1 : nil))
    return tables.products.count - 1
  }
  for line in text.split(separator: ",") {
    let words = line.split(separator: " ").map(String.init)
    let left = position(words[0])
    let right = position(words[2])
    if words[1] == "<" {
      tables.products[left].variantOf = tables.products[right].id
    } else {
      tables.inputs.append(
        Input(
          product: tables.products[left].id, input: tables.products[right].id,
          amount: Double(words[1])))
    }
  }
  return tables
}

extension Chain {
  /// The names of the inputs of a product, as `recipe(of:)` has them.
  func inputs(of product: Product.ID) -> [String] {
    number(of: product).map { recipe(of: $0).map { products[$0.product].id.text } } ?? []
  }
}
