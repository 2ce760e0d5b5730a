/// A link of the chain (环节): a group of products at one place between upstream and downstream.
public struct Stage: Identified {
  public static let table = Table.stages

  public var id: ID
  public var name: String
  public var position: Position?
  public var parent: Stage.ID?
  public var extras: [String: String] = [:]

  public init(
    id: ID, name: String = "", position: Position? = nil, parent: Stage.ID? = nil
  ) {
    self.id = id
    self.name = name
    self.position = position
    self.parent = parent
  }
}
