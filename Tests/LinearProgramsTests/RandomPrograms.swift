import LinearPrograms

/// SplitMix64: the same numbers everywhere for the same seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Double {
    Double(Int.random(in: range, using: &self))
  }

  mutating func happens(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &self) < percent
  }
}

/// A program of up to six variables and constraints with small whole figures, of a kind that the
/// seed picks: bounded, degenerate, with free variables, equations, empty rows and columns, or none.
func randomProgram(seed: UInt64) -> LinearProgram {
  var random = SeededGenerator(seed: seed)
  let kind = Int(seed % 4)
  var program = LinearProgram()
  let variableCount = Int(random.number(seed % 29 == 0 ? 0...0 : 1...6))
  let constraintCount = Int(random.number(seed % 31 == 0 ? 0...0 : 1...6))
  let variables = (0..<variableCount).map { _ in
    program.addVariable(random.bounds(kind), objective: random.number(-4...6))
  }
  for _ in 0..<constraintCount {
    var terms: [(LinearProgram.Variable, Double)] = []
    for variable in variables where random.happens(kind == 0 ? 80 : 55) {
      terms.append((variable, random.number(kind == 0 ? 0...5 : -4...5)))
    }
    // Degenerate: many limits meet in one point.
    let limit = kind == 2 ? 0 : random.number(kind == 0 ? 0...20 : -6...20)
    switch random.number(0...9) {
    case 0...5: program.addConstraint(terms, atMost: limit)
    case 6 where kind != 0, 7 where kind != 0: program.addConstraint(terms, atLeast: limit - 8)
    case 8 where kind != 0: program.addConstraint(terms, equalTo: limit)
    case 9: program.addConstraint(terms, Bounds(limit - 3, limit + 4))
    default: program.addConstraint(terms, .free)
    }
  }
  return program
}

extension SeededGenerator {
  fileprivate mutating func bounds(_ kind: Int) -> Bounds {
    let lower = number(-5...2)
    return switch number(0...9) {
    case 0...2 where kind == 0: Bounds(0, number(1...9))
    case 0...3: .atLeast(0)
    case 4...6: Bounds(lower, lower + number(0...8))
    case 7: kind == 0 ? Bounds(0, 5) : .free
    case 8: kind == 0 ? .atLeast(1) : .atMost(number(-3...6))
    default: .atLeast(lower)
    }
  }
}
