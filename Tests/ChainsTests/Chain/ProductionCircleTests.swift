import Chains
import Testing

/// Hawkins–Simon: a chain is refused where a circle eats at least what it makes.
@Suite struct ProductionCircleTests {
  private func problem(_ text: String) -> ChainProblem? {
    do {
      _ = try Chain(recipe(text))
      return nil
    } catch {
      return error.problems.first
    }
  }

  /// ex17 of the specification: a column is a user.
  @Test func `a circle that leaves a surplus is accepted and one that does not is refused`() {
    #expect(problem("a 0.1 a, a 0.4 b, b 0.3 a, b 0.2 b") == nil, "spectral radius 0.5")
    #expect(problem("a 0.6 a, a 0.8 b, b 0.7 a, b 0.3 b") != nil, "spectral radius 1.2132")
  }

  @Test func `a circle that eats just what it makes is refused`() {
    #expect(problem("a 1 a")?.reason == .eatsMoreThanItMakes(cycle: ["a", "a"], ratio: 1))
    #expect(problem("a 2 b, b 0.5 a") != nil)
    #expect(problem("a 2 b, b 0.499 a") == nil)
  }

  /// ex17: a eats 0.6 of itself and, round by b, 0.56 more.
  @Test func `where no circle alone is to blame all of them are named`() throws {
    let found = try #require(problem("a 0.6 a, a 0.8 b, b 0.7 a, b 0.3 b"))
    guard case .eatMoreThanTheyMake(let products, let ratio) = found.reason else {
      Issue.record("\(found)")
      return
    }
    #expect(Set(products) == ["a", "b"])
    // Of b 0.3 directly, and 0.7 · 0.8 / (1 − 0.6) by way of a; of a 0.6 + 0.8 · 0.7 / (1 − 0.3).
    #expect(abs(ratio - (products[0] == "b" ? 1.7 : 1.4)) < 1e-12)
  }

  @Test func `the circle that is named eats what it makes, on random recipes`() {
    var named = 0
    for seed in UInt64(0)..<300 {
      var random = SplitMix64(seed: seed)
      let count = 2 + random.below(5)
      var amounts: [String: Double] = [:]
      var lines: [String] = []
      for user in 0..<count {
        for needed in 0..<count where random.below(3) == 0 {
          let amount = Double(1 + random.below(18)) / 10
          amounts["p\(user) p\(needed)"] = amount
          lines.append("p\(user) \(amount) p\(needed)")
        }
      }
      guard !lines.isEmpty,
        case .eatsMoreThanItMakes(let cycle, let ratio) = problem(lines.joined(separator: ", "))?
          .reason
      else { continue }
      named += 1
      let round = zip(cycle, cycle.dropFirst()).reduce(1) {
        $0 * (amounts["\($1.0) \($1.1)"] ?? 0)
      }
      #expect(cycle.first == cycle.last && Set(cycle).count == cycle.count - 1, "seed \(seed)")
      #expect(round > 1 - 1e-9 && abs(ratio - max(1, round)) < 1e-9, "seed \(seed): \(cycle)")
    }
    #expect(named > 50, "\(named)")
  }

  @Test func `a circle that no final product needs is refused too`() {
    #expect(problem("f 1 x, a 2 b, b 1 a")?.place == Place(.inputs, row: 2, .amount))
  }

  @Test func `each bad circle is told once`() throws {
    do {
      _ = try Chain(recipe("a 2 b, b 1 a, c 2 d, d 1 c, a 1 c"))
      Issue.record("accepted")
    } catch {
      #expect(error.problems.map(\.place.row) == [1, 3])
    }
  }

