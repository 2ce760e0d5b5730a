internal import Graphs

/// Looks for a circle of needs round which one unit takes a whole unit of itself or more.
///
/// A strong component can eat more than it makes without any such circle, when several circles draw on one product:
/// then there is no circle to blame.
struct HungryCircleSearch {
  /// The products of a circle in order, and the amounts round it multiplied: at least 1.
  struct Circle {
    let products: [Int]
    let product: Double
  }

  private let graph: Digraph
  private let amounts: [Double]
  private let members: [Int]
  private let isMember: (Int) -> Bool
  /// Relaxations after which the search is given up; no message is worth a minute.
  private static let budget = 20_000_000
  /// As in the elimination, a surplus below rounding is none.
  private static let least = 1 - 1e-12

  /// - Parameters:
  ///   - graph: product → what it needs.
  ///   - amounts: units needed for one, an edge.
  ///   - members: the products of one strong component.
  init(
    _ graph: Digraph, _ amounts: [Double], members: [Int], isMember: @escaping (Int) -> Bool
  ) {
    self.graph = graph
    self.amounts = amounts
    self.members = members
    self.isMember = isMember
  }

  /// The shortest circle through `worst` if it will do, else any that does; `nil` if there is none.
  func circle(preferably worst: Int) -> Circle? {
    if let short = checked(shortestCircle(through: worst)) { return short }
    return heaviestWalk().flatMap(checked).map { begin($0, at: worst) }
  }

  private func begin(_ circle: Circle, at product: Int) -> Circle {
    let first =
      circle.products.firstIndex(of: product)
      ?? circle.products.indices.min { circle.products[$0] < circle.products[$1] } ?? 0
    return Circle(
      products: Array(circle.products[first...] + circle.products[..<first]),
      product: circle.product)
  }

  /// The circle with its product, if that is at least 1.
  private func checked(_ products: [Int]) -> Circle? {
    var product = 1.0
    for (user, needed) in zip(products, products.dropFirst() + products.prefix(1)) {
      product *= amount(of: needed, for: user)
    }
    return product >= Self.least ? Circle(products: products, product: max(1, product)) : nil
  }

  private func amount(of needed: Int, for user: Int) -> Double {
    zip(graph.successors(of: user), graph.outgoingEdges(of: user))
      .reduce(0) { $1.0 == needed ? $0 + amounts[$1.1] : $0 }
  }

  private func shortestCircle(through start: Int) -> [Int] {
    var cameFrom: [Int: Int] = [:]
    var queue = [start]
    var next = 0
    while next < queue.count {
      let product = queue[next]
      next += 1
      for needed in graph.successors(of: product) where isMember(needed) {
        if needed == start {
          var path = [product]
          while let last = path.last, last != start, let before = cameFrom[last] {
            path.append(before)
          }
          return path.reversed()
        }
        if cameFrom[needed] == nil {
          cameFrom[needed] = product
          queue.append(needed)
        }
      }
    }
    return [start]
  }

  /// Bellman and Ford with a queue, multiplying instead of adding: walks that grow without end close a circle among
  /// their last steps. (R. Bellman, "On a Routing Problem", Quarterly of Applied Mathematics 16 (1958) 87–90,
  /// doi:10.1090/qam/102435.)
  private func heaviestWalk() -> [Int]? {
    var weight = [Int: Double](uniqueKeysWithValues: members.map { ($0, 1) })
    var before: [Int: Int] = [:]
    var queue = members
    var isQueued = Set(members)
    var next = 0
    var steps = 0
    var sinceLook = 0
    while next < queue.count, steps < Self.budget {
      let user = queue[next]
      next += 1
      isQueued.remove(user)
      for (needed, edge) in zip(graph.successors(of: user), graph.outgoingEdges(of: user))
      where isMember(needed) {
        steps += 1
        let longer = (weight[user] ?? 1) * amounts[edge]
        // A circle of just 1 must not go on for ever unseen, nor rounding make one up.
        guard longer > (weight[needed] ?? 1) * (1 + 1e-14) || needed == user && amounts[edge] >= 1
        else { continue }
        weight[needed] = longer
        before[needed] = user
        if isQueued.insert(needed).inserted { queue.append(needed) }
        sinceLook += 1
        if sinceLook > members.count || needed == user {
          sinceLook = 0
          if let circle = circle(in: before) { return circle }
        }
      }
    }
    return circle(in: before)
  }

  /// A circle of the steps taken last, in the order of needs.
  private func circle(in before: [Int: Int]) -> [Int]? {
    var walk: [Int: Int] = [:]
    for (number, start) in members.enumerated() where walk[start] == nil {
      var current: Int? = start
      while let product = current, walk[product] == nil {
        walk[product] = number
        current = before[product]
      }
      guard let back = current, walk[back] == number else { continue }
      var circle = [back]
      while let last = circle.last, let earlier = before[last], earlier != back {
        circle.append(earlier)
      }
      return circle.reversed()
    }
    return nil
  }
}
