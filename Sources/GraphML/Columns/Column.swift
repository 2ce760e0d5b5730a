extension PropertyGraph {
  /// The values of one attribute, a row an element, in an array of their type.
  ///
  /// Only the array of the column's ``kind`` has rows; the others are empty. A row that the file does not state holds 0,
  /// false, not-a-number or ``PropertyGraph/none``; ``isStated(_:)`` tells it from a stated one.
  public struct Column: Equatable, Sendable {
    /// The attribute's name.
    public package(set) var name: String
    /// The `id` of the key that declares it.
    public let keyID: String
    /// The type: the declared one, or a wider one that a value needed.
    public package(set) var kind: GraphMLValue.Kind
    /// What an element has that states nothing.
    public package(set) var defaultValue: GraphMLValue?
    /// The rows of a `boolean` attribute.
    public package(set) var booleans: [Bool] = []
    /// The rows of an `int` attribute.
    public package(set) var ints: [Int32] = []
    /// The rows of a `long` attribute.
    public package(set) var longs: [Int64] = []
    /// The rows of a `float` attribute.
    public package(set) var floats: [Float] = []
    /// The rows of a `double` attribute.
    public package(set) var doubles: [Double] = []
    /// The rows of a `string` attribute: places in ``texts``.
    public package(set) var codes: [UInt32] = []
    /// The different values of a `string` attribute, in the order of their first rows.
    public package(set) var texts = Texts()
    /// A bit a row: whether the file states it.
    package var stated: [UInt64] = []
    /// The number of rows that the file states, rows stated twice counted once.
    public package(set) var statedCount = 0

    package init(_ name: String, keyID: String, kind: GraphMLValue.Kind) {
      self.name = name
      self.keyID = keyID
      self.kind = kind == .xml ? .string : kind
    }

    /// The number of rows.
    public var count: Int {
      switch kind {
      case .boolean: booleans.count
      case .int: ints.count
      case .long: longs.count
      case .float: floats.count
      case .double: doubles.count
      case .string, .xml: codes.count
      }
    }

    /// Whether the file states a value for a row.
    public func isStated(_ row: Int) -> Bool {
      row / 64 < stated.count && stated[row / 64] & (1 << UInt64(row % 64)) != 0
    }

    /// The value of a row: the stated one, else the default.
    /// - Precondition: `row` is in 0..<``count``.
    public subscript(row: Int) -> GraphMLValue? {
      guard isStated(row) else { return defaultValue }
      return switch kind {
      case .boolean: .boolean(booleans[row])
      case .int: .int(ints[row])
      case .long: .long(longs[row])
      case .float: .float(floats[row])
      case .double: .double(doubles[row])
      case .string, .xml: .string(texts[Int(codes[row])])
      }
    }
  }
}

// MARK: - Rows

extension PropertyGraph.Column {
  /// What became of a value.
  enum Outcome {
    case stored
    /// An empty text where the type has no empty value: the row states nothing.
    case blank
    /// Stored as the nearest number: an integer that the type of the column has no digits for.
    case rounded
    /// Stored, in a type wider than the declared one.
    case widened
    /// Beyond every type that holds the other values exactly; left out.
    case outOfRange
    /// Not of the type; left out.
    case unreadable
  }

  /// States the value of a row by its text. The last statement of a row counts.
  mutating func set(_ row: Int, _ text: Span<UInt8>) -> Outcome {
    switch kind {
    case .string, .xml:
      let code = texts.place(adding: text).place
      Self.set(&codes, row, UInt32(code), filler: PropertyGraph.none)
    case .int:
      guard let value = PlainNumber.integer(text), let value = Int32(exactly: value) else {
        return setSlowly(row, text)
      }
      Self.set(&ints, row, value, filler: 0)
    case .long:
      guard let value = PlainNumber.integer(text) else { return setSlowly(row, text) }
      Self.set(&longs, row, value, filler: 0)
    case .double:
      guard let value = PlainNumber.double(text) else { return setSlowly(row, text) }
      Self.set(&doubles, row, value, filler: .nan)
    case .boolean, .float: return setSlowly(row, text)
    }
    note(row)
    return .stored
  }

  /// Gives every row below `count` a place.
  mutating func pad(to count: Int) {
    switch kind {
    case .boolean: Self.pad(&booleans, count, false)
    case .int: Self.pad(&ints, count, 0)
    case .long: Self.pad(&longs, count, 0)
    case .float: Self.pad(&floats, count, .nan)
    case .double: Self.pad(&doubles, count, .nan)
    case .string, .xml: Self.pad(&codes, count, PropertyGraph.none)
    }
  }

  private mutating func setSlowly(_ row: Int, _ text: Span<UInt8>) -> Outcome {
    // A string is made of a span in one piece only through its pointer.
    let text = unsafe text.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    switch GraphMLValue.read(text, as: kind) {
    case .value(nil): return .blank
    case .value(let value?):
      set(row, value)
      return .stored
    case .outOfRange(let value):
      guard widen(to: value.kind) else { return .outOfRange }
      set(row, value)
      return .widened
    case .unreadable(let value):
      guard value.kind == .double, widen(to: .double) else { return .unreadable }
      set(row, value)
      return .widened
    }
  }

  private mutating func set(_ row: Int, _ value: GraphMLValue) {
    switch value {
    case .boolean(let value): Self.set(&booleans, row, value, filler: false)
    case .int(let value): Self.set(&ints, row, value, filler: 0)
    case .long(let value): Self.set(&longs, row, value, filler: 0)
    case .float(let value): Self.set(&floats, row, value, filler: .nan)
    case .double(let value): Self.set(&doubles, row, value, filler: .nan)
    case .string, .xml: return
    }
    note(row)
  }

  private mutating func note(_ row: Int) {
    if row / 64 >= stated.count { Self.pad(&stated, row / 64 + 1, 0) }
    let bit = UInt64(1) << UInt64(row % 64)
    if stated[row / 64] & bit == 0 { statedCount += 1 }
    stated[row / 64] |= bit
  }

  @inline(__always)
  private static func set<Value>(
    _ array: inout [Value], _ row: Int, _ value: Value, filler: Value
  ) {
    if row == array.count { return array.append(value) }
    if row > array.count {
      pad(&array, row, filler)
      return array.append(value)
    }
    array[row] = value
  }

  /// Replaces the rows of an `int` column.
  mutating func adopt(longs: [Int64]) {
    (kind, ints, self.longs) = (.long, [], longs)
  }

  /// Replaces the rows of a column of numbers.
  mutating func adopt(doubles: [Double]) {
    (kind, ints, longs, floats, self.doubles) = (.double, [], [], [], doubles)
  }

  /// Replaces the rows by texts.
  mutating func adopt(texts: PropertyGraph.Texts, codes: [UInt32]) {
    (kind, booleans, ints, longs, floats, doubles) = (.string, [], [], [], [], [])
    (self.texts, self.codes) = (texts, codes)
  }

  private static func pad<Value>(_ array: inout [Value], _ count: Int, _ filler: Value) {
    if array.count < count {
      array.append(contentsOf: repeatElement(filler, count: count - array.count))
    }
  }
}
