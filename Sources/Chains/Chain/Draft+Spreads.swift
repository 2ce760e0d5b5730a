extension Draft {
  /// Figures that meet in one balance of a programme must not be so far apart that one is lost beside the other.
  mutating func checkSpreads() {
    var inputs: [Product.ID: Spread] = [:]
    var groups: [[String]: Spread] = [:]
    for (row, input) in tables.inputs.enumerated() where input.essentiality != .negligible {
      guard let amount = input.amount else { continue }
      // What is used up is balanced with what is made, one unit for one.
      inputs[input.input, default: Spread(1)].add(amount, row)
      if let group = input.group {
        groups[[input.product.text, group], default: Spread(1)].add(amount, row)
      }
    }
    var prices = Spread(nil)
    for (row, product) in tables.products.enumerated() where product.isFinal {
      if let value = product.value { prices.add(value, row) }
    }
    var lines: [[String]: Spread] = [:]
    for (row, entry) in tables.capacities.enumerated() {
      guard let line = entry.line, let capacity = entry.capacity, capacity > 0 else { continue }
      lines[[entry.enterprise.text, line], default: Spread(nil)].add(capacity, row)
    }
    var told = Set<Place>()
    for spread in Array(inputs.values) + Array(groups.values) {
      report(spread, .inputs, .amount, &told)
    }
    report(prices, .products, .value, &told)
    for spread in lines.values { report(spread, .capacities, .capacity, &told) }
  }

  private mutating func report(
    _ spread: Spread, _ table: Table, _ field: Field, _ told: inout Set<Place>
  ) {
    guard let odd = spread.odd else { return }
    let place = Place(table, row: odd.row, field)
    // An amount may be odd among its product's inputs and among the uses of its input; a figure that is too large or too
    // small by itself is told so.
    guard told.insert(place).inserted, !problems.contains(where: { $0.place == place }) else {
      return
    }
    report(place, .farApart(odd.value, from: odd.other))
  }
}

/// The least and the greatest of some figures, with their rows.
private struct Spread {
  private typealias Entry = (value: Double, row: Int?)
  private var least: Entry?
  private var most: Entry?

  /// - Parameter unit: what the figures are balanced with, of no row of its own.
  init(_ unit: Double?) {
    least = unit.map { ($0, nil) }
    most = least
  }

  mutating func add(_ value: Double, _ row: Int) {
    guard value > 0, value.isFinite else { return }
    if least.map({ value < $0.value }) ?? true { least = (value, row) }
    if most.map({ value > $0.value }) ?? true { most = (value, row) }
  }

  /// The one of two figures that are too far apart that is farther from 1, or the one that has a row.
  var odd: (value: Double, row: Int, other: Double)? {
    guard let least, let most, most.value > least.value * Chain.widestSpread else { return nil }
    let isSmallOdd = most.row == nil || least.row != nil && most.value * least.value < 1
    let (odd, other) = isSmallOdd ? (least, most) : (most, least)
    return odd.row.map { (odd.value, $0, other.value) }
  }
}
