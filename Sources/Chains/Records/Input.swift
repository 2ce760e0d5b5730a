/// One line of a product's recipe (投入): what making `product` takes.
public struct Input: Record {
  public static let table = Table.inputs

  public var product: Product.ID
  public var input: Product.ID
  /// Units of `input` for one unit of `product`, positive; `nil` is unknown, and then no quantity is
  /// claimed through this line.
  public var amount: Double?
  public var essentiality: Essentiality
  /// Inputs of one product with the same group name stand in for one another.
  public var group: String?
  /// θ: the share of output lost without this input, 0...1.
  public var share: Double?
  /// Days from order to arrival.
  public var leadTime: Double?
  public var extras: [String: String] = [:]

  public init(
    product: Product.ID, input: Product.ID, amount: Double? = nil,
    essentiality: Essentiality = .essential, group: String? = nil, share: Double? = nil,
    leadTime: Double? = nil
  ) {
    self.product = product
    self.input = input
    self.amount = amount
    self.essentiality = essentiality
    self.group = group
    self.share = share
    self.leadTime = leadTime
  }
}
