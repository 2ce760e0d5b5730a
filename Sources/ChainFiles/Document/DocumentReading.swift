import Chains

/// A document on its way from raw tables to records: what is read so far, and what is wrong with it.
struct DocumentReading {
  var tables = Tables()
  var problems = ReadingProblems()
  var notices: [Notice] = []
  var origins: [Table: TableOrigin] = [:]
  /// The unit of each product, by id and by name.
  private(set) var units: [String: CellContext.NamedUnit] = [:]

  /// Reads the tables in the order in which they depend on one another: the chain's money first, then the products'
  /// units.
  mutating func read(_ raws: [RawTable]) {
    let byTable = Dictionary(raws.map { ($0.table, $0) }, uniquingKeysWith: { first, _ in first })
    readProfile(byTable[.chain])
    tables.products = rows(Schema.products, byTable[.products])
    collectUnits()
    tables.regions = rows(Schema.regions, byTable[.regions])
    tables.stages = rows(Schema.stages, byTable[.stages])
    tables.inputs = rows(Schema.inputs, byTable[.inputs])
    tables.enterprises = rows(Schema.enterprises, byTable[.enterprises])
    tables.capacities = rows(Schema.capacities, byTable[.capacities])
    tables.ties = rows(Schema.ties, byTable[.ties])
    tables.projects = rows(Schema.projects, byTable[.projects])
    tables.effects = rows(Schema.effects, byTable[.effects])
    tables.platforms = rows(Schema.platforms, byTable[.platforms])
    tables.sources = rows(Schema.sources, byTable[.sources])
  }

  private mutating func rows<Row: Record>(
    _ schema: TableSchema<Row>, _ raw: RawTable?
  ) -> [Row] {
    guard let raw else { return [] }
    let reading = TableReading(schema, raw, in: self)
    problems = reading.problems
    notices += reading.notices
    origins[Row.table] = reading.origin
    return reading.records
  }

  private mutating func readProfile(_ raw: RawTable?) {
    let rows = rows(Schema.chain, raw)
    tables.profile = rows.first ?? Profile()
    guard rows.count > 1, let origin = origins[.chain] else { return }
    problems.found.append(
      FileProblem(
        at: origin.location(row: 1, nil),
        Bilingual("产业链表只能有一行：请删除多余的行", "the table chain has one row only: delete the others")))
  }

  private mutating func collectUnits() {
    for product in tables.products {
      let name = product.name.isEmpty ? product.id.text : product.name
      let unit = CellContext.NamedUnit.product(name: name, unit: product.unit)
      if !product.id.text.isEmpty { units[product.id.text] = unit }
      if !product.name.isEmpty, units[product.name] == nil { units[product.name] = unit }
    }
  }

  /// Where a place of the tables is written.
  func location(of place: Place, path: String) -> Location {
    origins[place.table]?.location(row: place.row, place.field)
      ?? Location(path: path, table: place.table)
  }

  /// Makes the chain, or says everything that is wrong.
  func chain(path: String, asOf: CalendarDate?) throws(FileProblems) -> Chain {
    var contradictions: [ChainProblem] = []
    do throws(ChainProblems) {
      let chain = try Chain(tables, asOf: asOf)
      if problems.found.isEmpty { return chain }
    } catch {
      contradictions = error.problems.filter { !problems.explain($0) }
    }
    throw FileProblems(problems.found + contradictions.map { fileProblem($0, path: path) })
  }

  private func fileProblem(_ problem: ChainProblem, path: String) -> FileProblem {
    let location = location(of: problem.place, path: path)
    var text = problem.text
    if case .repeated(_, let firstRow) = problem.reason,
      let line = self.location(of: Place(problem.place.table, row: firstRow), path: path).line
    {
      text = Bilingual(
        text.chinese + "（前一条在第 \(line) 行）", text.english + " (the first is in line \(line))")
    }
    return FileProblem(at: location, text)
  }
}
