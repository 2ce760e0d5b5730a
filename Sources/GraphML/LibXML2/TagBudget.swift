internal import CLibXML2

/// What start tags may cost: a DOCTYPE can give every element attributes that do not stand in it, so that a short file says
/// gigabytes.
struct TagBudget {
  private let limits: GraphMLDocument.Limits
  /// The length of the file so far.
  var bytesRead = 0
  /// The length of the attributes so far that only the DOCTYPE states.
  private var defaulted = 0

  init(_ limits: GraphMLDocument.Limits) { self.limits = limits }

  /// The limit that a start tag exceeds. The last attributes of `tuples` are those that the DOCTYPE states.
  mutating func exceededLimit(
    namespaces: Int, attributes: Int, defaulted count: Int,
    at tuples: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) -> String? {
    if namespaces + attributes > limits.attributes { return "attributes" }
    guard count > 0, let tuples = unsafe tuples else { return nil }
    for place in (attributes - count)..<attributes {
      let tuple = unsafe tuples + 5 * place
      guard let start = unsafe tuple[3], let end = unsafe tuple[4] else { continue }
      // A name costs something too.
      defaulted += unsafe end - start + 16
    }
    return defaulted > max(bytesRead, 1 << 20) * 4 ? "defaults" : nil
  }
}
