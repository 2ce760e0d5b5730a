/// The chain as a whole: the one row of the table `chain` (产业链).
public struct Profile: Record {
  public static let table = Table.chain

  public var id: String
  public var name: String
  /// Where the chain is seen from unless somebody asks otherwise.
  public var region: Region.ID?
  /// The office of the leader in charge (链长): a title, never a person's name.
  public var chief: String?
  public var office: String?
  /// The enterprises that organise the chain (链主).
  public var leaders: [Enterprise.ID]
  public var asOf: CalendarDate?
  /// The unit of all money in the document.
  public var money: String
  public var scope: String?
  /// `complete`: a product without a recorded maker has none.
  public var enterprisesKnown: Completeness
  /// `complete`: only the recorded ties exist.
  public var tiesKnown: Completeness
  public var extras: [String: String] = [:]

  public init(
    id: String = "", name: String = "", region: Region.ID? = nil, chief: String? = nil,
    office: String? = nil, leaders: [Enterprise.ID] = [], asOf: CalendarDate? = nil,
    money: String = "万元", scope: String? = nil, enterprisesKnown: Completeness = .complete,
    tiesKnown: Completeness = .partial
  ) {
    self.id = id
    self.name = name
    self.region = region
    self.chief = chief
    self.office = office
    self.leaders = leaders
    self.asOf = asOf
    self.money = money
    self.scope = scope
    self.enterprisesKnown = enterprisesKnown
    self.tiesKnown = tiesKnown
  }
}
