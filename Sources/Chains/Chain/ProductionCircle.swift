internal import Graphs

/// Products that need one another, and take more of themselves than they make.
struct ProductionCircle {
  /// The products of one circle in its order, which begins with the worst if that is on it; where no circle alone eats
  /// up what it makes, all that need one another, the worst first and the others ascending.
  let products: [Int]
  /// Whether `products` are one circle that alone eats up what it makes.
  let isCircle: Bool
  /// Units of the first product, at least 1, that making one unit of it takes: once round the circle, or directly
  /// and by way of all the others.
  let unitsTakenForOne: Double

  /// The circles on which no positive output is left, one for each strong component that has one.
  ///
  /// The Hawkins–Simon condition: with A the amounts, all leading principal minors of I − A are
  /// positive. They are the pivots of elimination without exchange, in any order of the products;
  /// the least connected product goes first, which keeps the rows sparse. (D. Hawkins, H. A. Simon,
  /// "Note: Some Conditions of Macroeconomic Stability", Econometrica 17 (1949) 245–248,
  /// doi:10.2307/1905526.)
  ///
  /// - Parameters:
  ///   - lines: product → what it needs.
  ///   - amounts: units needed for one, a line.
  /// - Complexity: O(lines) where nothing is circular; else elimination on each component alone.
  static func all(
    productCount: Int, lines: [(source: Int, target: Int)], amounts: [Double]
  ) -> [ProductionCircle] {
    let graph: Digraph
    do {
      graph = try Digraph(vertexCount: productCount, edges: lines)
    } catch {
      preconditionFailure("lines name products by position: \(error)")
    }
    let components = graph.stronglyConnectedComponents()
    return (0..<components.count).compactMap { number in
      let members = Array(components.members(of: number))
      var matrix = Needs(members)
      for product in members {
        for (needed, edge) in zip(graph.successors(of: product), graph.outgoingEdges(of: product))
        where components.component(of: needed) == number {
          matrix.add(amounts[edge], of: needed, to: product)
        }
      }
      guard let (worst, taken) = matrix.firstWithoutSurplus() else { return nil }
      let search = HungryCircleSearch(graph, amounts, members: members) {
        components.component(of: $0) == number
      }
      if let circle = search.circle(preferably: worst) {
        return ProductionCircle(
          products: circle.products, isCircle: true, unitsTakenForOne: circle.product)
      }
      let others = members.filter { $0 != worst }.sorted()
      return ProductionCircle(
        products: [worst] + others, isCircle: false, unitsTakenForOne: taken)
    }
  }
}

/// The matrix A of one component during elimination, rows and columns kept both ways.
private struct Needs {
  private let members: [Int]
  /// Units of the inner key that one unit of the outer key needs.
  private var rows: [Int: [Int: Double]] = [:]
  /// Which products need the key.
  private var columns: [Int: Set<Int>] = [:]

  init(_ members: [Int]) { self.members = members }

  mutating func add(_ amount: Double, of needed: Int, to product: Int) {
    rows[product, default: [:]][needed, default: 0] += amount
    columns[needed, default: []].insert(product)
  }

  /// The first product met whose pivot 1 − a is not positive, with a.
  mutating func firstWithoutSurplus() -> (product: Int, taken: Double)? {
    var left = Set(members)
    // Products with one user and one need, which a long circle is made of, need no search.
    var simple = members.sorted(by: >).filter { degree($0) <= 1 }
    while let product = next(of: left, &simple) {
      left.remove(product)
      let row = rows.removeValue(forKey: product) ?? [:]
      let own = row[product] ?? 0
      // A surplus below rounding is none.
      guard own < 1 - 1e-12 else { return (product, own) }
      let users = (columns.removeValue(forKey: product) ?? []).sorted()
      for user in users where user != product {
        guard let factor = rows[user]?.removeValue(forKey: product) else { continue }
        for (needed, amount) in row where needed != product {
          add(factor * amount / (1 - own), of: needed, to: user)
        }
      }
      for needed in row.keys { columns[needed]?.remove(product) }
      simple += (users + row.keys.sorted()).filter { left.contains($0) && degree($0) <= 1 }
    }
    return nil
  }

  /// The least connected product, or at once one that is as little connected as can be.
  private func next(of left: Set<Int>, _ simple: inout [Int]) -> Int? {
    while let product = simple.popLast() {
      if left.contains(product), degree(product) <= 1 { return product }
    }
    return left.min { (degree($0), $0) < (degree($1), $1) }
  }

  private func degree(_ product: Int) -> Int {
    (rows[product]?.count ?? 0) * (columns[product]?.count ?? 0)
  }
}
