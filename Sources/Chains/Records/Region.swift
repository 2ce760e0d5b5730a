/// An area of the world (地区); regions form a tree through `parent`.
public struct Region: Identified {
  public static let table = Table.regions

  public var id: ID
  public var name: String
  public var kind: RegionKind?
  public var parent: Region.ID?
  public var extras: [String: String] = [:]

  public init(id: ID, name: String = "", kind: RegionKind? = nil, parent: Region.ID? = nil) {
    self.id = id
    self.name = name
    self.kind = kind
    self.parent = parent
  }
}
