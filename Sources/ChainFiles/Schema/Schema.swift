public import Chains

/// The columns of every table of the chain document, schema 1.
///
/// Everything that reads, writes or explains a chain document takes its columns from here: a column that is added here
/// is there in every container.
public enum Schema {
  /// The version of the chain document.
  public static let version = 1

  /// The columns of a table in the order in which they are written.
  public static func columns(of table: Table) -> [Column] {
    switch table {
    case .chain: chain.columns.map(\.column)
    case .regions: regions.columns.map(\.column)
    case .stages: stages.columns.map(\.column)
    case .products: products.columns.map(\.column)
    case .inputs: inputs.columns.map(\.column)
    case .enterprises: enterprises.columns.map(\.column)
    case .capacities: capacities.columns.map(\.column)
    case .ties: ties.columns.map(\.column)
    case .projects: projects.columns.map(\.column)
    case .effects: effects.columns.map(\.column)
    case .platforms: platforms.columns.map(\.column)
    case .sources: sources.columns.map(\.column)
    }
  }

  /// The table that a sheet, a file or a list of this name holds: its English or Chinese name, in any case.
  public static func table(named name: String) -> Table? {
    let wanted = headerKey(name)
    return Table.allCases.first { headerKey($0.rawValue) == wanted || $0.chinese == wanted }
  }

  /// All tables as cells, in the order of `Table`.
  static func grids(of tables: Tables) -> [Grid] {
    [
      chain.grid([tables.profile]), regions.grid(tables.regions), stages.grid(tables.stages),
      products.grid(tables.products), inputs.grid(tables.inputs),
      enterprises.grid(tables.enterprises), capacities.grid(tables.capacities),
      ties.grid(tables.ties), projects.grid(tables.projects), effects.grid(tables.effects),
      platforms.grid(tables.platforms), sources.grid(tables.sources),
    ]
  }
}

/// A header as it is compared: half width, lower case, without blanks, hyphens and underscores.
func headerKey(_ header: String) -> String {
  halfWidth(header).lowercased().filter { !$0.isWhitespace && $0 != "_" && $0 != "-" }
}
