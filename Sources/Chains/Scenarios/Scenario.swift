/// What might happen to a chain (情景): enterprises that stop, projects that are completed, figures that
/// are other than today's.
///
///     let scenario = Scenario([.stop(.enterprise("E7")), .set(.demand(150, of: "pack"))])
///     let after = try chain.outcome(of: scenario).chain
///
/// The order of the changes says nothing: figures are set first, projects add to them, and what stops stops.
/// Records may be called by id, by name or by alias, as in a chain document.
public struct Scenario: Hashable, Sendable {
  public var name: String?
  public var changes: [Change]

  public init(_ changes: [Change], name: String? = nil) {
    self.changes = changes
    self.name = name
  }
}

/// One change of a scenario (变动).
public enum Change: Hashable, Sendable {
  case set(Setting)
  /// All effects of a project take hold.
  case complete(Project.ID)
  case stop(Stoppage)
}

/// Something of a chain that can stop.
public enum Stoppage: Hashable, Sendable {
  case enterprise(Enterprise.ID)
  /// A tie of a supplier to a customer, of one product.
  case tie(supplier: Enterprise.ID, customer: Enterprise.ID, product: Product.ID)
  /// Everything that comes from outside the chain's region without a name.
  case external(Product.ID)
  /// Every enterprise in a region's subtree.
  case region(Region.ID)
}

/// A figure or a state that a scenario sets; `nil` and `unknown` say that it is not known.
public enum Setting: Hashable, Sendable {
  /// Units a year at full use. An enterprise that did not make the product makes it then.
  case capacity(Double?, of: Product.ID, at: Enterprise.ID)
  /// Units a year that can pass. A tie that is not there is made.
  case volume(Limit, of: Product.ID, from: Enterprise.ID, to: Enterprise.ID)
  /// Units a year from outside, besides the recorded makers there.
  case external(Limit, of: Product.ID)
  /// The target of a final product, units a year.
  case demand(Double?, of: Product.ID)
  /// Money for one unit, above 0.
  case value(Double?, of: Product.ID)
  /// Units of an input for one unit of a product, above 0.
  case amount(Double?, of: Product.ID, per: Product.ID)
  case status(Status, of: Enterprise.ID)
  case tieStatus(Status, of: Product.ID, from: Enterprise.ID, to: Enterprise.ID)
}

/// A scenario's chain, and what differs in its tables.
public struct ScenarioOutcome: Hashable, Sendable {
  public let chain: Chain
  /// In the order in which they were made: settings, projects, stops.
  public let edits: [Edit]
}

/// One cell that a scenario writes.
public struct Edit: Hashable, Sendable {
  /// Which of the scenario's changes asked for it, counted from 0.
  public let change: Int
  /// The cell, in the tables of the scenario's chain: rows of today keep their numbers, new ones follow them.
  public let place: Place
  public let before: Content
  public let after: Content

  /// What a cell holds.
  public enum Content: Hashable, Sendable {
    /// There is no such row.
    case absent
    case figure(Limit)
    case status(Status)
  }
}
