/// An investment that will change the chain (项目); its effects say how.
public struct Project: Identified {
  public static let table = Table.projects

  public var id: ID
  public var name: String
  /// Who carries it out.
  public var enterprise: Enterprise.ID?
  public var region: Region.ID?
  public var phase: Phase?
  public var start: CalendarDate?
  /// When it went into production.
  public var ready: CalendarDate?
  /// When it is planned to go into production.
  public var due: CalendarDate?
  /// Money of the chain, in all.
  public var investment: Double?
  public var invested: Double?
  public var plannedThisYear: Double?
  /// The office that answers for it.
  public var owner: String?
  public var extras: [String: String] = [:]

  public init(
    id: ID, name: String = "", enterprise: Enterprise.ID? = nil, region: Region.ID? = nil,
    phase: Phase? = nil, start: CalendarDate? = nil, ready: CalendarDate? = nil,
    due: CalendarDate? = nil, investment: Double? = nil, invested: Double? = nil,
    plannedThisYear: Double? = nil, owner: String? = nil
  ) {
    self.id = id
    self.name = name
    self.enterprise = enterprise
    self.region = region
    self.phase = phase
    self.start = start
    self.ready = ready
    self.due = due
    self.investment = investment
    self.invested = invested
    self.plannedThisYear = plannedThisYear
    self.owner = owner
  }
}

/// One change that a project makes when it is completed (项目效果).
public struct Effect: Record {
  public static let table = Table.effects

  public var project: Project.ID
  public var kind: EffectKind
  /// Whose capacity or stock grows, or the supplier of the new tie; the project's own where missing.
  public var enterprise: Enterprise.ID?
  public var product: Product.ID
  /// The customer of a new tie.
  public var customer: Enterprise.ID?
  /// Units a year that come on top (units for stock); `unknown` where nobody has said.
  public var amount: Limit
  public var extras: [String: String] = [:]

  public init(
    project: Project.ID, kind: EffectKind, enterprise: Enterprise.ID? = nil,
    product: Product.ID, customer: Enterprise.ID? = nil, amount: Limit = .unknown
  ) {
    self.project = project
    self.kind = kind
    self.enterprise = enterprise
    self.product = product
    self.customer = customer
    self.amount = amount
  }
}
