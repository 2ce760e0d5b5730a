extension Chain {
  /// The chain after a scenario, with every cell that it wrote.
  ///
  /// Nothing is deleted: enterprises and ties stop, outside supply becomes none, so that findings of both
  /// chains speak of the same rows. A figure that a scenario changes is nobody's statement any more: the row
  /// loses its source and its grade is `assumed`. What is not known stays so whatever is added to it,
  /// unless there is no limit.
  ///
  /// The shares that stopped enterprises had of a product's supply fall to the others in proportion; a project
  /// changes no shares.
  ///
  /// A completed project is in production. An enterprise that was only planned runs once a capacity is added
  /// to it, and so does a tie; one that has stopped stays so.
  ///
  /// - Throws: everything that the chain does not have or that does not fit it, at once.
  /// - Complexity: O(records) for each scenario.
  public func outcome(of scenario: Scenario) throws(ScenarioProblems) -> ScenarioOutcome {
    var draft = ScenarioDraft(self)
    for (number, change) in scenario.changes.enumerated() {
      if case .set(let setting) = change { draft.set(setting, number) }
    }
    for (number, change) in scenario.changes.enumerated() {
      if case .complete(let project) = change { draft.complete(project, number) }
    }
    for (number, change) in scenario.changes.enumerated() {
      if case .stop(let stoppage) = change { draft.stop(stoppage, number) }
    }
    draft.shareOutWhatIsLeft()
    return try draft.outcome()
  }

  /// The chain after something has stopped.
  ///
  /// - Throws: `ScenarioProblems` when the chain does not have it.
  public func stopping(_ stoppage: Stoppage) throws(ScenarioProblems) -> Chain {
    try outcome(of: Scenario([.stop(stoppage)])).chain
  }

  /// The chain after a project is completed.
  ///
  /// - Throws: `ScenarioProblems` when there is no such project, or nothing for it to do.
  public func completing(_ project: Project.ID) throws(ScenarioProblems) -> Chain {
    try outcome(of: Scenario([.complete(project)])).chain
  }

  /// The chain with another figure.
  ///
  /// - Throws: `ScenarioProblems` when the chain has no place for it, or contradicts itself with it.
  public func setting(_ setting: Setting) throws(ScenarioProblems) -> Chain {
    try outcome(of: Scenario([.set(setting)])).chain
  }

  /// The chain after any edit of its tables.
  ///
  /// - Throws: `ChainProblems` when the edited tables contradict themselves.
  public func editing(_ edit: (inout Tables) throws -> Void) throws -> Chain {
    var tables = tables
    try edit(&tables)
    return try Chain(tables, asOf: asOf)
  }
}
