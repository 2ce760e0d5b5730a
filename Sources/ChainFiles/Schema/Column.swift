public import Chains

/// One column of a table of the chain document: how it is called and what its cells hold.
public struct Column: Hashable, Sendable {
  /// The table that the column belongs to.
  public let table: Table
  /// The field that it holds.
  public let field: Field
  /// The headers that are written: the field's name in English, the Chinese one beside it.
  public let header: Bilingual
  /// Further headers that are read.
  public let otherHeaders: [String]
  /// What its cells hold.
  public let content: Content
  /// Whether a row without it says nothing.
  public let isRequired: Bool

  /// What the cells of a column hold.
  public enum Content: Hashable, Sendable {
    /// Any text.
    case text
    /// The id, the name or an alias of a record of another table.
    case reference(Table)
    /// Several texts in one cell; references where there is a table.
    case list(Table?)
    /// Yes or no.
    case flag
    /// One of a closed set of words; `hasDefault` where a blank cell means the first word that `Chains` names.
    case word([Bilingual], hasDefault: Bool)
    /// A year, a month or a day.
    case date
    /// A figure; blank is unknown.
    case figure(Measure)
    /// A figure, or `unlimited`; blank is unknown.
    case limit(Measure)
  }

  /// What a figure counts, and so which units may stand behind it.
  public enum Measure: Hashable, Sendable {
    /// Units of the product that the row names in `of`; with `id` the row is the product itself.
    case quantity(of: Field, aYear: Bool)
    /// Units of the product `of` for one unit of the product `per`.
    case ratio(of: Field, per: Field)
    /// The chain's money.
    case money
    /// The chain's money for one unit of the row's own product.
    case price
    /// 0...1; may be written as a percentage.
    case share
    case days
    case kilometres
    case people
  }
}
