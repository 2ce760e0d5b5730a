/// A value of a node, an edge or a graph, in the type that its file declares.
///
/// The four number types stay apart: `1` read as `int` is not equal to `1` read as `double`, and a 64-bit integer never
/// passes through a floating-point number. As usual, `.double(.nan)` is not equal to itself.
public enum GraphMLValue: Hashable, Sendable {
  /// A truth value, written `true` or `false`.
  case boolean(Bool)
  /// A 32-bit integer.
  case int(Int32)
  /// A 64-bit integer.
  case long(Int64)
  /// A number of IEEE single precision.
  case float(Float)
  /// A number of IEEE double precision.
  case double(Double)
  /// Text, blanks included.
  case string(String)
  /// XML kept as text, such as the graphics of yEd: well-formed content with its namespaces declared.
  case xml(String)

  /// The type of a value or of an attribute.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// `true` or `false`.
    case boolean
    /// 32 bits.
    case int
    /// 64 bits.
    case long
    /// Single precision.
    case float
    /// Double precision.
    case double
    /// Text.
    case string
    /// XML content; not a type of the format, which has no name for it.
    case xml
  }

  /// The type of this value.
  public var kind: Kind {
    switch self {
    case .boolean: .boolean
    case .int: .int
    case .long: .long
    case .float: .float
    case .double: .double
    case .string: .string
    case .xml: .xml
    }
  }
}

extension GraphMLValue {
  /// A 64-bit integer.
  public init(_ value: Int) { self = .long(Int64(value)) }

  /// The number as a double, if this is a number; a `long` beyond 2⁵³ is rounded.
  public var number: Double? {
    switch self {
    case .int(let value): Double(value)
    case .long(let value): Double(value)
    case .float(let value): Double(value)
    case .double(let value): value
    case .boolean, .string, .xml: nil
    }
  }

  /// The exact integer, if this is an `int` or a `long`.
  public var integer: Int64? {
    switch self {
    case .int(let value): Int64(value)
    case .long(let value): value
    default: nil
    }
  }

  /// The text, if this is a `string`.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The truth value, if this is a `boolean`.
  public var boolean: Bool? {
    if case .boolean(let value) = self { value } else { nil }
  }

  /// The value as a GraphML file spells it, before escaping: numbers in the shortest form that reads back to the same
  /// number, infinities as `Infinity` and `-Infinity`, not-a-number as `NaN`.
  public var text: String {
    switch self {
    case .boolean(let value): value ? "true" : "false"
    case .int(let value): String(value)
    case .long(let value): String(value)
    case .float(let value): Self.text(Double(value), shortest: "\(value)")
    case .double(let value): Self.text(value, shortest: "\(value)")
    case .string(let text), .xml(let text): text
    }
  }

  private static func text(_ value: Double, shortest: String) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    return shortest.hasSuffix(".0") ? String(shortest.dropLast(2)) : shortest
  }
}

extension GraphMLValue.Kind {
  /// The narrowest type that holds the values of both: `int` < `long` < `double` < `string`, and `float` < `double`.
  ///
  /// `int` with `float` gives `double`; `long` with `double` gives `double`, as the usual readers do, although integers
  /// beyond 2⁵³ then lose digits in those readers; any other mixture gives `string`.
  public func widened(with other: Self) -> Self {
    if self == other { return self }
    let numbers: Set<Self> = [.int, .long, .float, .double]
    guard numbers.contains(self), numbers.contains(other) else { return .string }
    return Set([self, other]) == [.int, .long] ? .long : .double
  }
}

extension GraphMLValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral
{
  /// A `string`.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A `long`.
  public init(integerLiteral value: Int64) { self = .long(value) }
  /// A `double`.
  public init(floatLiteral value: Double) { self = .double(value) }
  /// A `boolean`.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
}
