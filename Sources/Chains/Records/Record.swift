/// A row of a table of the chain document.
///
/// Records are plain drafts: they may name what does not exist or hold a negative figure. `Chain`
/// takes them only when they agree with one another.
public protocol Record: Hashable, Sendable {
  static var table: Table { get }
  /// Columns that schema 1 does not know, by header; kept and written back.
  var extras: [String: String] { get set }
}

/// A record that others refer to by its id.
public protocol Identified: Record {
  var id: Identifier<Self> { get set }
  var name: String { get set }
}

extension Identified {
  public typealias ID = Identifier<Self>
}
