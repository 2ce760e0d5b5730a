/// The numbers of a chain's parts and who touches whom, worked out once.
struct ChainIndex: Sendable {
  let products: [Product.ID: Int]
  let enterprises: [Enterprise.ID: Int]
  let regions: [Region.ID: Int]
  let stages: [Stage.ID: Int]
  let sources: [Source.ID: Int]
  /// The products that the chain delivers.
  let finalProducts: [Int]

  let activities: [Activity]
  let activitiesOfProduct: [[Int]]
  let activitiesOfEnterprise: [[Int]]
  /// The numbers behind each row of `ties`.
  let tieEnds: [TieEnds]
  let currentTies: [Int]
  /// An enterprise's incoming ties, by row.
  let tiesInto: [[Int]]
  /// Direct variants of each product.
  let variants: [[Int]]
  let recipes: [[Ingredient]]

  init(_ tables: Tables, asOf: CalendarDate?) {
    let products = numbered(tables.products)
    let enterprises = numbered(tables.enterprises)
    self.products = products
    self.enterprises = enterprises
    regions = numbered(tables.regions)
    stages = numbered(tables.stages)
    sources = numbered(tables.sources)
    finalProducts = tables.products.indices.filter { tables.products[$0].isFinal }

    let tieEnds = tables.ties.map { tie in
      TieEnds(
        supplier: enterprises.number(of: tie.supplier),
        customer: enterprises.number(of: tie.customer),
        product: products.number(of: tie.product))
    }
    self.tieEnds = tieEnds
    currentTies = latest(tables.ties, keys: tieEnds, asOf: asOf, \.provenance.asOf)
    var into = [[Int]](repeating: [], count: tables.enterprises.count)
    for row in currentTies { into[tieEnds[row].customer].append(row) }
    tiesInto = into

    activities = Self.activities(
      tables, ties: currentTies.map { tieEnds[$0] }, asOf: asOf, products: products,
      enterprises: enterprises)
    var making = [[Int]](repeating: [], count: tables.products.count)
    var made = [[Int]](repeating: [], count: tables.enterprises.count)
    for (number, activity) in activities.enumerated() {
      making[activity.product].append(number)
      made[activity.enterprise].append(number)
    }
    activitiesOfProduct = making
    activitiesOfEnterprise = made

    variants = Self.variants(tables, products: products)
    recipes = Self.recipes(tables, products: products)
  }

  func kinds(of product: Int) -> [Int] {
    guard !variants[product].isEmpty else { return [product] }
    var found = [product]
    var next = 0
    while next < found.count {
      found += variants[found[next]]
      next += 1
    }
    return found.sorted()
  }

  /// The capacity rows in force, then what ties alone show.
  private static func activities(
    _ tables: Tables, ties: [TieEnds], asOf: CalendarDate?, products: [Product.ID: Int],
    enterprises: [Enterprise.ID: Int]
  ) -> [Activity] {
    struct Making: Hashable {
      let enterprise: Int
      let product: Int
    }
    let makings = tables.capacities.map {
      Making(
        enterprise: enterprises.number(of: $0.enterprise), product: products.number(of: $0.product))
    }
    let rows = latest(tables.capacities, keys: makings, asOf: asOf, \.provenance.asOf)
    var activities = rows.map {
      Activity(enterprise: makings[$0].enterprise, product: makings[$0].product, row: $0)
    }
    var seen = Set(rows.map { makings[$0] })
    for tie in ties {
      let making = Making(enterprise: tie.supplier, product: tie.product)
      guard seen.insert(making).inserted else { continue }
      activities.append(Activity(enterprise: tie.supplier, product: tie.product, row: nil))
    }
    return activities
  }

  private static func variants(_ tables: Tables, products: [Product.ID: Int]) -> [[Int]] {
    var variants = [[Int]](repeating: [], count: tables.products.count)
    for (number, product) in tables.products.enumerated() {
      if let above = product.variantOf.flatMap({ products[$0] }) { variants[above].append(number) }
    }
    return variants
  }

  /// Each product's own inputs and those that it has from above, from the top of each tree down.
  ///
  /// Serves drafts too: rows that name no product are left out, circles of variants inherit nothing.
  static func recipes(_ tables: Tables, products: [Product.ID: Int]) -> [[Ingredient]] {
    let variants = variants(tables, products: products)
    var recipes = [[Ingredient]](repeating: [], count: tables.products.count)
    for (row, input) in tables.inputs.enumerated() {
      guard let product = products[input.product], let needed = products[input.input] else {
        continue
      }
      recipes[product].append(Ingredient(product: needed, row: row))
    }
    let above = tables.products.map { $0.variantOf.flatMap { products[$0] } }
    var queue = tables.products.indices.filter { above[$0] == nil }
    var next = 0
    while next < queue.count {
      let product = queue[next]
      next += 1
      for variant in variants[product] {
        var replaced = Set<Int>()
        for own in recipes[variant] {
          var kind: Int? = own.product
          while let current = kind {
            replaced.insert(current)
            kind = above[current]
          }
        }
        recipes[variant] += recipes[product].filter {
          !replaced.contains($0.product) && $0.product != variant
        }
        queue.append(variant)
      }
    }
    return recipes
  }
}

private func numbered<R: Identified>(_ records: [R]) -> [Identifier<R>: Int] {
  Dictionary(uniqueKeysWithValues: records.enumerated().map { ($1.id, $0) })
}

extension Dictionary where Value == Int {
  /// The number behind a reference of a checked chain.
  fileprivate func number(of reference: Key) -> Int {
    guard let number = self[reference] else {
      preconditionFailure("every reference of a checked chain exists: \(reference)")
    }
    return number
  }
}

/// Of the rows with one key the latest that is not after the day asked for; a row without a date is
/// the oldest. In the order of the table.
private func latest<R, Key: Hashable>(
  _ records: [R], keys: [Key], asOf day: CalendarDate?, _ date: (R) -> CalendarDate?
) -> [Int] {
  var chosen = [Key: Int](minimumCapacity: records.count)
  for (row, record) in records.enumerated() {
    let written = date(record)
    if let day, let written, !written.isNotAfter(day) { continue }
    guard let other = chosen[keys[row]] else {
      chosen[keys[row]] = row
      continue
    }
    if let written, date(records[other]).map({ $0 < written }) ?? true { chosen[keys[row]] = row }
  }
  return chosen.values.sorted()
}
