extension ScenarioDraft {
  /// Lets all effects of a project take hold.
  mutating func complete(_ mention: Project.ID, _ change: Int) {
    let chain = chain
    guard
      let id = named(
        change, { () throws(NameProblem) in try chain.project(called: mention.text) }),
      let row = tables.projects.firstIndex(where: { $0.id == id })
    else { return }
    let project = tables.projects[row]
    // Its effects are in the figures already; a second time they would be counted twice.
    guard project.phase != .production else {
      return report(change, .projectInProduction(project.name))
    }
    let effects = tables.effects.filter { $0.project == id }
    guard !effects.isEmpty else {
      return report(change, .projectWithoutEffects(project.name))
    }
    for effect in effects { take(effect, of: project, change) }
    tables.projects[row].phase = .production
  }

  private mutating func take(_ effect: Effect, of project: Project, _ change: Int) {
    let enterprise = effect.enterprise ?? project.enterprise
    switch effect.kind {
    case .external:
      guard let row = chain.number(of: effect.product) else { return }
      let before = tables.products[row].external
      tables.products[row].external = before + effect.amount
      note(
        change, Place(.products, row: row, .external), .figure(before),
        .figure(before + effect.amount))
    case .capacity:
      guard let enterprise else { return }
      addCapacity(effect, at: enterprise, of: project, change)
    case .stock:
      guard let enterprise else { return }
      addStock(effect, at: enterprise, of: project, change)
    case .tie:
      guard let enterprise, let customer = effect.customer else { return }
      addTie(effect, from: enterprise, to: customer, change)
    }
  }

  private mutating func addCapacity(
    _ effect: Effect, at enterprise: Enterprise.ID, of project: Project, _ change: Int
  ) {
    guard effect.amount != .unlimited else {
      return report(change, .unlimitedEffect(project: project.name, effect.kind))
    }
    let (row, isNew) = capacityRow(of: Making(enterprise: enterprise, product: effect.product))
    let before = Limit(tables.capacities[row].capacity)
    let after = before + effect.amount
    tables.capacities[row].capacity = after.figure
    isNoMoreSamples(row)
    note(
      change, Place(.capacities, row: row, .capacity), isNew ? .absent : .figure(before),
      .figure(after))
    start(enterprise, change)
  }

  /// A stock makes no maker: where there is no row, the new one has a capacity of none.
  private mutating func addStock(
    _ effect: Effect, at enterprise: Enterprise.ID, of project: Project, _ change: Int
  ) {
    guard effect.amount != .unlimited else {
      return report(change, .unlimitedEffect(project: project.name, effect.kind))
    }
    let (row, isNew) = capacityRow(of: Making(enterprise: enterprise, product: effect.product))
    let before = isNew ? .limited(0) : Limit(tables.capacities[row].stock)
    let after = before + effect.amount
    tables.capacities[row].stock = after.figure
    tables.capacities[row].provenance = tables.capacities[row].provenance.assumed
    note(
      change, Place(.capacities, row: row, .stock), isNew ? .absent : .figure(before),
      .figure(after))
  }

  private mutating func addTie(
    _ effect: Effect, from supplier: Enterprise.ID, to customer: Enterprise.ID, _ change: Int
  ) {
    let key = TieKey(supplier: supplier, customer: customer, product: effect.product)
    let (row, isNew) = tieRow(of: key)
    let before = isNew ? .limited(0) : tables.ties[row].volume
    let after = before + effect.amount
    tables.ties[row].volume = after
    tables.ties[row].provenance = tables.ties[row].provenance.assumed
    note(
      change, Place(.ties, row: row, .volume), isNew ? .absent : .figure(before), .figure(after))
    guard tables.ties[row].status == .planned else { return }
    tables.ties[row].status = .running
    note(change, Place(.ties, row: row, .status), .status(.planned), .status(.running))
  }

  /// An enterprise that was only planned works once something is built there.
  private mutating func start(_ enterprise: Enterprise.ID, _ change: Int) {
    guard let row = chain.number(of: enterprise), tables.enterprises[row].status == .planned
    else { return }
    tables.enterprises[row].status = .running
    note(
      change, Place(.enterprises, row: row, .status), .status(.planned), .status(.running))
  }
}

extension Limit {
  /// Both together: no limit and anything is no limit; otherwise what is not known stays so.
  static func + (a: Limit, b: Limit) -> Limit {
    switch (a, b) {
    case (.unlimited, _), (_, .unlimited): .unlimited
    case (.limited(let x), .limited(let y)): .limited(x + y)
    default: .unknown
    }
  }

  /// The figure, where one is known.
  var figure: Double? {
    if case .limited(let amount) = self { amount } else { nil }
  }
}
