internal import LinearPrograms

extension Analysis {
  /// Why this machine cannot compute money, in the system's words: the solver CLP is not installed. Nil where it is.
  ///
  /// Ask before `Chain.analysis(with:threads:progress:)`, which ends the program where there is an obstacle.
  public static var obstacle: String? { Solver.obstacle }
}
