/// What some vertices of a graph reach of some others, 512 at a time; all edges lead to higher vertices.
struct ReachedBits: Sendable {
  /// The vertices with edges, ascending, by their numbers in the graph.
  private let vertices: [UInt32]
  /// By row: to which rows its edges lead, each once. Rows are numbered as `vertices`.
  private let rows: CompressedRows
  /// The rows that have edges, ascending.
  private let inner: [UInt32]
  /// The rows whose weights count, ascending: those that edges lead to.
  private let columns: [UInt32]
  /// By column: its weight.
  private let weights: [Int]

  /// The part of a graph with the vertices for which `rows` is true, where those count for which
  /// `columns` is true too.
  init(
    _ graph: Digraph, _ weights: [Int], rows isRow: (Int) -> Bool, columns isColumn: (Int) -> Bool
  ) {
    let kept = (0..<graph.vertexCount).filter {
      isRow($0) && graph.outgoing.degree($0) + graph.incoming.degree($0) > 0
    }
    var numbers = [UInt32](large: .max, count: graph.vertexCount)
    for (number, vertex) in kept.enumerated() {
      numbers[vertex] = UInt32(truncatingIfNeeded: number)
    }
    var offsets: [UInt32] = [0]
    var targets: [UInt32] = []
    var inner: [UInt32] = []
    var lastSeen = [UInt32](repeating: .max, count: kept.count)
    for (number, vertex) in kept.enumerated() {
      let start = targets.count
      for position in graph.outgoing.range(of: vertex) {
        let target = numbers[Int(graph.outgoing.values[position])]
        if target == .max || lastSeen[Int(target)] == number { continue }
        lastSeen[Int(target)] = UInt32(truncatingIfNeeded: number)
        targets.append(target)
      }
      offsets.append(UInt32(truncatingIfNeeded: targets.count))
      if targets.count > start { inner.append(UInt32(truncatingIfNeeded: number)) }
    }
    vertices = kept.map { UInt32(truncatingIfNeeded: $0) }
    rows = CompressedRows(offsets: offsets, values: targets)
    self.inner = inner
    let columns = kept.indices.filter { lastSeen[$0] != .max && isColumn(kept[$0]) }
    self.columns = columns.map { UInt32(truncatingIfNeeded: $0) }
    self.weights = columns.map { weights[kept[$0]] }
  }

  /// Adds to the sum of each vertex the weights of the columns that it reaches by an edge or more.
  func add<Failure: Error>(
    to sums: inout [Int], _ work: ParallelWork, _ check: () throws(Failure) -> Void
  ) throws(Failure) {
    let blocks = (columns.count + 511) / 512
    let blocksAPart = min(max(blocks / 16, 1), 32)
    let parts = (blocks + blocksAPart - 1) / blocksAPart
    var total = [Int](repeating: 0, count: vertices.count)
    try work.run(parts: parts, check: check) { part in
      reached(in: part * blocksAPart..<min((part + 1) * blocksAPart, blocks))
    } combine: { sums in
      for row in total.indices { total[row] &+= sums[row] }
    }
    for row in total.indices { sums[Int(vertices[row])] += total[row] }
  }

  private func reached(in blocks: Range<Int>) -> [Int] {
    var sums = [Int](large: 0, count: vertices.count)
    var sets = [SIMD8<UInt64>](large: .zero, count: vertices.count)
    for block in blocks {
      addBlock(block * 512..<min((block + 1) * 512, columns.count), &sums, &sets)
    }
    return sums
  }

  /// Adds what each row reaches of some columns. `setArray` is empty before and after.
  private func addBlock(
    _ block: Range<Int>, _ sumArray: inout [Int], _ setArray: inout [SIMD8<UInt64>]
  ) {
    let offsets = rows.offsets.span
    let values = rows.values.span
    let inner = inner.span
    var sums = sumArray.mutableSpan
    var sets = setArray.mutableSpan
    var heavy = BitBlock()
    for column in block {
      let index = column - block.lowerBound
      sets[Int(columns[column])] = BitBlock.bit(index)
      if weights[column] > 1 { heavy.insert(index) }
    }
    // Rows behind the last column reach none.
    let last = columns[block.upperBound - 1]
    var end = inner.count
    var low = 0
    while low < end {
      let middle = (low + end) / 2
      if inner[middle] < last { low = middle + 1 } else { end = middle }
    }
    for index in stride(from: end &- 1, through: 0, by: -1) {
      let row = Int(inner[index])
      var set = SIMD8<UInt64>.zero
      for position in Int(offsets[row])..<Int(offsets[row &+ 1]) {
        set |= sets[Int(values[position])]
      }
      if set == .zero { continue }
      var sum = BitBlock.count(set)
      // Every bit has been counted as 1; few stand for more.
      if !heavy.isEmpty { heavy.forEach(in: set) { sum &+= weights[block.lowerBound &+ $0] &- 1 } }
      sums[row] &+= sum
      sets[row] |= set
    }
    for column in block { sets[Int(columns[column])] = .zero }
    for index in 0..<end { sets[Int(inner[index])] = .zero }
  }
}

/// A set of numbers below 512.
private struct BitBlock {
  private var bits = SIMD8<UInt64>.zero
  private(set) var isEmpty = true

  mutating func insert(_ number: Int) {
    bits |= Self.bit(number)
    isEmpty = false
  }

  static func bit(_ number: Int) -> SIMD8<UInt64> {
    var bits = SIMD8<UInt64>.zero
    bits[number >> 6] = 1 << UInt64(number & 63)
    return bits
  }

  /// How many numbers are in a set; added up in all lanes at once, because a baseline x86-64 has no
  /// instruction that counts bits.
  @inline(__always)
  static func count(_ bits: SIMD8<UInt64>) -> Int {
    let pairs = SIMD8<UInt64>(repeating: 0x5555_5555_5555_5555)
    let fours = SIMD8<UInt64>(repeating: 0x3333_3333_3333_3333)
    let bytes = SIMD8<UInt64>(repeating: 0x0F0F_0F0F_0F0F_0F0F)
    var counts = bits &- ((bits &>> 1) & pairs)
    counts = (counts & fours) &+ ((counts &>> 2) & fours)
    counts = (counts &+ (counts &>> 4)) & bytes
    // Up to 64 a byte, then up to 128 in every second one.
    let sum = counts.wrappedSum()
    let halves = (sum & 0x00FF_00FF_00FF_00FF) &+ ((sum &>> 8) & 0x00FF_00FF_00FF_00FF)
    return Int((halves &* 0x0001_0001_0001_0001) &>> 48)
  }

  /// The numbers that are in both sets.
  @inline(__always)
  func forEach(in other: SIMD8<UInt64>, _ body: (Int) -> Void) {
    let both = bits & other
    if both == .zero { return }
    for lane in 0..<8 {
      var rest = both[lane]
      while rest != 0 {
        body(lane << 6 | rest.trailingZeroBitCount)
        rest &= rest &- 1
      }
    }
  }
}
