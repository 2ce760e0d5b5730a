/// Why a finding holds, in figures; reports put it into words.
public enum Reason: Hashable, Sendable {
  /// G01: nobody makes it and nobody can be bought from. The makers named do not work.
  case missing(idleMakers: [Int])
  /// G01: these products need one another, so none can be started from what there is.
  case circular([Int])
  /// G02: only outside sources; how many of them have a name, and how much they give.
  case onlyOutside(sources: [Int], available: Quantity, idleMakers: [Int])
  /// G03: the enterprise needs the product, the makers exist, no recorded tie joins them.
  case untied(user: Int, makers: [Int])
  /// G04: units a year at target and to be had; not felt where outside supply further down the chain
  /// can make up for it.
  case shortage(required: Double, available: Double, isFelt: Bool)
  /// G06: one outside source, no substitute.
  case oneSource(Int)
  /// G07: what is not known.
  case unknown([UnknownFigure])
  /// B01, B02, B03, B05: there is so much of it, in units a year, and more would bring more.
  case limited(Restriction, limit: Double)
  /// B04: the first makes the product and could, the second lacks it, and no tie joins them.
  case mismatch(Link)
  /// B06: none of these gains anything alone; together they do, when each grows by so many units.
  case together([LadderStep.Extra])
  /// B09: the way from a final product down to the only one.
  case only(path: [PathStep], verified: Bool)
  /// B10: these two together stop what each alone does not.
  case pair(CommonCause, verified: Bool)
  /// B10: these stop together, and a final product with them.
  case commonCause(CommonCause, members: [Int], verified: Bool)
  /// B11: few holders.
  case concentrated(Concentration)
}

/// A quantity of which only a part may be known.
public struct Quantity: Hashable, Sendable {
  /// The part that is known; infinite when there is no limit.
  public let known: Double
  /// Whether there may be more.
  public let isOpen: Bool

  public init(known: Double, isOpen: Bool) {
    self.known = known
    self.isOpen = isOpen
  }

  public static let none = Quantity(known: 0, isOpen: false)

  public static func + (a: Quantity, b: Quantity) -> Quantity {
    Quantity(
      known: a.known + b.known, isOpen: (a.isOpen || b.isOpen) && (a.known + b.known).isFinite)
  }

  /// The quantity, when all of it is known.
  public var exact: Double? { isOpen ? nil : known }
}

/// A figure that is missing and would decide something.
public enum UnknownFigure: Hashable, Sendable {
  /// Units of an input for one unit, by row of `inputs`.
  case amount(row: Int)
  /// A maker's capacity; by activity.
  case capacity(activity: Int)
  /// The share of output that is lost without an input which is useful but not essential, by row of
  /// `inputs`.
  case share(row: Int)
  /// How much can be had from outside.
  case external
  /// The target of a final product.
  case demand
  /// Whether anybody makes it who is not recorded: the list of enterprises is not complete.
  case maker
  /// How much passes by ties for which no volume is written.
  case volumes
  /// Where a maker stands: its region holds the viewpoint and more.
  case place(enterprise: Int)
}

/// A step on the way from a final product to what it depends on.
public enum PathStep: Hashable, Sendable {
  case product(Int)
  case enterprise(Int)
}

/// What two or more enterprises have in common that can stop them together.
public enum CommonCause: Hashable, Sendable {
  case region(Int)
  case owner(String)
}

/// How the supply of a product is spread over its holders.
public struct Concentration: Hashable, Sendable {
  /// Herfindahl–Hirschman index, 0...1, of named holders; a lower bound where others are unnamed.
  public let index: Double
  /// The largest holder, its enterprises, and its share of all supply, 0...1.
  public let top: [Int]
  public let topShare: Double
  /// HHI among the outside sources alone, 0...1; `nil` when nothing comes from outside.
  public let outsideIndex: Double?
  /// The share of supply from outside, 0...1.
  public let outsideShare: Double
  /// Outside supply for one unit of inside supply; infinite when nothing is made inside.
  public let outsideRatio: Double
  /// Holders that count as one, and the share of supply that belongs to nobody in particular.
  public let holders: Int
  public let unnamedShare: Double
  /// Whether the document states the shares; otherwise they follow from the capacities of those listed.
  public let isStated: Bool
}
