public import Chains

/// How a chain document is read.
public struct ReadingOptions: Hashable, Sendable {
  /// The encoding of every text file of the document; `nil` finds it out file by file.
  public var encoding: TextEncoding?
  /// The date as of which the chain is read; `nil` is the chain's own, and without that the latest rows count.
  public var asOf: CalendarDate?

  public init(encoding: TextEncoding? = nil, asOf: CalendarDate? = nil) {
    self.encoding = encoding
    self.asOf = asOf
  }
}
