import Glibc

/// What some work answers, and the processor time that it takes.
struct Measurement<Answer> {
  /// What the last run gave.
  let answer: Answer
  /// In milliseconds, ascending; never empty.
  private let times: [Double]

  /// Runs some work several times.
  init(trials: Int, _ work: () -> Answer) {
    var times: [Double] = []
    for _ in 1..<max(trials, 1) { times.append(Self.time(work).milliseconds) }
    let last = Self.time(work)
    answer = last.answer
    self.times = (times + [last.milliseconds]).sorted()
  }

  private static func time(_ work: () -> Answer) -> (answer: Answer, milliseconds: Double) {
    let start = clock()
    let answer = work()
    return (answer, Double(clock() - start) * 1000 / Double(CLOCKS_PER_SEC))
  }

  /// The quickest run, in milliseconds.
  var minimum: Int { Int(times[0].rounded()) }

  /// The middle run, in milliseconds.
  var median: Int { Int(times[times.count / 2].rounded()) }
}
