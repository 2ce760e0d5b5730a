/// What a strict reading keeps to find what the format forbids and a lenient one reads all the same. Empty under a lenient one.
struct StrictChecks {
  /// Where something was seen.
  struct Place {
    let location: GraphMLError.Location
    let path: String
  }

  /// An end of an edge or a hyperedge.
  private struct End {
    let node: String
    let port: String?
    /// The number of the graph that the edge stands in.
    let graph: Int
    let place: Place
  }

  private var graphIDs: Set<String> = []
  /// By the number of a graph, that of the graph around it.
  private var outerGraphs: [Int?] = []
  /// Of the top-level graph that is being read: the ports of each node.
  private var ports: [String: Set<String>] = [:]
  private var ends: [End] = []
  /// The graph whose path was found last, which all ends in it share.
  private var lastPath: (graph: Int, text: String) = (-1, "")

  /// Notes a graph, in file order.
  /// - Returns: whether its id is free.
  mutating func note(graph id: String?, inside outer: Int?) -> Bool {
    outerGraphs.append(outer)
    return id.map { graphIDs.insert($0).inserted } ?? true
  }

  /// Notes a port.
  /// - Returns: whether its node has no other of the name.
  mutating func note(port name: String, of node: String) -> Bool {
    ports[node, default: []].insert(name).inserted
  }

  /// Notes an end, which is checked when all nodes are known.
  mutating func note(
    end node: String, port: String?, in graph: Int, at location: GraphMLError.Location,
    path: @autoclosure () -> String
  ) {
    if lastPath.graph != graph { lastPath = (graph, path()) }
    ends.append(
      End(
        node: node, port: port, graph: graph, place: .init(location: location, path: lastPath.text))
    )
  }

  /// What is wrong with the ends in the top-level graph that closes. An end whose node is nowhere is told elsewhere.
  mutating func problemsOfEnds(
    _ names: NodeNames
  ) -> [(code: GraphMLError.Code, subject: String, place: Place)] {
    var problems: [(GraphMLError.Code, String, Place)] = []
    for end in ends {
      guard let home = names.graph(of: end.node) else { continue }
      if !contains(end.graph, home) { problems.append((.edgeLeavesGraph, end.node, end.place)) }
      if let port = end.port, ports[end.node]?.contains(port) != true {
        problems.append((.unknownPort, port, end.place))
      }
    }
    ends = []
    ports = [:]
    return problems
  }

  private func contains(_ graph: Int, _ inner: Int) -> Bool {
    var current: Int? = inner
    while let number = current, number != graph { current = outerGraphs[number] }
    return current != nil
  }
}
