/// How far a figure can be trusted (可信度).
///
/// Grades sort from best to worst, so the worst of several is their `max()`.
public enum Grade: String, Term, Comparable {
  /// Official statistics, audited or measured.
  case a = "A"
  /// Published by the enterprise, the press or an association.
  case b = "B"
  /// Estimated or told.
  case c = "C"
  /// Set by whoever wrote the chain, to be replaced.
  case assumed

  public var chinese: String { self == .assumed ? "假设" : rawValue }

  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .a: 0
    case .b: 1
    case .c: 2
    case .assumed: 3
    }
  }
}

/// Where a figure comes from and when it held; every part may be missing.
public struct Provenance: Hashable, Sendable {
  public var asOf: CalendarDate?
  public var source: Source.ID?
  /// The figure's own grade; where it is missing the grade of its source holds.
  public var grade: Grade?

  public init(asOf: CalendarDate? = nil, source: Source.ID? = nil, grade: Grade? = nil) {
    self.asOf = asOf
    self.source = source
    self.grade = grade
  }
}
