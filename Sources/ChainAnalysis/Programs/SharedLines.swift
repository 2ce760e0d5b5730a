internal import Chains
internal import LinearPrograms

/// Lines on which a maker makes several products: their uses of a line, output over capacity, add up
/// to 1 at most (measures, §3.1).
struct SharedLines {
  private struct Line: Hashable {
    let enterprise: Int
    let name: String
  }

  private var users: [Line: [(variable: LinearProgram.Variable, capacity: Double)]] = [:]
  private let shared: Set<Line>
  private let chain: Chain

  init(_ chain: Chain) {
    self.chain = chain
    var counts: [Line: Int] = [:]
    for activity in chain.activities where chain.carries(activity) {
      if let line = Self.line(of: activity, in: chain) { counts[line, default: 0] += 1 }
    }
    shared = Set(counts.filter { $0.value > 1 }.keys)
  }

  private static func line(of activity: Activity, in chain: Chain) -> Line? {
    chain.capacity(of: activity)?.line.map { Line(enterprise: activity.enterprise, name: $0) }
  }

  /// Whether an activity shares its line with another one.
  func isShared(_ activity: Int) -> Bool {
    guard !shared.isEmpty else { return false }
    return Self.line(of: chain.activities[activity], in: chain).map(shared.contains) ?? false
  }

  /// A variable for what an activity makes on its shared line, in units a year.
  mutating func addOutput(
    of activity: Int, capacity: Double, in plan: inout PlanProgram
  ) -> LinearProgram.Variable {
    let entry = chain.activities[activity]
    let variable = plan.program.addVariable(
      0...capacity,
      name: "\(chain.enterprises[entry.enterprise].id) makes \(chain.products[entry.product].id)")
    plan.setTerms([(.activity(activity), capacity)], of: .variable(variable))
    if let line = Self.line(of: entry, in: chain), capacity > 0, capacity < .infinity {
      users[line, default: []].append((variable, capacity))
    }
    return variable
  }

  /// Adds the limits of all lines whose users have been added.
  func addLimits(to plan: inout PlanProgram) {
    let ordered = users.sorted {
      ($0.value[0].variable.index) < ($1.value[0].variable.index)
    }
    for (line, users) in ordered where users.count > 1 {
      plan.program.addConstraint(
        users.map { ($0.variable, 1 / $0.capacity) }, atMost: 1,
        name: "line \(line.name) of \(chain.enterprises[line.enterprise].id)")
    }
  }
}
