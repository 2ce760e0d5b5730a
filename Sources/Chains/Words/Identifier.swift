/// The identity of a record of type `Subject`, so that a product's id is never taken for an enterprise's.
///
/// Any text without control characters is an id: Chinese, blanks and brackets are welcome. Ids sort
/// by their Unicode scalars, the same on every machine.
public struct Identifier<Subject>: Hashable, Sendable, Comparable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// The id as it is written in the chain document.
  public let text: String

  public init(_ text: String) { self.text = text }
  public init(stringLiteral text: String) { self.text = text }

  public var description: String { text }

  public static func < (a: Self, b: Self) -> Bool {
    a.text.unicodeScalars.lexicographicallyPrecedes(b.text.unicodeScalars)
  }
}
