import ArgumentParser

/// What GraphML means that does not say whether its edges are directed: programs disagree.
struct DirectionOptions: ParsableArguments {
  @Flag(
    name: .customLong("undirected-by-default"),
    help: ArgumentHelp(
      "GraphML 未写明 edgedefault 时，边按无向读入\n"
        + "Edges are undirected where GraphML does not say"))
  var undirectedByDefault = false
}
