/// A start tag as the columnar reader gets it: the attributes that it knows, their values in one array of bytes, so that no
/// attribute costs a `String`.
struct StartTag {
  /// The attributes that mean something.
  enum Word: Int, CaseIterable {
    case id, source, target, directed, key, time, edgeDefault, sourcePort, targetPort
    case domain, attributeName, attributeType, yFilesType

    init?(_ name: String) {
      guard let place = Self.names.firstIndex(of: name) else { return nil }
      self.init(rawValue: place)
    }

    private static let names = [
      "id", "source", "target", "directed", "key", "time", "edgedefault", "sourceport",
      "targetport", "for", "attr.name", "attr.type", "yfiles.type",
    ]
  }

  /// A bit for each word that the tag has.
  private var present: UInt32 = 0
  /// For each word that the tag has, where its value stands in `bytes`.
  private var ranges = [Range<Int>](repeating: 0..<0, count: Word.allCases.count)
  private(set) var bytes: [UInt8] = []

  mutating func clear() {
    present = 0
    bytes.removeAll(keepingCapacity: true)
  }

  /// - Parameter value: where libxml2 has it while it tells of the tag; copied at once.
  mutating func append(_ word: Word, _ value: UnsafeBufferPointer<UInt8>) {
    let start = bytes.count
    unsafe bytes.append(contentsOf: value)
    ranges[word.rawValue] = start..<bytes.count
    present |= 1 << UInt32(word.rawValue)
  }

  /// Where the value of an attribute stands in `bytes`.
  func range(of word: Word) -> Range<Int>? {
    present & 1 << UInt32(word.rawValue) == 0 ? nil : ranges[word.rawValue]
  }

  /// The value of an attribute.
  subscript(word: Word) -> String? {
    range(of: word).map { String(decoding: bytes[$0], as: UTF8.self) }
  }
}
