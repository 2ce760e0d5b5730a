/// What has changed from one analysis of a chain to another: before and after a scenario, last month and now.
///
/// Findings are matched by id, so that a subject whose code has changed counts as one finding closed
/// and another one new.
public struct AnalysisDifference: Sendable {
  /// Findings of the later analysis alone, in its ranking; their numbers are those of its chain.
  public let new: [Finding]
  /// Findings of the earlier analysis alone, in its ranking; their numbers are those of its chain.
  public let closed: [Finding]
  /// Findings of both, as the later analysis states and ranks them.
  public let persisting: [Finding]
}

extension Analysis {
  /// What has changed since an earlier analysis.
  ///
  /// - Complexity: O(findings of both).
  public func difference(from earlier: Analysis) -> AnalysisDifference {
    let before = Set(earlier.findings.map(\.id))
    let after = Set(findings.map(\.id))
    return AnalysisDifference(
      new: findings.filter { !before.contains($0.id) },
      closed: earlier.findings.filter { !after.contains($0.id) },
      persisting: findings.filter { before.contains($0.id) })
  }
}
