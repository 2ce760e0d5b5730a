public import Chains

/// How a chain document is read.
public struct ReadingOptions: Hashable, Sendable {
  /// The encoding of every text file of the document; `nil` finds it out file by file.
  public var encoding: TextEncoding?
  /// The day that decides which row of a history counts; `nil` is the latest.
  public var asOf: CalendarDate?

  /// The usual choices, but for those given.
  public init(encoding: TextEncoding? = nil, asOf: CalendarDate? = nil) {
    self.encoding = encoding
    self.asOf = asOf
  }
}
