/// The tables of a chain document as they were written: a draft that may contradict itself.
///
/// `Chain(_:)` checks a draft; editing a chain means editing its tables and building it again.
public struct Tables: Hashable, Sendable {
  public var profile: Profile
  public var regions: [Region]
  public var stages: [Stage]
  public var products: [Product]
  public var inputs: [Input]
  public var enterprises: [Enterprise]
  public var capacities: [Capacity]
  public var ties: [Tie]
  public var projects: [Project]
  public var effects: [Effect]
  public var platforms: [Platform]
  public var sources: [Source]

  public init(
    profile: Profile = Profile(), regions: [Region] = [], stages: [Stage] = [],
    products: [Product] = [], inputs: [Input] = [], enterprises: [Enterprise] = [],
    capacities: [Capacity] = [], ties: [Tie] = [], projects: [Project] = [],
    effects: [Effect] = [], platforms: [Platform] = [], sources: [Source] = []
  ) {
    self.profile = profile
    self.regions = regions
    self.stages = stages
    self.products = products
    self.inputs = inputs
    self.enterprises = enterprises
    self.capacities = capacities
    self.ties = ties
    self.projects = projects
    self.effects = effects
    self.platforms = platforms
    self.sources = sources
  }
}
