/// How far an analysis is that takes long.
public struct Progress: Hashable, Sendable {
  /// What is being worked on, in this order.
  public enum Phase: Hashable, Sendable {
    /// Figures are drawn anew to see which findings hold.
    case draws
    /// What is lost without each enterprise, outside source, area and tie.
    case removals
    /// What each unknown figure could change.
    case unknowns
  }

  public let phase: Phase
  /// Steps done, and of how many at most.
  public let done: Int
  public let total: Int
}
