import Dispatch

/// The same work for several inputs at once.
enum Parallel {
  /// The results in the order of the inputs, each computed on a thread of its own.
  static func map<Input: Sendable, Result: Sendable>(
    _ inputs: [Input], _ work: @Sendable (Input) -> Result
  ) -> [Result] {
    guard inputs.count > 1 else { return inputs.map(work) }
    var results = [Result?](repeating: nil, count: inputs.count)
    unsafe results.withUnsafeMutableBufferPointer { results in
      // Every thread writes its own element.
      nonisolated(unsafe) let results = unsafe results
      DispatchQueue.concurrentPerform(iterations: inputs.count) { index in
        unsafe results[index] = work(inputs[index])
      }
    }
    return results.compactMap { $0 }
  }
}
