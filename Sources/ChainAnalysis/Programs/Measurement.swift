internal import Chains
internal import LinearPrograms

/// Solves the programs of a situation, one question after another.
struct Measurement: ~Copyable {
  let situation: Situation
  /// What less than a billionth of is nothing, money a year.
  let reference: Double
  /// The value of each level that was solved for.
  private(set) var values: [Level: ValueRange] = [:]
  private(set) var levels: [LevelValue] = []
  private(set) var gaps: [QuantityGap] = []
  private(set) var tiePlan: TiePlan?
  private var products: Planner?
  private var ties: Planner?
  private var work: [Level: Int] = [:]
  private var budget: WorkBudget
  let threads: Int
  private let report: ((Progress) -> Void)?

  /// - Parameter threads: how many programs are solved at the same time, 1 or more.
  init(_ situation: Situation, threads: Int = 1, report: ((Progress) -> Void)? = nil) {
    self.situation = situation
    self.threads = threads
    self.report = report
    let chain = situation.chain
    budget = WorkBudget(situation.settings.solveBudget)
    reference = situation.worth.reference ?? 0
    guard situation.worth.basis != .count, reference > 0 else {
      gaps = chain.finalProducts.filter {
        chain.products[$0].demand == nil && situation.worth.value[$0] == nil
      }.map { .noLimit(product: $0) }
      return
    }
    let hopeful = situation.productPlan(Assumption(reading: .hopeful))
    let cautious = situation.productPlan(Assumption(reading: .cautious))
    products = planner(hopeful.plan, cautious.plan)
    if let planner = products.take() {
      state(planner, hopeful.deliveries, cautious.deliveries)
      products = consume planner
    }
    guard chain.profile.tiesKnown == .complete, products != nil else { return }
    guard chain.currentTies.count <= situation.settings.tieLimit else {
      gaps.append(.tiesLeftOut(count: chain.currentTies.count))
      return
    }
    let best = situation.tiePlan(Assumption(reading: .hopeful))
    let worst = situation.tiePlan(Assumption(reading: .cautious))
    tiePlan = best
    ties = planner(best.plan, worst.plan)
    if let planner = ties.take() {
      state(planner, best.deliveries, worst.deliveries)
      ties = consume planner
    }
  }

  /// The planner of a level; `nil`, with the reason noted, where its figures make no program.
  private mutating func planner(_ hopeful: PlanProgram, _ cautious: PlanProgram) -> Planner? {
    do {
      return try Planner(hopeful, cautious, reference: reference)
    } catch {
      gaps += error.problems.prefix(20).map { .unsound(level: hopeful.level, $0) }
      return nil
    }
  }

  private mutating func state(
    _ planner: borrowing Planner, _ hopeful: Deliveries, _ cautious: Deliveries
  ) {
    let level = planner.level
    let whole = situation.balancedTarget
    let isBalanced = situation.settings.objective == .balanced && whole > 0
    let rate = isBalanced ? planner.value.map { cut($0 / whole) } : nil
    let value =
      isBalanced
      ? planner.bestValue(
        of: hopeful.value(in: situation.chain), orCautious: cautious.value(in: situation.chain))
      : planner.value
    values[level] = planner.value
    work[level] = planner.plan.program.coefficientCount
    if planner.value.atMost == nil { gaps.append(.uncertified(level: level)) }
    levels.append(
      LevelValue(
        level: level, value: value, balancedRate: rate,
        certificateGap: planner.hopeful.solution?.certificate.gap))
  }

  /// The level on which losses and gains are stated.
  var base: Level? { values[.ties] != nil ? .ties : values[.products] != nil ? .products : nil }

  var tieSolution: Solution? {
    switch ties {
    case .some(let planner): planner.hopeful.solution
    case .none: nil
    }
  }

