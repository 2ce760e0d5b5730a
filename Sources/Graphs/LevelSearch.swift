/// A breadth-first search, one level after the other.
///
/// A small level is a list and is left along its outgoing edges. Where the edges out of a level are a large
/// part of those not yet looked at, each vertex not yet reached asks its predecessors instead whether one of
/// them is in the level, which is then a set, and stops at the first: most find one soon. The asking is what
/// threads share.
struct LevelSearch {
  /// How many vertices are reached.
  private(set) var count = 0
  /// V long: edges from the nearest source; `UInt32.max` where nothing leads.
  private(set) var distances: [UInt32]
  private let graph: Digraph
  /// The reached vertices.
  private var reached: [UInt64]
  /// The vertices of the levels that are lists, one after the other, then room for more.
  private var listed: [UInt32]
  private var listedCount = 0

  /// The vertices at one distance.
  private enum Level {
    /// Where they stand in `listed`.
    case list(Range<Int>)
    case set(MarkedLevel)
  }

  init(_ graph: Digraph, sources: some Sequence<Int>) {
    self.graph = graph
    distances = [UInt32](large: .max, count: graph.vertexCount)
    reached = [UInt64](bitsBelow: graph.vertexCount)
    listed = [UInt32](large: 0, count: graph.vertexCount)
    for source in sources where distances[source] == .max {
      distances[source] = 0
      reached.setBit(source)
      listed[listedCount] = UInt32(truncatingIfNeeded: source)
      listedCount += 1
    }
    count = listedCount
  }

  mutating func run(threads: Int) {
    let work = ParallelWork(threads: threads)
    var level = Level.list(0..<listedCount)
    var distance: UInt32 = 1
    var edgesLeft = graph.edgeCount
    while true {
      let edges = edgesOut(of: level)
      if edges == 0 { return }
      // Asking costs a look at every vertex left and a part of its edges.
      if edges > 1024 && edges > edgesLeft / 15 {
        let next = asking(marked(level), work)
        Self.note(next, distance, &distances, &reached)
        count += next.count
        level = .set(next)
      } else {
        let start = list(level)
        let end = listedCount
        Self.follow(start, distance, graph.outgoing, &reached, &listed, &distances, &listedCount)
        count += listedCount - end
        level = .list(end..<listedCount)
      }
      edgesLeft -= edges
      distance += 1
    }
  }

  private func edgesOut(of level: Level) -> Int {
    switch level {
    case .set(let level): return level.edgeCount
    case .list(let range):
      let offsets = graph.outgoing.offsets.span
      let listed = listed.span
      var sum = 0
      for index in range {
        let vertex = Int(listed[index])
        sum &+= Int(offsets[vertex &+ 1] &- offsets[vertex])
      }
      return sum
    }
  }

  /// Where the vertices of a level stand in `listed`, after they have been put there if they did not.
  private mutating func list(_ level: Level) -> Range<Int> {
    switch level {
    case .list(let range): return range
    case .set(let level):
      let start = listedCount
      for word in level.bits.indices {
        for vertex in BitsOfWord(level.bits[word], word: word) {
          listed[listedCount] = UInt32(truncatingIfNeeded: vertex)
          listedCount += 1
        }
      }
      return start..<listedCount
    }
  }

  /// Finds the next level along the edges out of one.
  private static func follow(
    _ level: Range<Int>, _ distance: UInt32, _ rows: CompressedRows, _ reachedArray: inout [UInt64],
    _ listArray: inout [UInt32], _ distanceArray: inout [UInt32], _ count: inout Int
  ) {
    let offsets = rows.offsets.span
    let targets = rows.values.span
    var reached = reachedArray.mutableSpan
    var list = listArray.mutableSpan
    var distances = distanceArray.mutableSpan
    for index in level {
      let vertex = Int(list[index])
      for position in Int(offsets[vertex])..<Int(offsets[vertex &+ 1]) {
        let target = Int(targets[position])
        if reached.hasBit(target) { continue }
        reached.setBit(target)
        distances[target] = distance
        list[count] = UInt32(truncatingIfNeeded: target)
        count &+= 1
      }
    }
  }
}

// MARK: - Large levels

/// The vertices at one distance, as a set.
private struct MarkedLevel {
  var bits: [UInt64] = []
  /// How many vertices there are.
  var count = 0
  /// How many edges lead out of them.
  var edgeCount = 0
}

extension LevelSearch {
  private func marked(_ level: Level) -> [UInt64] {
    switch level {
    case .set(let level): return level.bits
    case .list(let range):
      var bits = [UInt64](repeating: 0, count: reached.count)
      var space = bits.mutableSpan
      let listed = listed.span
      for index in range { space.setBit(Int(listed[index])) }
      return bits
    }
  }

  /// The next level, found by asking the vertices not yet reached.
  private func asking(_ isInLevel: [UInt64], _ work: ParallelWork) -> MarkedLevel {
    let (graph, reached) = (graph, reached)
    // Few vertices are asked sooner than another thread is awake.
    let partCount = work.threads == 1 ? 1 : max(1, min(4 * work.threads, reached.count / 128))
    var next = MarkedLevel()
    work.run(
      parts: partCount, check: {},
      { part in
        let words = reached.count * part / partCount..<reached.count * (part + 1) / partCount
        return Self.ask(words, graph, reached, isInLevel)
      },
      combine: { part in
        next.bits += part.bits
        next.count += part.count
        next.edgeCount += part.edgeCount
      })
    return next
  }

  /// Those of the next level whose bits are in some words.
  private static func ask(
    _ words: Range<Int>, _ graph: Digraph, _ reachedArray: [UInt64], _ levelArray: [UInt64]
  ) -> MarkedLevel {
    let offsets = graph.incoming.offsets.span
    let sources = graph.incoming.values.span
    let outOffsets = graph.outgoing.offsets.span
    let reached = reachedArray.span
    let isInLevel = levelArray.span
    var next = MarkedLevel()
    next.bits = [UInt64](repeating: 0, count: words.count)
    var bits = next.bits.mutableSpan
    var (count, edgeCount) = (0, 0)
    for word in words {
      var found: UInt64 = 0
      for vertex in reached.missing(inWord: word, below: graph.vertexCount)
      where isInLevel.hasBit(anyOf: sources, offsets[vertex], offsets[vertex &+ 1]) {
        found |= 1 &<< UInt64(truncatingIfNeeded: vertex)
        edgeCount &+= Int(outOffsets[vertex &+ 1] &- outOffsets[vertex])
      }
      bits[word &- words.lowerBound] = found
      count &+= found.nonzeroBitCount
    }
    next.count = count
    next.edgeCount = edgeCount
    return next
  }

  /// Notes what has been found.
  private static func note(
    _ level: MarkedLevel, _ distance: UInt32, _ distanceArray: inout [UInt32],
    _ reachedArray: inout [UInt64]
  ) {
    let bits = level.bits.span
    var reached = reachedArray.mutableSpan
    var distances = distanceArray.mutableSpan
    for word in bits.indices {
      reached[word] |= bits[word]
      for vertex in BitsOfWord(bits[word], word: word) { distances[vertex] = distance }
    }
  }
}
