/// How much of the chain's final output is at stake.
public enum Severity: Int, CaseIterable, Hashable, Sendable, Comparable {
  /// 关注: less than 1 % of the reference value.
  case watch = 1
  /// 一般: at least 1 %.
  case moderate
  /// 较重: at least 5 %.
  case considerable
  /// 严重: at least 20 %.
  case serious
  /// 断链级: a final product stops, or at least 50 %.
  case breaking

  /// The severity of what puts a share of the reference value at stake.
  ///
  /// - Parameters:
  ///   - share: final output lost or exposed as a share of the reference value, 0...1; `nil` when no
  ///     value can be stated.
  ///   - stops: whether a final product stops altogether.
  public init(share: Double?, stops: Bool) {
    let share = share ?? 0
    self =
      if stops || share >= 0.5 {
        .breaking
      } else if share >= 0.2 {
        .serious
      } else if share >= 0.05 {
        .considerable
      } else if share >= 0.01 {
        .moderate
      } else {
        .watch
      }
  }

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
