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

  /// The column with its texts read as values of a type, for a key that is declared after its use.
  /// - Returns: the column, and the rows whose text is not of the type and which are left out.
  func converted(to kind: GraphMLValue.Kind) -> (column: Self, unreadable: [Int]) {
    var column = Self(name, keyID: keyID, kind: kind)
    var unreadable: [Int] = []
    for row in codes.indices where isStated(row) {
      let text = Array(texts[Int(codes[row])].utf8)
      switch column.set(row, text.span) {
      case .stored, .widened, .blank: break
      case .outOfRange, .unreadable: unreadable.append(row)
      }
    }
    return (column, unreadable)
  }
}
