internal import Chains
internal import LinearPrograms

/// The value of final output that capacities and outside supply allow: the optimum of L1, read twice
/// where figures are unknown, and what it would be if single products were not short.
///
/// Every figure is the objective of a solve whose certificate holds; what could not be certified is not
/// stated.
struct Reachable {
  /// An optimum between what is certain and what is possible.
  struct Value: Hashable {
    /// Money a year with the worst that unknown figures can be, and with the best; `nil` where no
    /// certified optimum was found.
    let atLeast: Double?
    let atMost: Double?

    static let unknown = Value(atLeast: nil, atMost: nil)

    /// The value, where both readings agree.
    var exact: Double? {
      guard let atLeast, let atMost, atMost - atLeast <= 1e-7 * max(1, atMost) else { return nil }
      return atLeast
    }
  }

  /// What one product costs, alone and together with all that limits.
  struct Relief: Hashable {
    /// The value when the product can be had without limit and all else stays.
    let value: Value
    /// Of the target, what is lost for certain while the product stays as it is, even if everything else
    /// had no limit.
    let loss: Double?
    /// The same while nothing of the product comes from outside.
    let exposure: Double?
    /// Units a year of the product that must come on top before something else limits.
    let breakpoint: Double?
    /// Products that limit next: each alone would bring more.
    let next: [Int]
  }

  let value: Value
  private let reliefs: [Int: Relief]

  /// Of a chain whose targets are not all known.
  static let unknown = Reachable()

  private init() {
    value = .unknown
    reliefs = [:]
  }

  /// - Parameters:
  ///   - target: the value of all targets, against which less than a billionth is nothing.
  ///   - wanted: the products whose relief will be asked for.
  init(
    _ chain: Chain, panorama: Panorama, sources: [Sources], target: Double,
    relieving wanted: [Int]
  ) {
    let hopeful = ProductProgram(chain, panorama: panorama, sources: sources, reading: .hopeful)
    let cautious = ProductProgram(chain, panorama: panorama, sources: sources, reading: .cautious)
    do {
      (value, reliefs) = try Self.solve(
        chain, hopeful, cautious, target: target, relieving: wanted)
    } catch {
      // Figures that no program can hold say nothing.
      (value, reliefs) = (.unknown, [:])
    }
  }

  private static func solve(
    _ chain: Chain, _ hopeful: ProductProgram, _ cautious: ProductProgram, target: Double,
    relieving wanted: [Int]
  ) throws(LinearProgramError) -> (Value, [Int: Relief]) {
    var best = try Solver(hopeful.program)
    var worst = try Solver(cautious.program)
    func money(_ outcome: Outcome) -> Double? {
      outcome.objective.flatMap { abs($0) < 1e-9 * target ? 0 : rounded($0) }
    }
    let value = Value(atLeast: money(worst.solve()), atMost: money(best.solve()))
    var reliefs: [Int: Relief] = [:]
    var open = try Solver(hopeful.opened)
    for product in wanted {
      let kinds = chain.kinds(of: product)
      let alone = money(try open.outcome(trying: hopeful.limits(of: kinds)))
      let cut = money(try open.outcome(trying: hopeful.limits(of: kinds, isCutOff: true)))
      let changes = hopeful.relief(of: kinds)
      let after = Value(
        atLeast: money(try worst.outcome(trying: changes)),
        atMost: money(try best.outcome(trying: changes)))
      let isGain = value.exact != nil && after.exact != nil && after.exact != value.exact
      let (breakpoint, next) =
        isGain ? try hopeful.detail(of: kinds, value: after, &best) : (nil, [])
      func lost(_ value: Double?) -> Double? { value.map { rounded(max(0, target - $0)) ?? 0 } }
      reliefs[product] = Relief(
        value: after, loss: lost(alone), exposure: lost(cut), breakpoint: breakpoint, next: next)
    }
    return (value, reliefs)
  }

