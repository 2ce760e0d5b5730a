/// A table of the chain document, schema 1; the Chinese name is the sheet's.
public enum Table: String, Term, Comparable {
  case chain, regions, stages, products, inputs, enterprises, capacities, ties
  case projects, effects, platforms, sources

  public var chinese: String {
    switch self {
    case .chain: "产业链"
    case .regions: "地区"
    case .stages: "环节"
    case .products: "产品"
    case .inputs: "投入"
    case .enterprises: "企业"
    case .capacities: "产能"
    case .ties: "供应关系"
    case .projects: "项目"
    case .effects: "项目效果"
    case .platforms: "服务平台"
    case .sources: "来源"
    }
  }

  public static func < (a: Self, b: Self) -> Bool { a.position < b.position }

  private var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// A column of a table, by its English header; `docs/chain-document.md` says what each holds.
public enum Field: String, CaseIterable, Hashable, Sendable {
  case id, name, region, chief, office, leaders, money, scope
  case asOf = "as_of"
  case enterprisesKnown = "enterprises_known"
  case tiesKnown = "ties_known"
  case kind, parent, position
  case stage
  case variantOf = "variant_of"
  case unit, final, value, demand, external
  case leadTime = "lead_time"
  case product, input, amount, `class`, group, share
  case aliases, owner, revenue, employees, tags, status
  case enterprise, capacity, line, output, weight, stock, recovery, source, grade
  case supplier, customer, volume, distance
  case phase, start, ready, due, investment, invested
  case plannedThisYear = "planned_this_year"
  case project, stages, title, publisher, date, address
}
