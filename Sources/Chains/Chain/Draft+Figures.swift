extension Draft {
  /// Every figure by itself: finite, not negative, a share where a share is wanted.
  mutating func checkFigures() {
    for (row, product) in tables.products.enumerated() {
      positive(product.value, .products, row, .value)
      notNegative(product.demand, .products, row, .demand)
      notNegative(product.external, .products, row, .external)
      notNegative(product.leadTime, .products, row, .leadTime)
      if product.isFinal, product.value == nil {
        report(
          Place(.products, row: row, .value), .finalWithoutValue(product: product.name))
      }
    }
    if !tables.products.isEmpty, !tables.products.contains(where: \.isFinal) {
      report(Place(.products, row: 0, .final), .noFinalProduct)
    }
    for (row, input) in tables.inputs.enumerated() {
      positive(input.amount, .inputs, row, .amount)
      share(input.share, .inputs, row, .share)
      notNegative(input.leadTime, .inputs, row, .leadTime)
    }
    for (row, enterprise) in tables.enterprises.enumerated() {
      notNegative(enterprise.revenue, .enterprises, row, .revenue)
      notNegative(enterprise.employees, .enterprises, row, .employees)
    }
    for (row, capacity) in tables.capacities.enumerated() {
      notNegative(capacity.capacity, .capacities, row, .capacity)
      notNegative(capacity.output, .capacities, row, .output)
      share(capacity.share, .capacities, row, .share)
      notNegative(capacity.stock, .capacities, row, .stock)
      notNegative(capacity.recovery, .capacities, row, .recovery)
    }
    for (row, tie) in tables.ties.enumerated() {
      notNegative(tie.volume, .ties, row, .volume)
      notNegative(tie.leadTime, .ties, row, .leadTime)
      notNegative(tie.distance, .ties, row, .distance)
      if tie.supplier == tie.customer, !tie.supplier.text.isEmpty {
        report(Place(.ties, row: row, .customer), .tieToItself(tie.supplier.text))
      }
    }
    for (row, project) in tables.projects.enumerated() {
      notNegative(project.investment, .projects, row, .investment)
      notNegative(project.invested, .projects, row, .invested)
      notNegative(project.plannedThisYear, .projects, row, .plannedThisYear)
    }
    checkEffects()
    checkShareSums()
    checkSpreads()
  }

  private mutating func checkEffects() {
    let carriers = Dictionary(
      tables.projects.map { ($0.id, $0.enterprise) }, uniquingKeysWith: { first, _ in first })
    for (row, effect) in tables.effects.enumerated() {
      notNegative(effect.amount, .effects, row, .amount)
      let enterprise = effect.enterprise ?? carriers[effect.project] ?? nil
      if effect.kind != .external, enterprise == nil {
        report(
          Place(.effects, row: row, .enterprise), .effectWithout(.enterprise, effect.kind))
      }
      if effect.kind == .tie, effect.customer == nil {
        report(Place(.effects, row: row, .customer), .effectWithout(.customer, effect.kind))
      }
    }
  }

  /// The shares of one product at one date describe parts of one whole.
  private mutating func checkShareSums() {
    struct Key: Hashable {
      let product: Product.ID
      let asOf: CalendarDate?
    }
    var sums: [Key: (total: Double, lastRow: Int)] = [:]
    for (row, capacity) in tables.capacities.enumerated() {
      // A share that is none by itself is reported once.
      guard let share = capacity.share, (0...1).contains(share) else { continue }
      let key = Key(product: capacity.product, asOf: capacity.provenance.asOf)
      sums[key, default: (0, row)].total += share
      sums[key]?.lastRow = row
    }
    for (key, sum) in sums where sum.total > 1 + 1e-6 {
      report(
        Place(.capacities, row: sum.lastRow, .share),
        .sharesAboveOne(product: key.product.text, total: sum.total))
    }
  }

  private mutating func notNegative(
    _ value: Double?, _ table: Table, _ row: Int, _ field: Field
  ) {
    guard let value else { return }
    if !value.isFinite {
      report(Place(table, row: row, field), .notFinite(value))
    } else if value > Chain.largestFigure {
      report(Place(table, row: row, field), .tooLarge(value))
    } else if value < 0 {
      report(Place(table, row: row, field), .negative(value))
    } else if value > 0, value < Chain.smallestFigure {
      report(Place(table, row: row, field), .tooSmall(value))
    }
  }

  private mutating func notNegative(
    _ limit: Limit, _ table: Table, _ row: Int, _ field: Field
  ) {
    if case .limited(let amount) = limit { notNegative(amount, table, row, field) }
  }

  private mutating func positive(_ value: Double?, _ table: Table, _ row: Int, _ field: Field) {
    guard let value else { return }
    if !value.isFinite {
      report(Place(table, row: row, field), .notFinite(value))
    } else if value > Chain.largestFigure {
      report(Place(table, row: row, field), .tooLarge(value))
    } else if value <= 0 {
      report(Place(table, row: row, field), .notPositive(value))
    } else if value < Chain.smallestFigure {
      report(Place(table, row: row, field), .tooSmall(value))
    }
  }

  private mutating func share(_ value: Double?, _ table: Table, _ row: Int, _ field: Field) {
    guard let value else { return }
    if !value.isFinite {
      report(Place(table, row: row, field), .notFinite(value))
    } else if !(0...1).contains(value) {
      report(Place(table, row: row, field), .notAShare(value))
    }
  }
}
