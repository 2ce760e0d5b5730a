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

/// A scenario speaks of something that the chain does not have.
public struct NothingToStop: Error, Hashable, Sendable, CustomStringConvertible {
  public let stoppage: Stoppage

  public var description: String {
    let subject =
      switch stoppage {
      case .enterprise(let id): "no enterprise “\(id)”"
      case .tie(let supplier, let customer, let product):
        "no tie from “\(supplier)” to “\(customer)” for “\(product)”"
      case .external(let id): "no product “\(id)”"
      case .region(let id): "no region “\(id)”"
      }
    return "the chain has \(subject)"
  }
}

extension Chain {
  /// The chain after something has stopped.
  ///
  /// Nothing is deleted: enterprises and ties stop, external supply becomes none, so that findings of
  /// both chains speak of the same rows.
  ///
  /// - Throws: `NothingToStop` when the chain does not have it.
  public func stopping(_ stoppage: Stoppage) throws(NothingToStop) -> Chain {
    var tables = tables
    var stopped = 0
    switch stoppage {
    case .enterprise(let id):
      for row in tables.enterprises.indices where tables.enterprises[row].id == id {
        tables.enterprises[row].status = .stopped
        stopped += 1
      }
    case .tie(let supplier, let customer, let product):
      for row in tables.ties.indices
      where tables.ties[row].supplier == supplier && tables.ties[row].customer == customer
        && tables.ties[row].product == product
      {
        tables.ties[row].status = .stopped
        stopped += 1
      }
    case .external(let id):
      for row in tables.products.indices where tables.products[row].id == id {
        tables.products[row].external = .limited(0)
        stopped += 1
      }
    case .region(let id):
      guard let region = index.regions[id] else { break }
      stopped += 1
      for row in tables.enterprises.indices {
        if let home = home(of: tables.enterprises[row]),
          regionsUp(from: home).contains(region)
        {
          tables.enterprises[row].status = .stopped
        }
      }
    }
    guard stopped > 0 else { throw NothingToStop(stoppage: stoppage) }
    return Chain(checked: tables, asOf: asOf)
  }

  /// The chain after any edit of its tables.
  ///
  /// - Throws: `ChainProblems` when the edited tables contradict themselves.
  public func editing(_ edit: (inout Tables) throws -> Void) throws -> Chain {
    var tables = tables
    try edit(&tables)
    return try Chain(tables, asOf: asOf)
  }
}
