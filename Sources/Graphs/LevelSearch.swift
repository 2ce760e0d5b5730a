/// A breadth-first search, one level after the other.
///
/// A small level is a list and is left vertex by vertex. A larger one is left as a whole: what its edges lead to
/// becomes a set. Where they are a large part of those not yet looked at, each vertex not yet reached asks its
/// predecessors instead whether one of them is in the level, and stops at the first: most find one soon. Finding
/// sets is what threads share.
struct LevelSearch {
  /// How many vertices are reached.
  private(set) var count = 0
  /// V long: edges from the nearest source; `UInt32.max` where nothing leads.
  private(set) var distances: [UInt32]
  private let graph: Digraph
  /// The reached vertices.
  private var reached: [UInt64]
  /// The vertices of the levels that are lists, one after the other.
  private var listed: [UInt32] = []

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
    for source in sources where distances[source] == .max {
      distances[source] = 0
      reached.setBit(source)
      listed.append(UInt32(truncatingIfNeeded: source))
    }
    count = listed.count
  }

  mutating func run(threads: Int) {
    let work = ParallelWork(threads: threads)
    var level = Level.list(0..<count)
    var distance: UInt32 = 1
    var edgesLeft = graph.edgeCount
    while true {
      let edges = edgesOut(of: level)
      if edges == 0 { return }
      if edges <= reached.count {
        // A set would take longer to look through.
        let range = list(level)
        let end = listed.count
        Self.follow(range, distance, graph.outgoing, &reached, &listed, &distances)
        level = .list(end..<listed.count)
        count += listed.count - end
      } else {
        // Asking costs a look at every vertex left and a part of its edges.
        let isLarge = edges > 1024 && edges > edgesLeft / 15
        let next = isLarge ? asking(marked(level), work) : marking(marked(level), work)
        Self.note(next, distance, &distances, &reached)
        level = .set(next)
        count += next.count
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
      let start = listed.count
      for word in level.bits.indices {
        for vertex in BitsOfWord(level.bits[word], word: word) {
          listed.append(UInt32(truncatingIfNeeded: vertex))
        }
      }
      return start..<listed.count
    }
  }

  /// Lists the next level, found along the edges out of one.
  private static func follow(
    _ level: Range<Int>, _ distance: UInt32, _ rows: CompressedRows, _ reachedArray: inout [UInt64],
    _ list: inout [UInt32], _ distanceArray: inout [UInt32]
  ) {
    let offsets = rows.offsets.span
    let targets = rows.values.span
    var reached = reachedArray.mutableSpan
    var distances = distanceArray.mutableSpan
    for index in level {
      let vertex = Int(list[index])
      for position in Int(offsets[vertex])..<Int(offsets[vertex &+ 1]) {
        let target = Int(targets[position])
        if reached.hasBit(target) { continue }
        reached.setBit(target)
        distances[target] = distance
        list.append(UInt32(truncatingIfNeeded: target))
      }
    }
  }
}

// MARK: - Levels as sets

/// The vertices at one distance, as a set.
private struct MarkedLevel {
  private(set) var bits: [UInt64] = []
  /// How many vertices there are.
  private(set) var count = 0
  /// How many edges lead out of them.
  private(set) var edgeCount = 0

  init() {}

  /// The vertices of some words.
  init(_ bitArray: [UInt64], of words: Range<Int>, _ graph: Digraph) {
    let offsets = graph.outgoing.offsets.span
    let bits = bitArray.span
    var (count, edgeCount) = (0, 0)
    for word in words {
      for vertex in BitsOfWord(bits[word &- words.lowerBound], word: word) {
        count &+= 1
        edgeCount &+= Int(offsets[vertex &+ 1] &- offsets[vertex])
      }
    }
    self.bits = bitArray
    self.count = count
    self.edgeCount = edgeCount
  }

  /// Adds those of the words that follow.
  mutating func append(_ other: MarkedLevel) {
    bits += other.bits
    count += other.count
    edgeCount += other.edgeCount
  }
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

  /// The level that is found word by word: `find` gives the bits of some words.
  private func level(
    _ work: ParallelWork, _ find: @Sendable (Range<Int>) -> [UInt64]
  ) -> MarkedLevel {
    let (graph, wordCount) = (graph, reached.count)
    // Few vertices are asked sooner than another thread is awake.
    let partCount = work.threads == 1 ? 1 : max(1, min(4 * work.threads, wordCount / 128))
    var level = MarkedLevel()
    work.run(
      parts: partCount, check: {},
      { part in
        let words = wordCount * part / partCount..<wordCount * (part + 1) / partCount
        return MarkedLevel(find(words), of: words, graph)
      }, combine: { level.append($0) })
    return level
  }

  /// The next level, found along the edges out of one.
  private func marking(_ isInLevel: [UInt64], _ work: ParallelWork) -> MarkedLevel {
    let met = Self.ends(isInLevel, graph.outgoing)
    let reached = reached
    return level(work) { words in words.map { met[$0] & ~reached[$0] } }
  }

  /// What the edges out of a level lead to.
  private static func ends(_ levelArray: [UInt64], _ rows: CompressedRows) -> [UInt64] {
    let offsets = rows.offsets.span
    let targets = rows.values.span
    let isInLevel = levelArray.span
    var bitArray = [UInt64](repeating: 0, count: levelArray.count)
    var bits = bitArray.mutableSpan
    for word in isInLevel.indices {
      for vertex in BitsOfWord(isInLevel[word], word: word) {
        for position in Int(offsets[vertex])..<Int(offsets[vertex &+ 1]) {
          bits.setBit(Int(targets[position]))
        }
      }
    }
    return bitArray
  }

  /// The next level, found by asking the vertices not yet reached.
  private func asking(_ isInLevel: [UInt64], _ work: ParallelWork) -> MarkedLevel {
    let (rows, reached) = (graph.incoming, reached)
    return level(work) { words in Self.ask(words, rows, reached, isInLevel) }
  }

  /// Which vertices of some words are in the next level; `rows` are those of incoming edges.
  private static func ask(
    _ words: Range<Int>, _ rows: CompressedRows, _ reachedArray: [UInt64], _ levelArray: [UInt64]
  ) -> [UInt64] {
    let offsets = rows.offsets.span
    let sources = rows.values.span
    let reached = reachedArray.span
    let isInLevel = levelArray.span
    var bitArray = [UInt64](repeating: 0, count: words.count)
    var bits = bitArray.mutableSpan
    for word in words {
      var found: UInt64 = 0
      for vertex in reached.missing(inWord: word, below: rows.rowCount)
      where isInLevel.hasBit(anyOf: sources, offsets[vertex], offsets[vertex &+ 1]) {
        found |= 1 &<< UInt64(truncatingIfNeeded: vertex)
      }
      bits[word &- words.lowerBound] = found
    }
    return bitArray
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
