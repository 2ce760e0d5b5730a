import Chains

/// What the rest of the document says about the units of a row's figures.
struct CellContext {
  /// The chain's money.
  var money = "万元"
  /// The product that the row names in a column.
  var product: (Field) -> NamedUnit = { _ in .unknownProduct }

  enum NamedUnit: Equatable {
    /// The product's name and its unit, if it has one.
    case product(name: String, unit: String?)
    /// There is no such product; whoever checks references will say so.
    case unknownProduct
  }
}
