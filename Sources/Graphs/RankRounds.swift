/// Gauss–Seidel rounds over the equations of a strong component, all values put right by one factor after each.
///
/// A round goes through the vertices and sets what each carries to what its predecessors carry just then; of two
/// blocks that are done at the same time neither sees what the other changes. What an equation is wrong by after
/// a round are changes of what it had read before they were made, so that all changes together, each for all
/// edges of its vertex, bound what all equations are wrong by.
///
/// What comes in from outside has to be what is lost: not carried on, or carried out of the component. Rounds
/// alone come near that the more slowly the less is lost; one factor for all values makes it so at once. Here it is
/// the unit of the values that changes, in which what comes from outside is measured.
///
/// Source: I. Marek, P. Mayer, *Iterative aggregation/disaggregation method for computing stationary probability
/// vectors of Markov type operators*, Computers & Mathematics with Applications 31 (1996),
/// doi:10.1016/0898-1221(95)00213-8; here with one aggregate.
struct RankRounds {
  /// How many there were.
  private(set) var count = 0
  private let equations: RankEquations
  private let damping: Double
  /// What 1 is in the values.
  private var unit = 1.0
  /// What is lost.
  private var lost = CompensatedSum()
  /// By vertex: what each outgoing edge carries; then once more, as it was before the block of the vertex was done.
  private var carried: [Double]

  init(_ equations: RankEquations, damping: Double) {
    self.equations = equations
    self.damping = damping
    carried = [Double](
      large: 0, count: (equations.blocks.count == 1 ? 1 : 2) * equations.vertexCount)
  }

  /// By vertex: what each outgoing edge carries.
  var solution: [Double] { carried.prefix(equations.vertexCount).map { $0 / unit } }

  /// Goes on until the equations are wrong by at most `residual` together, times all values if these are above 1
  /// together.
  ///
  /// With one unit, rounds leave less and less wrong, each about `damping` times as much as the one before or less. A
  /// new unit may leave more: once three rounds have not brought it to (1 + damping) / 2 of the least so far, the unit
  /// stays. And where rounding keeps rounds from getting on at all, they end.
  ///
  /// `check` is called before each round but the first; what it throws ends the work.
  mutating func run<Failure: Error>(
    until residual: Double, _ work: ParallelWork, check: () throws(Failure) -> Void
  ) throws(Failure) {
    var isPuttingRight = true
    var least = Double.infinity
    var roundsSinceLeast = 0
    while true {
      let change = round(work)
      count += 1
      lost += change.lost.value
      if change.amount <= residual * max(unit, change.all) { return }
      if change.amount < least * (isPuttingRight ? (1 + damping) / 2 : 1) {
        least = change.amount
        roundsSinceLeast = 0
      } else {
        roundsSinceLeast += 1
      }
      if isPuttingRight {
        let next = lost.value / equations.given
        if roundsSinceLeast < 3, next > 0 {
          unit = next
        } else {
          isPuttingRight = false
          roundsSinceLeast = 0
        }
      } else {
        let isRounding = change.amount < change.all * 0x1p-50
        if Double(roundsSinceLeast) > (isRounding ? 10 : 10 / (1 - damping)) { return }
      }
      try check()
    }
  }

  /// What a round, or a part of it, changes.
  private struct Change {
    /// How much more is lost.
    var lost = CompensatedSum()
    /// What edges carry more or less, together.
    var amount = 0.0
    /// What edges carry, together: `damping` times all values.
    var all = 0.0
  }

  private mutating func round(_ work: ParallelWork) -> Change {
    guard equations.blocks.count > 1 else {
      return Self.sweep(equations.blocks[0], unit, carried.mutableSpan)
    }
    return Self.sweepTwoByTwo(equations, unit, &carried, work)
  }

  /// Unsafe: two threads write to one array. In a step each writes the values of its own block, which the other does
  /// not read, and copies those of a block of the next step into the second half, where nobody reads them before
  /// that step. A copy of all values for each thread, kept alike block by block, took 2.2 times as long, since both
  /// have to be in the same cache.
  private static func sweepTwoByTwo(
    _ equations: RankEquations, _ unit: Double, _ carried: inout [Double], _ work: ParallelWork
  ) -> Change {
    var change = Change()
    let blocks = equations.blocks
    unsafe carried.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let shared = unsafe buffer
      work.run(
        parts: blocks.count, step: 2,
        { number in
          var carried = unsafe shared.mutableSpan
          for place in blocks[(number + 2) % blocks.count].places {
            carried[equations.vertexCount &+ place] = carried[place]
          }
          return Self.sweep(blocks[number], unit, carried)
        },
        combine: {
          change.lost += $0.lost.value
          change.amount += $0.amount
          change.all += $0.all
        })
    }
    return change
  }

  private static func sweep(
    _ block: RankEquations.Block, _ unit: Double, _ all: consuming MutableSpan<Double>
  ) -> Change {
    let rows = block.rows.span
    let sources = block.sources.span
    let first = block.places.lowerBound
    var carried = all
    var sum = Change()
    var position = 0
    for index in rows.indices {
      let row = rows[index]
      var incoming = row.given * unit
      while position < Int(row.end) {
        incoming += carried[Int(sources[position])]
        position &+= 1
      }
      let value = incoming * row.share
      let change = value - carried[first &+ index]
      carried[first &+ index] = value
      sum.lost += change * row.loss
      sum.amount += change.magnitude * Double(row.edges)
      sum.all += value * Double(row.edges)
    }
    return sum
  }
}
