extension GraphMLDocument {
  /// XML that GraphML does not define, kept as text.
  public enum Foreign: Hashable, Sendable {
    /// An XML attribute: its name with prefix, the prefix's namespace if it has one, its value.
    case attribute(name: String, namespace: String?, value: String)
    /// An element with all that is in it, as well-formed XML that declares the namespaces that it uses.
    case element(String)
  }
}
