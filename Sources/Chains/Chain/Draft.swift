/// Tables on their way to being a chain: implied rows added, references turned into ids, every
/// contradiction written down.
struct Draft {
  var tables: Tables
  var problems: [ChainProblem] = []

  init(_ tables: Tables) {
    self.tables = tables
    nameEverything()
    addImpliedTables()
    checkIdentities()
    resolveReferences()
    checkKeys()
    checkFigures()
    checkCircles()
  }

  mutating func report(_ place: Place, _ reason: ChainProblem.Reason) {
    problems.append(ChainProblem(place, reason))
  }

  /// A record without a name is called by its id, one without an id is known by its name.
  private mutating func nameEverything() {
    if tables.profile.id.isEmpty { tables.profile.id = tables.profile.name }
    if tables.profile.name.isEmpty { tables.profile.name = tables.profile.id }
    named(\.regions)
    named(\.stages)
    named(\.products)
    named(\.enterprises)
    named(\.projects)
    named(\.platforms)
    named(\.sources)
  }

  private mutating func named<R: Identified>(_ records: WritableKeyPath<Tables, [R]>) {
    for position in tables[keyPath: records].indices {
      let record = tables[keyPath: records][position]
      if record.name.isEmpty {
        tables[keyPath: records][position].name = record.id.text
      } else if record.id.text.isEmpty {
        tables[keyPath: records][position].id = Identifier(record.name)
      }
    }
  }

  /// A table that is missing altogether is read off the mentions of its records, in their order.
  private mutating func addImpliedTables() {
    if tables.enterprises.isEmpty {
      tables.enterprises = unique(
        tables.capacities.map(\.enterprise)
          + tables.ties.flatMap { [$0.supplier, $0.customer] }
      ).map { Enterprise(id: $0, name: $0.text) }
    }
    if tables.stages.isEmpty {
      tables.stages = unique(tables.products.compactMap(\.stage))
        .map { Stage(id: $0, name: $0.text) }
    }
    if tables.regions.isEmpty {
      tables.regions = unique(
        [tables.profile.region].compactMap { $0 } + tables.enterprises.compactMap(\.region)
          + tables.projects.compactMap(\.region) + tables.platforms.compactMap(\.region)
      ).map { Region(id: $0, name: $0.text) }
    }
    if tables.sources.isEmpty {
      tables.sources = unique(
        tables.capacities.compactMap(\.provenance.source)
          + tables.ties.compactMap(\.provenance.source)
      ).map { Source(id: $0, title: $0.text) }
    }
    if tables.projects.isEmpty {
      tables.projects = unique(tables.effects.map(\.project)).map {
        Project(id: $0, name: $0.text)
      }
    }
  }

  private func unique<Subject>(_ ids: [Identifier<Subject>]) -> [Identifier<Subject>] {
    var seen = Set<Identifier<Subject>>()
    return ids.filter { !$0.text.isEmpty && seen.insert($0).inserted }
  }

  private mutating func checkIdentities() {
    if tables.products.isEmpty { report(Place(.products, row: 0), .noProducts) }
    distinct(tables.regions)
    distinct(tables.stages)
    distinct(tables.products)
    distinct(tables.enterprises)
    distinct(tables.projects)
    distinct(tables.platforms)
    distinct(tables.sources)
  }

  private mutating func resolveReferences() {
    var references = References(tables)
    references.resolve(&tables)
    problems += references.problems
  }

  /// Rows that say the same thing twice; checked on ids, so that two spellings of one enterprise count.
  private mutating func checkKeys() {
    distinctKeys(.inputs, tables.inputs) { RowKey($0.product.text, $0.input.text) }
    distinctKeys(.capacities, tables.capacities) {
      RowKey($0.enterprise.text, $0.product.text, asOf: $0.provenance.asOf)
    }
    distinctKeys(.ties, tables.ties) {
      RowKey($0.supplier.text, $0.customer.text, $0.product.text, asOf: $0.provenance.asOf)
    }
  }

  private mutating func distinct<R: Identified>(_ records: [R]) {
    var first: [Identifier<R>: Int] = [:]
    for (row, record) in records.enumerated() {
      let id = record.id.text
      if id.isEmpty {
        report(Place(R.table, row: row, .id), .missing(.id))
      } else if id.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
        report(Place(R.table, row: row, .id), .controlCharacter(id))
      } else if id.utf8.count > Chain.longestID, id.count > Chain.longestID {
        report(Place(R.table, row: row, .id), .tooLong(id, length: id.count))
      } else if let firstRow = first[record.id] {
        report(Place(R.table, row: row, .id), .repeated(key: id, firstRow: firstRow))
      } else {
        first[record.id] = row
      }
    }
  }

  private mutating func distinctKeys<R: Record>(
    _ table: Table, _ records: [R], key: (R) -> RowKey
  ) {
    var first = [RowKey: Int](minimumCapacity: records.count)
    for (row, record) in records.enumerated() {
      let key = key(record)
      // A blank id is a problem of its own, told already.
      guard !key.isBlank else { continue }
      if let firstRow = first[key] {
        report(Place(table, row: row), .repeated(key: key.description, firstRow: firstRow))
      } else {
        first[key] = row
      }
    }
  }
}

/// What makes a row of a table without ids the only one of its kind.
private struct RowKey: Hashable, CustomStringConvertible {
  private let first: String
  private let second: String
  private let third: String
  private let asOf: CalendarDate?

  init(_ first: String, _ second: String, _ third: String = "", asOf: CalendarDate? = nil) {
    self.first = first
    self.second = second
    self.third = third
    self.asOf = asOf
  }

  /// Whether the row names nobody or nothing.
  var isBlank: Bool { first.isEmpty || second.isEmpty }

  var description: String {
    [first, second, third, asOf?.description ?? ""].filter { !$0.isEmpty }
      .joined(separator: " · ")
  }
}
