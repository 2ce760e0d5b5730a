/// What can limit output: something of which there could be more.
public enum Restriction: Hashable, Sendable {
  /// What all makers of a product inside can make together, in units a year.
  case making(Int)
  /// What can be had of a product from outside, in units a year.
  case buying(Int)
  /// What one maker can make of one product, in units a year; by activity.
  case activity(Int)
  /// What may pass by a tie, in units a year; by row of `ties`.
  case tie(row: Int)
  /// A tie that is not there yet, from a maker's activity to a customer.
  case link(Link)
}

/// A tie that could be made.
public struct Link: Hashable, Sendable {
  /// The activity that would supply, and the enterprise that would be supplied.
  public let maker: Int
  public let customer: Int

  public init(maker: Int, customer: Int) {
    self.maker = maker
    self.customer = customer
  }
}

/// On what output is planned (measures, §3.1 and §3.2).
public enum Level: String, CaseIterable, Hashable, Sendable, Comparable {
  /// Any maker serves any user: what capacities and outside supply allow (L1).
  case products
  /// Only recorded ties join makers and users (L2).
  case ties

  public static func < (a: Self, b: Self) -> Bool { a == .products && b == .ties }
}
