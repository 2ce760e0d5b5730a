internal import GraphML

/// Gives every different text of a file a number, in the order in which they are met.
struct TextCollector {
  let file: FileBytes
  private(set) var texts = PropertyGraph.Texts()
  /// Whether the texts have more bytes together than there are numbers for.
  private(set) var isFull = false

  init(file: FileBytes) { self.file = file }

  /// The number of the text at a place of the file; nil if it is not UTF-8 or there are too many.
  mutating func place(of bits: UInt64) -> UInt32? {
    let place = TextPlace(bits: bits)
    guard texts.length + place.range.count < Int(UInt32.max) else {
      isFull = true
      return nil
    }
    if place.hasDoubledQuotes { return unquoted(place.range) }
    let bytes = file[place.range]
    let (number, isNew) = bytes.withSpan { texts.place(adding: $0) }
    if isNew, bytes.text == nil { return nil }
    return UInt32(number)
  }

  private mutating func unquoted(_ range: Range<Int>) -> UInt32? {
    var bytes: [UInt8] = []
    var isSecond = false
    for byte in file[range].array {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if !isSecond { bytes.append(byte) }
    }
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    return UInt32(texts.place(adding: bytes.span).place)
  }
}

/// Vertices whose names are numbers.
enum VertexNames {
  /// Numbers the vertices in the order in which the edges name them, source before target.
  static func numbered(
    _ sources: [UInt32], _ targets: [UInt32]
  ) -> (names: PropertyGraph.Texts, sources: [UInt32], targets: [UInt32]) {
    let greatest = max(sources.max() ?? 0, targets.max() ?? 0)
    // A table by name, if names are dense enough; else they are looked up as texts.
    guard Int(greatest) <= 16 * sources.count + 1_000_000 else { return lookedUp(sources, targets) }
    var numbers = [UInt32](repeating: .max, count: Int(greatest) + 1)
    var bytes: [UInt8] = []
    var ends: [UInt32] = []
    var (newSources, newTargets) = (sources, targets)
    func number(_ name: UInt32) -> UInt32 {
      let known = numbers[Int(name)]
      if known != .max { return known }
      let number = UInt32(ends.count)
      numbers[Int(name)] = number
      append(name, to: &bytes)
      ends.append(UInt32(bytes.count))
      return number
    }
    for edge in sources.indices {
      newSources[edge] = number(sources[edge])
      newTargets[edge] = number(targets[edge])
    }
    return (PropertyGraph.Texts(bytes: bytes, ends: ends), newSources, newTargets)
  }

  private static func lookedUp(
    _ sources: [UInt32], _ targets: [UInt32]
  ) -> (names: PropertyGraph.Texts, sources: [UInt32], targets: [UInt32]) {
    var names = PropertyGraph.Texts()
    var (newSources, newTargets) = (sources, targets)
    var digits: [UInt8] = []
    func number(_ name: UInt32) -> UInt32 {
      digits.removeAll(keepingCapacity: true)
      append(name, to: &digits)
      return UInt32(names.place(adding: digits.span).place)
    }
    for edge in sources.indices {
      newSources[edge] = number(sources[edge])
      newTargets[edge] = number(targets[edge])
    }
    return (names, newSources, newTargets)
  }

  private static func append(_ number: UInt32, to bytes: inout [UInt8]) {
    let start = bytes.count
    var rest = number
    repeat {
      bytes.append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }
}
