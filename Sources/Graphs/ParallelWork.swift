internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Work in numbered parts, done by one thread or by several at a time.
///
/// The parts and the order in which their results are put together are the same for any number of
/// threads, so that the outcome is the same to the last bit.
package struct ParallelWork {
  /// How many parts of a round there are for each thread: a thread that is done takes the next one, so that
  /// long parts do not wait for each other.
  private static let partsPerThread = 4

  /// How many parts are done at the same time, at least 1.
  package let threads: Int

  package init(threads: Int) {
    precondition(threads > 0, "work needs a thread")
    self.threads = threads
  }

  /// Does parts 0, 1, … and hands the results over in that order.
  ///
  /// `check` is called by the calling thread before each round, which is a part for one thread and four a
  /// thread for more; what it throws ends the work.
  package func run<Result: Sendable, Failure: Error>(
    parts: Int, check: () throws(Failure) -> Void, _ part: @Sendable (Int) -> Result,
    combine: (Result) -> Void
  ) throws(Failure) {
    let round = threads == 1 ? 1 : threads * Self.partsPerThread
    for start in stride(from: 0, to: parts, by: round) {
      try check()
      let end = min(start + round, parts)
      if end - start == 1 {
        combine(part(start))
        continue
      }
      let results = (start..<end).map { _ in Slot<Result>() }
      let next = Atomic(start)
      DispatchQueue.concurrentPerform(iterations: min(threads, end - start)) { _ in
        while true {
          let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard number < end else { return }
          results[number - start].leave(part(number))
        }
      }
      for slot in results { if let result = slot.take() { combine(result) } }
    }
  }

  /// Does parts in steps of `step` parts at the same time, each step after the one before, and hands the results
  /// over in order.
  ///
  /// Threads that wait for the end of a step do not sleep, since waking one takes 0.1 ms, a third of a step of
  /// the ranks that this is for; where there are fewer processors than threads they let others go first.
  func run<Result: Sendable>(
    parts: Int, step: Int, _ part: @Sendable (Int) -> Result, combine: (Result) -> Void
  ) {
    let results = (0..<parts).map { _ in Slot<Result>() }
    let next = Atomic(0)
    let done = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(threads, step)) { _ in
      while true {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard number < parts else { return }
        // What it waits for has been done or is being done by others.
        var looks = 0
        while done.load(ordering: .acquiring) < number / step * step {
          looks += 1
          if looks > 1000 { sched_yield() }
        }
        results[number].leave(part(number))
        done.wrappingAdd(1, ordering: .releasing)
      }
    }
    for slot in results { if let result = slot.take() { combine(result) } }
  }
}

/// Where a part leaves its result. Each has one of its own, so that no thread waits for another to leave its own.
private final class Slot<Result: Sendable>: Sendable {
  private let result = Mutex<Result?>(nil)

  func leave(_ result: Result) { self.result.withLock { $0 = result } }

  func take() -> Result? { result.withLock { $0.take() } }
}

/// Room to work in, which parts of a work hand on: as much of it as parts at the same time, and some more where
/// threads have met while taking it.
struct SharedRoom<Room: Sendable>: ~Copyable {
  private let make: @Sendable () -> Room
  private let spare = Mutex<[Room]>([])

  init(_ make: @escaping @Sendable () -> Room) {
    self.make = make
  }

  /// Does something in room that no other thread uses meanwhile. Nobody waits for another who is just taking some or
  /// leaving it: there is more where it came from.
  func use<Result>(_ work: (inout Room) -> Result) -> Result {
    // Moved and never copied, or the next to write into it would copy it whole.
    var room = [(spare.withLockIfAvailable { $0.popLast() } ?? nil) ?? make()]
    let result = work(&room[0])
    spare.withLockIfAvailable { $0.append(room.removeLast()) }
    return result
  }
}
