/// An answer that other programs do not agree with, or a question that makes no sense.
struct WrongFact: Error, CustomStringConvertible {
  let description: String
}

/// Something to time on one network, and what must come out.
struct Case {
  let name: String
  /// What any program must find; compared with what peers answer.
  let facts: [Double]
  /// Runs the work so many times and checks what the last run answered.
  let measure: (_ trials: Int) throws -> Measurement

  /// Whether one run is enough on a large network.
  var isLong: Bool { ["reach", "flow"].contains { name.hasPrefix($0) } }

  /// `work` is timed, `prepare` and `check` are not. `check` returns what was found, to be compared
  /// with the facts: as shares of them they may differ by `tolerance`.
  init<Input, Answer>(
    _ name: String, facts: [Double], tolerance: Double = 1e-9,
    prepare: @escaping () throws -> Input,
    work: @escaping (Input) throws -> Answer, check: @escaping (Answer) throws -> [Double]
  ) {
    self.name = name
    self.facts = facts
    measure = { trials in
      let input = try prepare()
      let (answer, measurement) = try Measurement.of(trials: trials) { try work(input) }
      let found = try check(answer)
      guard zip(found, facts).allSatisfy({ ($0 - $1).magnitude <= tolerance * $1 }) else {
        throw WrongFact(description: "\(name): \(found) and not \(facts)")
      }
      return measurement
    }
  }

  init<Answer>(
    _ name: String, facts: [Double], tolerance: Double = 1e-9,
    work: @escaping () throws -> Answer, check: @escaping (Answer) throws -> [Double]
  ) {
    self.init(
      name, facts: facts, tolerance: tolerance, prepare: {}, work: work, check: check)
  }
}

/// Compares a checksum with what other programs found; without a fact there is nothing to compare.
func expect(_ numbers: some Sequence<Int>, _ fact: String?, _ name: String) throws {
  guard let fact else { return }
  let found = Checksum(numbers).description
  if found != fact { throw WrongFact(description: "\(name): checksum \(found) and not \(fact)") }
}
