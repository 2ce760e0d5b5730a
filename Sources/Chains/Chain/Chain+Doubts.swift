extension Chain {
  /// Contradictions of figures with which one can still reckon, in the order of the document; people should look at
  /// them, because one of the two figures is wrong.
  ///
  /// An enterprise that has made more in a year than it can is such a case: the capacity goes on to count.
  public var doubts: [ChainProblem] {
    tables.capacities.enumerated().compactMap { row, entry in
      guard let output = entry.output, let capacity = entry.capacity,
        output > capacity * (1 + 1e-9)
      else { return nil }
      return ChainProblem(
        Place(.capacities, row: row, .output),
        .outputAboveCapacity(output: output, capacity: capacity))
    }
  }
}
