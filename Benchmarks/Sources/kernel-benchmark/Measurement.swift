import Glibc

/// How long some work took, in milliseconds.
struct Measurement {
  /// Ascending; never empty.
  private let processorTimes: [Double]
  private let wallTimes: [Double]

  /// Runs some work several times; the answer is that of the last run.
  static func of<Answer>(
    trials: Int, _ work: () throws -> Answer
  ) rethrows -> (answer: Answer, measurement: Measurement) {
    var processorTimes: [Double] = []
    var wallTimes: [Double] = []
    func run() throws -> Answer {
      let start = now(CLOCK_MONOTONIC)
      let processorStart = now(CLOCK_PROCESS_CPUTIME_ID)
      let answer = try work()
      processorTimes.append(now(CLOCK_PROCESS_CPUTIME_ID) - processorStart)
      wallTimes.append(now(CLOCK_MONOTONIC) - start)
      return answer
    }
    for _ in 1..<max(trials, 1) { _ = try run() }
    let answer = try run()
    return (
      answer,
      Measurement(processorTimes: processorTimes.sorted(), wallTimes: wallTimes.sorted())
    )
  }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }

  /// Processor time of all threads together, of the quickest run.
  var minimum: Double { processorTimes[0] }
  /// Processor time of all threads together, of the middle run.
  var median: Double { processorTimes[processorTimes.count / 2] }
  /// Of the middle run, by the clock on the wall.
  var wallMedian: Double { wallTimes[wallTimes.count / 2] }
}

extension Double {
  /// A number of milliseconds with three digits that count.
  var milliseconds: String {
    let digits = self < 10 ? 100.0 : self < 100 ? 10 : 1
    let rounded = (self * digits).rounded() / digits
    return digits == 1 ? "\(Int(rounded))" : "\(rounded)"
  }
}