  /// Takes the work of some solves of a level from the budget; false where there is no room.
  ///
  /// - Parameter reserve: what must stay for other questions.
  mutating func spend(_ solves: Int, on level: Level, keeping reserve: Int = 0) -> Bool {
    budget.spend(solves * (work[level] ?? 0), keeping: reserve)
  }

  /// The work that is left to be done, in coefficients of the programs solved again.
  var workLeft: Int { budget.left }

  func report(_ phase: Progress.Phase, _ done: Int, of total: Int) {
    report?(Progress(phase: phase, done: done, total: total))
  }

  /// All that was asked, put together.
  ///
  mutating func quantities(
    reliefs: [Relief], joint: [Relief], links: [Relief], robustness: Robustness,
    unknowns: [UnknownEffect]
  ) -> Quantities {
    let growth = growth()
    let removals = removals()
    let actual = actual()
    return Quantities(
      objective: situation.settings.objective, levels: levels, actual: actual,
      reliefs: reliefs, joint: joint, links: links, removals: removals, ladder: growth.steps,
      ladderNeedsNewProducts: growth.needsNewProducts, unknowns: unknowns,
      robustness: robustness, gaps: gaps + (budget.isExceeded ? [.sweepsLeftOut] : []))
  }
}

// MARK: - Questions

extension Measurement {
  /// What the reported output is worth; `nil`, with the contradiction noted, where it is more than the other
  /// figures allow.
  fileprivate mutating func actual() -> Double? {
    guard let actual = situation.actual, let level = base, let most = values[level]?.atMost,
      situation.settings.objective == .value, actual - most > 1e-6 * max(1, most)
    else { return situation.actual }
    gaps.append(.outputAboveReach(level: level, output: actual, reach: most))
    return nil
  }
}

extension Measurement {
  /// The relief of products that are missing or short.
  mutating func productReliefs(_ wanted: [Int]) -> [Int: ProductRelief] {
    var budget = budget
    defer { self.budget = budget }
    let solve = work[.products] ?? 0
    return
      (try? products?.productReliefs(wanted, of: situation.chain, target: reference) {
        budget.spend($0 * solve)
      }) ?? [:]
  }

  /// What taking away single restrictions of a level gains, the most first.
  mutating func reliefs(_ level: Level) -> [Relief] {
    var budget = budget
    defer { self.budget = budget }
    let solve = work[level] ?? 0
    let spend = { budget.spend($0 * solve) }
    let found: [Relief]? =
      switch level {
      case .products: try? products?.reliefs(detailed: Self.detailed, spend: spend)
      case .ties: try? ties?.reliefs(detailed: Self.detailed, spend: spend)
      }
    return found ?? []
  }

  /// Of how many reliefs it is asked what limits next: more than anybody reads.
  private static var detailed: Int { 30 }

  /// What gains nothing one by one and something together.
  ///
  /// - Parameter single: what gains alone on the level.
  mutating func joint(_ level: Level, besides single: [Relief]) -> [Relief] {
    let goal: Double? =
      switch level {
      case .products: situation.worth.basis == .target ? reference : nil
      case .ties: values[.products]?.atMost
      }
    guard let goal else { return [] }
    var budget = budget
    defer { self.budget = budget }
    let solve = work[level] ?? 0
    let spend = { budget.spend(10 * solve) }
    let (size, alone) = (situation.size, Set(single.flatMap(\.restrictions)))
    let found: [Relief]? =
      switch level {
      case .products:
        try? products?.joint(besides: alone, below: goal, spend: spend, size: size)
      case .ties: try? ties?.joint(besides: alone, below: goal, spend: spend, size: size)
      }
    return found ?? []
  }

  /// The growth of products from the value as it stands to the target, with the best that unknown
  /// figures can be.
  mutating func growth() -> Growth {
    guard situation.worth.basis == .target, spend(30, on: .products) else { return .none }
    return switch products {
    case .some(let planner):
      (try? planner.hopeful.growth(to: reference, size: situation.size)) ?? .none
    case .none: .none
    }
  }

