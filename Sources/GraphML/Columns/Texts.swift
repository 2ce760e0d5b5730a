extension PropertyGraph {
  /// Different texts in the order in which they came, found by their bytes: one array of UTF-8 for all of them, so that
  /// no text costs an allocation.
  public struct Texts: Sendable {
    /// The UTF-8 of all texts, one after the other.
    private var bytes: [UInt8] = []
    /// For each text, where it ends in `bytes`.
    private var ends: [UInt32] = []
    /// Places of texts by hash: the upper half of the hash, then the place + 1; 0 is free. A power of two long.
    private var slots: [UInt64] = []
    /// Different in every table, so that no file can be made whose texts all meet in one slot.
    private let seed: UInt64

    /// No texts.
    public init() { seed = .random(in: 1 ... .max) }

    /// The most bytes that all texts have together.
    static let maximumLength = Int(UInt32.max)

    /// The number of bytes of all texts.
    public var length: Int { bytes.count }

    /// Texts that stand one after the other in `bytes`; `ends` says where each ends.
    /// - Precondition: `ends` ascends to at most the length of `bytes`.
    package init(bytes: [UInt8], ends: [UInt32]) {
      self.init()
      self.bytes = bytes
      self.ends = ends
    }

    /// What `init(bytes:ends:)` takes.
    package var storage: (bytes: [UInt8], ends: [UInt32]) { (bytes, ends) }

    /// The place of a text, if it is one of these.
    /// - Complexity: O(length of the text); of all texts, if none was ever looked for while they were added.
    public func index(of text: String) -> Int? {
      let text = text.utf8.span
      if !slots.isEmpty { return place(of: text, hash: hash(text)).found }
      return ends.indices.first { isEqual(bytes.span.extracting(range(of: $0)), text) }
    }
  }
}

extension PropertyGraph.Texts: RandomAccessCollection, Equatable {
  /// Always 0.
  public var startIndex: Int { 0 }
  /// The number of texts.
  public var endIndex: Int { ends.count }
  /// The text at a place.
  public subscript(place: Int) -> String {
    String(decoding: bytes[range(of: place)], as: UTF8.self)
  }

  /// Whether both have the same texts in the same order.
  public static func == (first: Self, second: Self) -> Bool {
    first.ends == second.ends && first.bytes == second.bytes
  }

  private func range(of place: Int) -> Range<Int> {
    (place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])
  }
}

// MARK: - Adding

extension PropertyGraph.Texts {
  /// The place of a text, which is added if it is new.
  /// - Precondition: the texts stay below ``maximumLength``.
  package mutating func place(adding text: Span<UInt8>) -> (place: Int, isNew: Bool) {
    if ends.count * 4 >= slots.count * 3 { grow() }
    let hash = hash(text)
    let (found, slot) = place(of: text, hash: hash)
    if let found { return (found, false) }
    slots[slot] = (hash & 0xFFFF_FFFF_0000_0000) | UInt64(ends.count + 1)
    append(text)
    return (ends.count - 1, true)
  }

  /// Adds a text without looking for an equal one. Once a text was added by ``place(adding:)``, those added like this are not
  /// found by ``index(of:)``.
  package mutating func append(_ text: Span<UInt8>) {
    // An array takes a span in one piece only through its pointer.
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    ends.append(UInt32(bytes.count))
  }

  /// Adds the empty text, as ``append(_:)``.
  mutating func appendEmpty() { ends.append(UInt32(bytes.count)) }

  /// Where a text is, and the slot where the search for it ended.
  private func place(of text: Span<UInt8>, hash: UInt64) -> (found: Int?, slot: Int) {
    if slots.isEmpty { return (nil, 0) }
    let (slots, ends, bytes) = (slots.span, ends.span, bytes.span)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let entry = slots[slot]
      if entry >> 32 == hash >> 32 {
        let place = Int(entry & 0xFFFF_FFFF) - 1
        let start = place == 0 ? 0 : Int(ends[place - 1])
        if isEqual(bytes.extracting(start..<Int(ends[place])), text) { return (place, slot) }
      }
      slot = (slot + 1) & mask
    }
    return (nil, slot)
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: Swift.max(slots.count * 2, 16))
    let mask = slots.count - 1
    for place in ends.indices {
      let hash = hash(bytes.span.extracting(range(of: place)))
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = (hash & 0xFFFF_FFFF_0000_0000) | UInt64(place + 1)
    }
  }

  /// Eight bytes at a time, each folded in by a multiplication to 128 bits, as wyhash does.
  ///
  /// A raw span has no load of a number that is not called unsafe; this one stays within its bounds, which it checks.
  private func hash(_ text: Span<UInt8>) -> UInt64 {
    var hash = seed ^ UInt64(truncatingIfNeeded: text.count)
    let raw = unsafe text.bytes
    var place = 0
    while place + 8 <= raw.byteCount {
      let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
      hash = folded(hash ^ word, 0xA076_1D64_78BD_642F)
      place += 8
    }
    var rest: UInt64 = 0
    while place < text.count {
      rest = rest << 8 | UInt64(text[place])
      place += 1
    }
    return folded(hash ^ rest, 0xE703_7ED1_A0B4_28DB)
  }

  private func folded(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = first.multipliedFullWidth(by: second)
    return product.high ^ product.low
  }

  private func isEqual(_ first: Span<UInt8>, _ second: Span<UInt8>) -> Bool {
    guard first.count == second.count else { return false }
    // Eight bytes at a time, as in `hash(_:)`.
    let (words, others) = unsafe (first.bytes, second.bytes)
    var place = 0
    while place + 8 <= words.byteCount {
      let a = unsafe words.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
      let b = unsafe others.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
      if a != b { return false }
      place += 8
    }
    while place < first.count {
      if first[place] != second[place] { return false }
      place += 1
    }
    return true
  }
}
