internal import Dispatch
internal import Synchronization

/// Work in numbered parts, done by one thread or by several at a time.
///
/// The parts and the order in which their results are put together are the same for any number of
/// threads, so that the outcome is the same to the last bit.
package struct ParallelWork {
  /// How many parts are done at the same time, at least 1.
  package let threads: Int

  package init(threads: Int) {
    precondition(threads > 0, "work needs a thread")
    self.threads = threads
  }

  /// Does parts 0, 1, … and hands the results over in that order.
  ///
  /// `check` is called by the calling thread before each round of parts; what it throws ends the work.
  package func run<Result: Sendable, Failure: Error>(
    parts: Int, check: () throws(Failure) -> Void, _ part: @Sendable (Int) -> Result,
    combine: (Result) -> Void
  ) throws(Failure) {
    for start in stride(from: 0, to: parts, by: threads) {
      try check()
      let end = min(start + threads, parts)
      if end - start == 1 {
        combine(part(start))
        continue
      }
      let results = Mutex([Result?](repeating: nil, count: end - start))
      DispatchQueue.concurrentPerform(iterations: end - start) { index in
        let result = part(start + index)
        results.withLock { $0[index] = result }
      }
      for result in results.withLock({ $0 }) {
        if let result { combine(result) }
      }
    }
  }
}