  /// Solves for what is left when some holders fall out, as far as the budget goes.
  mutating func solve(without outages: [Set<PlanProgram.Holder>]) {
    guard let base, !outages.isEmpty, spend(20, on: base) else { return }
    var budget = budget
    defer { self.budget = budget }
    let work = work[base] ?? 0
    let (threads, report) = (threads, report)
    let spend = { budget.spend(work) }
    let tell = { (done: Int, total: Int) in
      report?(Progress(phase: .removals, done: done, total: total)) ?? ()
    }
    switch base {
    case .products: products?.solve(without: outages, threads: threads, spend: spend, report: tell)
    case .ties: ties?.solve(without: outages, threads: threads, spend: spend, report: tell)
    }
  }

  /// What is lost when some holders fall out: the smaller and the larger of what it is in the two readings
  /// of what is unknown; `nil` where it was not solved for.
  mutating func losses(of holders: Set<PlanProgram.Holder>) -> ValueRange? {
    switch base {
    case .products: products?.losses(of: holders) ?? nil
    case .ties: ties?.losses(of: holders) ?? nil
    case nil: nil
    }
  }

  /// The ties by which something can pass, by row.
  var tiesInUse: [Int] {
    (tiePlan?.plan.levers ?? []).compactMap {
      if case .tie(let row) = $0.restriction, $0.limit > 0 { row } else { nil }
    }
  }

  /// What links together would bring that are not there.
  mutating func relief(of links: [Link]) -> Relief? {
    let levers = links.compactMap { tiePlan?.plan.lever(of: .link($0)) }
    guard !levers.isEmpty, spend(2, on: .ties) else { return nil }
    return (try? ties?.relief(of: levers)) ?? nil
  }
}

// MARK: - One finding in full

extension Measurement {
  func plan(of level: Level) -> PlanProgram? {
    func plan(_ planner: borrowing Planner?) -> PlanProgram? {
      switch planner {
      case .some(let planner): planner.plan
      case .none: nil
      }
    }
    return level == .products ? plan(products) : plan(ties)
  }

  func basis(of level: Level) -> LinearPrograms.Basis? {
    func basis(_ planner: borrowing Planner?) -> LinearPrograms.Basis? {
      switch planner {
      case .some(let planner): planner.hopeful.basis
      case .none: nil
      }
    }
    return level == .products ? basis(products) : basis(ties)
  }

  /// What a figure could change on a level; see ``Planner/effect(worst:best:)``.
  mutating func effect(on level: Level, worst: PlanProgram, best: PlanProgram) -> Double? {
    switch level {
    case .products: products?.effect(worst: worst, best: best) ?? nil
    case .ties: ties?.effect(worst: worst, best: best) ?? nil
    }
  }

  /// How far what a lever limits can go within the nearly optimal plans.
  func reach(of lever: PlanProgram.Lever, on level: Level) -> Reach? {
    func reach(_ planner: borrowing Planner?) -> Reach? {
      switch planner {
      case .some(let planner):
        (try? planner.hopeful.reach(
          of: planner.plan.form(of: lever.part), after: [], nearOptimum: 1e-6)) ?? nil
      case .none: nil
      }
    }
    return level == .products ? reach(products) : reach(ties)
  }
}

extension QuantityGap {
  fileprivate static func unsound(
    level: Level, _ problem: LinearProgramError.Problem
  ) -> QuantityGap {
    let (place, value): (LinearProgramError.Place, Double?) =
      switch problem {
      case .notANumber(let place), .infiniteCoefficient(let place): (place, nil)
      case .emptyBounds(let place, let bounds): (place, bounds.upper)
      case .tooLarge(let place, let value): (place, value)
      case .tooSmall(let place, let value, _): (place, value)
      }
    let name: String =
      switch place {
      case .variable(let name), .constraint(let name), .objective(let name): name
      case .coefficient(let variable, let constraint): "\(constraint): \(variable)"
      }
    return .unsound(level: level, place: name, value: value)
  }
}
