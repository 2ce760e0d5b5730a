/// An institution that serves the enterprises of some stages (服务平台).
public struct Platform: Identified {
  public static let table = Table.platforms

  public var id: ID
  public var name: String
  public var kind: PlatformKind?
  public var stages: [Stage.ID]
  public var region: Region.ID?
  public var extras: [String: String] = [:]

  public init(
    id: ID, name: String = "", kind: PlatformKind? = nil, stages: [Stage.ID] = [],
    region: Region.ID? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.stages = stages
    self.region = region
  }
}
