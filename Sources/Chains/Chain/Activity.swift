/// An enterprise making a product: the row of the supporting map that says so.
public struct Activity: Hashable, Sendable {
  /// The number of the enterprise.
  public let enterprise: Int
  /// The number of the product.
  public let product: Int
  /// The row of `capacities` in force; `nil` where only a tie shows that the enterprise makes it.
  public let row: Int?
}

/// One line of what making a product takes.
public struct Ingredient: Hashable, Sendable {
  /// The number of the product needed.
  public let product: Int
  /// The row of `inputs`; a variant may have it from the product above it.
  public let row: Int
}

/// Who a tie joins, by number.
public struct TieEnds: Hashable, Sendable {
  public let supplier: Int
  public let customer: Int
  public let product: Int
}

extension Chain {
  /// Who makes what, in the order of the supporting map.
  public var activities: [Activity] { index.activities }

  /// The activities that make this very product, variants not counted.
  public func activities(making product: Int) -> [Int] { index.activitiesOfProduct[product] }

  public func activities(of enterprise: Int) -> [Int] { index.activitiesOfEnterprise[enterprise] }

  /// The capacity row of an activity; `nil` where only a tie shows it.
  public func capacity(of activity: Activity) -> Capacity? {
    activity.row.map { tables.capacities[$0] }
  }

  /// Whether the activity can keep the chain going at all: its enterprise works, its capacity is not
  /// zero, and it is more than samples.
  public func carries(_ activity: Activity) -> Bool {
    guard enterprises[activity.enterprise].status.isActive else { return false }
    guard let capacity = capacity(of: activity) else { return true }
    return capacity.weight != .negligible && capacity.capacity != 0
  }

  /// What making a product takes: its own inputs, and what it has from the product of which it is
  /// a variant.
  ///
  /// An inherited input gives way to an own row for the same input or for a variant of it.
  public func recipe(of product: Int) -> [Ingredient] { index.recipes[product] }

  /// The row of `inputs` behind an ingredient.
  public func input(of ingredient: Ingredient) -> Input { tables.inputs[ingredient.row] }

  /// The product itself and every variant of it, at any depth, ascending.
  public func kinds(of product: Int) -> [Int] { index.kinds(of: product) }

  public func hasVariants(_ product: Int) -> Bool { !index.variants[product].isEmpty }

  /// The rows of `ties` in force: of a history the latest.
  public var currentTies: [Int] { index.currentTies }

  /// Who the tie in a row of `ties` joins.
  public func ends(ofTie row: Int) -> TieEnds { index.tieEnds[row] }

  /// The ties in force by which an enterprise is supplied.
  public func ties(into enterprise: Int) -> [Int] { index.tiesInto[enterprise] }
}
