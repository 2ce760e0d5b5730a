internal import LinearPrograms

/// What stands still in a plan, or may as well, once some upper bounds are 0: who gets nothing of an
/// input makes nothing, and what nobody can use need not be made.
///
/// Two outages that bring the same to a standstill leave the same plan, and so the same optimum: only one
/// of them is solved for. A tie without which its customer stands has the loss of the customer.
///
/// These are two of the reductions that linear programmes are commonly presolved with, forcing rows and
/// dominated columns (A. L. Brearley, G. Mitra and H. P. Williams 1975, doi:10.1007/BF01580428), followed
/// to the end.
struct Standstill {
  /// What an outage leaves: equal states have equal optima.
  struct State: Hashable {
    /// The variables that are 0, ascending, besides those that always are.
    fileprivate(set) var still: [Int32] = []
    /// Upper bounds that are lower than they were and still matter.
    fileprivate(set) var lowered: [Lowered] = []

    struct Lowered: Hashable {
      let part: PlanProgram.Part
      let upper: Double
    }
  }

  /// A variable's part in a row that says: what the sources give is at least what the uses take, but for
  /// some slack.
  private enum Role { case source, use }

  private let rows: [[(variable: Int, role: Role)]]
  private let columns: [[(row: Int, role: Role)]]
  /// Whether the uses of a row are 0 when its sources are: there is no slack.
  private var isTight: [Bool]
  /// Variables that count for themselves, or stand in a row of another kind: never set to 0 for want of use.
  private let isWanted: [Bool]
  /// By row: sources and uses that do not stand still.
  private var sources: [Int]
  private var uses: [Int]
  /// By variable: rows in which it is a source and somebody takes something.
  private var benefits: [Int]
  private var isStill: [Bool]

  /// - Complexity: O(coefficients) time and space.
  init(_ program: LinearProgram) {
    var rows: [[(variable: Int, role: Role)]] = []
    var columns = [[(row: Int, role: Role)]](repeating: [], count: program.variableCount)
    var isTight: [Bool] = []
    var isWanted = program.variables.map {
      program.objective(of: $0) > 0 || program.bounds(of: $0).lower != 0
    }
    for constraint in program.constraints {
      let bounds = program.bounds(of: constraint)
      let isFloor = bounds.upper == .infinity && bounds.lower <= 0
      let isCeiling = bounds.lower == -.infinity && bounds.upper >= 0
      let terms = program.terms(of: constraint)
      guard isFloor || isCeiling else {
        rows.append([])
        isTight.append(false)
        for (variable, _) in terms { isWanted[variable.index] = true }
        continue
      }
      let row = terms.map { variable, coefficient in
        (variable.index, (coefficient > 0) == isFloor ? Role.source : .use)
      }
      for (variable, role) in row { columns[variable].append((rows.count, role)) }
      rows.append(row)
      isTight.append((isFloor ? bounds.lower : bounds.upper) == 0)
    }
    self.rows = rows
    self.columns = columns
    self.isTight = isTight
    self.isWanted = isWanted
    sources = rows.map { $0.count { $0.role == .source } }
    let uses = rows.map { $0.count { $0.role == .use } }
    self.uses = uses
    benefits = columns.map { $0.count { $0.role == .source && uses[$0.row] > 0 } }
    isStill = [Bool](repeating: false, count: columns.count)

    var open: [Int] = []
    for variable in program.variables where program.bounds(of: variable).upper <= 0 {
      stop(variable.index, &open)
    }
    for variable in columns.indices where isUseless(variable) { stop(variable, &open) }
    for row in rows.indices where isTight[row] && sources[row] == 0 { stopUses(of: row, &open) }
    _ = follow(&open)
  }

  /// What lower bounds bring to a standstill.
  ///
  /// - Complexity: linear in the rows of what stands still.
  mutating func state(lowering bounds: [(part: PlanProgram.Part, upper: Double)]) -> State {
    var open: [Int] = []
    var tightened: [Int] = []
    for (part, upper) in bounds where upper <= 0 {
      switch part {
      case .variable(let variable): stop(variable.index, &open)
      case .constraint(let constraint):
        let row = constraint.index
        guard !rows[row].isEmpty, !isTight[row] else { continue }
        isTight[row] = true
        tightened.append(row)
        if sources[row] == 0 { stopUses(of: row, &open) }
      }
    }
    let stopped = follow(&open)
    var state = State()
    state.still = stopped.map { Int32(truncatingIfNeeded: $0) }.sorted()
    state.lowered = bounds.filter { matters($0.part) }.map {
      State.Lowered(part: $0.part, upper: max(0, $0.upper))
    }
    for variable in stopped { restart(variable) }
    for row in tightened { isTight[row] = false }
    return state
  }

  private func matters(_ part: PlanProgram.Part) -> Bool {
    switch part {
    case .variable(let variable): !isStill[variable.index]
    case .constraint(let constraint): rows[constraint.index].isEmpty || uses[constraint.index] > 0
    }
  }

  private func isUseless(_ variable: Int) -> Bool {
    benefits[variable] == 0 && !isWanted[variable]
  }

  private mutating func stop(_ variable: Int, _ open: inout [Int]) {
    guard !isStill[variable] else { return }
    isStill[variable] = true
    open.append(variable)
  }

  private mutating func stopUses(of row: Int, _ open: inout [Int]) {
    for (variable, role) in rows[row] where role == .use { stop(variable, &open) }
  }

  /// Follows what has stopped to the end, and says all that has.
  private mutating func follow(_ open: inout [Int]) -> [Int] {
    var stopped: [Int] = []
    while let variable = open.popLast() {
      stopped.append(variable)
      for (row, role) in columns[variable] {
        switch role {
        case .source:
          sources[row] -= 1
          if sources[row] == 0, isTight[row] { stopUses(of: row, &open) }
        case .use:
          uses[row] -= 1
          guard uses[row] == 0 else { continue }
          for (source, role) in rows[row] where role == .source {
            benefits[source] -= 1
            if isUseless(source) { stop(source, &open) }
          }
        }
      }
    }
    return stopped
  }

  private mutating func restart(_ variable: Int) {
    isStill[variable] = false
    for (row, role) in columns[variable] {
      switch role {
      case .source: sources[row] += 1
      case .use:
        uses[row] += 1
        guard uses[row] == 1 else { continue }
        for (source, role) in rows[row] where role == .source { benefits[source] += 1 }
      }
    }
  }
}
