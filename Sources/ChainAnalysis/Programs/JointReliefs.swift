internal import LinearPrograms

extension Planner {
  /// Restrictions that gain nothing one by one and something together (B06), set by set; no restriction is
  /// in two of them. Of several readings of what is unknown they are those of the best.
  ///
  /// Nothing that gains alone may grow. If all the rest together gains, those that must grow for the first bit
  /// of it are a set; the next one is looked for among what is left.
  ///
  /// - Parameters:
  ///   - single: what gains alone.
  ///   - goal: the value up to which growth counts.
  ///   - spend: asked before every set; where it says no, the rest is left out.
  mutating func joint(
    besides single: Set<Restriction>, below goal: Double, spend: () -> Bool,
    size: (PlanProgram.Lever) -> Double?
  ) throws(LinearProgramError) -> [Relief] {
    guard let start = value.atMost, goal - start > max(tolerance, 1e-7 * goal) else { return [] }
    var left = plan.levers.filter { $0.isFinite && !single.contains($0.restriction) }
    var found: [Relief] = []
    var ladder: Ladder?
    while found.count < Self.mostSets, spend() {
      let reached = try hopeful.outcome(trying: plan.relief(of: left.map(\.restriction))).objective
      guard let reached, reached - start > max(tolerance, 1e-7 * goal) else { break }
      if ladder == nil {
        ladder = try Ladder(plan, from: hopeful.basis, growing: left, size: size)
      }
      let growing = Set(left.map(\.restriction))
      let first = start + 1e-3 * (min(goal, reached) - start)
      guard let step = try ladder?.step(to: first, growing: growing), step.extra.count > 1 else {
        break
      }
      let levers = step.extra.compactMap { plan.lever(of: $0.restriction) }
      left.removeAll(where: levers.contains)
      let relief = try relief(of: levers, asking: .next)
      guard let relieved = relief.relieved.atMost, (relief.gains.atMost ?? 0) > 0,
        let whole = try ladder?.step(
          to: relieved * (1 - 1e-9), growing: Set(relief.restrictions))
      else { continue }
      found.append(relief.growing(by: whole))
    }
    return found
  }

  /// More than anybody reads.
  private static var mostSets: Int { 5 }
}

extension Relief {
  /// The same with the least growth that brings all of it.
  fileprivate func growing(by step: LadderStep) -> Relief {
    let units = Dictionary(uniqueKeysWithValues: step.extra.map { ($0.restriction, $0.units) })
    return Relief(
      restrictions: restrictions, level: level, now: now, relieved: relieved, gains: gains,
      breakpoints: restrictions.map { units[$0] ?? 0 }, next: next)
  }
}
