public import ArgumentParser
public import Liantu

/// Dialects with commas between: `universal,gephi`.
struct DialectList: ExpressibleByArgument {
  let dialects: [GraphMLDocument.Dialect]

  init?(argument: String) {
    guard let dialects = GraphMLDocument.Dialect.list(argument) else { return nil }
    self.dialects = dialects
  }

  static let allValueStrings = GraphMLDocument.Dialect.allCases.map(\.rawValue)
}

/// How a GraphML file is written.
struct DialectArguments: ParsableArguments {
  enum IDs: String, CaseIterable, ExpressibleByArgument {
    case original, canonical
  }

  enum EdgeDefault: String, CaseIterable, ExpressibleByArgument {
    case directed, undirected
  }

  @Option(
    help: ArgumentHelp(
      "GraphML 写给哪些软件，可写多个，以逗号隔开\n"
        + "Which programs the GraphML is for, commas between",
      valueName: "dialects"))
  var dialect: DialectList?

  @Option(
    help: ArgumentHelp(
      "同一图中兼有有向边和无向边时：keep、directed 或 split\n"
        + "Directed and undirected edges in one graph",
      valueName: "how"))
  var mixed: GraphMLDocument.DialectOptions.Mixed?

  @Flag(help: "展开嵌套的图和超边\nFlatten nested graphs and hyperedges")
  var flatten = false

  @Option(
    help: ArgumentHelp(
      "节点和边的 id：original 或 canonical（n0、e0……）\nIds of nodes and edges", valueName: "which"))
  var ids: IDs?

  @Option(
    help: ArgumentHelp(
      "edgedefault 写 directed 或 undirected\nWhat edgedefault says", valueName: "direction"))
  var edgedefault: EdgeDefault?

  var dialects: [GraphMLDocument.Dialect] { dialect?.dialects ?? [.universal] }

  /// Whether anything was asked for.
  var areGiven: Bool { dialect != nil || hasChanges }

  /// Whether the graph is to be written otherwise than it is.
  var hasChanges: Bool { mixed != nil || flatten || ids != nil || edgedefault != nil }

  var options: GraphMLDocument.DialectOptions {
    var options = GraphMLDocument.DialectOptions()
    options.mixed = mixed ?? .keep
    options.flattens = flatten
    options.numbersIDs = ids == .canonical
    options.edgeDefaultIsDirected = edgedefault.map { $0 == .directed }
    return options
  }

  func validate() throws {
    guard dialects.contains(.preserve), ids != nil else { return }
    throw ValidationError(
      Bilingual(
        "preserve 保留原有的 id，不能与 --ids 同用", "preserve keeps the ids: leave out --ids")[
          Spoken.language])
  }

  /// The file of each dialect: the named one, or with the dialect before the ending where there are several.
  func paths(_ path: String) -> [(dialect: GraphMLDocument.Dialect, path: String)] {
    guard dialects.count > 1 else { return dialects.map { ($0, path) } }
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let ending = name.lastIndex(of: ".").map { name[$0...] } ?? ""
    return dialects.map { ($0, "\(path.dropLast(ending.count)).\($0.rawValue)\(ending)") }
  }
}

extension GraphMLDocument.DialectOptions.Mixed: ExpressibleByArgument {}
