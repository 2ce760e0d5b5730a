import Glibc

/// What some work answers, and the processor time that it takes.
struct Measurement<Answer> {
  /// What the last run gave.
  let answer: Answer
  /// In milliseconds, ascending; never empty.
  private let times: [Double]

  /// Runs some work several times.
  init(trials: Int, _ work: () throws -> Answer) rethrows {
    var times: [Double] = []
    for _ in 1..<max(trials, 1) { times.append(try Self.time(work).milliseconds) }
    let last = try Self.time(work)
    answer = last.answer
    self.times = (times + [last.milliseconds]).sorted()
  }

  private static func time(_ work: () throws -> Answer) rethrows -> (
    answer: Answer, milliseconds: Double
  ) {
    let start = clock()
    let answer = try work()
    return (answer, Double(clock() - start) * 1000 / Double(CLOCKS_PER_SEC))
  }

  /// The quickest run, in milliseconds.
  var minimum: String { Self.text(times[0]) }

  /// The middle run, in milliseconds.
  var median: String { Self.text(times[times.count / 2]) }

  /// With three digits that count.
  private static func text(_ milliseconds: Double) -> String {
    let digits = milliseconds < 10 ? 100.0 : milliseconds < 100 ? 10 : 1
    let rounded = (milliseconds * digits).rounded() / digits
    return digits == 1 ? "\(Int(rounded))" : "\(rounded)"
  }
}
