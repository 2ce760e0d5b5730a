/// The plain bytes of a file or an array, in pieces of 64 KB; those of a gzip file are inflated on the way.
struct Pieces: ~Copyable {
  private let file: InputFile?
  private var bytes: ArraySlice<UInt8>
  private let name: String
  private let limits: GraphMLDocument.Limits
  private var inflater: Inflater?
  private var isStarted = false

  private static let length = 1 << 16

  init(path: String, limits: GraphMLDocument.Limits) throws(GraphMLError) {
    file = try InputFile(path)
    bytes = []
    name = path
    self.limits = limits
  }

  init(bytes: [UInt8], name: String, limits: GraphMLDocument.Limits) {
    file = nil
    self.bytes = bytes[...]
    self.name = name
    self.limits = limits
  }

  /// The next piece; empty at the end.
  mutating func next() throws(GraphMLError) -> [UInt8] {
    if isStarted { return try inflater == nil ? stored() : inflated() }
    isStarted = true
    let piece = try stored()
    guard piece.starts(with: [0x1F, 0x8B]) else { return piece }
    do {
      let inflater = try Inflater()
      inflater.feed(piece)
      self.inflater = inflater
    } catch {
      throw damage(error.reason)
    }
    return try inflated()
  }

  /// The next piece as it is stored.
  private mutating func stored() throws(GraphMLError) -> [UInt8] {
    if let piece = try file?.read(upTo: Self.length) { return piece }
    let piece = Array(bytes.prefix(Self.length))
    bytes = bytes.dropFirst(Self.length)
    return piece
  }

  private mutating func inflated() throws(GraphMLError) -> [UInt8] {
    guard let inflater else { return [] }
    while true {
      if inflater.isHungry {
        let piece = try stored()
        if piece.isEmpty {
          if !inflater.isAtEnd { throw damage("it ends too early") }
          return []
        }
        inflater.feed(piece)
      }
      let output: [UInt8]
      do {
        output = try inflater.inflate(upTo: Self.length)
      } catch {
        throw damage(error.reason)
      }
      try checkLimits(inflater)
      if !output.isEmpty { return output }
    }
  }

  private func checkLimits(_ inflater: Inflater) throws(GraphMLError) {
    let isTooLong = inflater.written > limits.inflatedLength
    // The start of an honest file may repeat itself more than the whole.
    let isTooDense =
      inflater.written > 4 << 20 && inflater.written / limits.inflationRatio > inflater.read
    if isTooLong || isTooDense { throw GraphMLError(.limitExceeded, "inflated", at: start) }
  }

  private func damage(_ reason: String) -> GraphMLError {
    GraphMLError(.damagedCompression, reason, at: start)
  }

  private var start: GraphMLError.Location {
    GraphMLError.Location(file: name, line: 1, column: 1)
  }
}
