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
  /// Puts in the place of every name the number of its vertex; vertices are numbered in the order in which the edges name
  /// them, source before target.
  ///
  /// - Returns: the names by vertex.
  static func number(_ sources: inout [UInt32], _ targets: inout [UInt32]) -> PropertyGraph.Texts {
    let greatest = max(sources.max() ?? 0, targets.max() ?? 0)
    // A table by name, if names are dense enough; else they are looked up as texts.
    guard Int(greatest) <= 16 * sources.count + 1_000_000 else { return lookUp(&sources, &targets) }
    var table = [UInt32](repeating: .max, count: Int(greatest) + 1)
    var names: [UInt32] = []
    replace(&sources, &targets, &table, &names)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(names.count * 7)
    var ends: [UInt32] = []
    ends.reserveCapacity(names.count)
    for name in names {
      append(name, to: &bytes)
      ends.append(UInt32(bytes.count))
    }
    return PropertyGraph.Texts(bytes: bytes, ends: ends)
  }

  private static func replace(
    _ sources: inout [UInt32], _ targets: inout [UInt32], _ table: inout [UInt32],
    _ names: inout [UInt32]
  ) {
    var sources = sources.mutableSpan
    var targets = targets.mutableSpan
    var table = table.mutableSpan
    for edge in sources.indices {
      let source = Int(sources[edge])
      if table[source] == .max {
        table[source] = UInt32(truncatingIfNeeded: names.count)
        names.append(UInt32(truncatingIfNeeded: source))
      }
      sources[edge] = table[source]
      let target = Int(targets[edge])
      if table[target] == .max {
        table[target] = UInt32(truncatingIfNeeded: names.count)
        names.append(UInt32(truncatingIfNeeded: target))
      }
      targets[edge] = table[target]
    }
  }

  private static func lookUp(
    _ sources: inout [UInt32], _ targets: inout [UInt32]
  ) -> PropertyGraph.Texts {
    var names = PropertyGraph.Texts()
    var digits: [UInt8] = []
    func number(_ name: UInt32) -> UInt32 {
      digits.removeAll(keepingCapacity: true)
      append(name, to: &digits)
      return UInt32(names.place(adding: digits.span).place)
    }
    for edge in sources.indices {
      sources[edge] = number(sources[edge])
      targets[edge] = number(targets[edge])
    }
    return names
  }

  private static func append(_ number: UInt32, to bytes: inout [UInt8]) {
    var divisor: UInt32 = 1
    while number / divisor >= 10 { divisor *= 10 }
    var rest = number
    while divisor > 0 {
      bytes.append(0x30 + UInt8(truncatingIfNeeded: rest / divisor))
      rest %= divisor
      divisor /= 10
    }
  }
}
