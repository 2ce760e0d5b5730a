/// The tables of a chain on their way to those of a scenario, with what was written and what could not be.
struct ScenarioDraft {
  let chain: Chain
  var tables: Tables
  private(set) var edits: [Edit] = []
  private var problems: [ScenarioProblem] = []
  /// Rows in force, those that the scenario adds included.
  private(set) var capacityRows: [Making: Int] = [:]
  private(set) var tieRows: [TieKey: Int] = [:]
  /// What only a tie of the chain shows to be made.
  private var shownByTie: Set<Making> = []

  struct Making: Hashable {
    let enterprise: Enterprise.ID
    let product: Product.ID
  }

  struct TieKey: Hashable {
    let supplier: Enterprise.ID
    let customer: Enterprise.ID
    let product: Product.ID
  }

  init(_ chain: Chain) {
    self.chain = chain
    tables = chain.tables
    for activity in chain.activities {
      let making = Making(
        enterprise: chain.enterprises[activity.enterprise].id,
        product: chain.products[activity.product].id)
      if let row = activity.row { capacityRows[making] = row } else { shownByTie.insert(making) }
    }
    for row in chain.currentTies { tieRows[TieKey(tables.ties[row])] = row }
  }

  mutating func report(_ change: Int?, _ reason: ScenarioProblem.Reason) {
    problems.append(ScenarioProblem(change: change, reason: reason))
  }

  /// Writes down a cell that was written; of a stop that changes nothing too, so that it can be told.
  mutating func note(_ change: Int, _ place: Place, _ before: Edit.Content, _ after: Edit.Content) {
    edits.append(Edit(change: change, place: place, before: before, after: after))
  }

  /// The value of a search for names; `nil` where it has failed and is reported.
  mutating func named<Value>(
    _ change: Int, _ find: () throws(NameProblem) -> Value
  ) -> Value? {
    do throws(NameProblem) {
      return try find()
    } catch {
      report(change, .name(error))
      return nil
    }
  }

  mutating func tieKey(
    _ change: Int, _ supplier: Enterprise.ID, _ customer: Enterprise.ID, _ product: Product.ID
  ) -> TieKey? {
    let chain = chain
    let ends = [supplier, customer].map { end in
      named(change) { () throws(NameProblem) in try chain.enterprise(called: end.text) }
    }
    let product = named(change) { () throws(NameProblem) in
      try chain.product(called: product.text)
    }
    guard let supplier = ends[0], let customer = ends[1], let product else { return nil }
    return TieKey(supplier: supplier, customer: customer, product: product)
  }

  // MARK: Rows

  /// The row in force of a maker, made where there is none. A tie alone says that a capacity is there and
  /// not how large it is.
  mutating func capacityRow(of making: Making) -> (row: Int, isNew: Bool) {
    if let row = capacityRows[making] { return (row, false) }
    tables.capacities.append(
      Capacity(
        enterprise: making.enterprise, product: making.product,
        capacity: shownByTie.contains(making) ? nil : 0, provenance: Provenance(grade: .assumed)))
    let row = tables.capacities.count - 1
    capacityRows[making] = row
    return (row, true)
  }

  /// The row in force of a tie, made where there is none.
  mutating func tieRow(of key: TieKey) -> (row: Int, isNew: Bool) {
    if let row = tieRows[key] { return (row, false) }
    tables.ties.append(
      Tie(
        supplier: key.supplier, customer: key.customer, product: key.product,
        provenance: Provenance(grade: .assumed)))
    let row = tables.ties.count - 1
    tieRows[key] = row
    return (row, true)
  }

  // MARK: The end

  /// - Throws: what was reported on the way, or else what contradicts itself in the end.
  func outcome() throws(ScenarioProblems) -> ScenarioOutcome {
    guard problems.isEmpty else {
      throw ScenarioProblems(
        problems: problems.sorted { ($0.change ?? .max) < ($1.change ?? .max) })
    }
    let draft = Draft(tables)
    guard draft.problems.isEmpty else {
      throw ScenarioProblems(
        problems: ChainProblems(draft.problems).problems.map { problem in
          let last = edits.last { edit in
            edit.place.table == problem.place.table && edit.place.row == problem.place.row
          }
          return ScenarioProblem(change: last?.change, reason: .contradiction(problem))
        })
    }
    return ScenarioOutcome(chain: Chain(checked: draft.tables, asOf: chain.asOf), edits: edits)
  }
}

extension ScenarioDraft.TieKey {
  init(_ tie: Tie) {
    self.init(supplier: tie.supplier, customer: tie.customer, product: tie.product)
  }
}

extension Provenance {
  /// A figure that a scenario sets is nobody's statement; its date stays, because it is the row in force.
  var assumed: Provenance { Provenance(asOf: asOf, grade: .assumed) }
}
