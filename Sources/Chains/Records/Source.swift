/// Where figures come from (来源).
public struct Source: Identified {
  public static let table = Table.sources

  public var id: ID
  public var title: String
  public var publisher: String?
  public var date: CalendarDate?
  public var address: String?
  public var grade: Grade?
  public var extras: [String: String] = [:]

  /// A source is called by its title.
  public var name: String {
    get { title }
    set { title = newValue }
  }

  public init(
    id: ID, title: String = "", publisher: String? = nil, date: CalendarDate? = nil,
    address: String? = nil, grade: Grade? = nil
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.date = date
    self.address = address
    self.grade = grade
  }
}
