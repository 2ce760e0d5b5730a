/// Where in a document something is: a table, a row of it, a column.
public struct Place: Hashable, Sendable, Comparable {
  public let table: Table
  /// 0 for the first record.
  public let row: Int
  /// `nil` for the row as a whole.
  public let field: Field?

  public init(_ table: Table, row: Int, _ field: Field? = nil) {
    self.table = table
    self.row = row
    self.field = field
  }

  public static func < (a: Self, b: Self) -> Bool {
    (a.table, a.row, a.field?.rawValue ?? "") < (b.table, b.row, b.field?.rawValue ?? "")
  }
}

/// One contradiction in a chain document: where it is, what is wrong, what to do.
public struct ChainProblem: Error, Hashable, Sendable, CustomStringConvertible {
  public let place: Place
  public let reason: Reason

  public init(_ place: Place, _ reason: Reason) {
    self.place = place
    self.reason = reason
  }

  public enum Reason: Hashable, Sendable {
    case noProducts
    case noFinalProduct
    case missing(Field)
    case controlCharacter(String)
    /// An id of more than `Chain.longestID` characters.
    case tooLong(String, length: Int)
    /// Another row, counted from 0, has the same id or the same key.
    case repeated(key: String, firstRow: Int)
    case unknownReference(String, to: Table, similar: [String])
    case ambiguousReference(String, to: Table, candidates: [String])
    case notFinite(Double)
    /// Above `Chain.largestFigure`.
    case tooLarge(Double)
    /// Above 0 and below `Chain.smallestFigure`.
    case tooSmall(Double)
    /// More than `Chain.widestSpread` times another figure of the same balance, or less than that part of it.
    case farApart(Double, from: Double)
    case negative(Double)
    case notPositive(Double)
    case notAShare(Double)
    case finalWithoutValue(product: String)
    /// The members of a circle in `parent` or `variant_of`, in order.
    case circular([String])
    case tieToItself(String)
    case sharesAboveOne(product: String, total: Double)
    /// Hawkins–Simon: making one unit round the circle takes `ratio` units, at least one.
    case eatsMoreThanItMakes(cycle: [String], ratio: Double)
    /// Hawkins–Simon where no circle alone is to blame: a unit of the first takes `ratio` units of it, at least one, by
    /// way of all.
    case eatMoreThanTheyMake(products: [String], ratio: Double)
    /// More is made in a year than can be.
    case outputAboveCapacity(output: Double, capacity: Double)
    case effectWithout(Field, EffectKind)
  }

  public var description: String {
    let column = place.field.map { ", column \($0.rawValue)" } ?? ""
    return "\(place.table.rawValue), record \(place.row + 1)\(column): \(text[.english])"
  }
}

/// All contradictions of a chain document at once, in the order of the document.
public struct ChainProblems: Error, Hashable, Sendable, CustomStringConvertible {
  public let problems: [ChainProblem]

  public init(_ problems: [ChainProblem]) {
    self.problems = problems.sorted { $0.place < $1.place }
  }

  public var description: String {
    problems.map(\.description).joined(separator: "\n")
  }
}
