/// The bytes of a file in a dialect on their way to it, and what could not be written into them.
struct DialectText {
  private static let pieceLength = 1 << 16

  private(set) var bytes: [UInt8] = []
  private var forbidden: (count: Int, first: String) = (0, "")

  /// The start of every file, to the end of the first tag unless that is to stay open.
  mutating func head(_ namespaces: String = "", open: Bool = false) {
    raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    raw("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\(namespaces)")
    if !open { raw(">\n") }
  }

  mutating func raw(_ text: String) { bytes.append(raw: text) }

  /// Text between tags.
  mutating func text(_ text: String) { note(bytes.appendEscaped(text, inAttribute: false), text) }

  /// An XML attribute with a blank before it.
  mutating func attribute(_ name: String, _ value: String) {
    raw(" \(name)=\"")
    note(bytes.appendEscaped(value, inAttribute: true), value)
    raw("\"")
  }

  mutating func data(_ key: String, _ value: String, _ more: String = "") {
    raw("<data")
    attribute("key", key)
    raw("\(more)>")
    text(value)
    raw("</data>")
  }

  mutating func key(_ column: DialectColumns.Column, _ domain: GraphMLDocument.Domain) {
    raw("  <key")
    attribute("id", column.keyID)
    attribute("for", domain.rawValue)
    attribute("attr.name", column.name)
    attribute("attr.type", column.kind.rawValue)
    if let kind = column.listedKind { attribute("attr.list", kind) }
    raw("/>\n")
  }

  private mutating func note(_ count: Int, _ text: String) {
    if count == 0 { return }
    if forbidden.count == 0 { forbidden.first = String(text.prefix(40)) }
    forbidden.count += count
  }

  /// Hands on what there is, if that is worth it.
  mutating func flush(to sink: ([UInt8]) throws -> Void) throws {
    if bytes.count >= Self.pieceLength { try finish(to: sink) }
  }

  /// Hands on what there is.
  mutating func finish(to sink: ([UInt8]) throws -> Void) throws {
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// The losses, with the characters that XML cannot hold among them.
  func losses(_ report: LossReport) -> [GraphMLError] {
    var report = report
    report.add(forbidden.first, forbidden.count, as: .forbiddenCharacter)
    return report.losses
  }
}
