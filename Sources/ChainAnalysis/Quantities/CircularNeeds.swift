/// How much is needed of products that need one another: u = g + Au, with g what others take.
///
/// The chain is productive, so there is one solution and it is not negative.
struct CircularNeeds {
  private let given: [Double]
  private var needed: [Int] = []
  private var users: [Int] = []
  private var amounts: [Double] = []

  /// - Parameter given: units that products elsewhere take, a product.
  init(given: [Double]) { self.given = given }

  /// One unit of `user` takes an amount of `product`.
  mutating func add(_ amount: Double, of product: Int, to user: Int) {
    needed.append(product)
    users.append(user)
    amounts.append(amount)
  }

  /// By iteration as long as it is cheaper than elimination, which follows where it has not settled.
  ///
  /// - Complexity: O(n³) time, O(n²) space in the worst case; a few dozen O(lines) as a rule.
  func solution() -> [Double] {
    var units = given
    let size = Double(given.count)
    let rounds = min(100_000, max(100, size * size * size / Double(max(1, needed.count))))
    for _ in 0..<Int(rounds) {
      var next = given
      for line in needed.indices { next[needed[line]] += amounts[line] * units[users[line]] }
      let isSettled = units.indices.allSatisfy { abs(next[$0] - units[$0]) <= 1e-14 * next[$0] }
      units = next
      if isSettled { return units }
    }
    return eliminated()
  }

  /// (I − A) is an M-matrix: its pivots are positive in any order.
  private func eliminated() -> [Double] {
    let size = given.count
    var matrix = [Double](repeating: 0, count: size * size)
    for index in 0..<size { matrix[index * size + index] = 1 }
    for line in needed.indices { matrix[needed[line] * size + users[line]] -= amounts[line] }
    var right = given
    for pivot in 0..<size {
      for row in pivot + 1..<size where matrix[row * size + pivot] != 0 {
        let factor = matrix[row * size + pivot] / matrix[pivot * size + pivot]
        for column in pivot..<size {
          matrix[row * size + column] -= factor * matrix[pivot * size + column]
        }
        right[row] -= factor * right[pivot]
      }
    }
    for row in (0..<size).reversed() {
      for column in row + 1..<size { right[row] -= matrix[row * size + column] * right[column] }
      right[row] /= matrix[row * size + row]
    }
    return right
  }
}
