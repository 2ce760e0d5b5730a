/// The columns of one domain while a file is read, found by the key that a value names.
struct ColumnTable {
  /// A key that the file declares.
  struct Key {
    let id: String
    let name: String
    let kind: GraphMLValue.Kind
    /// The type as the file spells it, if it is XML.
    let isXML: Bool
    var defaultValue: GraphMLValue?
  }

  private(set) var columns: [PropertyGraph.Column] = []
  /// The key ids that values or declarations have named, each with its column in `places`.
  private var keyIDs = PropertyGraph.Texts()
  /// By key id, the place of the column, or -1 where values are left out.
  private var places: [Int] = []
  /// The places of columns whose key is not declared yet.
  private(set) var undeclared: [Int] = []

  /// The column that a key id means, -1 if its values are left out; nil the first time, when it must be added.
  mutating func place(of id: Span<UInt8>) -> Int? {
    let (code, isNew) = keyIDs.place(adding: id)
    return isNew ? nil : places[code]
  }

  /// Adds what a new key id means: the declared key, or a column of texts until it is declared.
  mutating func place(adding id: String, _ key: Key?) -> Int {
    let place = key.map { self.place(adding: $0) } ?? columns.count
    if key == nil {
      undeclared.append(place)
      columns.append(PropertyGraph.Column(id, keyID: id, kind: .string))
    }
    places.append(place)
    return place
  }

  /// Adds the column of a key of this domain, unless a value has named the key before.
  mutating func declare(_ key: Key) {
    let (_, isNew) = keyIDs.place(adding: key.id.utf8.span)
    if isNew { places.append(place(adding: key)) }
  }

  /// Keys of one name make one column where its type can hold the values of both.
  private mutating func place(adding key: Key) -> Int {
    if key.isXML { return -1 }
    if let place = columns.firstIndex(where: { $0.name == key.name }) {
      let wider = columns[place].kind.widened(with: key.kind)
      if columns[place].widen(to: wider) {
        columns[place].defaultValue = columns[place].defaultValue ?? key.defaultValue
        return place
      }
    }
    var column = PropertyGraph.Column(key.name, keyID: key.id, kind: key.kind)
    column.defaultValue = key.defaultValue
    columns.append(column)
    return columns.count - 1
  }

  /// States a value by its text.
  mutating func set(
    _ place: Int, row: Int, _ text: Span<UInt8>
  ) -> PropertyGraph.Column.Outcome {
    columns[place].set(row, text)
  }

  /// The length of the texts of a column, which has a limit.
  func length(of place: Int) -> Int { columns[place].texts.length }

  /// Gives a column whose key was declared after its use the name and the type of the key.
  /// - Returns: the number of texts that are not of the type.
  mutating func settle(_ place: Int, _ key: Key) -> Int {
    if key.isXML { return 0 }
    var (column, unreadable) = columns[place].converted(to: key.kind)
    column.name = key.name
    column.defaultValue = key.defaultValue
    columns[place] = column
    return unreadable.count
  }

  /// Gives every column a place for `count` rows.
  mutating func pad(to count: Int) {
    for place in columns.indices { columns[place].pad(to: count) }
  }
}
