/// Something that the chain needs or delivers (产品).
public struct Product: Identified {
  public static let table = Table.products

  public var id: ID
  public var name: String
  public var stage: Stage.ID?
  /// The product of which this is a kind: a maker of this is a maker of that, any kind serves, and
  /// this needs what that needs unless its own inputs say otherwise.
  public var variantOf: Product.ID?
  /// What one unit is, such as `吨` or `台`; every quantity of the product is counted in it.
  public var unit: String?
  /// Whether the chain delivers it (终端产品).
  public var isFinal: Bool
  /// Value of one unit in the chain's money; positive, and known for every final product.
  public var value: Double?
  /// Units a year that the chain is to deliver; `nil` is unknown.
  public var demand: Double?
  /// Units a year to be had from outside the chain's region.
  public var external: Limit
  /// Days to make it.
  public var leadTime: Double?
  public var extras: [String: String] = [:]

  public init(
    id: ID, name: String = "", stage: Stage.ID? = nil, variantOf: Product.ID? = nil,
    unit: String? = nil, isFinal: Bool = false, value: Double? = nil, demand: Double? = nil,
    external: Limit = .unknown, leadTime: Double? = nil
  ) {
    self.id = id
    self.name = name
    self.stage = stage
    self.variantOf = variantOf
    self.unit = unit
    self.isFinal = isFinal
    self.value = value
    self.demand = demand
    self.external = external
    self.leadTime = leadTime
  }
}
