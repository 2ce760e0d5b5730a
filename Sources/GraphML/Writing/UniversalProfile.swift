/// How a document is written so that every viewer reads it alike: valid against the GraphML schemas 1.0 and 1.1 whatever
/// names and values it has.
public struct UniversalProfile: Hashable, Sendable {
  /// Which ids nodes and edges get in the file.
  public enum IDs: Hashable, Sendable {
    /// The original ones if all are unique XML name tokens, else n0, n1, … and e0, e1, ….
    case original
    /// n0, n1, … and e0, e1, … always.
    case canonical
  }

  /// Which ids nodes and edges get. The originals are kept beside canonical ones and restored by our reader.
  public var ids = IDs.original
  /// Whether a character that XML cannot hold is an error; otherwise it becomes U+FFFD, with a warning.
  public var refusesForbiddenCharacters = false

  /// The usual choices.
  public init() {}
}