  @Test func `unknown amounts, groups and negligible inputs prove nothing`() throws {
    func isAccepted(_ edit: (inout Tables) -> Void) -> Bool {
      var tables = recipe("a 2 b, b 1 a, c 0.1 a")
      tables.inputs.append(Input(product: "b", input: "c", amount: 0.1))
      edit(&tables)
      return (try? Chain(tables)) != nil
    }
    #expect(!isAccepted { _ in })
    #expect(isAccepted { $0.inputs[1].amount = nil })
    #expect(isAccepted { $0.inputs[1].essentiality = .negligible })
    #expect(!isAccepted { $0.inputs[1].essentiality = .nonEssential }, "the target takes it all")
    #expect(
      isAccepted {
        $0.inputs[1].group = "g"
        $0.inputs[3].group = "g"
      })
    #expect(!isAccepted { $0.inputs[1].group = "g" }, "a group of one leaves no choice")
  }

  @Test func `what a variant has from above closes circles too`() {
    let found = problem("f 1 cell, cell 2 tool, lfp < cell, tool 1 lfp")
    #expect(
      found?.reason == .eatsMoreThanItMakes(cycle: ["lfp", "tool", "lfp"], ratio: 2)
        || found?.reason == .eatsMoreThanItMakes(cycle: ["tool", "lfp", "tool"], ratio: 2))
  }

  @Test func `a circle of twenty thousand products is checked in no time`() throws {
    func ring(_ last: Double) -> Tables {
      var tables = Tables(profile: Profile(id: "ring"))
      let ids = (0..<20_000).map { Product.ID("p\($0)") }
      tables.products = ids.map { Product(id: $0, isFinal: true, value: 1) }
      tables.inputs = ids.indices.map {
        Input(
          product: ids[$0], input: ids[($0 + 1) % ids.count],
          amount: $0 == ids.count - 1 ? last : 1)
      }
      return tables
    }
    #expect(throws: Never.self) { try Chain(ring(0.99)) }
    let error = #expect(throws: ChainProblems.self) { try Chain(ring(1.01)) }
    #expect(error?.problems.count == 1)
  }

  @Test func `the verdict is that of the spectral radius, on random recipes`() {
    var refused = 0
    for seed in UInt64(0)..<400 {
      var random = SplitMix64(seed: seed)
      let count = 1 + random.below(7)
      var matrix = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
      var tables = recipe((0..<count).map { "p\($0) < top" }.joined(separator: ","))
      for product in tables.products.indices { tables.products[product].variantOf = nil }
      for user in 0..<count {
        for needed in 0..<count where random.below(3) == 0 {
          let amount = Double(1 + random.below(12)) / 10
          matrix[user][needed] = amount
          tables.inputs.append(
            Input(
              product: Identifier("p\(user)"), input: Identifier("p\(needed)"), amount: amount))
        }
      }
      let radius = spectralRadius(matrix)
      guard abs(radius - 1) > 1e-6 else { continue }
      let isAccepted = (try? Chain(tables)) != nil
      #expect(isAccepted == (radius < 1), "seed \(seed), spectral radius \(radius)")
      refused += isAccepted ? 0 : 1
    }
    #expect((50...350).contains(refused), "both verdicts occur: \(refused) refused")
  }

  /// By power iteration on A + I, whose dominant eigenvalue is 1 above that of A and alone of its size;
  /// the growth of the norm, halved by squaring, does not mind multiple eigenvalues.
  private func spectralRadius(_ matrix: [[Double]]) -> Double {
    let size = matrix.count
    var power = matrix
    for index in 0..<size { power[index][index] += 1 }
    // ‖(A + I)^(2^n)‖^(1/2^n), with the norm taken out at each step to stay in range.
    var logarithmOfNorm = 0.0
    var exponent = 1.0
    for _ in 0..<40 {
      let norm = power.flatMap { $0 }.max() ?? 0
      logarithmOfNorm += logarithm(norm) / exponent
      for row in 0..<size {
        for column in 0..<size { power[row][column] /= norm }
      }
      var square = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
      for row in 0..<size {
        for middle in 0..<size {
          for column in 0..<size {
            square[row][column] += power[row][middle] * power[middle][column]
          }
        }
      }
      power = square
      exponent *= 2
    }
    return exponential(logarithmOfNorm) - 1
  }

  /// Natural logarithm by halving the range and the series of artanh.
  private func logarithm(_ value: Double) -> Double {
    let exponent = Double(value.exponent)
    let ratio = (value.significand - 1) / (value.significand + 1)
    var sum = 0.0
    var term = ratio
    for odd in stride(from: 1.0, to: 80, by: 2) {
      sum += term / odd
      term *= ratio * ratio
    }
    return 2 * sum + exponent * 0.693147180559945309417
  }

  private func exponential(_ value: Double) -> Double {
    var sum = 1.0
    var term = 1.0
    for step in 1..<60 {
      term *= value / 16 / Double(step)
      sum += term
    }
    for _ in 0..<4 { sum *= sum }
    return sum
  }
}
