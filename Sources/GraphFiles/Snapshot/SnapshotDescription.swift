internal import GraphML

/// What the sections of a snapshot are about: the graph's name and direction, and its columns.
///
/// Written as numbers of four bytes and texts, each text behind its length.
struct SnapshotDescription {
  /// A column without its rows.
  struct Column {
    /// 0 of nodes, 1 of edges, 2 of the graph.
    let domain: UInt32
    let name: String
    let keyID: String
    let kind: GraphMLValue.Kind
    let defaultText: String?
    let statedCount: UInt32
  }

  var id: String?
  var isDirected = true
  var nodeCount: UInt32 = 0
  var edgeCount: UInt32 = 0
  var columns: [Column] = []

  /// The kinds by the numbers that stand for them in a file.
  private static let kinds: [GraphMLValue.Kind] = [.boolean, .int, .long, .float, .double, .string]

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    func put(_ number: UInt32) { bytes.append(bytesOf: number) }
    func put(_ text: String) {
      put(UInt32(text.utf8.count))
      bytes.append(contentsOf: text.utf8)
    }
    put((isDirected ? 1 : 0) | (id == nil ? 0 : 2))
    put(nodeCount)
    put(edgeCount)
    if let id { put(id) }
    put(UInt32(columns.count))
    for column in columns {
      put(column.domain)
      put(UInt32(Self.kinds.firstIndex(of: column.kind) ?? 5))
      put(column.defaultText == nil ? 0 : 1)
      put(column.statedCount)
      put(column.name)
      put(column.keyID)
      if let text = column.defaultText { put(text) }
    }
    return bytes
  }

  init() {}

  /// Nil if the bytes are no description.
  init?(_ bytes: FileBytes) {
    var place = 0
    func number() -> UInt32? {
      guard place + 4 <= bytes.count else { return nil }
      defer { place += 4 }
      return bytes.load(place, as: UInt32.self)
    }
    func text() -> String? {
      guard let length = number(), place + Int(length) <= bytes.count else { return nil }
      defer { place += Int(length) }
      return bytes[place..<place + Int(length)].text
    }
    guard let flags = number(), flags < 4, let nodeCount = number(), let edgeCount = number()
    else { return nil }
    isDirected = flags & 1 != 0
    (self.nodeCount, self.edgeCount) = (nodeCount, edgeCount)
    if flags & 2 != 0 {
      guard let id = text() else { return nil }
      self.id = id
    }
    guard let count = number() else { return nil }
    for _ in 0..<count {
      guard let domain = number(), domain < 3, let kind = number(), kind < Self.kinds.count,
        let hasDefault = number(), hasDefault < 2, let statedCount = number(), let name = text(),
        let keyID = text()
      else { return nil }
      var defaultText: String?
      if hasDefault == 1 {
        guard let text = text() else { return nil }
        defaultText = text
      }
      columns.append(
        Column(
          domain: domain, name: name, keyID: keyID, kind: Self.kinds[Int(kind)],
          defaultText: defaultText, statedCount: statedCount))
    }
    guard place == bytes.count else { return nil }
  }
}
