extension ScenarioDraft {
  /// Stops an enterprise, a tie with all its history, what comes from outside without a name, or a region.
  mutating func stop(_ stoppage: Stoppage, _ change: Int) {
    let chain = chain
    switch stoppage {
    case .enterprise(let enterprise):
      guard
        let id = named(
          change, { () throws(NameProblem) in try chain.enterprise(called: enterprise.text) }),
        let row = chain.number(of: id)
      else { return }
      stopEnterprise(row, change)
    case .tie(let supplier, let customer, let product):
      guard let key = tieKey(change, supplier, customer, product) else { return }
      stopTie(key, change)
    case .external(let product):
      guard
        let id = named(
          change, { () throws(NameProblem) in try chain.product(called: product.text) }),
        let row = chain.number(of: id)
      else { return }
      let before = tables.products[row].external
      tables.products[row].external = .limited(0)
      note(
        change, Place(.products, row: row, .external), .figure(before), .figure(.limited(0)))
    case .region(let region):
      guard
        let id = named(
          change, { () throws(NameProblem) in try chain.regionID(called: region.text) }),
        let number = chain.number(of: id)
      else { return }
      for row in tables.enterprises.indices {
        if let home = chain.home(of: tables.enterprises[row]),
          chain.regionsUp(from: home).contains(number)
        {
          stopEnterprise(row, change)
        }
      }
    }
  }

  private mutating func stopEnterprise(_ row: Int, _ change: Int) {
    note(
      change, Place(.enterprises, row: row, .status), .status(tables.enterprises[row].status),
      .status(.stopped))
    tables.enterprises[row].status = .stopped
  }

  private mutating func stopTie(_ key: TieKey, _ change: Int) {
    let rows = tables.ties.indices.filter { TieKey(tables.ties[$0]) == key }
    guard let shown = tieRows[key] ?? rows.last else { return reportNoTie(key, change) }
    note(
      change, Place(.ties, row: shown, .status), .status(tables.ties[shown].status),
      .status(.stopped))
    for row in rows { tables.ties[row].status = .stopped }
  }

  mutating func reportNoTie(_ key: TieKey, _ change: Int) {
    let others = Set(tables.ties.map(TieKey.init))
    let ofProduct = others.filter { $0.product == key.product }
    let near = ofProduct.isEmpty ? others.filter { $0.supplier == key.supplier } : ofProduct
    let texts = near.map { "\($0.supplier)→\($0.customer)/\($0.product)" }.sorted()
    report(
      change,
      .noTie(
        supplier: key.supplier.text, customer: key.customer.text, product: key.product.text,
        near: Array(texts.prefix(5))))
  }

  /// Makes shares parts of what is left: where a holder of 40 % stops, the others' shares grow by 1 / 0.6.
  ///
  /// Shares of one date are parts of one whole. Where nothing is left they stay as they are.
  mutating func shareOutWhatIsLeft() {
    let stopped = Set(
      zip(chain.enterprises, tables.enterprises)
        .filter { $0.status.isActive && !$1.status.isActive }.map(\.0.id))
    guard !stopped.isEmpty else { return }
    struct Whole: Hashable {
      let product: Product.ID
      let asOf: CalendarDate?
    }
    var gone: [Whole: Double] = [:]
    for row in capacityRows.values {
      let capacity = tables.capacities[row]
      guard stopped.contains(capacity.enterprise), let share = capacity.share else {
        continue
      }
      gone[Whole(product: capacity.product, asOf: capacity.provenance.asOf), default: 0] += share
    }
    for row in capacityRows.values {
      let capacity = tables.capacities[row]
      let whole = Whole(product: capacity.product, asOf: capacity.provenance.asOf)
      guard let lost = gone[whole], lost < 1 - 1e-9, let share = capacity.share else { continue }
      tables.capacities[row].share =
        stopped.contains(capacity.enterprise) ? 0 : min(1, share / (1 - lost))
    }
  }
}
