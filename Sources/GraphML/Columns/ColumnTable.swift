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

  /// The column of values whose key is not declared yet.
  struct Undeclared {
    let column: Int
    /// Where the key is named first.
    let location: GraphMLError.Location
  }

  private(set) var columns: [PropertyGraph.Column] = []
  /// The key ids that values or declarations have named, each with its column in `places`.
  private var keyIDs = PropertyGraph.Texts()
  /// By key id, the place of the column, or -1 where values are left out.
  private var places: [Int] = []
  /// The columns whose key is not declared yet.
  private(set) var undeclared: [Undeclared] = []
  /// The column of each name.
  private var columnsByName: [String: Int] = [:]
  /// The columns of real numbers that a key of integers shares.
  private var mixed: Set<Int> = []
  /// The columns that have become part of others.
  private var merged: Set<Int> = []
  /// The cells of all columns that stand for elements which state nothing.
  private(set) var emptyCells = 0

  /// The column that a key id means, -1 if its values are left out; nil the first time, when it must be added.
  mutating func place(of id: Span<UInt8>) -> Int? {
    let (code, isNew) = keyIDs.place(adding: id)
    return isNew ? nil : places[code]
  }

  /// Adds what a new key id means: the declared key, or a column of texts until it is declared.
  mutating func place(
    adding id: String, _ key: Key?, at location: GraphMLError.Location
  ) -> Int {
    let place = key.map { self.place(adding: $0) } ?? columns.count
    if key == nil {
      undeclared.append(Undeclared(column: place, location: location))
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

  /// Keys of one name make one column, of the type that holds the values of all.
  private mutating func place(adding key: Key) -> Int {
    if key.isXML { return -1 }
    if let place = columnsByName[key.name] {
      join(key.kind, to: place)
      columns[place].adoptDefault(key.defaultValue)
      return place
    }
    var column = PropertyGraph.Column(key.name, keyID: key.id, kind: key.kind)
    column.defaultValue = key.defaultValue
    columnsByName[key.name] = columns.count
    columns.append(column)
    return columns.count - 1
  }

  private mutating func join(_ kind: GraphMLValue.Kind, to place: Int) {
    let integers: Set<GraphMLValue.Kind> = [.int, .long]
    let isMixed = integers.contains(kind) || integers.contains(columns[place].kind)
    columns[place].join(kind)
    if isMixed, columns[place].kind == .double { mixed.insert(place) }
  }

  /// States a value by its text.
  mutating func set(
    _ place: Int, row: Int, _ text: Span<UInt8>
  ) -> PropertyGraph.Column.Outcome {
    emptyCells += max(row - columns[place].count, 0)
    let outcome = columns[place].set(row, text)
    let isRounded =
      outcome == .stored && mixed.contains(place) && columns[place].isRounded(row, text)
    return isRounded ? .rounded : outcome
  }

  /// The number of cells that stand for nothing once every column has `count` rows.
  func emptyCells(at count: Int) -> Int {
    columns.reduce(emptyCells) { $0 + max(count - $1.count, 0) }
  }

  /// The length of the texts of a column, which has a limit.
  func length(of place: Int) -> Int { columns[place].texts.length }

  /// Gives a column whose key was declared after its use, or never, the name and the type of the key.
  /// - Returns: the number of texts that are not of the type.
  mutating func settle(_ place: Int, _ key: Key) -> Int {
    if key.isXML { return 0 }
    var (column, unreadable) = columns[place].converted(to: key.kind)
    column.name = key.name
    column.defaultValue = key.defaultValue
    if let other = columnsByName[key.name] {
      join(column.kind, to: other)
      columns[other].adoptDefault(key.defaultValue)
      columns[other].add(column)
      merged.insert(place)
      columns[place] = PropertyGraph.Column(key.name, keyID: key.id, kind: .string)
    } else {
      columnsByName[key.name] = place
      columns[place] = column
    }
    return unreadable.count
  }

  /// Takes out the columns that have become part of others: the last change of the table.
  mutating func removeMerged() {
    columns = columns.indices.filter { !merged.contains($0) }.map { columns[$0] }
  }

  /// Gives every column a place for `count` rows.
  mutating func pad(to count: Int) {
    for place in columns.indices { columns[place].pad(to: count) }
  }
}
