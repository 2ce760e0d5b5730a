extension PropertyGraph.Column {
  /// Changes the type to one that holds every value of the present one exactly.
  /// - Returns: whether the new type does; otherwise nothing changes.
  mutating func widen(to wider: GraphMLValue.Kind) -> Bool {
    switch (kind, wider) {
    case _ where kind == wider: return true
    case (.int, .long): adopt(longs: ints.map(Int64.init))
    case (.int, .double):
      adopt(doubles: ints.indices.map { isStated($0) ? Double(ints[$0]) : .nan })
    case (.float, .double): adopt(doubles: floats.map(Double.init))
    default: return false
    }
    return true
  }

  /// Changes the type to one that also holds the values of a further key of the same name.
  mutating func join(_ other: GraphMLValue.Kind) {
    let wider = kind.widened(with: other == .xml ? .string : other)
    if !widen(to: wider) {
      if wider == .double {
        adopt(doubles: longs.indices.map { isStated($0) ? Double(longs[$0]) : .nan })
      } else {
        adoptTexts()
      }
    }
    let former = defaultValue
    defaultValue = nil
    adoptDefault(former)
  }

  /// Takes a default over, in the type of the column, where there is none.
  mutating func adoptDefault(_ value: GraphMLValue?) {
    guard defaultValue == nil, let value,
      case .value(let converted) = GraphMLValue.read(value.text, as: kind)
    else { return }
    defaultValue = converted
  }

  /// States the values of another column, whose type this one holds.
  mutating func add(_ other: Self) {
    for row in 0..<other.count where other.isStated(row) {
      _ = set(row, Array((other[row]?.text ?? "").utf8).span)
    }
  }

  /// Whether the integer that a text is differs from the real number that a row holds.
  func isRounded(_ row: Int, _ text: Span<UInt8>) -> Bool {
    // Every integer of fifteen digits is a double.
    if text.count <= 15 { return false }
    let text = unsafe text.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    guard let integer = Int64(text.trimmingXMLBlanks) else { return false }
    return Int64(exactly: doubles[row]) != integer
  }

  private mutating func adoptTexts() {
    var texts = PropertyGraph.Texts()
    let codes = (0..<count).map { row in
      guard isStated(row), let value = self[row] else { return PropertyGraph.none }
      return UInt32(texts.place(adding: value.text.utf8.span).place)
    }
    adopt(texts: texts, codes: codes)
  }

  /// The column with its texts read as values of a type, for a key that is declared after its use.
  /// - Returns: the column, and the rows whose text is not of the type and which are left out.
  func converted(to kind: GraphMLValue.Kind) -> (column: Self, unreadable: [Int]) {
    var column = Self(name, keyID: keyID, kind: kind)
    var unreadable: [Int] = []
    for row in codes.indices where isStated(row) {
      let text = Array(texts[Int(codes[row])].utf8)
      switch column.set(row, text.span) {
      case .stored, .rounded, .widened, .blank: break
      case .outOfRange, .unreadable: unreadable.append(row)
      }
    }
    return (column, unreadable)
  }
}