  /// What one of the products asked for at the start costs.
  func relief(of product: Int) -> Relief {
    reliefs[product]
      ?? Relief(value: .unknown, loss: nil, exposure: nil, breakpoint: nil, next: [])
  }
}

/// The figure cut to significant digits, for the simplex method is exact to little more than ten; how
/// far a plan can go without losing value is known less sharply.
private func rounded(_ value: Double?, digits: Int = 10) -> Double? {
  guard let value, value != 0, value.isFinite else { return value }
  let top = (0..<digits).reduce(1.0) { power, _ in power * 10 }
  var scale = 1.0
  while abs(value) * scale < top / 10 { scale *= 10 }
  while abs(value) * scale >= top { scale /= 10 }
  let result = (value * scale).rounded() / scale
  return result == 0 ? 0 : result
}

extension ProductProgram {
  /// The changes that take the limits away where a product comes from now: from makers inside, from
  /// outside, or, where from nowhere, from outside.
  fileprivate func relief(of kinds: [Int]) -> [Solver.Change] {
    let makers = kinds.filter { program.bounds(of: made[$0]).upper > 0 }
    let sellers = kinds.filter { program.bounds(of: bought[$0]).upper > 0 }
    let opened = makers.map { made[$0] } + sellers.map { bought[$0] }
    let relieved = opened.isEmpty ? [made[kinds[0]], bought[kinds[0]]] : opened
    return relieved.map { .variable($0, .atLeast(0)) }
  }

  /// The programme in which everything has as much as it likes, the way it has it now.
  fileprivate var opened: LinearProgram {
    var opened = program
    for product in made.indices {
      for case .variable(let variable, let bounds) in relief(of: [product]) {
        opened.setBounds(bounds, of: variable)
      }
    }
    return opened
  }

  /// The changes that put the limits back on some products, or cut them off from outside too.
  fileprivate func limits(of kinds: [Int], isCutOff: Bool = false) -> [Solver.Change] {
    kinds.flatMap { kind -> [Solver.Change] in
      let outside = isCutOff ? Bounds(0, 0) : program.bounds(of: bought[kind])
      return [
        .variable(made[kind], program.bounds(of: made[kind])), .variable(bought[kind], outside),
      ]
    }
  }

  /// How many units relief wants, and what limits then.
  fileprivate func detail(
    of kinds: [Int], value: Reachable.Value, _ solver: inout Solver
  ) throws(LinearProgramError) -> (breakpoint: Double?, next: [Int]) {
    let own = Set(kinds)
    let changes = relief(of: kinds)
    let solution = try solver.outcome(trying: changes).solution
    var next: [Int] = []
    for product in made.indices where !own.contains(product) {
      let limits = [made[product], bought[product]].filter {
        (0.0.nextUp..<Double.infinity).contains(program.bounds(of: $0).upper)
      }
      // A dual price of 0 proves that there is no gain; any other only says where to ask the program.
      guard limits.contains(where: { (solution?.reducedCost(of: $0) ?? 0) > 1e-9 }),
        let most = value.atMost
      else { continue }
      let more = try solver.outcome(
        trying: changes + limits.map { .variable($0, .atLeast(0)) }
      ).objective
      if let more, more > most + 1e-7 * max(1, most) { next.append(product) }
    }
    let had = kinds.reduce(0) {
      $0 + program.bounds(of: made[$1]).upper + program.bounds(of: bought[$1]).upper
    }
    var freed = program
    for case .variable(let variable, let bounds) in changes {
      freed.setBounds(bounds, of: variable)
    }
    var other = try Solver(freed)
    let units = kinds.flatMap { [(made[$0], 1.0), (bought[$0], 1.0)] }
    let least = try other.reaches(of: [units], nearOptimum: 1e-10)?.first?.lowest
    return (least.flatMap { rounded(max(0, $0 - had), digits: 6) }, next)
  }
}
