internal import Chains
internal import Graphs

/// What can run and what stops what: the and-or graph of a chain seen from a region (measures, §2.1).
///
/// An activity inside needs its enterprise, the areas around it, its owner and each of its inputs;
/// a product can be had from any activity that makes it or from outside. Outside makers are taken as
/// they are, without inputs of their own. What has no source at all is never available.
struct Availability {
  /// How to read what is not known.
  enum Reading: Hashable {
    /// Unknown outside supply exists, a partial list hides makers where it has none, and an enterprise of uncertain place stands inside and needs
    /// nothing: whatever stops a product here stops it in truth.
    case hopeful
    /// Neither does unknown outside supply nor a hidden maker exist, and an enterprise of uncertain place needs its inputs and
    /// makes a product inside only where nobody else does: what stops it in truth does so here.
    case cautious
  }

  /// How makers reach users.
  enum Exchange: Hashable {
    /// Any maker serves any user.
    case free
    /// Only recorded ties and outside supply without a name do.
    case recordedTies
  }

  /// A leaf of the graph: what can fail.
  enum Leaf: Hashable {
    case enterprise(Int)
    case region(Int)
    case owner(String)
    /// Outside supply of a product without a maker's name.
    case external(Int)
    case tie(row: Int)
    /// The product as such; present only where nobody inside makes it.
    case presence(Int)
  }

  let graph: AndOrGraph
  /// A vertex a product: whether it can be had, from inside or outside.
  let supply: [Int]
  /// A vertex a product: whether it can be made inside.
  let making: [Int]
  /// A vertex an activity; `nil` where it cannot carry the chain.
  let activity: [Int?]
  /// The needs of inside activities that recorded ties leave unfilled, though somebody makes the product.
  let untied: [Untied]
  private let leaves: [Int: Leaf]
  private let presences: [Int?]
  private let products: [Int: Int]

  struct Untied: Hashable {
    let activity: Int
    let need: Panorama.Need
  }

  init(
    _ chain: Chain, panorama: Panorama, viewpoint: Viewpoint, sources: [Sources],
    reading: Reading, exchange: Exchange
  ) {
    var builder = AvailabilityBuilder(
      chain, panorama: panorama, viewpoint: viewpoint, sources: sources, reading: reading,
      exchange: exchange)
    builder.build()
    graph = builder.builder.checkedGraph()
    supply = builder.supply
    making = builder.making
    activity = builder.activity
    untied = builder.untied
    leaves = builder.leaves
    presences = builder.presence
    var products: [Int: Int] = [:]
    for (product, vertex) in builder.supply.enumerated() { products[vertex] = product }
    for (product, vertex) in builder.making.enumerated() { products[vertex] = product }
    for (number, vertex) in builder.activity.enumerated() {
      if let vertex { products[vertex] = chain.activities[number].product }
    }
    self.products = products
  }

  func leaf(_ vertex: Int) -> Leaf? { leaves[vertex] }

  /// The vertices of all leaves.
  var vertices: [Leaf: Int] {
    Dictionary(leaves.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The product that a vertex makes or delivers.
  func product(at vertex: Int) -> Int? { products[vertex] }

  /// The leaf that stands for a product as such; only where nobody inside makes it.
  func presence(of product: Int) -> Int? { presences[product] }

  /// Everything that can be built from what there is.
  func buildable() -> VertexSet { graph.available() }

  /// What does not run as things stand; circles keep themselves going.
  func stopped() -> VertexSet { graph.failures(of: EmptyCollection()) }
}
