extension GraphMLDocument {
  /// The values that an element states itself, in file order, by attribute name.
  ///
  /// Defaults are not in here: an attribute that is absent may still have one (``Attribute/value(in:)``).
  ///
  /// ```swift
  /// var values: GraphMLDocument.Values = ["name": "甲公司", "revenue": 12.5]
  /// values["employees"] = .int(30)
  /// ```
  public struct Values: Hashable, Sendable {
    private var entries: [Entry]

    /// No values.
    public init() { entries = [] }

    /// The given entries, in this order.
    public init(_ entries: some Sequence<Entry>) { self.entries = Array(entries) }

    /// The value stated for the attribute `name`; the last one if it is stated more than once.
    ///
    /// Setting replaces every earlier statement, in the place of the first; setting nil removes them.
    /// - Complexity: O(count).
    public subscript(name: String) -> GraphMLValue? {
      get { last(name)?.value }
      set {
        let place = entries.firstIndex { $0.name == name }
        guard let newValue else { return entries.removeAll { $0.name == name } }
        guard let place else { return entries.append(Entry(name, newValue)) }
        entries[place] = Entry(name, newValue)
        var rest = entries[(place + 1)...]
        rest.removeAll { $0.name == name }
        entries.replaceSubrange((place + 1)..., with: rest)
      }
    }

    /// The last entry of the attribute `name`, which may be blank.
    public func last(_ name: String) -> Entry? { entries.last { $0.name == name } }

    /// The number of entries after which another of the same attribute comes.
    /// - Complexity: O(count).
    var repeatedCount: Int {
      // Hashing takes longer than looking through the few names that most elements have.
      if entries.count > 16 { return entries.count - Set(entries.map(\.name)).count }
      var count = 0
      for place in entries.indices.dropFirst()
      where entries[..<place].contains(where: { $0.name == entries[place].name }) {
        count += 1
      }
      return count
    }

    /// Adds an entry at the end, without looking for an earlier one of the same name.
    public mutating func append(_ entry: Entry) { entries.append(entry) }
  }

  /// One `<data>` element: an attribute's value for one node, edge or graph.
  public struct Entry: Hashable, Sendable {
    /// The attribute's name, as ``Attribute/name`` has it.
    public var name: String
    /// The value; nil if the file states an empty one where the type has no empty value, such as a number.
    public var value: GraphMLValue?
    /// GraphML 1.1's `time`, for an attribute that changes: any 64-bit integer; nil if not stated.
    public var time: Int64?
    /// The data element's other attributes, kept as they were.
    public var foreign: [Foreign]

    /// A value, at no particular time.
    public init(
      _ name: String, _ value: GraphMLValue?, time: Int64? = nil, foreign: [Foreign] = []
    ) {
      self.name = name
      self.value = value
      self.time = time
      self.foreign = foreign
    }
  }
}

extension GraphMLDocument.Values: RandomAccessCollection, MutableCollection {
  /// Always 0.
  public var startIndex: Int { 0 }
  /// The number of entries.
  public var endIndex: Int { entries.count }
  /// The entry at a position, in file order.
  public subscript(position: Int) -> GraphMLDocument.Entry {
    get { entries[position] }
    set { entries[position] = newValue }
  }
}

extension GraphMLDocument.Values: ExpressibleByDictionaryLiteral {
  /// Values in the order of the literal.
  public init(dictionaryLiteral elements: (String, GraphMLValue)...) {
    entries = elements.map { GraphMLDocument.Entry($0.0, $0.1) }
  }
}
