extension ScenarioDraft {
  /// Writes one figure or state.
  mutating func set(_ setting: Setting, _ change: Int) {
    let chain = chain
    switch setting {
    case .capacity(let figure, let product, let enterprise):
      guard let making = making(change, enterprise, product) else { return }
      setCapacity(figure, making, change)
    case .volume(let limit, let product, let supplier, let customer):
      guard let key = tieKey(change, supplier, customer, product) else { return }
      let (row, isNew) = tieRow(of: key)
      let before = tables.ties[row].volume
      tables.ties[row].volume = limit
      tables.ties[row].provenance = tables.ties[row].provenance.assumed
      write(change, Place(.ties, row: row, .volume), isNew ? .absent : .figure(before), limit)
    case .external(let limit, let product):
      guard let row = productRow(change, product) else { return }
      let before = tables.products[row].external
      tables.products[row].external = limit
      write(change, Place(.products, row: row, .external), .figure(before), limit)
    case .demand(let figure, let product):
      guard let row = productRow(change, product) else { return }
      guard tables.products[row].isFinal else {
        return report(change, .demandOfInput(tables.products[row].name))
      }
      let before = tables.products[row].demand
      tables.products[row].demand = figure
      write(change, Place(.products, row: row, .demand), .figure(Limit(before)), Limit(figure))
    case .value(let figure, let product):
      guard let row = productRow(change, product) else { return }
      let before = tables.products[row].value
      tables.products[row].value = figure
      write(change, Place(.products, row: row, .value), .figure(Limit(before)), Limit(figure))
    case .amount(let figure, let input, let product): setAmount(figure, input, product, change)
    case .status(let status, let enterprise):
      guard
        let id = named(
          change, { () throws(NameProblem) in try chain.enterprise(called: enterprise.text) }),
        let row = chain.number(of: id)
      else { return }
      setStatus(status, ofEnterprise: row, change)
    case .tieStatus(let status, let product, let supplier, let customer):
      guard let key = tieKey(change, supplier, customer, product) else { return }
      setStatus(status, of: key, change)
    }
  }

  private mutating func making(
    _ change: Int, _ enterprise: Enterprise.ID, _ product: Product.ID
  ) -> Making? {
    let chain = chain
    let maker = named(change) { () throws(NameProblem) in
      try chain.enterprise(called: enterprise.text)
    }
    let made = named(change) { () throws(NameProblem) in try chain.product(called: product.text) }
    guard let maker, let made else { return nil }
    return Making(enterprise: maker, product: made)
  }

  private mutating func productRow(_ change: Int, _ product: Product.ID) -> Int? {
    let chain = chain
    return named(change) { () throws(NameProblem) in try chain.product(called: product.text) }
      .flatMap(chain.number(of:))
  }

  private mutating func setCapacity(_ figure: Double?, _ making: Making, _ change: Int) {
    let (row, isNew) = capacityRow(of: making)
    let before = tables.capacities[row].capacity
    tables.capacities[row].capacity = figure
    isNoMoreSamples(row)
    write(
      change, Place(.capacities, row: row, .capacity), isNew ? .absent : .figure(Limit(before)),
      Limit(figure))
  }

  /// A row whose capacity a scenario states: a maker of samples only is none any more, and no source says so.
  mutating func isNoMoreSamples(_ row: Int) {
    tables.capacities[row].provenance = tables.capacities[row].provenance.assumed
    if tables.capacities[row].weight == .negligible { tables.capacities[row].weight = nil }
  }

  /// The line of the product's own recipe; one that is inherited belongs to the product above.
  private mutating func setAmount(
    _ figure: Double?, _ input: Product.ID, _ product: Product.ID, _ change: Int
  ) {
    guard let user = productRow(change, product), let used = productRow(change, input) else {
      return
    }
    let (userID, usedID) = (chain.products[user].id, chain.products[used].id)
    guard
      let row = tables.inputs.firstIndex(where: { $0.product == userID && $0.input == usedID })
    else {
      let lines = chain.recipe(of: user).map { ingredient in
        let input = chain.input(of: ingredient)
        return "\(input.product)/\(input.input)"
      }
      return report(
        change, .noInput(product: product.text, input: input.text, lines: lines))
    }
    let before = tables.inputs[row].amount
    tables.inputs[row].amount = figure
    write(change, Place(.inputs, row: row, .amount), .figure(Limit(before)), Limit(figure))
  }

  private mutating func setStatus(_ status: Status, of key: TieKey, _ change: Int) {
    let rows = tables.ties.indices.filter { TieKey(tables.ties[$0]) == key }
    guard !rows.isEmpty else { return reportNoTie(key, change) }
    for row in rows {
      let before = tables.ties[row].status
      tables.ties[row].status = status
      guard tieRows[key] == row else { continue }
      write(change, Place(.ties, row: row, .status), .status(before), .status(status))
    }
  }

  mutating func setStatus(_ status: Status, ofEnterprise row: Int, _ change: Int) {
    let before = tables.enterprises[row].status
    tables.enterprises[row].status = status
    write(change, Place(.enterprises, row: row, .status), .status(before), .status(status))
  }

  private mutating func write(
    _ change: Int, _ place: Place, _ before: Edit.Content, _ after: Limit
  ) {
    write(change, place, before, .figure(after))
  }

  /// Notes a cell that a setting writes; only one setting may write it.
  private mutating func write(
    _ change: Int, _ place: Place, _ before: Edit.Content, _ after: Edit.Content
  ) {
    if edits.contains(where: { $0.place == place }) { report(change, .setTwice) }
    note(change, place, before, after)
  }
}

extension Limit {
  /// A figure that may be unknown.
  init(_ figure: Double?) { self = figure.map(Limit.limited) ?? .unknown }
}
