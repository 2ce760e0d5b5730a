/// The start tag in which the file so far breaks off. libxml2 waits for its end before it calls anybody, and then compares each
/// attribute with all others: what a tag may have is therefore counted while it comes.
struct UnfinishedTag {
  /// Where the tag starts in the file as UTF-8.
  private var start = -1
  /// How much of it has been looked at.
  private var length = 0
  private var quote: UInt8?
  /// The number of attributes and namespaces so far.
  private var attributes = 0

  /// The limit that the tag exceeds.
  /// - Parameter rest: what libxml2 has not used up, which starts at `offset` in the file.
  mutating func exceededLimit(
    _ rest: UnsafeBufferPointer<UInt8>, at offset: Int, _ limits: GraphMLDocument.Limits
  ) -> String? {
    guard rest.count > 1, unsafe rest[0] == UInt8(ascii: "<"),
      unsafe ![UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "/")].contains(rest[1])
    else { return nil }
    if offset != start { self = UnfinishedTag(start: offset) }
    while length < rest.count {
      let byte = unsafe rest[length]
      length += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
        attributes += 1
      }
    }
    if attributes > limits.attributes { return "attributes" }
    return length > limits.valueLength ? "value" : nil
  }
}

extension UnfinishedTag {
  private init(start: Int) { self.start = start }
}
