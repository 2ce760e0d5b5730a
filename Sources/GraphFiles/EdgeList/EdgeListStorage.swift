internal import Graphs

/// What the cells of a column are read as, in the order in which a cell that does not fit raises it.
enum CellKind: UInt8, Comparable {
  /// Not wanted: only its end is looked for.
  case skipped
  /// Names of vertices that are plain whole numbers, such as 17 and not 017.
  case number
  case int
  case long
  case double
  /// Any text, as its place in the file.
  case text

  static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  var next: CellKind {
    switch self {
    case .skipped: .skipped
    case .number, .double, .text: .text
    case .int: .long
    case .long: .double
    }
  }
}

/// Where a text stands in the file: 40 bits of place, 23 of length, and whether its quotes are doubled.
struct TextPlace {
  let bits: UInt64
  static let none = TextPlace(bits: .max)
  static let greatestLength = 1 << 23 - 2

  init(bits: UInt64) { self.bits = bits }
  init(_ range: Range<Int>, hasDoubledQuotes: Bool) {
    bits = UInt64(range.lowerBound) << 24 | UInt64(range.count) << 1 | (hasDoubledQuotes ? 1 : 0)
  }
  var range: Range<Int> {
    let start = Int(bits >> 24)
    return start..<start + Int(bits >> 1 & 0x7F_FFFF)
  }
  var hasDoubledQuotes: Bool { bits & 1 == 1 }
}

/// The cells of one column, a row an edge.
enum ColumnStorage {
  case none
  case numbers([UInt32])
  case ints([Int32])
  case longs([Int64])
  case doubles([Double])
  case texts([UInt64])

  /// Room for rows, each of which is filled or left out by `keep`; its memory is first touched by the threads that fill
  /// it.
  init(_ kind: CellKind, rows: Int) {
    switch kind {
    case .skipped: self = .none
    case .number: self = .numbers(unsafe [UInt32](unwritten: rows))
    case .int: self = .ints(unsafe [Int32](unwritten: rows))
    case .long: self = .longs(unsafe [Int64](unwritten: rows))
    case .double: self = .doubles(unsafe [Double](unwritten: rows))
    case .text: self = .texts(unsafe [UInt64](unwritten: rows))
    }
  }

  /// The numbers, which then have one owner and can be changed in place; nil if there are none.
  mutating func takeNumbers() -> [UInt32]? {
    guard case .numbers(let numbers) = self else { return nil }
    self = .none
    return numbers
  }

  /// Closes the gaps that blank lines left: `runs` are the rows that were filled, ascending.
  mutating func keep(_ runs: [Range<Int>]) {
    func kept<Element>(_ array: [Element]) -> [Element] { runs.flatMap { array[$0] } }
    switch self {
    case .none: break
    case .numbers(let array): self = .numbers(kept(array))
    case .ints(let array): self = .ints(kept(array))
    case .longs(let array): self = .longs(kept(array))
    case .doubles(let array): self = .doubles(kept(array))
    case .texts(let array): self = .texts(kept(array))
    }
  }
}

extension [ColumnStorage] {
  /// Calls with the memory of every column, in their order.
  mutating func withMemory(_ memory: [ColumnMemory] = [], _ body: ([ColumnMemory]) -> Void) {
    let index = memory.count
    guard index < count else { return body(memory) }
    // Taken out of the enum while it is written to, and the enum given up, or what it still held would be copied.
    let storage = self[index]
    self[index] = .none
    switch consume storage {
    case .none: withMemory(memory + [.none], body)
    case .numbers(var array):
      lend(&array, memory, body)
      self[index] = .numbers(array)
    case .ints(var array):
      lend(&array, memory, body)
      self[index] = .ints(array)
    case .longs(var array):
      lend(&array, memory, body)
      self[index] = .longs(array)
    case .doubles(var array):
      lend(&array, memory, body)
      self[index] = .doubles(array)
    case .texts(var array):
      lend(&array, memory, body)
      self[index] = .texts(array)
    }
  }

  private mutating func lend<Cell: BitwiseCopyable>(
    _ array: inout [Cell], _ memory: [ColumnMemory], _ body: ([ColumnMemory]) -> Void
  ) {
    unsafe array.withUnsafeMutableBytes { bytes in
      withMemory(memory + [unsafe ColumnMemory(bytes)], body)
    }
  }
}
