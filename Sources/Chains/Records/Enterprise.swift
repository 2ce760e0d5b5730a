/// Who makes something (企业).
public struct Enterprise: Identified {
  public static let table = Table.enterprises

  public var id: ID
  public var name: String
  /// Other names under which rows may mention it.
  public var aliases: [String]
  public var region: Region.ID?
  /// Who controls it; enterprises of one owner can fail together.
  public var owner: String?
  /// In the chain's money, a year.
  public var revenue: Double?
  public var employees: Double?
  public var tags: [String]
  public var status: Status
  public var extras: [String: String] = [:]

  public init(
    id: ID, name: String = "", aliases: [String] = [], region: Region.ID? = nil,
    owner: String? = nil, revenue: Double? = nil, employees: Double? = nil, tags: [String] = [],
    status: Status = .running
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.region = region
    self.owner = owner
    self.revenue = revenue
    self.employees = employees
    self.tags = tags
    self.status = status
  }
}

extension Enterprise {
  /// Whether the row stands for many holders of no common place, such as "rest of the world" (汇总).
  ///
  /// It is never one holder and never one point of failure.
  public var isAggregate: Bool { tags.contains { $0 == "汇总" || $0 == "aggregate" } }

  /// Whether the row adds up all the firms of its region (地区合计).
  ///
  /// Seen from outside it is one holder, because one border closes it; seen from within its region
  /// it is many.
  public var isRegionalTotal: Bool { tags.contains { $0 == "地区合计" || $0 == "regional" } }
}
