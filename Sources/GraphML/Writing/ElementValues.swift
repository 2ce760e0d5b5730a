/// The values of one element after another, by field, and the columns that have something for it: what an element costs
/// depends on what it states, not on how many attributes the document has.
struct ElementValues {
  /// By field, what the element has: its own value or the default.
  private(set) var values: [GraphMLValue?]
  private let defaults: [GraphMLValue?]
  /// The fields that the element states.
  private var stated: [Int] = []
  /// The columns of each field.
  private var columnsOfField: [[Int]]
  /// The columns that elements may have something in without stating it.
  private var always: [Int] = []
  /// All columns if they are few, else none.
  private let all: [Int]

  /// So few columns are looked at one by one.
  private static let few = 32

  /// - Parameter columns: for each column its field, and whether elements that state nothing may have something there.
  init(_ fields: [UniversalColumns.Field], columns: [(field: Int?, isAlways: Bool)]) {
    defaults = fields.map(\.attribute.defaultValue)
    values = defaults
    columnsOfField = [[Int]](repeating: [], count: fields.count)
    all = columns.count <= Self.few ? Array(columns.indices) : []
    for (number, column) in columns.enumerated() {
      if let field = column.field { columnsOfField[field].append(number) }
      if column.isAlways || column.field.map({ defaults[$0] != nil }) ?? true {
        always.append(number)
      }
    }
  }

  /// Takes the next element.
  mutating func load(_ entries: GraphMLDocument.Values, _ columns: UniversalColumns) {
    for field in stated { values[field] = defaults[field] }
    stated.removeAll(keepingCapacity: true)
    var guess = 0
    for entry in entries {
      guard let place = columns.place(of: entry.name, guess: guess) else { continue }
      values[place] = entry.value
      stated.append(place)
      guess = place + 1
    }
  }

  /// The columns that have something for the element, in order, and maybe some that have nothing.
  var columns: [Int] {
    if !all.isEmpty { return all }
    var columns = always
    for field in stated { columns += columnsOfField[field] }
    columns.sort()
    var last = -1
    columns.removeAll { column in
      defer { last = column }
      return column == last
    }
    return columns
  }
}

extension GraphMLValue {
  /// Whether it is no number although its type is one of numbers, which many programs cannot read.
  var isNaN: Bool { number?.isNaN == true }
}
