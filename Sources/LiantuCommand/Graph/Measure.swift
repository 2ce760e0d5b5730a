import Liantu

/// A question about a graph that `liantu graph` answers.
///
/// The table `Measure.all` is all that help, text, JSON, CSV and GraphML know of measures.
struct Measure: Sendable {
  /// What is typed behind `-m`, and the name of the measure in JSON.
  let key: String
  let name: Bilingual
  /// What it says, in a line.
  let summary: Bilingual
  /// The options that change its answer.
  var options: [Need] = []
  /// Whether it is among those of a plain `liantu graph FILE`: all that need linear time and no choice.
  var isUsual = false
  let compute: @Sendable (MeasureInput) throws -> MeasureResult

  enum Need: String, CaseIterable {
    case weight = "--weight"
    case from = "--from"
    case to = "--to"
    case samples = "--samples"
    case restart = "--restart"
    case damping = "--damping"
    case merge = "--merge-parallel"
    case count = "--count"
    case gates = "--gates"
  }
}

/// What measures work on.
struct MeasureInput: Sendable {
  let network: Network
  /// By edge of the file; nil where every edge counts 1.
  var weights: [Double]?
  /// The vertices named with `--from` and `--to`; without, those that no edge enters or leaves.
  var from: [Int] = []
  var to: [Int] = []
  /// Whether `--to` was given.
  var isToGiven = false
  /// By vertex, how likely a walk starts afresh there.
  var restart: [Double]?
  var damping = 0.85
  var samples: Int?
  var seed: UInt64 = 42
  var confidence = 0.95
  var parallelEdges = ParallelEdges.counted
  /// How many paths.
  var count = 3
  /// By vertex, whether it needs all that leads to it; nil without `--gates`.
  var needsAll: [Bool]?
  var semantics = AndOrGraph.Semantics.running
  /// How many threads may work; no result depends on it.
  var threads = 1
  /// Told now and then which part of the work is done, 0...1.
  var progress: @Sendable (Double) -> Void = { _ in }

  /// What the library calls between parts of work on `total` things, of which a part has `size` a thread at most: it tells
  /// the progress.
  func ticks(of total: Int, size: Int) -> () -> Void {
    var done = 0
    return {
      progress(min(1, Double(done) / Double(max(total, 1))))
      done += size * threads
    }
  }

  var arcs: Digraph { network.arcs }
  var graph: Digraph { network.graph }
  /// The weights of the arcs, 1 each without `--weight`.
  var arcWeights: [Double] {
    weights.map(network.arcValues) ?? [Double](repeating: 1, count: arcs.edgeCount)
  }
}

/// What a measure found: facts about the whole graph, and columns beside nodes and edges.
struct MeasureResult: Sendable {
  var facts: [Fact] = []
  var nodeColumns: [ResultColumn] = []
  var edgeColumns: [ResultColumn] = []

  struct Fact: Sendable {
    let key: String
    let name: Bilingual
    let value: Value
    init(_ key: String, _ name: Bilingual, _ value: Value) {
      (self.key, self.name, self.value) = (key, name, value)
    }
  }

  enum Value: Sendable {
    case count(Int)
    /// Nil: there is none.
    case number(Double?)
    case vertices([Int])
    case edges([Int])
    case paths([Path])
    /// Vertices that belong together.
    case groups([[Int]])
  }

  /// Whether every figure is a number, which sums of very large weights may not be.
  var isFinite: Bool {
    facts.allSatisfy { fact in
      switch fact.value {
      case .number(let number): number?.isFinite ?? true
      case .paths(let paths): paths.allSatisfy(\.length.isFinite)
      case .count, .vertices, .edges, .groups: true
      }
    } && (nodeColumns + edgeColumns).allSatisfy(\.isFinite)
  }

  struct Path: Sendable {
    let vertices: [Int]
    let length: Double
  }
}

/// A value for every node or every edge.
struct ResultColumn: Sendable {
  /// The name in CSV, JSON and GraphML.
  let key: String
  let name: Bilingual
  let values: Values
  /// Whether the highest are worth a list.
  var isRanked = true
  /// Whether the lowest are, instead.
  var ranksLowest = false

  enum Values: Sendable {
    case integers([Int])
    /// Nil: not defined there.
    case optionalIntegers([Int?])
    case numbers([Double])
    case optionalNumbers([Double?])
    case flags([Bool])
    /// Another vertex, or none.
    case vertices([Int?])
  }

  var count: Int {
    switch values {
    case .integers(let values): values.count
    case .optionalIntegers(let values): values.count
    case .numbers(let values): values.count
    case .optionalNumbers(let values): values.count
    case .flags(let values): values.count
    case .vertices(let values): values.count
    }
  }

  fileprivate var isFinite: Bool {
    switch values {
    case .numbers(let values): values.allSatisfy(\.isFinite)
    case .optionalNumbers(let values): values.allSatisfy { $0?.isFinite ?? true }
    case .integers, .optionalIntegers, .flags, .vertices: true
    }
  }

  /// The value of a row as a figure to rank by; nil where there is none.
  func figure(_ row: Int) -> Double? {
    switch values {
    case .integers(let values): Double(values[row])
    case .optionalIntegers(let values): values[row].map(Double.init)
    case .numbers(let values): values[row]
    case .optionalNumbers(let values): values[row]
    case .flags(let values): values[row] ? 1 : 0
    case .vertices: nil
    }
  }

  /// The rows of the list: those with the highest figures above 0, or the lowest; of equal ones the first.
  func best(_ count: Int) -> [Int] {
    // A sorted list of the best so far: `count` is small, the column long.
    var best: [(figure: Double, row: Int)] = []
    for row in 0..<self.count {
      guard var figure = figure(row), figure > 0 else { continue }
      if ranksLowest { figure = -figure }
      if best.count == count, let last = best.last, figure <= last.figure { continue }
      let place = best.firstIndex { $0.figure < figure } ?? best.count
      best.insert((figure, row), at: place)
      if best.count > count { best.removeLast() }
    }
    return best.map(\.row)
  }
}
