/// How parallel edges count where it makes a difference.
public enum ParallelEdges: Hashable, Sendable, CaseIterable {
  /// Each by itself.
  case counted
  /// All that lead from one vertex to another as one.
  case merged
}
