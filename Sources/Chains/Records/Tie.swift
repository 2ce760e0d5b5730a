/// Who supplies whom with what (供应关系).
public struct Tie: Record {
  public static let table = Table.ties

  public var supplier: Enterprise.ID
  public var customer: Enterprise.ID
  public var product: Product.ID
  /// Units a year that can pass.
  public var volume: Limit
  /// Days from order to arrival.
  public var leadTime: Double?
  /// Kilometres.
  public var distance: Double?
  public var status: Status
  public var provenance: Provenance
  public var extras: [String: String] = [:]

  public init(
    supplier: Enterprise.ID, customer: Enterprise.ID, product: Product.ID,
    volume: Limit = .unknown, leadTime: Double? = nil, distance: Double? = nil,
    status: Status = .running, provenance: Provenance = Provenance()
  ) {
    self.supplier = supplier
    self.customer = customer
    self.product = product
    self.volume = volume
    self.leadTime = leadTime
    self.distance = distance
    self.status = status
    self.provenance = provenance
  }
}
