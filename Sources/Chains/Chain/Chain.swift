/// An industry chain: its panorama and its supporting map, free of contradiction.
///
///     let chain = try Chain(tables)
///     chain.products.count
///     chain.kinds(of: 0)        // the product and all its variants
///
/// A chain is a value. It cannot be edited, so it cannot become inconsistent; a scenario is another
/// chain. Its parts are numbered from 0 in the order of their tables: `products[3]` is product 3,
/// and facts about products are plain arrays beside the chain.
public struct Chain: Sendable {
  /// The document, with implied rows added and every reference written as an id.
  public let tables: Tables
  /// The day that decides which row of a history counts; `nil` is the latest.
  public let asOf: CalendarDate?
  let index: ChainIndex

  /// Checks a draft and numbers its parts.
  ///
  /// A table that is missing is read off the mentions of its records. References may be ids, names
  /// or aliases; they become ids.
  ///
  /// - Throws: `ChainProblems` with every contradiction of the draft at once.
  /// - Complexity: O(records), plus elimination on each circle of the recipe.
  public init(_ tables: Tables, asOf: CalendarDate? = nil) throws(ChainProblems) {
    let draft = Draft(tables)
    guard draft.problems.isEmpty else { throw ChainProblems(draft.problems) }
    self.tables = draft.tables
    self.asOf = asOf
    self.index = ChainIndex(draft.tables, asOf: asOf)
  }

  /// The same chain with the history read as of a day.
  public func seen(asOf day: CalendarDate?) -> Chain {
    Chain(checked: tables, asOf: day)
  }

  /// Takes tables that were checked already.
  init(checked tables: Tables, asOf: CalendarDate?) {
    self.tables = tables
    self.asOf = asOf
    self.index = ChainIndex(tables, asOf: asOf)
  }
}

extension Chain: Hashable {
  public static func == (a: Chain, b: Chain) -> Bool { a.tables == b.tables && a.asOf == b.asOf }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(tables)
    hasher.combine(asOf)
  }
}

extension Chain: CustomStringConvertible {
  /// `battery: 8 products, 9 enterprises, 12 ties`.
  public var description: String {
    "\(profile.id): \(products.count) products, \(enterprises.count) enterprises, "
      + "\(tables.ties.count) ties"
  }
}

extension Chain {
  /// The largest figure that a chain holds; larger ones could not be reckoned with beside others.
  public static let largestFigure = 1e15
  /// The smallest figure above 0 that a chain holds.
  public static let smallestFigure = 1e-12
  /// How many times one figure of a balance may be another one: amounts of one input beside the unit of which they
  /// are, prices of final products, capacities of one line. A programme takes 10¹²; draws must stay below.
  public static let widestSpread = 1e10
  /// Characters of an id, at most.
  public static let longestID = 1000

  public var profile: Profile { tables.profile }
  public var regions: [Region] { tables.regions }
  public var stages: [Stage] { tables.stages }
  public var products: [Product] { tables.products }
  public var enterprises: [Enterprise] { tables.enterprises }
  public var sources: [Source] { tables.sources }

  /// The number of a product, or `nil` when there is none with this id.
  public func number(of product: Product.ID) -> Int? { index.products[product] }
  public func number(of enterprise: Enterprise.ID) -> Int? { index.enterprises[enterprise] }
  public func number(of region: Region.ID) -> Int? { index.regions[region] }
  public func number(of stage: Stage.ID) -> Int? { index.stages[stage] }

  /// The products that the chain delivers.
  public var finalProducts: [Int] { index.finalProducts }

  /// The source that a figure names.
  public func source(of provenance: Provenance) -> Source? {
    provenance.source.flatMap { index.sources[$0] }.map { sources[$0] }
  }

  /// How far a figure can be trusted: its own grade, or that of its source.
  public func grade(of provenance: Provenance) -> Grade? {
    provenance.grade ?? source(of: provenance)?.grade
  }
}
