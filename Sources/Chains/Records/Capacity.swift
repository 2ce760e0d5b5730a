/// What one enterprise makes of one product (产能).
public struct Capacity: Record {
  public static let table = Table.capacities

  public var enterprise: Enterprise.ID
  public var product: Product.ID
  /// Units a year at full use; `nil` is unknown.
  public var capacity: Double?
  /// The line that makes it, which the enterprise's other products of the same line share: the capacity
  /// of each is then what the line makes in a year of that product alone, and their uses of it, output
  /// over capacity, add up to 1 at most. `nil` is a line of its own.
  public var line: String?
  /// Units really made in the year.
  public var output: Double?
  /// Share of the product's whole supply, 0...1.
  public var share: Double?
  public var weight: Weight?
  /// Units on hand.
  public var stock: Double?
  /// Days from failure to full work again.
  public var recovery: Double?
  public var provenance: Provenance
  public var extras: [String: String] = [:]

  public init(
    enterprise: Enterprise.ID, product: Product.ID, capacity: Double? = nil,
    line: String? = nil, output: Double? = nil, share: Double? = nil, weight: Weight? = nil,
    stock: Double? = nil,
    recovery: Double? = nil, provenance: Provenance = Provenance()
  ) {
    self.enterprise = enterprise
    self.product = product
    self.capacity = capacity
    self.line = line
    self.output = output
    self.share = share
    self.weight = weight
    self.stock = stock
    self.recovery = recovery
    self.provenance = provenance
  }
}
